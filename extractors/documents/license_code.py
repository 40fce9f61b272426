"""A licence's number: the credit code, or the registration number of the years before 2015.

A third of the codes that a first reading lacks are crisp and were never detected, or glued to what stands beside them. The
label says where a number must be, and the checksum says when the look was good.
"""

import re
import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from extractors.documents.license_form import Form
from extractors.documents.license_labels import Label
from extractors.documents.license_layout import Cell, lay_out
from extractors.documents.reader import Sheet
from extractors.evidence import Box, Doubt, FieldReading, TextLine
from extractors.text.identifiers import CodeReading, find_registration_number, find_uscc, fold_code
from extractors.text.passage import compose

CodeField = Literal["uscc", "registration_number"]

PROVEN_USCC: Final = 0.99
"""Confidence of a code both of whose check characters fit: one wrong reading in 341 would."""
PROVEN_REGISTRATION: Final = 0.92
"""Confidence of a registration number whose check digit fits: one wrong reading in ten would."""

COPY_NUMBER: Final = re.compile(r"[(（]?\d\s?[-/]\s?\d(?:\s?-\s?\d)?[)）]?\s*$")
"""The copy's number (1-1, 1/1) that stands behind the code."""
OLD_NUMBER: Final = re.compile(r"(?<!\d)\d{13}(?!\d)")
"""Registration numbers from before 2007: 13 digits, none of them a check digit (DOMAIN 1.4)."""

_RUN: Final = re.compile(r"[0-9A-Za-z]{13,18}")
FEWEST_DIGITS: Final = 2
"""A line with fewer digits is no number."""
ABOVE: Final = 1.2
BELOW: Final = 3.0
"""A second look reaches this many label heights above and below the label: the landscape form prints the code below it."""
STRIP_PADS: Final = (0.15, 0.35)
"""A strip is cut with these margins above and below, in heights: a different crop reads a blurred character differently."""
SWEEP_STARTS: Final = (0.3, 0.42, 0.54)
"""A sweep's strips begin at these shares of the page's width: one of them cuts between the label and its code."""
SWEEP_STEP: Final = 0.4
SWEEP_HEIGHT: Final = 1.0
"""A sweep's strips lie this far apart and are this high, in heights of the form's labels."""
STRIP_REACH: Final = 18.0
"""A strip reaches this many label heights to the right of the label: 18 characters of at most its own height."""


@dataclass(frozen=True, slots=True)
class _Seen:
    reading: CodeReading
    field: CodeField
    line: TextLine

    @property
    def rank(self) -> tuple[bool, bool, float]:
        """Orders candidates, the best one last."""
        return (self.reading.valid, not self.reading.repaired, self.line.score)


def read_code(form: Form) -> tuple[CodeField, FieldReading] | None:
    """Return the number and the field it goes by; None where neither a number nor its label is seen."""
    label = form.label("uscc") or form.label("registration_number")
    seen: list[_Seen] = []
    for lines in _looks(form, label, seen):
        seen += _candidates(lines, label)
        if any(each.reading.valid for each in seen):
            break
    if seen:
        best = max(seen, key=lambda each: each.rank)
        return best.field, _field(best, form.sheet.page_number)
    return _without_checksum(form, label)


def _looks(form: Form, label: Label | None, seen: Sequence[_Seen]) -> Iterator[Iterable[TextLine]]:
    """The page's lines, then ever more costly looks at the place where the number must be."""
    yield form.sheet.lines
    yield [_line_without_copy_number(line) for line in form.sheet.lines]
    zone = _zone(form, label)
    if zone is None or (label is not None and _old_number(form, label) is not None):
        return
    again = form.sheet.look_again(form.straight.box(*zone))
    yield again
    if label is not None and _blank([*form.cells, *lay_out(again, form.straight)], label):
        return
    yield _strips(form.sheet, [each.line.box for each in seen])
    if label is not None:
        yield _strips(form.sheet, [_right_of(form, label)])
    if not seen:
        yield _sweep(form, zone)


def _candidates(lines: Iterable[TextLine], label: Label | None) -> Iterator[_Seen]:
    for line in lines:
        uscc = find_uscc(line.text)
        registration = find_registration_number(line.text)
        if uscc is not None:
            yield _Seen(uscc, "uscc", line)
        elif registration is not None and (registration.valid or (label is not None and label.field == "registration_number")):
            yield _Seen(registration, "registration_number", line)


def _line_without_copy_number(line: TextLine) -> TextLine:
    return line.model_copy(update={"text": COPY_NUMBER.sub("", line.text)})


def _zone(form: Form, label: Label | None) -> Box | None:
    """Around the label to the page's right edge; without one, from the title to the first field. In straightened pixels."""
    width = float(form.sheet.width_px)
    if label is not None:
        return (label.left - label.height, label.top - ABOVE * label.height, width, label.bottom + BELOW * label.height)
    first = min((each for each in form.labels if each.field != "other"), key=lambda each: each.row, default=None)
    if form.title is None or first is None or first.row <= form.title.bottom:
        return None
    return (0.0, form.title.bottom, width, first.bottom)


def _right_of(form: Form, label: Label) -> Box:
    reach = min(float(form.sheet.width_px), label.right + STRIP_REACH * label.height)
    return form.straight.box(label.right, label.top, reach, label.bottom)


def _strips(sheet: Sheet, boxes: Sequence[Box]) -> Iterator[TextLine]:
    """Each box read as one line, with every margin."""
    for left, top, right, bottom in boxes:
        for pad in STRIP_PADS:
            margin = pad * (bottom - top)
            line = sheet.read_strip((left, max(0.0, top - margin), right, min(1.0, bottom + margin)))
            if line is not None:
                yield line


def _sweep(form: Form, zone: Box) -> Iterator[TextLine]:
    """Overlapping strips all over the zone: for a code that shares its detected line with what is printed across it."""
    height = SWEEP_HEIGHT * statistics.median(label.height for label in form.labels)
    _, top, right, bottom = zone
    for start in SWEEP_STARTS:
        for step in range(int((bottom - top - height) / (SWEEP_STEP * height)) + 1):
            upper = top + step * SWEEP_STEP * height
            line = form.sheet.read_strip(form.straight.box(start * right, upper, right, upper + height))
            if line is not None:
                yield line


def _blank(cells: Iterable[Cell], label: Label) -> bool:
    """Whether nothing stands to the right of the label or below it."""
    return label.rest is None and not any(_near(cell, label) for cell in cells)


def _near(cell: Cell, label: Label) -> bool:
    """Whether a cell holds digits in the label's neighbourhood."""
    if cell.left <= label.left or sum(char.isdigit() for char in cell.text) < FEWEST_DIGITS:
        return False
    return cell.beside(label.cells[-1]) or 0 < cell.row - label.row < BELOW * label.height


def _field(seen: _Seen, page: int) -> FieldReading:
    reading, line = seen.reading, seen.line
    proven = max(PROVEN_USCC, line.score) if seen.field == "uscc" else PROVEN_REGISTRATION
    doubts: tuple[Doubt, ...] = ("unproven",) if not reading.valid else ("repaired",) if reading.repaired else ()
    return FieldReading(
        value=reading.value,
        confidence=proven if reading.valid else line.score,
        doubts=doubts,
        page=page,
        box=_box_of(line),
        raw=line.text,
        repaired=reading.repaired,
        checksum_ok=reading.valid,
    )


def _box_of(line: TextLine) -> Box:
    """Where a code stands on its line: its label may stand on the same one."""
    passage = compose([(line, "")])
    text, _ = passage.compact
    runs = list(_RUN.finditer(text))
    return (passage.box(passage.spread(runs[-1].span())) if runs else None) or line.box


def _without_checksum(form: Form, label: Label | None) -> tuple[CodeField, FieldReading] | None:
    """An old number without a check digit, an unreadable one, or an empty place behind the label."""
    if label is None:
        return None
    field: CodeField = "uscc" if label.field == "uscc" else "registration_number"
    page = form.sheet.page_number
    old = _old_number(form, label)
    if old is not None:
        cell, number = old
        return "registration_number", FieldReading(
            value=number,
            confidence=cell.line.score,
            doubts=("unproven",),
            page=page,
            box=cell.line.box,
            raw=cell.line.text,
        )
    near = _neighbours(form, label)
    if near:
        cells = [*near, *label.cells]
        return field, FieldReading(
            value="",
            confidence=near[0].line.score,
            doubts=("unproven",),
            page=page,
            box=form.box(cells),
            state="illegible",
            raw=near[0].text,
        )
    confidence = min(cell.line.score for cell in label.cells)
    return field, FieldReading(value="", confidence=confidence, page=page, box=form.box(label.cells), state="blank")


def _old_number(form: Form, label: Label) -> tuple[Cell, str] | None:
    """A 13-digit number beside or below the label, and the cell it stands in."""
    found = ((cell, OLD_NUMBER.search(fold_code(cell.text))) for cell in _neighbours(form, label))
    return next(((cell, match[0]) for cell, match in found if match), None)


def _neighbours(form: Form, label: Label) -> list[Cell]:
    rest = [label.rest] if label.rest is not None else []
    return [*rest, *(cell for cell in form.cells if _near(cell, label) and cell not in label.cells)]
