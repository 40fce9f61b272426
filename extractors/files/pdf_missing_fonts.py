"""Text that a page cannot show, because its font is neither in the file nor the package's own.

Such text is blank paper to everybody but its author. It is told from text that is hidden (white, covered, cut away): what is
missing was meant to be drawn with a font that the file does not bring, on plain ground, and is no character that could be.
"""

from collections.abc import Sequence
from typing import Final

import cv2
import numpy as np

from extractors.files.pdf_draw import Drawing
from extractors.files.pdf_fonts import outline
from extractors.files.pdf_glyph import UNMAPPED, Glyph

MIN_CONTRAST: Final = 20
"""Levels (0..255) from which a difference is seen: see ``TextLayerLimits.min_contrast``."""
_LAST_LATIN: Final = 0x24F
"""Latin letters are drawn with PDFium's own shapes."""


def count_undrawn(glyphs: Sequence[Glyph], drawing: Drawing) -> int:
    """How many characters of a page cannot be drawn as they were meant to be."""
    return sum(_is_undrawn(glyph, drawing) for glyph in glyphs if may_be_undrawn(glyph))


def may_be_undrawn(glyph: Glyph) -> bool:
    """Whether a font that is missing numbers its characters in its own way, or the package's font has not this one."""
    if glyph.font_brought:
        return False
    return glyph.text == UNMAPPED or (_is_lettering(glyph.text) and outline(glyph.text) is None)


def _is_undrawn(glyph: Glyph, drawing: Drawing) -> bool:
    """Whether it would stand on plain ground, and nothing stands there or what could be any character."""
    left, top, right, bottom = (int(side) for side in glyph.cell)
    cell = (slice(max(0, top), max(0, bottom) + 1), slice(max(0, left), max(0, right) + 1))
    ground, shown = drawing.without_text[cell], drawing.image[cell]
    if not ground.size or int(np.ptp(ground, axis=(0, 1)).max()) > MIN_CONTRAST:
        return False
    return glyph.text == UNMAPPED or int(cv2.absdiff(ground, shown).max()) <= MIN_CONTRAST


def _is_lettering(text: str) -> bool:
    """Whether it says something: a bullet that is missing is no loss."""
    return text.isalnum() and ord(text[0]) > _LAST_LATIN
