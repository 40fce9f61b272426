"""Where things lie on the pages of a report: the boxes drawn there, and the anchors that lead to them."""

import base64
from collections.abc import Iterable
from typing import Literal, NamedTuple

from extractors.evidence import Box
from pipeline.words import BOXES
from validators.finding import Severity

PageKey = tuple[str, int]
"""A file's name and a page's number."""

MarkKind = Severity | Literal["seal", "signature", "field"]


class Mark(NamedTuple):
    """A box on a page: its anchor, its style (percentages of the page), its kind and the label at its corner.

    Anchors are made of ASCII letters, digits, ``-`` and ``_`` only: the style sheet names them, too.
    """

    anchor: str
    style: str
    kind: MarkKind
    label: str


def draw(anchor: str, box: Box, kind: MarkKind, label: str) -> Mark:
    """Draw a box; what of it lies outside the page is left away."""
    x0, y0, x1, y1 = (min(max(edge, 0.0), 1.0) for edge in box)
    style = f"left:{x0:.2%};top:{y0:.2%};width:{max(x1 - x0, 0):.2%};height:{max(y1 - y0, 0):.2%}"
    return Mark(anchor, style, kind, label)


def legend(marks: Iterable[Mark]) -> tuple[tuple[str, str], ...]:
    """Return the kinds of boxes that a page shows, with their names."""
    shown: set[str] = {mark.kind for mark in marks}
    return tuple((kind, name) for kind, name in BOXES.items() if kind in shown)


def page_anchor(key: PageKey) -> str:
    """Return what links to a page."""
    file, number = key
    return f"page-{base64.urlsafe_b64encode(file.encode()).decode().rstrip('=')}-{number}"
