"""What was read in a view of a page, placed back on the page as it is shown."""

from typing import Final, TypeVar

import numpy as np

from extractors.evidence import Box, Document, FieldReading, PageEvidence, Point, QrCode, Quad, Seal, Signature, TextLine
from extractors.page.inside import inside
from extractors.page.lines import in_reading_order
from extractors.sheets import ViewEvidence

_Mark = TypeVar("_Mark", Seal, Signature, QrCode)

WHOLE: Final[Box] = (0.0, 0.0, 1.0, 1.0)


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


def with_lines_of(page: PageEvidence, part: PageEvidence, placement: Placement) -> tuple[TextLine, ...]:
    """The lines of a page, those of a view in place of what was read there before."""
    closer = [line.model_copy(update={"quad": placement.quad(line.quad)}) for line in part.lines]
    return in_reading_order([*(line for line in page.lines if not placement.holds(line)), *closer])


def codes_on_page(page: PageEvidence, placement: Placement) -> tuple[QrCode, ...]:
    """The QR codes of a view."""
    return tuple(_moved(code, placement) for code in page.codes)


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
