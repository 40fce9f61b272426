"""What every document type implements, and the sheet it is given to read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, runtime_checkable

from extractors.documents.body import part_of
from extractors.documents.reading.tagger import types_of
from extractors.documents.title import Title, find_titles
from extractors.evidence import Box, Document, DocumentType, FieldReading, TextLine
from extractors.text.rows import Row, rows_of

LookAgain = Callable[[Box], tuple[TextLine, ...]]
"""Detects and reads the pixels inside a box once more, enlarged. Lines come back in the page's own fractions."""

ReadStrip = Callable[[Box], TextLine | None]
"""Reads the pixels inside a box as one line of text, without detection. None where nothing is read."""

IsBareBetween = Callable[[Box], bool]
"""Whether a box holds two signs of a form and nothing but bare paper between them."""


def _look_nowhere(box: Box) -> tuple[TextLine, ...]:
    return ()


def _read_nothing(box: Box) -> TextLine | None:
    return None


def _never_bare(box: Box) -> bool:
    return False


@dataclass(frozen=True)
class Sheet:
    """One upright page as a document reader sees it: its lines, and a way to look at its pixels again.

    ``lines`` are in reading order; ``frames`` are the cells of tables that a digital original draws, in shares of the page.
    ``look_again`` and ``read_strip`` cost an engine call each: use them where a label says that a value must be.
    """

    page_number: int
    width_px: int
    height_px: int
    lines: tuple[TextLine, ...]
    look_again: LookAgain = _look_nowhere
    read_strip: ReadStrip = _read_nothing
    frames: tuple[Box, ...] = ()
    is_bare_between: IsBareBetween = _never_bare

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Its lines in rows: every reader begins with them."""
        return rows_of(self.lines, self.width_px, self.height_px, self.frames)

    @cached_property
    def titles(self) -> tuple[Title, ...]:
        """Every known heading on it from top to bottom."""
        return find_titles(self.rows)

    @cached_property
    def types(self) -> Mapping[str, float]:
        """How likely (0..1) it is a paper of each type by all that it says, '' for none of them."""
        return types_of(part_of(self.page_number, self.rows))


class DocumentReader(Protocol):
    """Recognises one document type and reads its fields."""

    @property
    def type(self) -> DocumentType:
        """The type this reader knows."""
        ...

    def find(self, sheet: Sheet) -> tuple[Document, ...]:
        """Return the documents of this type on the sheet, with their confidence and fields; empty where there is none."""
        ...


@runtime_checkable
class RunsOn(Protocol):
    """A reader whose papers may run over several pages."""

    def read_on(self, sheet: Sheet) -> Mapping[str, FieldReading]:
        """The fields on a page that goes on with a paper of this type."""
        ...
