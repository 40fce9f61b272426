"""A multipart body in pieces as it arrives: parts begin, hold data, end. Nothing is kept beyond one piece."""

import re
from typing import Final, NamedTuple
from urllib.parse import unquote_to_bytes

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from pipeline.api.problems import ProblemError

MEDIA_TYPE: Final = b"multipart/form-data"
DISPOSITION: Final = b"content-disposition"
_EXTENDED_NAME: Final = re.compile(rb"""filename\*\s*=\s*"?[\w-]+'[^']*'(?P<name>[^";\s]+)""", re.IGNORECASE)
"""A name in the syntax of RFC 5987, which forms may not have and older Python clients send for every name in Chinese."""


class PartBegins(NamedTuple):
    """A part's headers are complete. ``filename`` is as it was sent, None where there is none."""

    field: str
    filename: bytes | None


class PartData(NamedTuple):
    """A piece of a part's content."""

    content: bytes


class PartEnds(NamedTuple):
    """A part is complete."""


Piece = PartBegins | PartData | PartEnds


class Splitter:
    """Splits a body. The parser below it limits the number and the length of a part's headers.

    Raises:
        ProblemError: the content type is not multipart/form-data, or has no usable boundary.
    """

    def __init__(self, content_type: str) -> None:
        kind, options = parse_options_header(content_type)
        if kind != MEDIA_TYPE:
            raise ProblemError("unsupported_media_type")
        self.finished = False
        self._pieces: list[Piece] = []
        self._header = bytearray()
        self._value = bytearray()
        self._disposition = b""
        try:
            self._parser = MultipartParser(
                options.get(b"boundary") or b"",
                {
                    "on_part_begin": self._on_part_begin,
                    "on_header_field": self._on_header_field,
                    "on_header_value": self._on_header_value,
                    "on_header_end": self._on_header_end,
                    "on_headers_finished": self._on_headers_finished,
                    "on_part_data": self._on_part_data,
                    "on_part_end": self._on_part_end,
                    "on_end": self._on_end,
                },
            )
        except FormParserError as error:
            raise ProblemError("malformed", "the boundary cannot be used") from error
        if b"boundary" not in options:
            raise ProblemError("malformed", "the content type names no boundary")

    def feed(self, chunk: bytes) -> list[Piece]:
        """Return the pieces in a chunk of the body.

        Raises:
            ProblemError: it is not well-formed.
        """
        try:
            self._parser.write(chunk)
        except FormParserError as error:
            raise ProblemError("malformed", f"not well-formed multipart ({type(error).__name__})") from error
        pieces, self._pieces = self._pieces, []
        return pieces

    def _on_part_begin(self) -> None:
        self._disposition = b""

    def _on_header_field(self, data: bytes, start: int, end: int) -> None:
        self._header += data[start:end]

    def _on_header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _on_header_end(self) -> None:
        if bytes(self._header).lower() == DISPOSITION:
            self._disposition = bytes(self._value)
        self._header.clear()
        self._value.clear()

    def _on_headers_finished(self) -> None:
        _, options = parse_options_header(self._disposition)
        field = options.get(b"name", b"").decode("utf-8", errors="replace")
        self._pieces.append(PartBegins(field, options.get(b"filename", _extended_name(self._disposition))))

    def _on_part_data(self, data: bytes, start: int, end: int) -> None:
        self._pieces.append(PartData(data[start:end]))

    def _on_part_end(self) -> None:
        self._pieces.append(PartEnds())

    def _on_end(self) -> None:
        self.finished = True


def _extended_name(disposition: bytes) -> bytes | None:
    match = _EXTENDED_NAME.search(disposition)
    return unquote_to_bytes(match["name"]) if match else None
