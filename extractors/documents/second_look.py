"""Dates that came out broken are looked at once more: a seal hides a day from the detector more often than from the reader."""

import re
from dataclasses import replace
from datetime import date
from typing import Final

from extractors.documents.blanks import doubted
from extractors.documents.body import Found, Part, found_date
from extractors.documents.reader import Sheet
from extractors.evidence import Box, TextLine
from extractors.text.dates import find_dates
from extractors.text.names import read_organisation
from extractors.text.passage import compose

DATES: Final = ("start_date", "separation_date", "issue_date", "valid_from", "valid_until")
"""Fields that hold a date."""
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
_EARLIER_EM: Final = 2
"""Characters before a covered name that are looked at as well."""
_SIGN_HERE: Final = re.compile(
    r"^(?:(?:用人|证明|出具|委托|授权)?单位(?:名称)?|公司|委托人|授权人)(?:\((?:加?盖?公?章|签章|签字或盖章)\):?|:)"
)
_MAX_RATIO: Final = 0.35
"""A date broken over two lines is higher than this share of its width, and no strip."""


def completed(sheet: Sheet, part: Part, fields: dict[str, Found], signer: str) -> dict[str, Found]:
    """The fields of a stamped paper after a second look at what is broken or missing; ``signer`` names who signs it."""
    fields = {name: _look_again(sheet, found) if name in DATES else found for name, found in fields.items()}
    known = fields.get(signer)
    name = look_for_name(sheet, part) if known is None or not known.value else look_at_name(sheet, known)
    issued = fields.get("issue_date")
    missing = issued is None or not issued.value
    day = look_for_day(sheet, part, name) if name is not None and missing else None
    fields |= ({signer: name} if name else {}) | ({"issue_date": day} if day else {})
    return {field: doubted(sheet, part, found) for field, found in fields.items()}


def _look_again(sheet: Sheet, found: Found) -> Found:
    """The date as read from its strip of the page, where it was blank, lacks a part, or is none of the calendar's."""
    box = found.passage.box(found.span)
    if _whole(found) or box is None or not _is_strip(sheet, box):
        return found
    width, height = box[2] - box[0], box[3] - box[1]
    wider = (
        max(0.0, box[0] - height / 2),
        box[1] - _HIGHER * height,
        min(1.0, box[2] + _WIDER * width),
        box[3] + _HIGHER * height,
    )
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
        left, right = min(name[0], *(box[0] for box in pieces)), max(name[2], *(box[2] for box in pieces))
        height = name[3] - name[1]
        middle = sum(box[1] + box[3] for box in pieces) / len(pieces) / 2
        strip = sheet.read_strip((left, middle - height * _STRIP_HALF, right, middle + height * _STRIP_HALF))
        found = _date_in(strip) if strip is not None else None
        if found is not None:
            return replace(found, ceiling=_REPLACED)
    return None


def look_at_name(sheet: Sheet, found: Found) -> Found:
    """A company's name under a seal, read once more from a strip that begins earlier: its first character is lost first."""
    box = found.passage.box(found.span)
    if box is None or not found.value or not any(line.covered for line in found.passage.lines_in(found.span)):
        return found
    height = box[3] - box[1]
    earlier = height * sheet.height_px / sheet.width_px * _EARLIER_EM
    strip = sheet.read_strip((max(0.0, box[0] - earlier), box[1] - _HIGHER * height, box[2], box[3] + _HIGHER * height))
    name = read_organisation(strip.text) if strip is not None else None
    if strip is None or name is None or not _more_whole(name, found.value):
        return found
    passage = compose([(strip, "")])
    return Found(name, passage, (0, len(passage.text)), ceiling=_REPLACED)


def look_for_name(sheet: Sheet, part: Part) -> Found | None:
    """The company's name behind 单位(盖章), where the seal over it left the detector a part or nothing."""
    right = max((box[2] for box in (line.box for line in part.lines)), default=1.0)
    for row in reversed(part.rows):
        if not _SIGN_HERE.match(row.passage.compact[0]):
            continue
        box = row.placed[0].line.box
        padding = _HIGHER * (box[3] - box[1])
        strip = sheet.read_strip((box[0], box[1] - padding, right, box[3] + padding))
        behind = _SIGN_HERE.sub("", compose([(strip, "")]).compact[0]) if strip is not None else ""
        name = read_organisation(behind)
        if strip is not None and name is not None:
            passage = compose([(strip, "")])
            return Found(name, passage, (passage.text.find(name[0]), len(passage.text)), ceiling=_REPLACED)
    return None


def _more_whole(name: str, before: str) -> bool:
    """Whether a name says all that another does and a little more: its first characters, or a bracket that was missing."""
    longer = 0 < len(name) - len(before) <= _EARLIER_EM and name.endswith(before)
    closed = (
        name.count("(") == name.count(")")
        and before.count("(") != before.count(")")
        and _no_brackets(name) == _no_brackets(before)
    )
    return longer or closed


def _no_brackets(name: str) -> str:
    return name.replace("(", "").replace(")", "")


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
    whole = [
        reading for reading in find_dates(passage.text) if reading.state == "read" and reading.valid and not reading.doubtful
    ]
    return found_date(whole[0], passage) if whole else None
