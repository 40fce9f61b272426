"""What may be asked of a sheet's pixels besides what was read at first: asked of the pixels themselves, or remembered."""

from collections.abc import Sequence
from typing import Final, Protocol

from extractors.boxes import overlap, shared_area
from extractors.evidence import Box, TextLine
from extractors.sheets import Look, LookKind, Measure, SheetEvidence

SAME_PLACE: Final = 0.7
"""Share of both boxes together (intersection over union) from which an earlier look was at the same place."""


class Pixels(Protocol):
    """Looks at places of a sheet. Boxes are fractions of the sheet; lines come back in the same fractions."""

    def look_again(self, box: Box) -> tuple[TextLine, ...]:
        """Detect and read what lies inside a box once more, enlarged."""
        ...

    def read_strip(self, box: Box) -> TextLine | None:
        """Read what lies inside a box as one line of text, without detection. None where nothing is read."""
        ...

    def measure(self, box: Box) -> Measure:
        """What the ink inside a box is like."""
        ...


class NoPixels:
    """A sheet that cannot be looked at again: nothing is seen there."""

    def look_again(self, box: Box) -> tuple[TextLine, ...]:
        """See nothing."""
        return ()

    def read_strip(self, box: Box) -> TextLine | None:
        """Read nothing."""
        return None

    def measure(self, box: Box) -> Measure:
        """Know nothing."""
        return Measure(box=box)


class RememberingPixels:
    """Passes every question on and keeps the answers, for the sheet to hold."""

    def __init__(self, pixels: Pixels) -> None:
        self._pixels = pixels
        self.looks: list[Look] = []
        self.measures: list[Measure] = []

    def look_again(self, box: Box) -> tuple[TextLine, ...]:
        """Look, and remember."""
        lines = self._pixels.look_again(box)
        self.looks.append(Look(kind="area", box=box, lines=lines))
        return lines

    def read_strip(self, box: Box) -> TextLine | None:
        """Read, and remember."""
        line = self._pixels.read_strip(box)
        self.looks.append(Look(kind="strip", box=box, lines=(line,) if line else ()))
        return line

    def measure(self, box: Box) -> Measure:
        """Measure, and remember."""
        measure = self._pixels.measure(box)
        self.measures.append(measure)
        return measure


class RememberedPixels:
    """Answers from what a sheet remembers. A place that nobody looked at is as good as one where nothing was seen."""

    def __init__(self, sheet: SheetEvidence) -> None:
        self._sheet = sheet

    def look_again(self, box: Box) -> tuple[TextLine, ...]:
        """The lines that were read there."""
        look = self._nearest("area", box)
        return look.lines if look else ()

    def read_strip(self, box: Box) -> TextLine | None:
        """The line that was read there."""
        look = self._nearest("strip", box)
        return next(iter(look.lines), None) if look else None

    def measure(self, box: Box) -> Measure:
        """What was measured there, or on the line that most of the box lies on."""
        known = _nearest([measure.box for measure in self._sheet.measures], box)
        if known is not None:
            return self._sheet.measures[known].model_copy(update={"box": box})
        lines = [line for line in self._sheet.page.lines if line.legibility is not None and shared_area(line.box, box) > 0]
        line = max(lines, key=lambda one: shared_area(one.box, box), default=None)
        return Measure(box=box, legibility=line.legibility if line else None)

    def _nearest(self, kind: LookKind, box: Box) -> Look | None:
        looks = [look for look in self._sheet.looks if look.kind == kind]
        at = _nearest([look.box for look in looks], box)
        return looks[at] if at is not None else None


def _nearest(boxes: Sequence[Box], box: Box) -> int | None:
    """The box that is most like another one, if they are the same place."""
    likeness = [overlap(other, box) for other in boxes]
    best = max(range(len(boxes)), key=likeness.__getitem__, default=None)
    return best if best is not None and likeness[best] >= SAME_PLACE else None
