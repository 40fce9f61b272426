"""Dates that came out broken are looked at once more: a seal often hides a day from the detector, though not from the reader."""

import re
from dataclasses import replace
from datetime import date
from typing import Final

from extractors.documents.body import Found, Part, found_date
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
_STRIP_HALF: Final = 0.65
_BELOW_NAME: Final = 3.5
"""In heights of the signer's line: half the height of the strip that is read, and how far below the name it may lie."""
_PIECE_OF_DATE: Final = re.compile("[年月日期]|20")
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


def look_for_day(sheet: Sheet, part: Part, signer: Found) -> Found | None:
    """The day of issue under the signer's name, where a seal left only pieces of it (开具日 … 日) for the detector."""
    name = signer.passage.box(signer.span)
    if name is None:
        return None
    for row in part.rows:
        pieces = [item.line.box for item in row.placed if _under(name, item.line.box)]
        text = "".join(item.line.text for item in row.placed if item.line.box in pieces)
        if not pieces or not _PIECE_OF_DATE.search(text):
            continue
        left, right = min(min(box[0] for box in pieces), name[0]), max(max(box[2] for box in pieces), name[2])
        height = name[3] - name[1]
        middle = sum(box[1] + box[3] for box in pieces) / len(pieces) / 2
        strip = sheet.read_strip((left, middle - height * _STRIP_HALF, right, middle + height * _STRIP_HALF))
        found = _date_in(strip) if strip is not None else None
        if found is not None:
            return replace(found, ceiling=_REPLACED)
    return None


def _under(name: Box, box: Box) -> bool:
    height = name[3] - name[1]
    return 0 < (box[1] + box[3]) / 2 - (name[1] + name[3]) / 2 <= _BELOW_NAME * height and box[2] > name[0] and box[0] < name[2]


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
