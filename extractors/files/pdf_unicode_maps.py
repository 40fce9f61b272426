"""A font's map from codes to Unicode (its ToUnicode CMap), cut down to the plain pairs."""

import re
from collections.abc import Iterator
from typing import Final

MAX_PAIRS: Final = 70_000
"""Codes that one map may name: two bytes tell 65 536 apart."""
MAX_CODE_DIGITS: Final = 8
"""Hexadecimal digits of a code: no encoding has more than four bytes (ISO 32000-2 §9.7.6.2)."""
MAX_TEXT_DIGITS: Final = 32
"""Hexadecimal digits of what one code stands for: eight UTF-16 units, more than any ligature has."""

_TOKEN: Final = re.compile(rb"<\s*([0-9A-Fa-f\s]*)>|(\[|\]|[A-Za-z]+)")
_SECTIONS: Final = {b"beginbfchar": b"endbfchar", b"beginbfrange": b"endbfrange"}

Token = bytes | tuple[bytes, ...]
"""Hexadecimal digits, or a list of them."""


def plain_unicode_map(data: bytes) -> bytes:
    """Return the same map as single pairs and nothing else.

    Raises:
        ValueError: it names more codes than there are.
    """
    pairs: list[str] = []
    for code, text in _pairs(data):
        pairs.append(f"<{code}> <{text}>")
        if len(pairs) > MAX_PAIRS:
            raise ValueError("a map to Unicode that never ends")
    return "\n".join(["begincmap", f"{len(pairs)} beginbfchar", *pairs, "endbfchar", "endcmap"]).encode()


def _pairs(data: bytes) -> Iterator[tuple[str, str]]:
    for section, tokens in _sections(data):
        if section == b"beginbfchar":
            yield from _singles(tokens)
        else:
            yield from _ranges(tokens)


def _sections(data: bytes) -> Iterator[tuple[bytes, list[Token]]]:
    """Each list of pairs or ranges, with what stands in it."""
    section: bytes | None = None
    tokens: list[Token] = []
    listed: list[bytes] | None = None
    for digits, word in _TOKEN.findall(data):
        if word in _SECTIONS:
            section, tokens, listed = word, [], None
        elif section is None:
            continue
        elif word == _SECTIONS[section]:
            yield section, tokens
            section = None
        elif word == b"[":
            listed = []
        elif word == b"]":
            tokens.append(tuple(listed or ()))
            listed = None
        elif not word:
            (tokens if listed is None else listed).append(b"".join(digits.split()))


def _singles(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    for code, text in zip(tokens[::2], tokens[1::2], strict=False):
        if isinstance(code, bytes) and isinstance(text, bytes) and _fits(code, text):
            yield code.decode(), text.decode()


def _ranges(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    for first, last, text in zip(tokens[::3], tokens[1::3], tokens[2::3], strict=False):
        if not (isinstance(first, bytes) and isinstance(last, bytes) and _fits(first, last)):
            continue
        codes = range(int(first, 16), min(int(last, 16), int(first, 16) + MAX_PAIRS) + 1)
        if isinstance(text, bytes):
            if _fits(first, text):
                yield from ((f"{code:0{len(first)}X}", _raised(text, at)) for at, code in enumerate(codes))
        else:
            for code, item in zip(codes, text, strict=False):
                if _fits(first, item):
                    yield f"{code:0{len(first)}X}", item.decode()


def _raised(text: bytes, by: int) -> str:
    """The text that stands ``by`` codes after this one."""
    return f"{int(text, 16) + by:0{len(text)}X}"[-len(text) :]


def _fits(code: bytes, text: bytes) -> bool:
    return 0 < len(code) <= MAX_CODE_DIGITS and 0 < len(text) <= MAX_TEXT_DIGITS and not len(code) % 2 and not len(text) % 2
