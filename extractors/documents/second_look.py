"""Dates are looked at once more: broken ones since a seal hides a day from the detector more often than from the reader, whole
ones since a reader that loses a digit on a long line often sees it in a strip of the date alone."""

from datetime import date
from typing import Final

from extractors.documents.blanks import doubted
from extractors.documents.body import Found, Part
from extractors.documents.reader import Sheet
from extractors.documents.signing_off import id_in
from extractors.documents.under_seal import date_in, look_at_name, look_for_day, look_for_name, look_for_sign_off
from extractors.evidence import Box
from extractors.schema import Kind, PaperSchema
from extractors.text.dates import find_dates
from extractors.text.passage import compose

_WIDER: Final = 0.4
_HIGHER: Final = 0.15
"""Shares of the date's width and height by which the strip exceeds it: to the right, where the day may have been missed."""
_FAR: Final = 0.6
"""Share of the date's width to both sides: where its digits were not read, the place that was taken for it is too narrow."""
_NUMBER_PADDINGS: Final = (0.0, _HIGHER)
"""Shares of a number's height by which its strips exceed it: pens are read better from now the one, now the other."""
_MAX_RATIO: Final = 0.35
"""A date broken over two lines is higher than this share of its width, and no strip."""


def completed(sheet: Sheet, part: Part, fields: dict[str, Found], schema: PaperSchema) -> dict[str, Found]:
    """The fields of a stamped paper after a second look at what is broken or missing."""
    fields = {name: _looked_again(sheet, schema.fields[name].kind, found) for name, found in fields.items()}
    if schema.signer is not None:
        fields = _with_sign_off(sheet, part, fields, schema.signer)
    return {field: doubted(sheet, part, found) for field, found in fields.items()}


def _with_sign_off(sheet: Sheet, part: Part, fields: dict[str, Found], signer: str) -> dict[str, Found]:
    """With who signs and when, as far as a look under the seal tells."""
    known = fields.get(signer)
    name = look_for_name(sheet, part) if known is None or not known.value else look_at_name(sheet, known)
    issued = fields.get("issue_date")
    missing = issued is None or not issued.value
    day = look_for_day(sheet, part, name) if name is not None and missing else None
    fields |= ({signer: name} if name else {}) | ({"issue_date": day} if day else {})
    lacking = [field for field in (signer, "issue_date") if field not in fields or not fields[field].value]
    if lacking:
        hidden = look_for_sign_off(sheet, part)
        seen = {signer: hidden.signer, "issue_date": hidden.day}
        fields |= {field: found for field in lacking if (found := seen[field]) is not None}
    return fields


def _looked_again(sheet: Sheet, kind: Kind, found: Found) -> Found:
    if kind == "date":
        return _look_again(sheet, found)
    unread = found.state == "illegible" or found.checksum_ok is False
    return _number_again(sheet, found) if kind == "id_number" and unread else found


def _number_again(sheet: Sheet, found: Found) -> Found:
    """The number as read from its strip, cut close and wider; it counts only if its check digit fits, and no other does."""
    box = found.passage.box(found.span)
    if box is None:
        return found
    fitting: dict[str, Found] = {}
    for share in _NUMBER_PADDINGS:
        padding = (box[3] - box[1]) * share
        strip = sheet.read_strip((box[0] - padding, box[1] - padding, min(1.0, box[2] + 2 * padding), box[3] + padding))
        passage = compose([(strip, "")]) if strip is not None else None
        again = id_in(passage, (0, len(passage.text))) if passage is not None else None
        if again is not None and again.checksum_ok:
            fitting[again.value] = again.doubted("second_look")
    return next(iter(fitting.values())) if len(fitting) == 1 else found


def _look_again(sheet: Sheet, found: Found) -> Found:
    """The date as read from its strip of the page, where it was blank, lacks a part, or is none of the calendar's."""
    box = found.passage.box(found.span)
    if _whole(found):
        return _unless_contradicted(sheet, found)
    if box is None or not _is_strip(sheet, box) or _is_broken(found):
        return found
    width, height = box[2] - box[0], box[3] - box[1]
    wider = (
        max(0.0, box[0] - height / 2),
        box[1] - _HIGHER * height,
        min(1.0, box[2] + _WIDER * width),
        box[3] + _HIGHER * height,
    )
    seen = (sheet.read_strip(strip) for strip in (wider, box))
    readings = [reading for reading in (date_in(line) for line in seen if line is not None) if reading is not None]
    readings = readings or _farther(sheet, found, box)
    if not readings:
        return found
    continues = found.state == "incomplete" and bool(found.value) and readings[0].value.startswith(found.value)
    return readings[0].doubted("completed" if continues else "second_look")


def _farther(sheet: Sheet, found: Found, box: Box) -> list[Found]:
    """The date that a begun one is part of, in a strip that reaches beyond: lines hold others, which it must not be."""
    far, padding = _FAR * (box[2] - box[0]), _HIGHER * (box[3] - box[1])
    line = sheet.read_strip((max(0.0, box[0] - far), box[1] - padding, min(1.0, box[2] + far), box[3] + padding))
    whole = date_in(line) if line is not None and found.state == "incomplete" and found.value else None
    return [whole] if whole is not None and whole.value.startswith(found.value) else []


def _is_broken(found: Found) -> bool:
    """Whether a date runs on in the next line: the box around both holds other dates of the text as well."""
    spots = found.passage.spots[slice(*found.span)]
    boxes = [found.passage.lines[spot[0]].box for spot in spots if spot is not None]
    return bool(boxes) and max(box[1] for box in boxes) >= min(box[3] for box in boxes)


def _unless_contradicted(sheet: Sheet, found: Found) -> Found:
    """The date, in doubt where its own strips give another whole date: of a long line the reader loses a digit now and then.

    Written days are lost so most: two strokes of a pen for 11, set close, were read as 1 at 0.99, and as 11 in a narrow strip.
    """
    boxes = _by_line(found)
    height = max((box[3] - box[1] for box in boxes), default=0.0)
    em, padding = height * sheet.height_px / sheet.width_px, height * _HIGHER
    strips = [
        sheet.read_strip((max(0.0, box[0] - em / 2), box[1] - padding, min(1.0, box[2] + em / 2), box[3] + padding))
        for box in boxes
    ]
    passage = compose([(strip, "") for strip in strips if strip is not None])
    days = [reading.value for reading in find_dates(passage.text) if reading.state == "read" and reading.valid]
    return found if not days or found.value in days else found.doubted("readings_differ")


def _by_line(found: Found) -> list[Box]:
    """The parts of the lines that a value was read from, printed text aside: a PDF's own letters are never misread."""
    start, end = found.span
    parts: dict[int, tuple[int, int]] = {}
    for at in range(start, end):
        spot = found.passage.spots[at]
        if spot is not None and found.passage.lines[spot[0]].source == "ocr":
            parts[spot[0]] = (parts.get(spot[0], (at, at))[0], at + 1)
    return [box for span in parts.values() if (box := found.passage.box(span)) is not None]


def _whole(found: Found) -> bool:
    """Whether a date is complete, on the calendar, and free of doubt."""
    try:
        date.fromisoformat(found.value)
    except ValueError:
        return False
    return found.settled or found.doubts <= {"stamped"}


def _is_strip(sheet: Sheet, box: Box) -> bool:
    return (box[3] - box[1]) * sheet.height_px <= _MAX_RATIO * (box[2] - box[0]) * sheet.width_px
