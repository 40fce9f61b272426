"""The characters of a PDF page as PDFium reads them: the second opinion, and the only one on how far each one's ink reaches."""

import ctypes
import math
from collections.abc import Iterator
from typing import Final

import pypdfium2
from pypdfium2 import raw

from extractors.evidence import Box, Point
from extractors.files.pdf_glyph import UNMAPPED, Glyph
from extractors.files.pdf_projection import Projection

_SURROGATES: Final = range(0xD800, 0xE000)
_NARROW_ADVANCE: Final = 0.5
_QUARTER_TURN: Final = 90
_INVISIBLE_MODES: Final = frozenset({raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP})


def read_pdfium_glyphs(page: pypdfium2.PdfPage, projection: Projection) -> tuple[Glyph, ...]:
    """Return the characters of a page in the order of its text layer. Line breaks that PDFium adds are left out."""
    text_page = page.get_textpage()
    try:
        return tuple(_glyphs(text_page, projection))
    finally:
        text_page.close()


def _glyphs(text_page: pypdfium2.PdfTextPage, projection: Projection) -> Iterator[Glyph]:
    brought: dict[int, bool] = {}
    for index in range(raw.FPDFText_CountChars(text_page)):
        if raw.FPDFText_IsGenerated(text_page, index) != 1:
            yield _glyph(text_page, index, projection, brought)


def _glyph(text_page: pypdfium2.PdfTextPage, index: int, projection: Projection, brought: dict[int, bool]) -> Glyph:
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text_page, index, matrix)
    along = projection.vector(matrix.a, matrix.b)
    across = projection.vector(matrix.c, matrix.d)
    text, degrees = _character(text_page, index), round(math.degrees(math.atan2(along[1], along[0]))) % 360
    size = float(raw.FPDFText_GetFontSize(text_page, index)) * math.hypot(*across)
    cell = projection.box(*_cell_box(text_page, index))
    return Glyph(
        text=text,
        origin=projection.point(*_origin(text_page, index)),
        size=size,
        degrees=degrees,
        ink=projection.box(*_ink_box(text_page, index)),
        cell=cell,
        advance=_advance(text, size, degrees, cell),
        style=(round(size),),
        font_brought=_font_brought(text_page, index, brought),
    )


def _advance(text: str, size: float, degrees: int, cell: Box) -> float:
    """How far a character moves the pen. A slanted one's cell is the rectangle around it and does not tell."""
    if degrees % _QUARTER_TURN:
        return size * (_NARROW_ADVANCE if text.isascii() else 1.0)
    left, top, right, bottom = cell
    return bottom - top if degrees % (2 * _QUARTER_TURN) else right - left


def _character(text_page: pypdfium2.PdfTextPage, index: int) -> str:
    code = raw.FPDFText_GetUnicode(text_page, index)
    if code == 0 or code in _SURROGATES or raw.FPDFText_HasUnicodeMapError(text_page, index) == 1:
        return UNMAPPED
    return chr(code)


def _font_brought(text_page: pypdfium2.PdfTextPage, index: int, known: dict[int, bool]) -> bool:
    """Whether the file brings the font of a character, or does not mean it to be seen."""
    text = raw.FPDFText_GetTextObject(text_page, index)
    address = ctypes.addressof(text.contents) if text else 0
    if address not in known:
        font = raw.FPDFTextObj_GetFont(text) if text else None
        visible = bool(text) and raw.FPDFTextObj_GetTextRenderMode(text) not in _INVISIBLE_MODES
        known[address] = not (font and visible) or raw.FPDFFont_GetIsEmbedded(font) == 1
    return known[address]


def _origin(text_page: pypdfium2.PdfTextPage, index: int) -> Point:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text_page, index, x, y)
    return (x.value, y.value)


def _ink_box(text_page: pypdfium2.PdfTextPage, index: int) -> Box:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
    return (left.value, bottom.value, right.value, top.value)


def _cell_box(text_page: pypdfium2.PdfTextPage, index: int) -> Box:
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text_page, index, box)
    return (box.left, box.bottom, box.right, box.top)
