"""A PDF page written anew with only what tells where its characters and rules stand.

The library that reads characters is pure Python and trusts what it is given: a few bytes of a font's width table, of a map to
Unicode, of a compressed stream or of forms that draw forms cost it minutes or gigabytes. So it never sees the file. It is given
a page of its own, made of the names, numbers and instructions it needs: no pictures, no shapes of letters, no file structure,
every stream unpacked within a limit, every table and map within a limit. What does not fit is no plain page.
"""

import base64
import binascii
import re
import zlib
from collections.abc import Iterable
from contextlib import suppress
from io import BytesIO
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from extractors.files.pdf_unicode_maps import plain_unicode_map
from extractors.files.quiet import quiet

MAX_CONTENT_BYTES: Final = 300_000
"""Bytes of instructions, those of a form counted each time it may be drawn. Pages of offices and of print-to-PDF programs
have 2 000 to 90 000; one with more is drawn art. The dearest instructions, points of paths, take 2 s of 300 000."""
MAX_STREAM_BYTES: Final = 2_000_000
"""Bytes of all unpacked streams of one page."""
MAX_VALUES: Final = 150_000
"""Names and numbers copied for one page: a full table of widths of a Chinese font has some 30 000."""
MAX_WIDTHS: Final = 70_000
"""Glyphs that one font's ranges of widths may name: a CID has 16 bits."""
MAX_DEPTH: Final = 8
"""Levels of forms in forms, and of values in values."""
SHOWN_AS: Final = "ActualText-"
"""How tags begin that say what a shape is meant to be: a number of its own follows, a hyphen, and UTF-16 in hexadecimal."""
PAGE_SIDE: Final = 1000
"""Height and width that the plain page declares, in points. Nothing is cut at them, coordinates stay those of the file."""

_FONT_KEYS: Final = frozenset(
    {
        "Ascent", "BaseEncoding", "BaseFont", "CIDSystemInfo", "DW", "DW2", "DescendantFonts", "Descent", "Differences",
        "Encoding", "FirstChar", "Flags", "FontBBox", "FontDescriptor", "FontMatrix", "FontName", "ItalicAngle", "LastChar",
        "Leading", "MissingWidth", "Ordering", "Registry", "Subtype", "Supplement", "Type", "W", "W2", "Widths",
    }
)  # fmt: skip
"""What is copied of fonts: everything but their files, shapes and maps."""
_RANGES: Final = {"/W": 3, "/W2": 5}
"""Tables of widths, and how many numbers tell those of a range of glyphs (ISO 32000-2 §9.7.4.3)."""
_VERTICAL: Final = "V"
"""What names of encodings for writing from top to bottom end in (ISO 32000-2 §9.7.5.2). pdfplumber places such text an eighth
of an em above its ink and tells no direction."""
_SPAN: Final = re.compile(rb"/Span\s*<<\s*/ActualText\s*<\s*(?:FEFF|feff)((?:[0-9A-Fa-f]{4}){1,2})\s*>\s*>>\s*BDC", re.ASCII)
"""Text that a file says is meant by a shape (ISO 32000-2 §14.9.4). pdfplumber keeps a span's tag and not what it says, so the
tag is made to say it."""
_INLINE_PICTURE: Final = re.compile(rb"\bBI\b")
"""A picture among the instructions: pdfplumber looks for its end byte by byte, 13 s for a megabyte."""
_COMPOUND: Final = re.compile(rb"<<| R\b")
"""What a list holds besides numbers, names and lists of them: tables, and references to other objects."""
_LINEAR_SPACES: Final = frozenset({"/DeviceN"})


class NotPlainError(Exception):
    """A page asks for more than it may, or holds what would be read wrongly."""


_UNREADABLE: Final = (
    NotPlainError, pikepdf.PdfError, pikepdf.ForeignObjectError, zlib.error, binascii.Error, ValueError, TypeError,
    LookupError, AttributeError, RuntimeError, OverflowError,
)  # fmt: skip
"""What damaged files raise on the way, besides."""


class PdfObjects:
    """The objects of a PDF, from which its pages are written anew. To be closed."""

    def __init__(self, data: bytes) -> None:
        self._pdf: Pdf | None = None
        with suppress(*_UNREADABLE), quiet():
            self._pdf = pikepdf.open(BytesIO(data), suppress_warnings=True)

    def plain_page(self, number: int) -> bytes | None:
        """Return page ``number`` (from 1) as a small PDF; None where that cannot be done within the limits."""
        if self._pdf is not None:
            with suppress(*_UNREADABLE), quiet():
                return _Copier(self._pdf.pages[number - 1]).copied()
        return None

    def close(self) -> None:
        """Let go of them."""
        if self._pdf is not None:
            self._pdf.close()


class _Copier:
    """Copies one page, and counts what that takes."""

    def __init__(self, page: pikepdf.Page) -> None:
        self._page = page
        self._new = Pdf.new()
        self._bytes_left = MAX_STREAM_BYTES
        self._values_left = MAX_VALUES
        self._fonts: dict[tuple[int, int], Object] = {}
        self._spans = 0

    def copied(self) -> bytes:
        content = self._content(_parts(self._page.obj.get("/Contents")))
        resources, cost = self._resources(self._page.resources, 0)
        _check_cost(content, cost)
        page = Dictionary(Type=Name.Page, MediaBox=Array([0, 0, PAGE_SIDE, PAGE_SIDE]), Resources=resources)
        page.Contents = self._new.make_stream(content)
        self._new.pages.append(pikepdf.Page(self._new.make_indirect(page)))
        written = BytesIO()
        self._new.save(written, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        return written.getvalue()

    def _resources(self, resources: Object, depth: int) -> tuple[Object, int]:
        """The resources, and the bytes that the dearest of their forms takes to be drawn."""
        if depth > MAX_DEPTH:
            raise NotPlainError
        fonts, spaces, forms = Dictionary(), Dictionary(), Dictionary()
        for name, font in _entries(resources, "/Font"):
            fonts[name] = self._font(font)
        for name, space in _entries(resources, "/ColorSpace"):
            spaces[name] = _colour_space(self._new, space)
        dearest = 0
        for name, form in _entries(resources, "/XObject"):
            if isinstance(form, Stream) and form.get("/Subtype") == Name.Form:
                forms[name], cost = self._form(form, resources, depth)
                dearest = max(dearest, cost)
        return Dictionary(Font=fonts, ColorSpace=spaces, XObject=forms), dearest

    def _form(self, form: Stream, outer: Object, depth: int) -> tuple[Object, int]:
        content = self._content([form])
        resources, dearest = self._resources(form.get("/Resources", outer), depth + 1)
        cost = _check_cost(content, dearest)
        copy = self._new.make_stream(content)
        copy.Subtype = Name.Form
        copy.Resources = resources
        for key in ("/BBox", "/Matrix"):
            if key in form:
                copy[key] = Array([float(number) for number in form[key].as_list()[:6]])
        return copy, cost

    def _font(self, font: Object) -> Object:
        key = font.objgen
        if key == (0, 0) or key not in self._fonts:
            copy = self._new.make_indirect(self._table(font, 0))
            if isinstance(font.get("/ToUnicode"), Stream):
                copy.ToUnicode = self._new.make_stream(plain_unicode_map(self._unpacked(font.ToUnicode)))
                if copy.get("/Subtype") == Name.Type3 and "/Encoding" in copy:
                    del copy.Encoding  # names of its shapes: 250 a font, and a page of print-to-PDF has 100 such fonts
            self._fonts[key] = copy
        return self._fonts[key]

    def _table(self, table: Object, depth: int) -> Dictionary:
        if depth > MAX_DEPTH:
            raise NotPlainError
        copy = Dictionary()
        for key, value in table.items():
            if key[1:] not in _FONT_KEYS or value is None:
                continue
            if key in _RANGES:
                _check_widths(value.as_list(), _RANGES[key])
            if key == "/Encoding" and isinstance(value, Name) and str(value).endswith(_VERTICAL):
                raise NotPlainError
            copy[key] = self._value(value, depth + 1)
        return copy

    def _value(self, value: object, depth: int) -> object:
        if isinstance(value, Stream):  # an encoding of the file's own, which would be passed over in silence
            raise NotPlainError
        if isinstance(value, Array):
            return self._list(value, depth)
        if isinstance(value, Dictionary):
            return self._table(value, depth)
        self._spend(1)
        return Object.parse(value.unparse(resolved=True)) if isinstance(value, Object) else value

    def _list(self, array: Array, depth: int) -> object:
        written = array.unparse()
        if not _COMPOUND.search(written):
            self._spend(len(array))
            return Object.parse(written)
        if depth > MAX_DEPTH:
            raise NotPlainError
        return Array([self._value(item, depth + 1) for item in array.as_list()])

    def _spend(self, values: int) -> None:
        self._values_left -= values
        if self._values_left < 0:
            raise NotPlainError

    def _content(self, streams: Iterable[Object]) -> bytes:
        return _SPAN.sub(self._tag, b"\n".join(self._unpacked(stream) for stream in streams))

    def _tag(self, span: re.Match[bytes]) -> bytes:
        self._spans += 1
        return b"/%s%d-%s BMC" % (SHOWN_AS.encode(), self._spans, span[1])

    def _unpacked(self, stream: Object) -> bytes:
        data = unpacked(stream, self._bytes_left)
        self._bytes_left -= len(data)
        return data


def _parts(contents: Object | None) -> Iterable[Object]:
    if isinstance(contents, Array):
        return contents.as_list()
    return [] if contents is None else [contents]


def _entries(resources: Object, kind: str) -> Iterable[tuple[str, Object]]:
    entries = resources.get(kind)
    return entries.items() if isinstance(entries, Dictionary) else ()


def _check_cost(content: bytes, dearest_form: int) -> int:
    """Bytes that drawing a content takes at most: each of its calls may be of the dearest form it knows.

    Raises:
        NotPlainError: more than a page may take.
    """
    cost = len(content) + content.count(b"Do") * dearest_form
    if cost > MAX_CONTENT_BYTES or _INLINE_PICTURE.search(content):
        raise NotPlainError
    return cost


def _check_widths(widths: Iterable[Object], in_a_row: int) -> None:
    """Of so many numbers in a row the first two are a range of glyphs. Raises NotPlainError where ranges name too many."""
    numbers: list[int] = []
    named = 0
    for item in widths:
        numbers = [] if isinstance(item, Array) else [*numbers, int(item)]
        if len(numbers) == in_a_row:
            named += max(0, numbers[1] - numbers[0])
            numbers = []
        if named > MAX_WIDTHS:
            raise NotPlainError


def _colour_space(pdf: Pdf, space: Object) -> Object:
    """A colour space cut down to its name and how many numbers a colour of it takes."""
    if not isinstance(space, Array):
        return Name(str(space))
    kind = str(space[0])
    if kind == "/ICCBased":
        profile = pdf.make_stream(b"")
        profile.N = int(space[1].get("/N", 3))
        return Array([Name.ICCBased, profile])
    if kind in _LINEAR_SPACES:
        return Array([Name(kind), Array([Name.x] * min(32, len(space[1].as_list())))])
    return Array([Name(kind)])


def unpacked(stream: Object, limit: int) -> bytes:
    """A stream's data, unpacked.

    Raises:
        NotPlainError: it is longer than ``limit`` bytes, or packed in a way that pages of text are not.
    """
    data = bytes(stream.read_raw_bytes())
    filters = stream.get("/Filter")
    if stream.get("/DecodeParms") is not None and b"/Predictor" in stream.DecodeParms.unparse(resolved=True):
        raise NotPlainError
    for name in _parts(filters):
        data = _one_layer(str(name), data, limit)
    if len(data) > limit:
        raise NotPlainError
    return data


def _one_layer(packing: str, data: bytes, limit: int) -> bytes:
    if packing == "/FlateDecode":
        inflater = zlib.decompressobj()
        inflated = inflater.decompress(data, limit)
        if inflater.unconsumed_tail:
            raise NotPlainError
        return inflated
    if packing == "/ASCII85Decode":
        return base64.a85decode(data.partition(b"~")[0])
    if packing == "/ASCIIHexDecode":
        return bytes.fromhex(data.partition(b">")[0].decode("ascii"))
    raise NotPlainError
