"""Second looks at a licence: at labels and values that must stand where the first reading saw nothing, or saw them badly."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from extractors.documents.license_fields import read_field
from extractors.documents.license_form import Form, open_form
from extractors.documents.license_labels import LABELS, WHOLE, Label, LicenseField
from extractors.documents.license_layout import Cell, lay_out
from extractors.documents.license_partners import is_of_partners
from extractors.documents.license_values import Value, read_values
from extractors.evidence import Box, Doubt, FieldReading, TextLine
from extractors.text.names import read_organisation

NEEDED: Final[tuple[LicenseField, ...]] = ("name", "type", "legal_rep", "address")
"""Fields every licence has, and which are looked for again where nothing was read."""
SOUGHT: Final[tuple[LicenseField, ...]] = (*NEEDED, "established_on")
"""Fields whose label is looked for again beside a value that stands alone."""
FILLED: Final = 3
"""From this many values on a form is filled in, so that an empty place on it is worth another look."""
SURE_SCORE: Final = 0.98
"""A value read below this score (0..1) is read once more from a wider crop, and the better reading taken. It does not part
right from wrong: of 385 right names on 199 real licences 50 score below it, of 7 wrong ones 5. Two of those were put right by
the second reading, and no right one was spoilt."""
USABLE: Final = 0.62
"""A value below this confidence does not look like its kind: worth replacing."""
SHORT_NAME: Final = 2
"""Characters of the shortest person's name; the third of a longer one is sometimes not detected."""
AGAIN: Final[frozenset[Doubt]] = frozenset({"second_look"})
"""What speaks against a value that the page's first reading gave otherwise or not at all."""
LONGER_BY: Final = 2.5
"""How far, in line heights, a short name's line is read on to the right."""
MIN_LONGER_SCORE: Final = 0.95
"""Least score (0..1) for a third character to be believed: bare paper gave one at 0.75."""
REREAD_PADS: Final = (0.1, 0.3)
"""Margins above and below a line that is read again, in its heights."""
STRIP_LENGTHS: Final[dict[LicenseField, float]] = {"legal_rep": 5.0}
PARTNERS_STRIP: Final = 24.0
"""Behind the label of partners stand firms with their delegates: a shorter strip left the beginning of a firm's name, which
looks like a person's."""
STRIP_LENGTH: Final = 14.0
"""A strip behind a label is this long, in label heights: a person's name is short, and a watermark may follow it."""
STRIP_HEIGHTS: Final = (1.4, 0.95)
"""A strip's heights to try, in label heights; the lower one keeps lines apart that touch."""
MIN_STRIP_SCORE: Final = 0.6
"""What a strip reads below this score (0..1) is paper grain and watermark."""
VALUE_COLUMN: Final = 1.5
"""Values begin within this many heights of each other."""
MAX_ORPHANS: Final = 4
"""Values without a label that are given another look: more of them are no form's values."""


def looked_again(form: Form) -> Form:
    """The form with what second looks added. A page that was read well costs none."""
    if _missing(form):
        form = _block_again(form)
    if sum(bool(value.cells) for value in form.values.values()) < FILLED:
        return form
    if any(form.label(field) is None for field in SOUGHT):
        form = _with_orphans_labelled(form)
    for field in NEEDED:
        form = _bettered(form, field)
    return form


def _missing(form: Form) -> list[LicenseField]:
    readings: list[tuple[LicenseField, FieldReading | None]] = [(field, read_field(form, field)) for field in NEEDED]
    return [field for field, reading in readings if reading is None or not reading.value]


def _block_again(form: Form) -> Form:
    """Detect anew between the title and the scope of business, and take what was missing."""
    missing = _missing(form)
    again = open_form(form.sheet, form.sheet.look_again(_block(form)), form.straight)
    found = {
        field: value
        for field, value in again.values.items()
        if field in missing and value.cells and not all(_printed(form, cell) for cell in value.cells)
    }
    new = [label for label in again.labels if label.field in missing and form.label(label.field) is None]
    return replace(form, values={**form.values, **found}, labels=(*form.labels, *new))


def _printed(form: Form, cell: Cell) -> bool:
    """Whether a cell is part of a label column: on a label read before, or in a run read downwards, as no value is printed.

    The ends of stacked labels, detected as one column, were taken for the address of a blank form.
    """
    middle = (cell.left + cell.right) / 2
    downwards = len(cell.text) == 1 and bool(cell.cut_from)
    return downwards or any(label.left < middle < label.right and label.top < cell.row < label.bottom for label in form.labels)


def _block(form: Form) -> Box:
    """From under the title, or above the first label, to the scope of business."""
    labels = [label for label in form.labels if label.field != "other"] or list(form.labels)
    height = max(label.height for label in labels)
    scope = form.label("scope")
    top = form.title.bottom if form.title else min(label.top for label in labels) - 2 * height
    bottom = scope.bottom if scope else max(label.bottom for label in labels)
    left = min(label.left for label in labels) - height
    return form.straight.box(left, top, form.sheet.width_px, max(bottom, top + height))


def _with_orphans_labelled(form: Form) -> Form:
    """Read the label column beside values on whose row no label was found."""
    found: list[Label] = []
    for cell in list(_orphans(form))[:MAX_ORPHANS]:
        label = _label_beside(form, cell)
        if label is not None and label.field in SOUGHT and form.label(label.field) is None:
            found.append(label)
    if not found:
        return form
    labels = tuple(sorted((*form.labels, *found), key=lambda label: label.row))
    fresh = read_values(labels, form.cells)
    new: dict[LicenseField, Value] = {label.field: fresh[label.field] for label in found}
    changed = {field: fresh[field] for field in form.values if field in fresh and form.values[field].cells}
    return replace(form, labels=labels, values={**form.values, **changed, **new})


def _column(form: Form) -> tuple[float, float, float] | None:
    """Left and right of the label column, and where its values begin."""
    labels = [label for label in form.labels if label.strength == WHOLE and label.rest is None and label.field != "other"]
    values = [form.values[label.field].cells[0].left for label in labels if form.values[label.field].cells]
    if not values:
        return None
    return (min(label.left for label in labels), min(values), min(values))


def _orphans(form: Form) -> Iterator[Cell]:
    column = _column(form)
    scope = form.label("scope")
    if column is None:
        return
    printed = [cell for label in form.labels for cell in label.cells]
    end = scope.top if scope else float(form.sheet.height_px)
    start = form.title.bottom if form.title else 0.0
    for cell in form.cells:
        labelled = any(cell.beside(label.cells[-1]) for label in form.labels)
        aligned = abs(cell.left - column[2]) < VALUE_COLUMN * cell.height
        if start < cell.row < end and aligned and not labelled and cell not in printed:
            yield cell


def _label_beside(form: Form, cell: Cell) -> Label | None:
    column = _column(form)
    if column is None:
        return None
    left, right, _ = column
    half = max(STRIP_HEIGHTS) * max(cell.height, *(label.height for label in form.labels)) / 2
    line = form.sheet.read_strip(form.straight.box(left - half, cell.row - half, right, cell.row + half))
    text = "".join(line.text.split()) if line else ""
    if line is None or text not in LABELS:
        return None
    printed = replace(cell, text=text, left=left, right=right - cell.height / 2, line=line, cut_from="", spots=())
    return Label(LABELS[text], text, (printed,), printed.left, printed.right, WHOLE)


def _bettered(form: Form, field: LicenseField) -> Form:
    """The form with a better reading of one value, where the one it has is missing, odd, faint or perhaps cut short."""
    reading = read_field(form, field)
    value = form.values.get(field)
    if reading is None or value is None or field == "address":
        return form
    if not reading.value or ((reading.confidence < USABLE or "odd_shape" in reading.doubts) and value.agreed):
        return _from_strips(form, value)
    if field == "legal_rep" and len(reading.value) == SHORT_NAME:
        return _lengthened(form, value)
    return form if value.score >= SURE_SCORE else _read_once_more(form, value)


def _from_strips(form: Form, value: Value) -> Form:
    """The value that one strip behind the label reads, without detection, if it can be the field's."""
    label = value.label
    length = PARTNERS_STRIP if is_of_partners(label) else STRIP_LENGTHS.get(label.field, STRIP_LENGTH)
    reach = label.right + length * label.height
    for height in STRIP_HEIGHTS:
        half = height * label.height / 2
        line = form.sheet.read_strip(form.straight.box(label.right, label.row - half, reach, label.row + half))
        if line is not None and line.score >= MIN_STRIP_SCORE:
            found = _with_value(form, Value(label, lay_out([line], form.straight), AGAIN))
            reading = read_field(found, label.field)
            if reading is not None and "odd_shape" not in reading.doubts and _plausible(label.field, reading.value):
                return found
    return form


def _plausible(field: LicenseField, value: str) -> bool:
    """Whether a strip, which may hold anything, read what the field holds."""
    return read_organisation(value) is not None if field == "name" else bool(value)


def _lengthened(form: Form, value: Value) -> Form:
    """The name with a third character that the detector left out, if reading on to the right shows one."""
    cell = value.cells[-1]
    for line in _reread(form, cell, LONGER_BY):
        text = "".join(line.text.split())
        before = "".join(cell.line.text.split())
        if line.score >= MIN_LONGER_SCORE and text[:-1] == before and text[-1].isalpha() and not text[-1].isascii():
            longer = replace(cell, text=cell.text + text[-1], right=cell.right + cell.char_width, spots=())
            return _with_value(form, Value(value.label, (*value.cells[:-1], longer), AGAIN))
    return form


def _read_once_more(form: Form, value: Value) -> Form:
    """The value with each faint line read from a wider crop, where that scores better and is as long."""
    cells = tuple(_better_cell(form, cell) for cell in value.cells)
    again = replace(value, cells=cells)
    return _with_value(form, again if again.text == value.text else replace(again, doubts=AGAIN))


def _better_cell(form: Form, cell: Cell) -> Cell:
    before = "".join(cell.line.text.split())
    again = [line for line in _reread(form, cell, 0.0) if len("".join(line.text.split())) == len(before)]
    best = max(again, key=lambda line: line.score, default=cell.line)
    if best.score <= cell.line.score or not before.endswith(cell.text):
        return cell
    return replace(cell, text="".join(best.text.split())[len(before) - len(cell.text) :], line=best, spots=())


def _reread(form: Form, cell: Cell, longer_by: float) -> Iterator[TextLine]:
    """The line a cell comes from, read again with wider margins, and on to the right."""
    left, top, right, bottom = cell.line.box
    on = longer_by * cell.height / form.sheet.width_px
    for pad in REREAD_PADS:
        margin = pad * (bottom - top)
        line = form.sheet.read_strip((left, max(0.0, top - margin), min(1.0, right + on), min(1.0, bottom + margin)))
        if line is not None:
            yield line


def _with_value(form: Form, value: Value) -> Form:
    return replace(form, values={**form.values, value.label.field: value})
