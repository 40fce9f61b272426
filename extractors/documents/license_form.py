"""One licence as it lies on a sheet: its title, labels and values, in straightened pixels."""

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from extractors.documents.license_labels import Label, LicenseField, find_labels
from extractors.documents.license_layout import Cell, Straightening, lay_out, straightening
from extractors.documents.license_values import Value, read_values
from extractors.documents.reader import Sheet
from extractors.evidence import Box, TextLine

TITLE: Final = re.compile(
    r"[一-鿿()（）]{0,16}?(?:营业执照|营业执|业执照|营业.照|营.执照|营业执.|代表机构登记证)(?:[(（]?[正副]本?[)）]?)?[\d()（）-]{0,5}"
)
"""A line that is nothing but the title, whatever kind of business goes before it (DOMAIN 1.1); one character may be lost or
misread."""
TITLE_HEIGHT: Final = 1.35
"""A title is at least this many times as high as the usual label: 2.7 and more on 204 pictures, 4.1 in the middle."""
TITLE_WORDS: Final = ("营", "业", "执", "照")


@dataclass(frozen=True, slots=True)
class Form:
    """What one look at a sheet, or at a part of it, found."""

    sheet: Sheet
    straight: Straightening
    cells: tuple[Cell, ...]
    labels: tuple[Label, ...]
    values: dict[LicenseField, Value]
    title: Cell | None

    def label(self, field: LicenseField) -> Label | None:
        """The label of a field; None where it was not found."""
        return next((label for label in self.labels if label.field == field), None)

    def text_of(self, field: LicenseField) -> str:
        """What stands behind a field's label."""
        return self.values[field].text if field in self.values else ""

    def box(self, cells: Sequence[Cell]) -> Box | None:
        """The box around cells, in fractions of the page; None around nothing."""
        if not cells:
            return None
        return self.straight.box(
            min(cell.left for cell in cells),
            min(cell.top for cell in cells),
            max(cell.right for cell in cells),
            max(cell.bottom for cell in cells),
        )


def open_form(sheet: Sheet, lines: Sequence[TextLine] | None = None, straight: Straightening | None = None) -> Form:
    """Lay out a sheet's lines, or other lines seen on it, and find labels and values among them."""
    laid = straight or straightening(sheet)
    cells = lay_out(sheet.lines if lines is None else lines, laid)
    labels = find_labels(cells)
    return Form(sheet, laid, cells, labels, read_values(labels, cells), _title(cells, labels))


def _title(cells: Sequence[Cell], labels: Sequence[Label]) -> Cell | None:
    """The largest line that is a title, printed larger than the labels."""
    usual = statistics.median(label.height for label in labels) if labels else 0.0
    read = [title for cell in cells if (title := _as_title(cell)) is not None]
    titles = [cell for cell in read if cell.height > TITLE_HEIGHT * usual]
    return max([*titles, *_spaced_title(cells)], key=lambda cell: cell.height, default=None)


def _as_title(cell: Cell) -> Cell | None:
    """The cell if it reads as a title, with red ink taken away or in colour: titles printed in gold lose strokes with it."""
    if TITLE.fullmatch(cell.text):
        return cell
    colour = "".join((cell.line.colour_text or "").split())
    return replace(cell, text=colour) if not cell.cut_from and TITLE.fullmatch(colour) else None


def _spaced_title(cells: Sequence[Cell]) -> list[Cell]:
    """The title's last character where the detector took each of them for a line of its own."""
    single = [cell for cell in cells if cell.text in TITLE_WORDS]
    return [
        cell
        for cell in single
        if {other.text for other in single if other.beside(cell)} == set(TITLE_WORDS) and cell.text == TITLE_WORDS[-1]
    ]
