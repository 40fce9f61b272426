"""Dates that came out broken are looked at once more: a seal often hides a day from the detector, though not from the reader."""

from dataclasses import replace
from datetime import date
from typing import Final

from extractors.documents.body import Found, found_date
from extractors.documents.reader import Sheet
from extractors.evidence import Box, TextLine
from extractors.text.dates import find_dates
from extractors.text.passage import compose

_COMPLETED: Final = 0.9
"""Ceiling for a date that continues what was read at first (2024-03 becomes 2024-03-05)."""
_REPLACED: Final = 0.7
"""Ceiling for a date that was first read otherwise: no bounce rests on it."""
_WIDER: Final = 0.4
_HIGHER: Final = 0.15
"""Shares of the date's width and height by which the strip exceeds it: to the right, where the day may have been missed."""
_MAX_RATIO: Final = 0.35
"""A date broken over two lines is higher than this share of its width, and no strip."""


def look_again(sheet: Sheet, found: Found) -> Found:
    """The date as read from its strip of the page, where it was blank, lacks a part, or is none of the calendar's."""
    box = found.passage.box(found.span)
    if _whole(found) or box is None or not _is_strip(sheet, box):
        return found
    width, height = box[2] - box[0], box[3] - box[1]
    wider = (max(0.0, box[0] - height / 2), box[1] - _HIGHER * height, min(1.0, box[2] + _WIDER * width), box[3] + _HIGHER * height)
    seen = (sheet.read_strip(strip) for strip in (wider, box))
    readings = [reading for reading in (_date_in(line) for line in seen if line is not None) if reading is not None]
    if not readings:
        return found
    continues = found.state == "incomplete" and bool(found.value) and readings[0].value.startswith(found.value)
    return replace(readings[0], ceiling=min(readings[0].ceiling, _COMPLETED if continues else _REPLACED))


def _whole(found: Found) -> bool:
    """Whether a date is complete, on the calendar, and free of doubt."""
    try:
        date.fromisoformat(found.value)
    except ValueError:
        return False
    return found.settled or found.ceiling == 1.0


def _is_strip(sheet: Sheet, box: Box) -> bool:
    return (box[3] - box[1]) * sheet.height_px <= _MAX_RATIO * (box[2] - box[0]) * sheet.width_px


def _date_in(line: TextLine) -> Found | None:
    passage = compose([(line, "")])
    whole = [reading for reading in find_dates(passage.text) if reading.state == "read" and reading.valid and not reading.doubtful]
    return found_date(whole[0], passage) if whole else None
