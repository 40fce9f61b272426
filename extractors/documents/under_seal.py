"""Looks under a seal for who signed and when: its strokes hide names and days from the detector more than from the reader."""

import re
from dataclasses import dataclass
from typing import Final

from extractors.documents.body import Found, Part, found_date, part_of
from extractors.documents.reader import Sheet
from extractors.documents.signing_off import closing_row, sign_off_rows, signed_by, signed_on
from extractors.evidence import Box, TextLine
from extractors.text.dates import find_dates
from extractors.text.names import read_organisation
from extractors.text.passage import compose
from extractors.text.rows import Row, rows_of

_HIGHER: Final = 0.15
"""Share of a line's height by which a strip exceeds it above and below."""
_STRIP_HALF: Final = 0.65
_BELOW_NAME: Final = 3.5
"""In heights of the signer's line: half the height of the strip that is read, and how far below the name it may lie."""
_PIECE_OF_DATE: Final = re.compile(r"[年月日期]|20|\d[-/.]\d")
_LATER_EM: Final = 2
"""Characters behind the pieces of a date that are looked at as well: its day is lost first."""
_EARLIER_EM: Final = 2
"""Characters before a covered name that are looked at as well."""
_SIGN_HERE: Final = re.compile(
    r"^(?:(?:用人|证明|出具|委托|授权)?单位(?:名称)?|公司|委托人|授权人)(?:\((?:加?盖?公?章|签章|签字或盖章)\):?|:)"
)
_ITEM: Final = re.compile(r"^[\u4e00-\u9fff()]{3,14}:.")
"""An item of a form: a label and something behind it."""
_SIGN_OFF_SHARE: Final = 0.28
_MARGIN: Final = 0.08
"""Shares of the page: how far down below those words the sign-off reaches, and past the text's right edge."""
_RECEIVER: Final = re.compile(r"签收|签字|签名|领取|本人|经办|受托人|被委托人|代理人")


@dataclass(frozen=True, slots=True)
class SignOff:
    """Who signs, and when, as far as a second look sees it."""

    signer: Found | None = None
    day: Found | None = None


def look_for_sign_off(sheet: Sheet, part: Part) -> SignOff:
    """Detect once more, enlarged, below the closing words, where a seal may have hidden name and day altogether."""
    closing = _last_of_body(part)
    if closing is None:
        return SignOff()
    left, _, _, bottom = closing.placed[0].line.box
    lines = sheet.look_again((left, bottom, min(1.0, part.box[2] + _MARGIN), min(1.0, bottom + _SIGN_OFF_SHARE)))
    if not lines:
        return SignOff()
    below = part_of(part.page, rows_of(lines, sheet.width_px, sheet.height_px))
    return SignOff(_unsure(signed_by(below)), _unsure(signed_on(below, (), _RECEIVER)))


def _last_of_body(part: Part) -> Row | None:
    """The row after which only the sign-off comes: the closing words, or on a form the last item with a label."""
    closing = closing_row(part.rows)
    if closing is not None:
        return part.rows[closing]
    items = (
        row for row in reversed(part.rows) if _ITEM.match(row.passage.compact[0]) and not _RECEIVER.search(row.passage.text)
    )
    return next((row for row in items if not _SIGN_HERE.match(row.passage.compact[0])), None)


def _unsure(found: Found | None) -> Found | None:
    return None if found is None else found.doubted("second_look")


def look_for_day(sheet: Sheet, part: Part, signer: Found) -> Found | None:
    """The day of issue under the signer's name, where a seal left only pieces of it (开具日 … 日) for the detector."""
    name, rows = signer.passage.box(signer.span), sign_off_rows(part.rows)
    if (
        name is None or name[3] < rows[0].placed[0].line.box[1]
    ):  # a name in the table above: what stands under it is the table's
        return None
    for row in rows:
        pieces = [item.line.box for item in row.placed if _under(name, item.line.box)]
        text = "".join(item.line.text for item in row.placed if item.line.box in pieces)
        if not pieces or not _PIECE_OF_DATE.search(text):
            continue
        left, right = min(name[0], *(box[0] for box in pieces)), max(name[2], *(box[2] for box in pieces))
        height = name[3] - name[1]
        right = min(1.0, right + _LATER_EM * height * sheet.height_px / sheet.width_px)
        middle = sum(box[1] + box[3] for box in pieces) / len(pieces) / 2
        strip = sheet.read_strip((left, middle - height * _STRIP_HALF, right, middle + height * _STRIP_HALF))
        found = date_in(strip) if strip is not None else None
        if found is not None:
            return found.doubted("second_look")
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
    return Found(name, passage, (0, len(passage.text))).doubted("second_look")


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
            return Found(name, passage, (passage.text.find(name[0]), len(passage.text))).doubted("second_look")
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


def date_in(line: TextLine) -> Found | None:
    """The one date in a line, whole and without doubt; None where there is none, or the two of a period."""
    passage = compose([(line, "")])
    dates = find_dates(passage.text)
    whole = [reading for reading in dates if reading.state == "read" and reading.valid and not reading.doubtful]
    return found_date(whole[0], passage) if whole and len(dates) == 1 else None
