"""The door to pdfplumber: the characters and the ruled cells of a plain page, in the page's own coordinates.

It is pure Python and is given nothing but what :mod:`extractors.files.pdf_plain` wrote.
"""

import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

import pdfplumber
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from extractors.files.pdf_plain import SHOWN_AS

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)

Matrix = tuple[float, float, float, float, float, float]

_UNREADABLE: Final = (
    PdfminerException, MalformedPDFException, ValueError, TypeError, LookupError, AttributeError, ArithmeticError,
    AssertionError, RecursionError,
)  # fmt: skip
"""What odd fonts and damaged instructions raise there."""


@dataclass(frozen=True, slots=True)
class PlumbedCharacter:
    """One character as pdfplumber tells it.

    ``text``: one character, more where a shape stands for several, or ``(cid:7)`` where the font does not say. ``meant``: what
    the file says beside the font that this one shape is meant to be, None where it says nothing. ``matrix``: from
    the font's units of one em to the page, with the character's origin. ``advance``: how far it moves the pen, and ``em``: its
    size, both before ``matrix``; ``advance`` is below 0 where the text runs against it. ``colour``: the numbers that it is
    filled with, in whatever colour space.
    """

    text: str
    font: str
    colour: tuple[float, ...]
    matrix: Matrix
    advance: float
    em: float
    meant: str | None = None


def plumb(plain: bytes) -> Page | None:
    """Return the one page of a plain PDF, its contents read; None where pdfplumber cannot make sense of it."""
    try:
        page = pdfplumber.open(io.BytesIO(plain)).pages[0]
        page.objects  # noqa: B018  reads them
    except _UNREADABLE:
        return None
    return page


def characters_of(page: Page) -> tuple[PlumbedCharacter, ...] | None:
    """The characters of a page in the order that they are drawn; None where one of them makes no sense."""
    try:
        return tuple(_characters(page.chars))
    except _UNREADABLE:
        return None


def _characters(chars: list[dict[str, Any]]) -> Iterator[PlumbedCharacter]:
    for tag, group in groupby(chars, key=itemgetter("tag")):
        tagged = list(group)
        meant = _meant(tag) if len(tagged) == 1 else None
        yield from (_character(char, meant) for char in tagged)


def _meant(tag: str | None) -> str | None:
    if tag is None or not tag.startswith(SHOWN_AS):
        return None
    return bytes.fromhex(tag.rpartition("-")[2]).decode("utf-16-be", errors="replace")


def _character(char: dict[str, Any], meant: str | None) -> PlumbedCharacter:
    matrix: Matrix = char["matrix"]
    advance = float(char["adv"])
    return PlumbedCharacter(
        text=char["text"],
        font=str(char["fontname"]),
        colour=tuple(float(part) for part in char["non_stroking_color"] or () if isinstance(part, int | float)),
        matrix=matrix,
        advance=advance,
        em=_em(char, matrix, advance),
        meant=meant,
    )


def _em(char: dict[str, Any], matrix: Matrix, advance: float) -> float:
    """The font's size. pdfplumber tells the rectangle around advance times size, turned by the matrix: solved for the size."""
    a, b, c, d = (abs(part) for part in matrix[:4])
    wide, high = float(char["x1"] - char["x0"]), float(char["y1"] - char["y0"])
    return (high - b * abs(advance)) / d if d >= c else (wide - a * abs(advance)) / c
