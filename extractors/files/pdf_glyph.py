"""One character of a PDF page, with the place where it should stand on the drawn page."""

from dataclasses import dataclass

from extractors.evidence import Box, Point

UNMAPPED = "\ufffd"
"""Stands for a character whose font does not say what it means, or of which two readers say different things."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character, in pixels of the drawn page, x right, y down.

    ``text`` is one character, or the letters of a ligature. ``origin`` is its point on the baseline, ``size`` the em,
    ``advance`` how far it moves the pen. ``ink`` is the rectangle around its outline, ``cell`` the one that it takes up in its
    line. ``degrees`` is the direction of its baseline, clockwise from left-to-right, 0..359. ``style`` is equal for characters
    of one font and colour. ``font_brought``: whether the file brings its font. ``reach``: width and height of its ink, where
    that is known and its place is not; it lies somewhere in ``ink`` then.
    """

    text: str
    origin: Point
    size: float
    degrees: int
    ink: Box
    cell: Box
    advance: float
    style: tuple[object, ...] = ()
    font_brought: bool = True
    reach: tuple[float, float] | None = None

    @property
    def is_space(self) -> bool:
        """Whether it leaves no ink by nature."""
        return self.text.isspace()
