"""The values on identity papers whose labels are in one language or two: beside their labels, below them, or by their form."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from extractors.documents.body import Found, found_date
from extractors.documents.card_fields import PERIOD, checked, dotted, number_on
from extractors.documents.reader import Sheet
from extractors.documents.signing_off import id_in
from extractors.schema.identity import IdentityPaper
from extractors.text.dates import find_dates
from extractors.text.fold import HAN_CLASS, LATIN_CLASS, fold_person
from extractors.text.identifiers import DIGIT_LOOKALIKES
from extractors.text.labels import Labelled, find_labels
from extractors.text.mrz import MachineReadable, read_mrz
from extractors.text.passage import Passage, Span, compose
from extractors.text.rows import Row

_CHINESE_LABELS: Final = {
    "name": "姓名 中文姓名 英文姓名",
    "sex": "性别",
    "birth": "出生日期 出生年月 出生年月日 出生",
    "nationality": "国籍 国籍/地区 国籍(地区)",
    "ethnicity": "民族",
    "address": "住址 住所地址",
    "valid": "有效期限 有效期 有效期间",
    "until": "有效期至 有效期截止 有效至 有效期限至",
    "issued": "签发日期 发证日期 填发日期",
    "authority": "签发机关 发证机关 签发单位 填发机关 发证单位",
    "id_number": "证件号码 证件号 公民身份号码 公民身份证号码 身份证号码 护照号码 护照号 护照编号 编号 证号 证件编号 卡号",
    "permit_number": "通行证号码 通行证号",
    "": "签发次数 换证次数 签发地点 签发地 出生地点 出生地 类型 国家码 持照人签名 持证人签名 部别 职务 衔级 军衔 籍贯 其他证件",
}
_ENGLISH_LABELS: Final = {
    "name": "Name FullName",
    "sex": "Sex Gender",
    "birth": "DateofBirth",
    "nationality": "Nationality",
    "valid": "PeriodofValidity ValidityPeriod ValidPeriod Validity",
    "until": "DateofExpiry DateofExpiration ValidUntil",
    "issued": "DateofIssue IssueDate",
    "authority": "IssuingAuthority Authority IssuedBy",
    "id_number": "IDNo. IDNumber CardNo. No. PassportNo. PassportNumber DocumentNo.",
    "": "PlaceofIssue PlaceofBirth Type CountryCode Bearer'sSignature",
}
_ENGLISH_BEFORE: Final = re.compile(
    r"^[\s/.:]*(?:(?:FULL\s*|SUR|GIVEN\s*)?NAMES?|SEX|GENDER|NATIONALITY|AUTHORITY|ISSUING\s*AUTHORITY)?[\s/.:]*", re.IGNORECASE
)
"""What is left of a label in two languages whose second half was misread or stands apart."""
_HAN_NAME: Final = re.compile(rf"[{HAN_CLASS}](?:\s?[·.•]?\s?[{HAN_CLASS}])*")
_LATIN_NAME: Final = re.compile(rf"[{LATIN_CLASS}][{LATIN_CLASS}'’,.\- ]*[{LATIN_CLASS}]")
_SEX: Final = re.compile(r"[男女]|(?<![A-Za-z])[MF](?![A-Za-z])")
_SEXES: Final = {"M": "男", "F": "女"}
_BORN: Final = re.compile(r"出生(?:日期|年月日?)?")
_OF_SEX: Final = re.compile(r"性别[A-Za-z/]*(?P<v>[男女])")
_HAN: Final = re.compile(rf"[{HAN_CLASS}][{HAN_CLASS}()·]*")
_PATTERNS: Final = {
    "sex": _SEX,
    "nationality": _HAN,
    "ethnicity": _HAN,
    "authority": _HAN,
    "permit_number": re.compile("[A-Z]?[0-9]{7,11}"),
}
_DAYS: Final = {"birth": "birth", "until": "valid_until", "issued": "valid_from"}
"""Which field a label of a day is of."""
_MONTHS: Final = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_ENGLISH_DAY: Final = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:\d{{1,2}}月)?/?(?P<month>{'|'.join(_MONTHS)})[A-Z]{{0,6}}/?(?P<year>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
"""Without spaces: 07MAR1990, 073月/MAR1990."""
_OTHER_SCRIPT_EM: Final = 3.0
"""How far below a name (in its heights) the same name in the other script stands."""
_SHORTEST_NAME: Final = 2


def _spellings() -> Mapping[str, tuple[str, ...]]:
    """Labels in Chinese alone, and with the English ones right behind or after a stroke, in small letters or capitals."""
    told: dict[str, list[str]] = {}
    for name, chinese in _CHINESE_LABELS.items():
        english = [form for one in _ENGLISH_LABELS.get(name, "").split() for form in (one, one.upper(), one.rstrip("."))]
        told[name] = [
            spelling
            for label in chinese.split()
            for spelling in (label, *(f"{label}{joint}{word}" for word in english for joint in ("", "/", ":")))
        ]
    return {name: tuple(dict.fromkeys(spellings)) for name, spellings in told.items()}


SPELLINGS: Final = _spellings()


def labels_on(rows: Sequence[Row]) -> tuple[Labelled, ...]:
    """Every label of an identity paper with what stands beside or below it."""
    return find_labels(rows, SPELLINGS)


def read_values(sheet: Sheet, paper: IdentityPaper, rows: Sequence[Row]) -> dict[str, Found]:
    """The values of one side of an identity paper."""
    labels = labels_on(rows)
    fields: dict[str, Found] = {}
    for label in labels:
        for name, found in _values_of(label, paper, rows):
            fields.setdefault("latin_name" if name == "name" and "name" in fields else name, found)
    number = _number(sheet, paper, rows, labels)
    fields |= {"id_number": number} if number else {}
    if not paper.resident:
        fields.pop("permit_number", None)
    fields = {**dict(_by_form(rows)), **fields}
    return checked(_with_machine_lines(fields, rows))


def _values_of(label: Labelled, paper: IdentityPaper, rows: Sequence[Row]) -> Iterator[tuple[str, Found]]:
    if not label.rest_text.strip():
        return
    if label.name == "name":
        yield from _names(label, rows)
    elif label.name in _DAYS:
        day = next(_days(label.passage, label.rest), None)
        yield from ((_DAYS[label.name], day),) if day else ()
    elif label.name == "valid":
        yield from _term(label.passage, label.rest)
    elif label.name == "address" and paper.resident:
        yield "address", _address(label, rows)
    elif label.name in _PATTERNS:
        yield from _matched(label.name, label, _PATTERNS[label.name])


def _matched(name: str, label: Labelled, pattern: re.Pattern[str]) -> Iterator[tuple[str, Found]]:
    """What of a label's value has a form; the English half of the label, where it was misread, has not."""
    text, first = _compact(label.passage, label.rest)
    match = pattern.search(text)
    if match:
        span = label.passage.spread((first + match.start(), first + match.end()))
        yield name, Found(_SEXES.get(match[0], match[0]), label.passage, span)


def _compact(passage: Passage, span: Span) -> tuple[str, int]:
    """A span without its spaces, and where it begins in the passage without spaces."""
    text, offsets = passage.compact
    first, last = bisect_left(offsets, span[0]), bisect_left(offsets, span[1])
    return text[first:last], first


def _names(label: Labelled, rows: Sequence[Row]) -> Iterator[tuple[str, Found]]:
    """The Chinese name, and the one in Latin letters; of two scripts the second may stand in a line below the first."""
    chinese, latin = _scripts(label.passage, label.rest)
    if (chinese is None) != (latin is None):
        below = _line_below(label, rows)
        other = _scripts(below, (0, len(below.text))) if below else (None, None)
        chinese, latin = chinese or other[0], latin or other[1]
    first = chinese or latin
    if first:
        yield "name", first
    if chinese and latin:
        yield "latin_name", latin


def _scripts(passage: Passage, span: Span) -> tuple[Found | None, Found | None]:
    text = passage.text[slice(*span)]
    before = _ENGLISH_BEFORE.match(text)
    start = span[0] + (before.end() if before else 0)
    found = []
    for pattern in (_HAN_NAME, _LATIN_NAME):
        match = pattern.search(passage.text, start, span[1])
        value = fold_person(match[0].replace("\t", " ")) if match else ""
        found.append(Found(value, passage, match.span()) if match and len(value) >= _SHORTEST_NAME else None)
    return found[0], found[1]


def _line_below(label: Labelled, rows: Sequence[Row]) -> Passage | None:
    """The line right below a name that has no label and only one name in it."""
    at = next((place for place, row in enumerate(rows) if set(label.passage.lines) & {one.line for one in row.placed}), None)
    following = rows[at + 1] if at is not None and at + 1 < len(rows) else None
    if following is None or at is None or following.top - rows[at].bottom > _OTHER_SCRIPT_EM * rows[at].height:
        return None
    first = following.placed[0]
    alone = compose([(first.line, "")])
    is_name = _LATIN_NAME.fullmatch(alone.text.strip()) or _HAN_NAME.fullmatch(alone.text.strip())
    return alone if is_name and not labels_on((following,)) else None


def _days(passage: Passage, span: Span) -> Iterator[Found]:
    """Every day in a span, those with English months among them."""
    text, first = _compact(passage, span)
    for match in _ENGLISH_DAY.finditer(text):
        month = _MONTHS.index(match["month"].upper()) + 1
        value = f"{match['year']}-{month:02}-{int(match['day']):02}"
        if _is_day(value):
            yield Found(value, passage, passage.spread((first + match.start(), first + match.end())))
    for day in find_dates(passage.text[slice(*span)]):
        yield found_date(day, passage, span[0])


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _term(passage: Passage, span: Span) -> Iterator[tuple[str, Found]]:
    """The first and the last day of a term; a day alone is its last."""
    text, first = _compact(passage, span)
    match = PERIOD.search(text)
    if match:
        for name, group in (("valid_from", "a"), ("valid_until", "b")):
            at = match.span(group)
            yield name, Found(dotted(match[group]), passage, passage.spread((first + at[0], first + at[1])))
        return
    days = list(_days(passage, span))
    if days:
        yield "valid_until", days[-1]
        yield from (("valid_from", day) for day in days[:1] if len(days) > 1)


def _address(label: Labelled, rows: Sequence[Row]) -> Found:
    """What stands beside the label and in the rows below it that have none."""
    at = next(place for place, row in enumerate(rows) if set(label.passage.lines) & {one.line for one in row.placed})
    lines = list(label.passage.lines_in(label.rest))
    for row in rows[at + 1 :]:
        if labels_on((row,)):
            break
        lines += [item.line for item in row.placed]
    passage = compose([(line, "") for line in lines])
    text = passage.compact[0]
    own = re.search(r"(?:住址|住所地址)?(?P<v>.*)", text)
    span = own.span("v") if own else (0, len(text))
    return Found(text[slice(*span)], passage, passage.spread(span))


def _number(sheet: Sheet, paper: IdentityPaper, rows: Sequence[Row], labels: Sequence[Labelled]) -> Found | None:
    """The paper's number: with a check digit wherever it stands, else behind its label, else by a form that has letters."""
    if paper.proven and (found := number_on(sheet, rows)) is not None:
        return found
    asked = [label for label in labels if label.name == "id_number" or (label.name == "permit_number" and not paper.resident)]
    behind = next((number for label in asked if (number := number_behind(paper, label))), None)
    if behind is not None or paper.kind == "passport":
        return behind
    anywhere = (_formed(paper, row.passage, (0, len(row.passage.text))) for row in rows)
    return next((number for number in anywhere if number and not number.value.isdecimal()), None)


def number_behind(paper: IdentityPaper, label: Labelled) -> Found | None:
    """The number of a paper behind its label; None where something else stands there."""
    return _formed(paper, label.passage, label.rest) if label.name in ("id_number", "permit_number") else None


def _formed(paper: IdentityPaper, passage: Passage, span: Span) -> Found | None:
    """What has the form of a paper's number within a span; digits read as letters are put right, and said so."""
    text, first = _compact(passage, span)
    form = re.compile(rf"(?<![A-Z0-9]){paper.form.pattern}(?![A-Z0-9])")
    match, repaired = form.search(text), False
    if match is None:
        mended = re.sub(r"(?<=[A-Z])[0-9OQDILSZB]{7,12}(?![A-Z0-9])", lambda run: run[0].translate(DIGIT_LOOKALIKES), text)
        match, repaired = form.search(mended), True
    if match is None:
        return id_in(passage, span) if paper.proven else None
    found = Found(match["own"], passage, passage.spread((first + match.start("own"), first + match.end("own"))))
    found = replace(found, repaired=repaired).doubted("unproven")
    return found.doubted("repaired") if repaired else found


def _by_form(rows: Sequence[Row]) -> Iterator[tuple[str, Found]]:
    """What is told by its form where its label was misread: the term, the sex, the day of birth."""
    for row in rows:
        whole = (0, len(row.passage.text))
        text = row.passage.compact[0]
        if PERIOD.search(text):
            yield from _term(row.passage, whole)
        sex = _OF_SEX.search(text)
        if sex:
            yield "sex", Found(sex["v"], row.passage, row.passage.spread(sex.span("v")))
        if _BORN.search(text):
            yield from (("birth", day) for day in list(_days(row.passage, whole))[:1])


def machine_lines(rows: Sequence[Row] = (), texts: Sequence[str] = ()) -> MachineReadable | None:
    """What a passport's lines for machines say, among some rows or texts; None where there are none."""
    return read_mrz([*texts, *(item.line.text for row in rows for item in row.placed)])


def _with_machine_lines(fields: dict[str, Found], rows: Sequence[Row]) -> dict[str, Found]:
    """The values with those of a passport's lines for machines, which prove its number and fill in what was not read."""
    lines = [item.line for row in rows for item in row.placed]
    told = read_mrz([line.text for line in lines])
    if told is None:
        return fields
    upper, lower = (compose([(lines[at], "")]) for at in (told.upper, told.lower))
    number = Found(told.number, lower, (0, len(lower.text)), checksum_ok=told.proven)
    printed = fields.get("id_number")
    result = dict(fields)
    if told.number and (told.proven or printed is None):
        same = printed is not None and printed.value == told.number
        result["id_number"] = replace(printed, checksum_ok=True, doubts=frozenset()) if printed and same else number
    values = {"birth": told.birth, "sex": told.sex, "valid_until": told.until, "nationality": told.nationality}
    missing = {name: Found(value, lower, (0, len(lower.text))) for name, value in values.items() if value}
    if told.name:
        name = "latin_name" if "name" in fields and re.search(f"[{HAN_CLASS}]", fields["name"].value) else "name"
        missing[name] = Found(told.name, upper, (0, len(upper.text)))
    return {**missing, **result}
