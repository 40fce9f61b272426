"""The ruled lines of a digital original and the cells between them, where a person sees them.

pdfplumber puts the strokes and the edges of filled boxes together to lines and finds the cells that they enclose. A line counts
only where the drawn page shows it: programs draw boxes in white, cut them away, or lay something over them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray
from pdfplumber.page import Page
from pdfplumber.table import merge_edges

from extractors.evidence import Box
from extractors.files.opened import PageImage
from extractors.files.pdf_draw import strongest
from extractors.files.pdf_plain import PAGE_SIDE
from extractors.files.pdf_projection import Projection

Edge = dict[str, Any]
"""One of pdfplumber's: ``x0``, ``x1``, ``top``, ``bottom`` in points, ``orientation`` h or v."""

MAX_STROKES: Final = 15_000
"""Edges on a page that are put together: rules of dots have 3 000 and more."""
MAX_LINES: Final = 250
MAX_CROSSINGS: Final = 8_000
"""Lines across times lines down: a page-long table of eight columns has 500. What has more is no table."""
TOUCHING_POINTS: Final = 3.0
"""Ends and lines nearer than this are one, pdfplumber's own measure: the two sides of a rule, the corner of a frame."""
MIN_LINE_POINTS: Final = 11.0
"""4 mm. Shorter ones are boxes to tick and parts of letters."""
MIN_CELL_POINTS: Final = 6.0
"""2 mm: no text fits between the two lines of a double frame."""
MIN_TABLE_CELLS: Final = 2
MIN_SEEN_SHARE: Final = 0.8
"""Of a line's length must be seen; a seal may cover the rest."""
MIN_CONTRAST: Final = 20
"""Levels (0..255) by which a line, or one side of it, stands out: see ``TextLayerLimits.min_contrast``."""
NEAR_PX: Final = 7
"""Side of the square around a place in which the line is looked for: a line may be 2 mm thick, or two side by side."""
DECIMALS: Final = 4
"""Of a fraction of the page: 0.03 mm."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """In fractions of the page as shown. ``rules``: lines, as boxes without an extent across. ``cells``: of tables."""

    rules: tuple[Box, ...] = ()
    cells: tuple[Box, ...] = ()


def read_ruling(page: Page, without_text: PageImage, projection: Projection) -> Ruling:
    """Return the lines and cells of a page, top to bottom and left to right; none where it has too many to be a form."""
    strokes: list[Edge] = [edge for edge in page.edges if edge["orientation"] in ("h", "v")]
    if not 0 < len(strokes) <= MAX_STROKES:
        return Ruling()
    sight = _Sight(without_text, projection)
    lines = [line for line in _joined(strokes) if _length(line) >= MIN_LINE_POINTS and sight.shows(line)]
    if len(lines) > MAX_LINES:
        return Ruling()
    return Ruling(sight.fractions(lines), sight.fractions(_cells(page, lines)))


def _joined(strokes: list[Edge]) -> list[Edge]:
    joined: list[Edge] = merge_edges(strokes, TOUCHING_POINTS, TOUCHING_POINTS, TOUCHING_POINTS, TOUCHING_POINTS)
    return joined


def _length(line: Edge) -> float:
    return float(max(line["x1"] - line["x0"], line["bottom"] - line["top"]))


def _cells(page: Page, lines: Sequence[Edge]) -> list[Edge]:
    """The cells that lines enclose, where they enclose several; a lone frame is no table."""
    across = [line for line in lines if line["orientation"] == "h"]
    down = [line for line in lines if line["orientation"] == "v"]
    if min(len(across), len(down)) < MIN_TABLE_CELLS or len(across) * len(down) > MAX_CROSSINGS:
        return []
    tables = page.find_tables(
        {
            "vertical_strategy": "explicit",
            "horizontal_strategy": "explicit",
            "explicit_vertical_lines": down,
            "explicit_horizontal_lines": across,
        }
    )
    cells = [_edge(*cell) for table in tables for cell in table.cells]
    roomy = [cell for cell in cells if min(cell["x1"] - cell["x0"], cell["bottom"] - cell["top"]) >= MIN_CELL_POINTS]
    return roomy if len(roomy) >= MIN_TABLE_CELLS else []


def _edge(x0: float, top: float, x1: float, bottom: float) -> Edge:
    return {"x0": x0, "top": top, "x1": x1, "bottom": bottom}


class _Sight:
    """What of a page's lines its drawing shows."""

    def __init__(self, without_text: PageImage, projection: Projection) -> None:
        self._projection = projection
        self._height, self._width = without_text.shape[:2]
        steps = strongest(cv2.morphologyEx(without_text, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))) > MIN_CONTRAST
        near = cv2.dilate(steps.astype(np.uint8), np.ones((NEAR_PX, NEAR_PX), np.uint8))
        self._seen: NDArray[np.bool_] = near > 0

    def _box(self, edge: Edge) -> Box:
        return self._projection.box(edge["x0"], PAGE_SIDE - edge["bottom"], edge["x1"], PAGE_SIDE - edge["top"])

    def shows(self, line: Edge) -> bool:
        """Whether a line is seen along most of its way."""
        left, top, right, bottom = (int(side) for side in self._box(line))
        along = self._seen[max(0, top) : bottom + 1, max(0, left) : right + 1]
        return bool(along.size and along.mean() >= MIN_SEEN_SHARE)

    def fractions(self, edges: Iterable[Edge]) -> tuple[Box, ...]:
        """Boxes in fractions of the page."""
        boxes = {self._fraction(*self._box(edge)) for edge in edges}
        return tuple(sorted(boxes, key=lambda box: (box[1], box[0], box[3], box[2])))

    def _fraction(self, left: float, top: float, right: float, bottom: float) -> Box:
        return (
            _rounded(left / self._width),
            _rounded(top / self._height),
            _rounded(right / self._width),
            _rounded(bottom / self._height),
        )


def _rounded(fraction: float) -> float:
    return round(min(1.0, max(0.0, fraction)), DECIMALS)
