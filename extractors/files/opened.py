"""What opening a file yields: its format, its problems, and its pages one at a time."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from extractors.evidence import Box, FileFormat, FileProblem, Origin, TextLine

PageImage = NDArray[np.uint8]
"""Height × width × 3, BGR, 0..255, as the file means it to be shown (EXIF orientation and PDF rotation applied)."""


@dataclass(frozen=True, slots=True, eq=False)
class RawPage:
    """One page as a viewer shows it.

    ``text`` holds the lines of a digital original, in fractions of the page: only what a person would see, and only where that
    is all the page says. None: the pixels must be read. ``dpi`` is the density a PDF page was drawn with; None for pictures.
    """

    number: int
    image: PageImage
    text: tuple[TextLine, ...] | None = None
    dpi: float | None = None
    uploaded_px: tuple[int, int] | None = None
    """Width and height as the file shows the page, where ``image`` is a smaller copy of it."""
    rules: tuple[Box, ...] = ()
    cells: tuple[Box, ...] = ()
    """The ruled lines of a digital original and the cells of its tables, as in :class:`extractors.evidence.PageEvidence`."""

    @property
    def shown_px(self) -> tuple[int, int]:
        """Width and height as the file shows the page."""
        return self.uploaded_px or (self.image.shape[1], self.image.shape[0])


PageStream = Iterator[RawPage | FileProblem]
"""A file's pages in order; a page that cannot be shown gives the problem in its place."""


def no_pages() -> PageStream:
    """The stream of a file that cannot be read at all."""
    return iter(())


@dataclass(slots=True, eq=False)
class OpenedFile:
    """An untrusted file after the guards, before its pages are decoded.

    ``format`` comes from the content, None where it is none of ours. ``page_count`` is 0 where nothing can be read.
    ``problems`` starts with what the guards saw and grows while ``pages`` is walked: look at it after the last page.
    """

    format: FileFormat | None
    page_count: int = 0
    problems: tuple[FileProblem, ...] = ()
    stream: PageStream = field(default_factory=no_pages, repr=False)
    largest_px: int = 0
    """Width times height of its largest picture, as declared; 0 where nothing is known of it before its pages are walked."""
    origin: Origin = field(default_factory=Origin)

    @property
    def pages(self) -> Iterator[RawPage]:
        """Decode the pages one by one; they can be walked once. Damaged pages are left out and noted in ``problems``."""
        for item in self.stream:
            if isinstance(item, FileProblem):
                self.problems = (*self.problems, item)
            else:
                yield item
