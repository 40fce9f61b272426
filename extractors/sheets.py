"""Sheets: all that the pixels of a page gave, before anything was recognised as a document.

A page is one sheet; a part of it that was cut out, laid flat and read by itself is a view with a sheet of its own. Documents
are found on sheets alone (:mod:`extractors.recognise`), so that a better reader needs no pixel: where it wants to look at a
place again, it is told what was seen there when the page was read.
"""

from typing import Literal

from extractors.evidence import (
    DigitalSignature,
    FileFormat,
    FileProblem,
    Frozen,
    Legibility,
    Origin,
    PageEvidence,
    Seal,
    Signature,
    TextLine,
)
from extractors.frozen import Box

LookKind = Literal["strip", "area"]
"""``strip``: the place was read as one line; ``area``: lines were detected there anew, enlarged."""


class Look(Frozen):
    """A place that was looked at once more, and the lines that were read there; none where nothing was."""

    kind: LookKind
    box: Box
    lines: tuple[TextLine, ...]


class Measure(Frozen):
    """What the ink at a place is like: how well it can be made out, whether a pen wrote it, whether it stands on a rule.

    ``bare``: whether it is two signs of a form and nothing but bare paper, or a rule, between them.
    """

    box: Box
    legibility: Legibility | None = None
    by_pen: bool = False
    ruled: bool = False
    bare: bool = False


class SheetEvidence(Frozen):
    """One upright page, or a flat part of one, as it was read.

    ``page`` holds its lines and measures. ``print_lines`` are the indices of the lines that are the paper's own print: pieces
    of a seal's ring are left out. ``looks`` and ``measures`` are what was asked of its pixels besides.
    """

    page: PageEvidence
    print_lines: tuple[int, ...]
    seals: tuple[Seal, ...] = ()
    signatures: tuple[Signature, ...] = ()
    digital: bool = False
    """Its lines are a PDF's own text, nothing on it was read from pixels."""
    looks: tuple[Look, ...] = ()
    measures: tuple[Measure, ...] = ()
    views: tuple["ViewEvidence", ...] = ()
    parted: bool = False
    """Several papers lie on it, and its views are one of each: what stands on it is what they show."""


class ViewEvidence(Frozen):
    """A part of a sheet seen flat and at full resolution. ``corners`` enclose it, clockwise from its upper left one.

    ``to_page``: the 3×3 matrix, row by row, that takes fractions of the view to fractions of the sheet. ``region``: the corners
    of what was found worth the look; the view reaches a little beyond.
    """

    to_page: tuple[float, float, float, float, float, float, float, float, float]
    region: tuple[tuple[float, float], ...]
    sheet: SheetEvidence


class FileSheets(Frozen):
    """The sheets of a file, one a page, and what is known of the file itself."""

    sha256: str
    size_bytes: int
    format: FileFormat | None
    page_count: int
    problems: tuple[FileProblem, ...] = ()
    sheets: tuple[SheetEvidence, ...] = ()
    digital_signatures: tuple[DigitalSignature, ...] = ()
    origin: Origin = Origin()
    engine: str = ""
    """The version of the engine that read it."""


SheetEvidence.model_rebuild()
