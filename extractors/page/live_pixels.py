"""A sheet's own pixels, to be looked at again while they are there."""

from collections.abc import Sequence

from extractors.evidence import Box, TextLine
from extractors.marks.fill_ins import is_bare_between, is_by_pen, is_ruled
from extractors.page.ink import InkLayers
from extractors.page.legibility import Picture, legibility_on
from extractors.page.lines import PageReader
from extractors.sheets import Measure


class LivePixels:
    """Looks at an upright page whose lines were read. A digital original is not measured: nothing on it is unclear."""

    def __init__(self, reader: PageReader, ink: InkLayers, lines: Sequence[TextLine], picture: Picture | None) -> None:
        self._reader = reader
        self._ink = ink
        self._lines = lines
        self._picture = picture

    def look_again(self, box: Box) -> tuple[TextLine, ...]:
        """Detect and read the pixels inside a box once more, enlarged."""
        return self._reader.look_again(box)

    def read_strip(self, box: Box) -> TextLine | None:
        """Read the pixels inside a box as one line."""
        return self._reader.read_strip(box)

    def measure(self, box: Box) -> Measure:
        """How well the place can be made out, by which ink it was written, and on what."""
        bare = is_bare_between(box, self._ink)
        if self._picture is None:
            return Measure(box=box, bare=bare)
        return Measure(
            box=box,
            legibility=legibility_on(self._picture, self._lines, box),
            by_pen=is_by_pen(box, self._ink),
            ruled=is_ruled(box, self._ink),
            bare=bare,
        )
