"""The text of a digital PDF page, used only where it is what a person sees.

A text layer can say other things than the page shows: text that is invisible, white, clipped, outside the page, too small, or
covered; fonts that do not say what their shapes mean; pictures that say more. So the page is drawn twice, with and without its
text. What differs is the text that shows, and every character must have left its ink there; what remains without the text must
be no more than rules and a red seal. In any doubt the answer is None, and the page is read from its pixels.
"""

import cv2
import numpy as np
import pypdfium2
from cv2.typing import MatLike
from numpy.typing import NDArray
from pydantic import Field
from pypdfium2 import raw

from extractors.evidence import Frozen, TextLine
from extractors.files.opened import PageImage
from extractors.files.pdf_draw import draw_page
from extractors.files.pdf_glyphs import UNMAPPED, Glyph, read_glyphs
from extractors.files.pdf_lines import GlyphLine, build_lines

Mask = NDArray[np.bool_]
"""Height × width, one truth value per pixel."""


class TextLayerLimits(Frozen):
    """When a text layer is believed. Lengths are pixels at 200 dpi, contrasts levels of 0..255."""

    min_contrast: int = 20
    """A pale watermark (90 % white) differs by 25 from paper; less is not seen on a screen."""

    min_size_px: float = 8.0
    """2.9 point. Print for people starts at 5 point."""

    min_ink_extent: float = Field(default=0.5, gt=0, le=1)
    """Share of a character's width and height over which its ink must show; a covered one shows a sliver at most."""

    max_turned_share: float = Field(default=0.2, ge=0, le=1)
    """Share of characters that may run in other directions than left to right (watermarks, margin notes)."""

    min_chinese_share: float = Field(default=0.2, ge=0, le=1)
    """Share of letters that must be Chinese: papers of these services are, a font without a map gives Latin letters."""

    max_rare_share: float = Field(default=0.1, ge=0, le=1)
    """Share of Chinese characters outside GB 2312. Running text has below 1 %, shuffled code points over 60 %."""

    min_rule_px: int = 30
    """Straight edges at least this long (4 mm) are rules and frames."""

    max_edge_px: int = 200
    """Other edge pixels that may remain without the text: less than the outlines of two characters of 10 point."""

    max_seal_share: float = Field(default=0.25, ge=0, le=1)
    """Share of the page that red ink may lie in: two 60 mm seals on A4 are 12 %."""

    min_redness: int = 25
    """How far red stands above green and blue in a seal's ink."""


_LIMITS = TextLayerLimits()
_WHITE_CONTROL = frozenset("\r\n\u00ad\ufeff\u200b\u200c\u200d")


def visible_text(page: pypdfium2.PdfPage, image: PageImage, scale: float) -> tuple[TextLine, ...] | None:
    """Return the lines that a page shows, upright and in fractions of the page; None where its pixels must be read.

    ``image`` is the page drawn at ``scale`` pixels per point. The page is spent afterwards: its text no longer draws.
    """
    height, width = image.shape[:2]
    glyphs = [glyph for glyph in read_glyphs(page, width, height) if _on_page(glyph, width, height)]
    if not _is_readable(glyphs):
        return None
    lines = build_lines(glyphs)
    if any(line.overlaps_itself for line in lines):
        return None
    without_text = _draw_without_text(page, scale)
    if _says_more(without_text) or not _all_show(glyphs, image, without_text):
        return None
    return tuple(_text_line(line, width, height) for line in lines)


def _on_page(glyph: Glyph, width: int, height: int) -> bool:
    left, top, right, bottom = glyph.cell
    inside = 0 <= (left + right) / 2 < width and 0 <= (top + bottom) / 2 < height
    return inside and glyph.text not in _WHITE_CONTROL


def _is_readable(glyphs: list[Glyph]) -> bool:
    """Whether the layer holds Chinese text, upright as shown, large enough, in fonts that say what they mean."""
    inked = [glyph for glyph in glyphs if not glyph.is_space]
    if not inked or any(glyph.size < _LIMITS.min_size_px or _is_meaningless(glyph.text) for glyph in inked):
        return False
    turned = sum(glyph.degrees != 0 for glyph in inked)
    letters = [glyph.text for glyph in inked if glyph.text.isalpha()]
    chinese = [letter for letter in letters if not letter.isascii()]
    rare = sum(not _is_common(letter) for letter in chinese)
    return (
        turned <= _LIMITS.max_turned_share * len(inked)
        and len(chinese) >= max(1.0, _LIMITS.min_chinese_share * len(letters))
        and rare <= _LIMITS.max_rare_share * len(chinese)
    )


def _is_meaningless(char: str) -> bool:
    is_private = "\ue000" <= char <= "\uf8ff"
    return char == UNMAPPED or is_private or not char.isprintable()


def _is_common(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return "\u2e80" <= char <= "\u2fdf"  # radicals that some fonts map their characters to
    return True


def _draw_without_text(page: pypdfium2.PdfPage, scale: float) -> PageImage:
    for text in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        raw.FPDFPageObj_SetIsActive(text, False)
    return draw_page(page, scale)


def _all_show(glyphs: list[Glyph], image: PageImage, without_text: PageImage) -> bool:
    shown = _strongest(cv2.absdiff(image, without_text)) > _LIMITS.min_contrast
    shown_or_sealed = shown | _red_ink(without_text)
    return all(_shows(glyph, shown, shown_or_sealed) for glyph in glyphs if not glyph.is_space)


def _shows(glyph: Glyph, shown: Mask, shown_or_sealed: Mask) -> bool:
    """Whether a glyph's ink reaches across the rectangle that its outline takes up. A seal may lie over a part of it."""
    left, top, right, bottom = glyph.ink
    if right <= left or bottom <= top:
        left, top, right, bottom = glyph.cell
    part = (slice(max(0, int(top)), int(bottom) + 1), slice(max(0, int(left)), int(right) + 1))
    if not shown[part].any():
        return False
    ink = shown_or_sealed[part]
    columns, rows = np.flatnonzero(ink.any(axis=0)), np.flatnonzero(ink.any(axis=1))
    extents: tuple[float, float] = ((columns[-1] - columns[0] + 1) / ink.shape[1], (rows[-1] - rows[0] + 1) / ink.shape[0])
    return bool(min(extents) >= _LIMITS.min_ink_extent)


def _says_more(without_text: PageImage) -> bool:
    """Whether a page shows more than rules, plain fills and a red seal once its text is gone."""
    red = _red_ink(without_text)
    rows, columns = np.flatnonzero(red.any(axis=1)), np.flatnonzero(red.any(axis=0))
    if rows.size and (rows[-1] - rows[0]) * (columns[-1] - columns[0]) > _LIMITS.max_seal_share * red.size:
        return True
    square = np.ones((3, 3), np.uint8)
    edges = _strongest(cv2.morphologyEx(without_text, cv2.MORPH_GRADIENT, square)) > _LIMITS.min_contrast
    edges &= cv2.dilate(red.astype(np.uint8), np.ones((5, 5), np.uint8)) == 0
    lone = edges.astype(np.uint8)
    for kernel in (np.ones((1, _LIMITS.min_rule_px), np.uint8), np.ones((_LIMITS.min_rule_px, 1), np.uint8)):
        lone[cv2.morphologyEx(edges.astype(np.uint8), cv2.MORPH_OPEN, kernel) > 0] = 0
    return int(lone.sum()) > _LIMITS.max_edge_px


def _strongest(image: MatLike) -> MatLike:
    """The highest of the three channels at each pixel."""
    blue, green, red = cv2.split(image)
    return cv2.max(cv2.max(blue, green), red)


def _red_ink(image: PageImage) -> Mask:
    blue, green, red = cv2.split(image)
    ink: Mask = cv2.subtract(red, cv2.max(blue, green)) > _LIMITS.min_redness
    return ink


def _text_line(line: GlyphLine, width: int, height: int) -> TextLine:
    top_left, top_right, bottom_right, bottom_left = (
        (min(max(x / width, 0.0), 1.0), min(max(y / height, 0.0), 1.0)) for x, y in line.quad
    )
    return TextLine(quad=(top_left, top_right, bottom_right, bottom_left), text=line.text, score=1.0, source="pdf_text")
