"""What the press hands out: a paper as the recogniser would see it, and what it truly says."""

from collections.abc import Mapping
from dataclasses import dataclass

from extractors.evidence import DocumentType, TextLine
from extractors.frozen import Box

__all__ = ["PressPaper"]


@dataclass(frozen=True)
class PressPaper:
    """A composed paper, its lines as read, and the truth about its fields.

    ``truth`` holds the normalised value of each field that the paper states; "" where its place is printed and left empty.
    ``absent`` are the fields that it states nowhere. Fields in neither are ones that a careful reader could take either way.
    ``boxes`` says where each value's characters stand, in fractions of the page, and ``printed`` how they are printed there.
    ``spans`` tells for each line which of its characters are which field's value, or with ``?`` before the name its label.
    ``smudged`` are fields in whose value a character was misread, so that they do not count. ``recipe`` explains the paper.
    """

    type: DocumentType
    lines: tuple[TextLine, ...]
    width_px: int
    height_px: int
    truth: Mapping[str, str]
    absent: frozenset[str]
    boxes: Mapping[str, Box]
    printed: Mapping[str, str]
    smudged: frozenset[str]
    spans: tuple[tuple[tuple[int, int, str], ...], ...]
    recipe: str
