"""The text of a digital PDF page, used only where it is what a person sees.

A text layer can say other things than the page shows: text that is invisible, white, clipped, outside the page, too small, or
covered; fonts that do not say what their shapes mean; pictures that say more. So the page is drawn twice, with and without its
text. What differs is the text that shows: every character must have left its ink there, and all ink there must be a
character's. What remains without the text must be no more than rules and a red seal. In any doubt the answer is None, and the
page is read from its pixels. A watermark is told apart first: it is text of its own, and what of it cannot be seen is left out.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from extractors.evidence import Frozen, TextLine
from extractors.files.opened import PageImage
from extractors.files.pdf_draw import Drawing, strongest
from extractors.files.pdf_glyph import UNMAPPED, Glyph
from extractors.files.pdf_layers import Layers, split_layers
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

    claimed_around: float = 0.25
    """Em around a character's place in which ink is taken for its own: brush faces reach out by 0.2."""

    max_unclaimed_px: int = 40
    """Pixels of text's ink outside all characters: less than a full stop of 10 point."""

    max_seal_share: float = Field(default=0.25, ge=0, le=1)
    """Share of the page that red ink may lie in: two 60 mm seals on A4 are 12 %."""

    min_redness: int = 25
    """How far red stands above green and blue in a seal's ink."""


_LIMITS = TextLayerLimits()
_WHITE_CONTROL = frozenset("\r\n\u00ad\ufeff\u200b\u200c\u200d")


def visible_text(glyphs: Sequence[Glyph], drawing: Drawing) -> tuple[TextLine, ...] | None:
    """Return the lines that a page shows, upright and in fractions of the page; None where its pixels must be read.

    ``glyphs`` are all characters of its text layer. Lines of print come first, those of a watermark after them.
    """
    height, width = drawing.image.shape[:2]
    levels = np.asarray(strongest(cv2.absdiff(drawing.image, drawing.without_text)), dtype=np.uint8)
    if _has_unclaimed(levels > _LIMITS.min_contrast, glyphs):
        return None
    layers = split_layers([glyph for glyph in glyphs if _on_page(glyph, width, height)], levels, _LIMITS.min_contrast)
    shown = _Shown(levels > _LIMITS.min_contrast, drawing.without_text)
    if not (_is_readable(layers) and all(shown.shows(glyph) for glyph in layers.print if not glyph.is_space)):
        return None
    lines = build_lines(layers.print)
    if any(line.overlaps_itself for line in lines):
        return None
    marks = [[glyph for glyph in phrase if glyph.is_space or shown.shows(glyph)] for phrase in layers.watermark]
    return (
        *(_text_line(line, width, height, "print") for line in lines),
        *(_text_line(line, width, height, "watermark") for mark in marks for line in build_lines(mark)),
    )


def _on_page(glyph: Glyph, width: int, height: int) -> bool:
    left, top, right, bottom = glyph.cell
    inside = 0 <= (left + right) / 2 < width and 0 <= (top + bottom) / 2 < height
    return inside and glyph.text not in _WHITE_CONTROL


def _is_readable(layers: Layers) -> bool:
    """Whether the layer holds Chinese print, upright as shown, large enough, and no font that does not say what it means."""
    inked = [glyph for glyph in layers.print if not glyph.is_space]
    if not inked or any(glyph.size < _LIMITS.min_size_px for glyph in inked):
        return False
    marks = [glyph for phrase in layers.watermark for glyph in phrase if not glyph.is_space]
    if any(_is_meaningless(glyph.text) for glyph in (*inked, *marks)):
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


def _is_meaningless(text: str) -> bool:
    is_private = any("\ue000" <= char <= "\uf8ff" for char in text)
    return text == UNMAPPED or is_private or not text.isprintable()


def _is_common(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return "\u2e80" <= char <= "\u2fdf"  # radicals that some fonts map their characters to
    return True


def _has_unclaimed(shown: Mask, glyphs: Iterable[Glyph]) -> bool:
    """Whether the page shows text that no character of its text layer stands for."""
    free = shown.copy()
    for glyph in glyphs:
        around = _LIMITS.claimed_around * glyph.size
        for left, top, right, bottom in (glyph.cell, glyph.ink):
            free[_span(top - around, bottom + around), _span(left - around, right + around)] = False
    return int(free.sum()) > _LIMITS.max_unclaimed_px


def _span(start: float, end: float) -> slice:
    return slice(max(0, int(start)), max(0, int(end) + 1))


class _Shown:
    """Where a page shows text, and where a seal may hide some."""

    def __init__(self, shown: Mask, without_text: PageImage) -> None:
        self._shown = shown
        self._shown_or_sealed = shown | _red_ink(without_text)

    def shows(self, glyph: Glyph) -> bool:
        """Whether a glyph's ink reaches as far as its outline does. A seal may lie over a part of it."""
        left, top, right, bottom = glyph.ink
        if right <= left or bottom <= top:
            left, top, right, bottom = glyph.cell
        part = (_span(top, bottom), _span(left, right))
        if not self._shown[part].any():
            return False
        ink = self._shown_or_sealed[part]
        columns, rows = np.flatnonzero(ink.any(axis=0)), np.flatnonzero(ink.any(axis=1))
        wide, high = glyph.reach or (ink.shape[1], ink.shape[0])
        extents: tuple[float, float] = ((columns[-1] - columns[0] + 1) / wide, (rows[-1] - rows[0] + 1) / high)
        return bool(min(extents) >= _LIMITS.min_ink_extent)


def says_more(without_text: PageImage) -> bool:
    """Whether a page shows more than rules, plain fills and a red seal once its text is gone."""
    red = _red_ink(without_text)
    rows, columns = np.flatnonzero(red.any(axis=1)), np.flatnonzero(red.any(axis=0))
    if rows.size and (rows[-1] - rows[0]) * (columns[-1] - columns[0]) > _LIMITS.max_seal_share * red.size:
        return True
    square = np.ones((3, 3), np.uint8)
    edges = strongest(cv2.morphologyEx(without_text, cv2.MORPH_GRADIENT, square)) > _LIMITS.min_contrast
    edges &= cv2.dilate(red.astype(np.uint8), np.ones((5, 5), np.uint8)) == 0
    lone = edges.astype(np.uint8)
    for kernel in (np.ones((1, _LIMITS.min_rule_px), np.uint8), np.ones((_LIMITS.min_rule_px, 1), np.uint8)):
        lone[cv2.morphologyEx(edges.astype(np.uint8), cv2.MORPH_OPEN, kernel) > 0] = 0
    return int(lone.sum()) > _LIMITS.max_edge_px


def _red_ink(image: PageImage) -> Mask:
    blue, green, red = cv2.split(image)
    ink: Mask = cv2.subtract(red, cv2.max(blue, green)) > _LIMITS.min_redness
    return ink


def _text_line(line: GlyphLine, width: int, height: int, layer: Literal["print", "watermark"]) -> TextLine:
    top_left, top_right, bottom_right, bottom_left = (
        (min(max(x / width, 0.0), 1.0), min(max(y / height, 0.0), 1.0)) for x, y in line.quad
    )
    return TextLine(
        quad=(top_left, top_right, bottom_right, bottom_left),
        text=line.text,
        places=line.places,
        score=1.0,
        source="pdf_text",
        layer=layer,
    )
