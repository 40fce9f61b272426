"""What is seen of a file's pages before anything on them is recognised: lines, codes, measures, and why there is no more.

What documents are found to hold stands in :mod:`extractors.evidence`: it changes more often, and no page is read again for it.
"""

from typing import Literal

from pydantic import Field

from extractors.frozen import Box, Frozen, Quad
from extractors.mark_evidence import Trace
from extractors.picture_evidence import Flaw, Legibility

FileFormat = Literal["jpeg", "png", "pdf", "heic", "webp", "tiff", "bmp", "gif"]

ProblemKind = Literal[
    "empty",
    "too_large",
    "unsupported",
    "corrupt",
    "encrypted",
    "too_many_pages",
    "pixel_bomb",
    "active_content",
    "font_missing",
    "unreadable",
]
"""What kept a file, or one page of it, from being read. ``active_content`` does not stop the reading; where a font is missing
the page is read as far as it shows."""


class TextLine(Frozen):
    """One line of text on a page.

    ``quad`` runs clockwise from the text's own top-left corner. Where coloured ink covers the line it is read twice: ``text``
    is what was read from the dark ink and ``colour_text`` what was read with all ink (the other way round where the line is
    itself written in colour), and both count.

    ``places`` tells for each character of ``text`` where its middle stands along the line, in per mille of the way from the
    quad's left edge to its right edge; ``colour_places`` the same for ``colour_text``. None where the engine does not tell.

    ``layer``: whether the line is the paper's print, or belongs to a watermark, which says what a copy is for and is part of no
    value.
    """

    quad: Quad
    text: str
    places: tuple[int, ...] | None = None
    score: float = Field(ge=0, le=1)
    source: Literal["ocr", "pdf_text"] = "ocr"
    layer: Literal["print", "watermark"] = "print"
    colour_text: str | None = None
    colour_places: tuple[int, ...] | None = None
    legibility: Legibility | None = None

    @property
    def box(self) -> Box:
        """The upright rectangle around the quad."""
        xs = [x for x, _ in self.quad]
        ys = [y for _, y in self.quad]
        return (min(xs), min(ys), max(xs), max(ys))

    @property
    def covered(self) -> bool:
        """Whether coloured ink lies over this line, so that it was read twice."""
        return self.colour_text is not None

    @property
    def readings_agree(self) -> bool:
        """True for a line read once, or read the same both times (spaces aside)."""
        return self.colour_text is None or self.colour_text.replace(" ", "") == self.text.replace(" ", "")


class QrCode(Frozen):
    """A QR code on a page and the text in it."""

    text: str
    page: int = Field(ge=1)
    box: Box


class Folio(Frozen):
    """Which page of how many a page says it is (第 1 页 共 3 页)."""

    number: int = Field(ge=1)
    count: int = Field(ge=1)


class PageEvidence(Frozen):
    """One page as shown upright. ``turned_degrees`` is the clockwise turn that set it upright (0, 90, 180 or 270).

    ``traces``: ink as red, blue or black as a seal that nothing known accounts for; None on a page with seals.
    ``colour_among_print`` (0..1): how much of what its lines enclose has a colour; None without lines. ``is_grey``: nothing on
    the page has any colour, as in a photocopy; ``is_two_level``: nor are there tones between ink and paper, as in a fax.
    ``legibility`` is that of its plainest parts: no background is so soft that it counts. It is None for pages without pixels
    of their own.
    ``folio`` is None where the page does not say which of how many it is.

    ``rules`` are the straight lines of a digital original, level or upright and at least 4 mm long, as boxes without an extent
    across; ``cells`` the cells of its tables, merged ones as one. Both as drawn and seen, to 1/10 000 of the page, from top to
    bottom and left to right; empty for pages read from their pixels.
    """

    number: int = Field(ge=1)
    width_px: int
    height_px: int
    turned_degrees: Literal[0, 90, 180, 270] = 0
    lines: tuple[TextLine, ...] = ()
    codes: tuple[QrCode, ...] = ()
    traces: tuple[Trace, ...] | None = None
    colour_among_print: float | None = None
    is_grey: bool = False
    is_two_level: bool = False
    legibility: Legibility | None = None
    flaws: tuple[Flaw, ...] = ()
    folio: Folio | None = None
    rules: tuple[Box, ...] = ()
    cells: tuple[Box, ...] = ()

    @property
    def printed(self) -> tuple[TextLine, ...]:
        """Its lines without those of a watermark."""
        return tuple(line for line in self.lines if line.layer == "print")


class FileProblem(Frozen):
    """Why a file, or one of its pages, could not be read as it should. ``detail`` is for the reviewer."""

    kind: ProblemKind
    detail: str = ""
    page: int | None = None
