"""What all papers of an employer share: an ID number in a sentence, dates behind labels, and who signs at the end, and when."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from extractors.documents.body import Found, Part, found_date
from extractors.documents.kinds.numbers import id_numbers
from extractors.documents.sentences import Sentences
from extractors.text.dates import DateReading, find_dates, parse_date
from extractors.text.fold import fold
from extractors.text.labels import Labelled
from extractors.text.names import read_organisation
from extractors.text.passage import Passage, Span, compose
from extractors.text.rows import Row, without_specks

_DIGITS: Final = re.compile(r"[0-9][0-9A-Za-z×*|\s]*")
_ID_LENGTH: Final = 18
_SHORTEST_COMPANY: Final = 6
"""A shorter name (有限公司) is the end of one that is broken over two lines."""
_BROKEN_GAP_EM: Final = 1.5
_NOT_A_HEAD: Final = re.compile(r"[,。:;]|\d{4}|证明|日期|签[字名收]|经办|(?:员|职)工|年.*月")

_SIGNER: Final = re.compile(
    r"^(?:(?:用人|证明|出具|委托|授权|工作)?单位(?:名称|全称)?|公司(?:名称)?|企业名称|委托人|授权人|委托方|甲方|名称)?"
    r"(?:\((?:加?盖?(?:单位)?公?章|签章|印章|单位盖章|签字或盖章|签名或盖章|盖章处)\)|盖章|公章)?:?"
)
_DAY_LABEL: Final = re.compile(
    r"(?:开(?![始工业户])[\u4e00-\u9fff]|出具|填发|签发|证明|填写|填表|签署|委托|授权)?(?:日期|时间)[/(]?(?:[Dd]ate)?\)?:?$|[Dd]ate:?$"
)
_STAMP: Final = re.compile(r"\((?:加?盖?(?:单位)?公?章|签章|印章|单位盖章|盖章处)\)")


def id_after(labels: Sequence[Labelled], sentences: Sentences, wordings: tuple[re.Pattern[str], ...]) -> Found | None:
    """The ID number behind its label: whole, masked on the paper, unreadable, or left blank."""
    places: list[tuple[Passage, Span, Span]] = [(label.passage, label.rest, label.label) for label in labels]
    for match in sentences.search(wordings):
        start = sentences.span(*match.span("v"))[0]
        end = min(start + 2 * _ID_LENGTH, len(sentences.passage.text))
        places.append((sentences.passage, (start, end), sentences.span(*match.span())))
    readings = [id_in(passage, span) or _no_id(passage, span, label) for passage, span, label in places]
    order = ("read", "masked", "illegible", "blank")
    return min(readings, key=lambda found: order.index(found.state), default=None)


def _no_id(passage: Passage, span: Span, label: Span) -> Found:
    """Digits that are too few or too many are unreadable, not nothing."""
    digits = _DIGITS.search(passage.text, *span)
    near = digits is not None and digits.start() - span[0] <= _ID_LENGTH
    return Found("", passage, digits.span(), "illegible") if digits and near else Found("", passage, label, "blank")


def id_in(passage: Passage, span: Span) -> Found | None:
    """The first ID number within a span of a passage."""
    return next((number for number in id_numbers(passage, span) if number.state != "illegible"), None)


def with_next(upper: Passage, lower: Passage) -> tuple[Passage, Span]:
    """Two rows as one text, and the span in it from the upper one's last line on: where a number that is broken begins."""
    joined = compose([(line, "") for line in (*upper.lines, *lower.lines)])
    before = compose([(line, "") for line in upper.lines[:-1]]) if len(upper.lines) > 1 else None
    return joined, (len(before.text) if before else 0, len(joined.text))


def date_after(labels: Sequence[Labelled]) -> Found | None:
    """The date behind the first of some labels that has one; blank where all are empty."""
    found = [item for item in map(_labelled_date, labels) if item is not None]
    return next((item for item in found if item.value), found[0] if found else None)


def _labelled_date(label: Labelled) -> Found | None:
    reading = parse_date(label.rest_text)
    if reading is not None:
        return found_date(reading, label.passage, label.rest[0])
    return None if label.rest_text else Found("", label.passage, label.label, "blank")


_BETWEEN_CELLS: Final = 2
"""Characters that may stand between two dates of one row and say nothing."""
_ROWS_ABOVE: Final = 3
"""Rows above a date among which the signer's name is looked for: pieces of a seal's ring may stand between the two."""


def signed_on(part: Part, labels: Sequence[Labelled], not_ours: re.Pattern[str]) -> Found | None:
    """The day of issue: the lowest date that stands for itself, or behind a label that says so; never the receiver's date."""
    alone = _all_dates_alone(sign_off_rows(part.rows), not_ours)
    labelled = date_after([label for label in labels if label.passage.text[slice(*label.label)].strip() != "日期"])
    candidates = [item for item in (labelled, *alone) if item is not None]
    dated = next((item for item in candidates if item.state != "blank"), None)
    if dated is None or dated is candidates[0]:
        return dated or next(iter(candidates), None)
    return dated.doubted("elsewhere")  # the empty place above may be the receiver's, or else the day of issue left out


_CLOSING: Final = re.compile(
    r"特此证明|特此委托|予以证明|均予承认|(?:^|[出开]具|发给|颁发)本证明书?[。!]?$|已(?:解除|终止)劳动合同。$|真实有效"
)
"""The last words before the sign-off."""
_NOTE: Final = re.compile(r"^[(\[]?(?:(?:附?注|备注|说明)\d?[:、.]|[※*])")
"""A note at the foot stands below the sign-off: what it says (注:本证明一式三份) closes nothing."""
_GOES_ON: Final = re.compile(r"[至到自从~—-]$")
"""The end of a row that the next one continues: a date there is the rest of a period, not the day of issue."""


def closing_row(rows: Sequence[Row]) -> int | None:
    """The index of the row with the closing words, below which the paper is signed; None where it has none."""
    texts = [row.passage.compact[0] for row in rows]
    return next((at for at in range(len(rows) - 1, -1, -1) if _CLOSING.search(texts[at]) and not _NOTE.match(texts[at])), None)


def sign_off_rows(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows from the closing words on; all rows where a paper has none."""
    closing = closing_row(rows)
    return rows if closing is None else rows[closing:]


def _all_dates_alone(rows: Sequence[Row], not_ours: re.Pattern[str]) -> Iterator[Found]:
    """From the bottom, each row as it is and then without the pieces of a seal's ring."""
    cleaned = [without_specks(row) for row in rows]
    for index in range(len(rows) - 1, -1, -1):
        if index and _GOES_ON.search(rows[index - 1].passage.compact[0]):
            continue
        yield from _dates_alone(rows, index, not_ours)
        yield from _dates_alone(cleaned, index, not_ours)


def _dates_alone(rows: Sequence[Row], index: int, not_ours: re.Pattern[str]) -> Iterator[Found]:
    """The date on a row that holds nothing else but a label for it and the signer's name."""
    passage = rows[index].passage
    readings = find_dates(passage.text)
    if _is_one_day(passage, readings):
        yield found_date(readings[0], passage)
        return
    for reading in reversed(readings):
        start = 0
        if not_ours.search(passage.text):
            start = passage.text.rfind("\t", 0, reading.start) + 1
            above = rows[max(0, index - _ROWS_ABOVE) : index]
            if not start or not any(_below_signer(row, passage, (reading.start, reading.end)) for row in above):
                return
        before = re.sub(r"\s", "", passage.text[start : reading.start])
        after = re.sub(r"[\s。.]", "", passage.text[reading.end :])
        if not _STAMP.sub("", after) and _is_sign_off(_DAY_LABEL.sub("", before)):
            yield found_date(reading, passage)
            return


def _is_one_day(passage: Passage, readings: Sequence[DateReading]) -> bool:
    """Whether a row is the same day twice and nothing else: the two parties sign in columns beside each other."""
    length = sum(reading.end - reading.start for reading in readings)
    same = len({reading.value for reading in readings}) == 1 and all(reading.state == "read" for reading in readings)
    return len(readings) > 1 and same and length >= len(passage.text.replace("\t", "").strip()) - _BETWEEN_CELLS


def _below_signer(above: Row, passage: Passage, span: Span) -> bool:
    """Whether a date stands right under a company's name: then it is not the receiver's beside it."""
    signer, box = _signer_on(above, None), passage.box(span)
    place = signer.passage.box(signer.span) if signer else None
    return bool(place and box and place[0] - (place[2] - place[0]) / 2 <= (box[0] + box[2]) / 2 <= place[2])


def _is_sign_off(before: str) -> bool:
    named = _SIGNER.sub("", _STAMP.sub("", before).strip(":_"))
    return not named or read_organisation(named) is not None


def signed_by(part: Part) -> Found | None:
    """The company or other body whose name stands on a line of its own, lowest first: a paper is signed at its end."""
    for rows in (part.rows, [without_specks(row) for row in part.rows]):
        for index in range(len(rows) - 1, -1, -1):
            found = _signer_on(rows[index], rows[index - 1] if index else None)
            if found is not None:
                return found
    return None


def _signer_on(row: Row, above: Row | None) -> Found | None:
    broken = _broken(row, above) if above else None
    if broken is not None:
        return broken
    cells = [match.span() for match in re.finditer(r"[^\t]+", row.passage.text)]
    for span in ((0, len(row.passage.text)), *reversed(cells)):
        found = _signer_in(row.passage, span)
        if found is not None and (len(found.value) >= _SHORTEST_COMPANY or not found.value.endswith("公司")):
            return found
    return None


def _signer_in(passage: Passage, span: Span) -> Found | None:
    """An organisation that fills a span of a row, but for a label before it and a date or 盖章 after it."""
    dates = find_dates(passage.text[slice(*span)])
    inner = passage.trimmed((span[0], span[0] + dates[-1].start) if dates else span)
    compact = re.sub(r"\s", "", passage.text[slice(*inner)])
    label = _SIGNER.match(compact)
    name = read_organisation(_DAY_LABEL.sub("", compact[label.end() if label else 0 :]))
    if name is None:
        return None
    head = passage.text.find(compact[label.end()] if label else compact[0], *inner)
    return Found(name, passage, (max(head, inner[0]), inner[1]))


def _broken(row: Row, above: Row) -> Found | None:
    """A name that fills the row above and ends on this one."""
    upper, lower = above.placed[-1], row.placed[-1]
    em = min(upper.height, lower.height)
    if lower.top - upper.bottom > _BROKEN_GAP_EM * em or upper.right < lower.right - em:
        return None
    head = re.sub(r"\s", "", fold(upper.line.text))
    label = _SIGNER.match(head)
    head = head[label.end() if label else 0 :]
    if len(head) < _SHORTEST_COMPANY - 2 or _NOT_A_HEAD.search(head) or read_organisation(head) is not None:
        return None
    tail = re.sub(r"\s", "", fold(lower.line.text))
    name = read_organisation(head + tail)
    if name is None:
        return None
    passage = compose([(upper.line, ""), (lower.line, "")])
    return Found(name, passage, (passage.text.find(head[0]), len(passage.text)))
