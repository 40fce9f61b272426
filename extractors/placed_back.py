"""What was read in a view of a page, placed back on the page as it is shown."""

from collections.abc import Iterable, Sequence
from typing import Final, TypeVar

import numpy as np

from extractors.evidence import (
    Box,
    Document,
    FieldReading,
    Flaw,
    PageEvidence,
    Point,
    QrCode,
    Quad,
    Seal,
    Signature,
    TextLine,
    Trace,
)
from extractors.page.inside import inside
from extractors.page.lines import in_reading_order
from extractors.sheets import ViewEvidence

_Mark = TypeVar("_Mark", Seal, Signature, QrCode, Flaw, Trace)

WHOLE: Final[Box] = (0.0, 0.0, 1.0, 1.0)
LEAST_PAPER: Final = 0.4
"""Height, as a share of its width, of a part of a page that may be a paper though nothing on it was recognised."""


class Placement:
    """Where a view lies on its page: fractions of the view to fractions of the page."""

    def __init__(self, view: ViewEvidence) -> None:
        self._to_page = np.array(view.to_page, dtype=np.float64).reshape(3, 3)
        self._region = np.array(view.region, dtype=np.float64)

    def quad(self, quad: Quad) -> Quad:
        """Corners of the view on the page, clipped to it."""
        points = np.hstack([np.array(quad, dtype=np.float64), np.ones((4, 1))]) @ self._to_page.T
        moved = (points[:, :2] / points[:, 2:]).clip(0.0, 1.0)
        corners: list[Point] = [(float(x), float(y)) for x, y in moved]
        return (corners[0], corners[1], corners[2], corners[3])

    def box(self, box: Box) -> Box:
        """The upright rectangle on the page around one of the view."""
        left, top, right, bottom = box
        corners = self.quad(((left, top), (right, top), (right, bottom), (left, bottom)))
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return (min(xs), min(ys), max(xs), max(ys))

    def holds(self, line: TextLine) -> bool:
        """Whether the middle of a line of the page lies in the region that was looked at."""
        middle = np.array(line.quad, dtype=np.float64).mean(axis=0)
        return bool(inside(self._region[None], middle[None])[0, 0])


Part = tuple[Placement, tuple[PageEvidence, tuple[Document, ...]]]
"""Where a view lies, what was seen on it and the documents there."""


def with_lines_of(page: PageEvidence, part: PageEvidence, placement: Placement) -> tuple[TextLine, ...]:
    """The lines of a page, those of a view in place of what was read there before."""
    return in_reading_order([*(line for line in page.lines if not placement.holds(line)), *lines_on_page(part, placement)])


def lines_on_page(part: PageEvidence, placement: Placement) -> tuple[TextLine, ...]:
    """The lines of a view."""
    return tuple(line.model_copy(update={"quad": placement.quad(line.quad)}) for line in part.lines)


def marks_on_page(marks: Iterable[_Mark], placement: Placement) -> tuple[_Mark, ...]:
    """Marks of any one kind that were seen on a view."""
    return tuple(_moved(mark, placement) for mark in marks)


def together(page: PageEvidence, parts: Sequence[Part]) -> tuple[PageEvidence, tuple[Document, ...]]:
    """A page of several papers, from what was seen of each part by itself: nothing of one is taken for the other's."""
    seen = [(placement, *part) for placement, part in parts]
    lines = [line for placement, part, _ in seen for line in lines_on_page(part, placement)]
    placed = [(part, document_on_page(document, placement)) for placement, part, documents in seen for document in documents]
    papers = [document for part, document in placed if document.type != "unknown" or _may_be_a_paper(part)]
    measured = [part.legibility for _, part, _ in seen if part.legibility is not None]
    colours = [part.colour_among_print for _, part, _ in seen if part.colour_among_print is not None]
    whole = page.model_copy(
        update={
            "lines": in_reading_order(lines),
            "codes": tuple(code for placement, part, _ in seen for code in codes_on_page(part, placement)),
            "flaws": tuple(flaw for placement, part, _ in seen for flaw in marks_on_page(part.flaws, placement)),
            "traces": tuple(trace for placement, part, _ in seen for trace in marks_on_page(part.traces or (), placement)),
            "legibility": max(measured, key=lambda one: one.paper, default=page.legibility),
            "colour_among_print": max(colours, default=None),
            "is_grey": all(part.is_grey for _, part, _ in seen),
            "is_two_level": all(part.is_two_level for _, part, _ in seen),
        }
    )
    return whole, tuple(papers or (document for _, document in placed))


def _may_be_a_paper(part: PageEvidence) -> bool:
    """Whether a part of a page is as high as a paper that was not recognised, and no mere line of a chat."""
    return part.height_px >= LEAST_PAPER * part.width_px


def codes_on_page(page: PageEvidence, placement: Placement) -> tuple[QrCode, ...]:
    """The QR codes of a view."""
    return marks_on_page(page.codes, placement)


def document_on_page(document: Document, placement: Placement) -> Document:
    """A document of a view; one that is all of the view is the view's part of the page."""
    return document.model_copy(
        update={
            "box": placement.box(document.box or WHOLE),
            "fields": {name: _field(field, placement) for name, field in document.fields.items()},
            "seals": tuple(_moved(seal, placement) for seal in document.seals),
            "signatures": tuple(_moved(signature, placement) for signature in document.signatures),
        }
    )


def _field(field: FieldReading, placement: Placement) -> FieldReading:
    return field if field.box is None else field.model_copy(update={"box": placement.box(field.box)})


def _moved(mark: _Mark, placement: Placement) -> _Mark:
    return mark.model_copy(update={"box": placement.box(mark.box)})
