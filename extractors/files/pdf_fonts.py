"""The font that PDFs are drawn with where they bring none, the same on every machine.

PDFium draws text whose font is not embedded with whatever the system has: on a slim one that is nothing, and Chinese text is
blank paper. So it is given one font for all of it, which the package carries (Noto Sans, cut down to GB 2312 and the 8105
standard characters by ``scripts/fallback_font.py``), and no other: the same file shows the same everywhere. Latin faces PDFium
draws with shapes of its own. A character that the font has not leaves no ink.
"""
# ruff: noqa: N802 - PDFium calls these methods by names of its own

import ctypes
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

import pypdfium2
from PIL import ImageFont
from pypdfium2 import raw

from extractors.evidence import Box

FONT_FILE: Final = Path(__file__).parent / "fallback_font" / "fallback.otf"

_CHINESE: Final = frozenset({raw.FXFONT_GB2312_CHARSET, raw.FXFONT_CHINESEBIG5_CHARSET})
_JAPANESE_AND_KOREAN: Final = frozenset({raw.FXFONT_SHIFTJIS_CHARSET, raw.FXFONT_HANGEUL_CHARSET})
_SIGNS: Final = (b"symbol", b"dingbat", b"wingding", b"webding", b"marlett", b"extra")
"""Parts of the names of faces whose characters are signs. PDFium asks for those as it does for faces numbered by glyph alone
(Identity-H), whose characters a map to Unicode may still tell."""
_HANDLE: Final = 1
_WHOLE_FILE: Final = 0
_EM_PX: Final = 200


class _PackageFont(pypdfium2.PdfSysfontBase):  # type: ignore[misc]  # pypdfium2 is untyped
    """Answers PDFium's questions for fonts. The names are PDFium's own (fpdf_sysfontinfo.h)."""

    def EnumFonts(self, _info: object, _mapper: object) -> None:
        """Name no font of the system."""

    def MapFont(
        self,
        _info: object,
        _weight: int,
        _italic: int,
        charset: int,
        _pitch: int,
        face: "ctypes._Pointer[ctypes.c_char]",
        _exact: object,
    ) -> int | None:
        """The package's font for a face of that charset; None for PDFium's own shapes."""
        if charset == raw.FXFONT_SYMBOL_CHARSET:
            name = (ctypes.cast(face, ctypes.c_char_p).value or b"").lower()
            return None if any(part in name for part in _SIGNS) else _HANDLE
        return _HANDLE if charset in _CHINESE | _JAPANESE_AND_KOREAN else None

    def GetFont(self, _info: object, _face: object) -> None:
        """No font is known by its name."""

    def GetFontData(self, _info: object, _font: int, table: int, buffer: "ctypes._Pointer[ctypes.c_ubyte]", size: int) -> int:
        """Copy the font into a buffer that is large enough; return its bytes. It is asked for as a whole."""
        data = _font_bytes()
        if table != _WHOLE_FILE:
            return 0
        if buffer and size >= len(data):
            ctypes.memmove(buffer, data, len(data))
        return len(data)

    def GetFaceName(self, _info: object, _font: int, _buffer: object, _size: int) -> int:
        """The font answers to every name."""
        return 0

    def GetFontCharset(self, _info: object, _font: int) -> int:
        """Simplified Chinese."""
        return int(raw.FXFONT_GB2312_CHARSET)

    def DeleteFont(self, _info: object, _font: int) -> None:
        """There is nothing to free."""


@cache
def use_package_font() -> None:
    """Have PDFium draw with the package's font from now on, in this process."""
    _PackageFont().setup()


@cache
def _font_bytes() -> bytes:
    return FONT_FILE.read_bytes()


@cache
def _face() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT_FILE, _EM_PX, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=20_000)
def outline(text: str) -> Box | None:
    """The rectangle around the ink of a text in the package's font, in em from the start of its baseline, y down.

    None where the font has no ink for it.
    """
    mask, (x, y) = _face().getmask2(text, anchor="ls")
    inked = mask.getbbox()
    if inked is None:
        return None
    left, top, right, bottom = inked
    return ((x + left) / _EM_PX, (y + top) / _EM_PX, (x + right) / _EM_PX, (y + bottom) / _EM_PX)
