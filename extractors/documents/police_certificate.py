"""公安机关证明 of a changed name or number: the value before and after, the reason, and the office (DOMAIN 4).

A plain 户籍证明 is one too, though it tells of no change. ``changed`` is one of 姓名, 公民身份号码, 出生日期, 性别, 民族.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Final

from extractors.documents.answers import Answers, first_of, patterns
from extractors.documents.body import Found
from extractors.documents.papers import id_in
from extractors.documents.sentences import DATE
from extractors.documents.titled_paper import TitledPaper, spelt
from extractors.text.dates import parse_date
from extractors.text.fold import fold_name
from extractors.text.identifiers import read_id_number
from extractors.text.names import PERSON_PATTERN, read_person
from extractors.text.passage import Span
from extractors.text.rows import Row

_ITEM: Final = r"(?:姓名|公民身份号码|居民身份证号码|身份证号码|身份证号|出生日期|性别|民族)"
_ID_WORDS: Final = r"(?:居民)?(?:身份证|公民身份|证件)(?:件)?(?:号码|号)?"
_ENDS: Final = rf"(?=[,。;()]|因|于|经|现|系|变更|更正|更改|与|和|特此|{DATE}经|$)"
_WHO: Final = r"(?:我|本|该)?(?:所|局|派出所|村|社区)?(?:辖区|管辖)?(?:内|的)?(?:居民|公民|群众|村民|人员)?"
_SPELLINGS: Final = spelt(
    name="姓名 当事人姓名 居民姓名 申请人姓名 公民姓名 被证明人姓名 被证明人 本人姓名 现姓名",
    id_number="公民身份号码 居民身份证号码 身份证号码 身份证号 公民身份证号码 现公民身份号码 现身份证号码",
    old_value="变更更正前 变更(更正)前 变更、更正前 变更前 更正前 变更前内容 更正前内容 变更更正前内容 原登记内容 "
    "原登记项目内容 "
    "原登记信息 变更、更正前内容 原内容 变更前登记内容 更正前登记内容 原姓名 曾用名 原公民身份号码 原身份证号码 原登记姓名",
    new_value="变更更正后 变更(更正)后 变更、更正后 变更后 更正后 变更后内容 更正后内容 变更更正后内容 现登记内容 "
    "现登记项目内容 "
    "现登记信息 变更、更正后内容 现内容 变更后登记内容 更正后登记内容 更正后姓名 变更后姓名 更正后公民身份号码",
    changed="变更更正项目 变更(更正)项目 变更、更正项目 变更项目 更正项目 登记项目 变更事项 更正事项 项目:",
    reason="变更更正原因 变更(更正)原因 变更、更正原因 变更原因 更正原因 更正理由 变更理由 原因:",
    issue_date="签发日期 出具日期 开具日期 填发日期 日期:",
    authority="出具单位: 出具机关: 公安机关: 户口登记机关:",
    _="性别 民族 出生日期 住址 户籍地址 户籍所在地 户口所在地 变更日期 变更更正日期 变更、更正日期 更正日期 办理日期 备注 "
    "承办人 经办民警 承办民警 联系电话 与户主关系 户主姓名 户别",
)
_NAME: Final = patterns(
    rf"(?:兹证明|兹有|现有|证明){_WHO}:?(?P<v>{PERSON_PATTERN})(?=[(,]|性别|男|女|{_ID_WORDS}|原|曾|于|系|与|因)",
    rf"(?:居民|公民|村民|群众):?(?P<v>{PERSON_PATTERN})(?=[(,]|性别|男|女|{_ID_WORDS}|原|曾)",
)
_NUMBER: Final = patterns(
    rf"(?<!原)(?<!曾用)(?<!前){_ID_WORDS}(?:更正|变更)?(?:为|是)?:?(?P<v>[0-9Xx*×]{{15,18}})",
)
_OLD: Final = patterns(
    rf"(?:原|曾)(?:户口)?(?:登记)?(?:的)?{_ITEM}(?:登记)?(?:为|是|:)*(?P<v>[^,。;()为是:]{{1,24}}?){_ENDS}",
    rf"曾用名(?:为|是|:)*(?P<v>[^,。;()为是:]{{2,12}}?){_ENDS}",
    rf"{_ITEM}(?:登记)?由(?P<v>[^,。;()]{{1,24}}?)(?:变更|更正|更改|改|修改)(?:登记)?(?:为|成)",
    rf"将{_ITEM}(?P<v>[^,。;()]{{1,24}}?)(?:变更|更正|更改|修改)(?:登记)?(?:为|成)",
)
_NEW: Final = patterns(
    rf"(?:变更|更正|更改|修改|改)(?:登记)?(?:后)?(?:的)?{_ITEM}?(?:登记)?(?:为|成)(?P<v>[^,。;()]{{1,24}}?)(?=[,。;()]|特此|$)",
    rf"现(?:登记|使用|用)?(?:的)?{_ITEM}(?:为|是|:)*(?P<v>[^,。;()为是:]{{1,24}}?){_ENDS}",
)
_SAME_PERSON: Final = re.compile(
    rf"(?P<a>{PERSON_PATTERN})(?P<ga>\([^()]*\)|[,(]{_ID_WORDS}[^,。]*[,]?)?(?:与|和|同)"
    rf"(?P<b>{PERSON_PATTERN})(?P<gb>\([^()]*\)|[,(]{_ID_WORDS}[^,。]*[,]?)?(?:二人)?(?:系|为|是|属)同一(?:个)?人"
)
_REASON: Final = patterns(
    rf"因(?P<v>[^,。;{DATE[1:-1]}]{{2,30}}?)(?:,|于{DATE}|经(?:本人)?(?:申请|审核|公安|我)|现|而)",
    r"(?:原因|理由)(?:为|是|:)+(?P<v>[^,。;]{2,30}?)(?=[,。;]|$)",
)
_SUBJECTS: Final = (("公民身份号码", "身份"), ("出生日期", "出生"), ("姓名", "名"), ("性别", "性别"), ("民族", "民族"))
_ID_LENGTH: Final = 18
_CELLS: Final = 3
_QUOTES: Final = "“”‘’\"'「」『』《》"


def _fields(text: Answers) -> Mapping[str, Found | None]:
    fields = {
        "name": text.person("name", _NAME),
        "id_number": text.id_number("id_number", _NUMBER),
        "old_value": _value(text, "old_value", _OLD),
        "new_value": _value(text, "new_value", _NEW),
        "changed": text.words("changed"),
        "reason": text.words("reason", _REASON),
        "issue_date": text.issued(),
        "authority": text.office("authority"),
    }
    fields |= _same_person(text) | _tabled(text, fields)
    fields["changed"] = _subject(text, fields)
    return fields


def _tabled(text: Answers, fields: Mapping[str, Found | None]) -> dict[str, Found | None]:
    """A change told in a table: the item, and its value under 变更前 and under 变更后; what was asked for is the new one."""
    heads = {id(label.passage) for label in text.behind("old_value")} & {
        id(label.passage) for label in text.behind("new_value")
    }
    for head, row in pairwise(text.part.rows):
        cells = _cells(row)
        if id(head.passage) not in heads or len(cells) < _CELLS:
            continue
        item, old, new = (Found(fold_name(row.passage.text[slice(*span)]), row.passage, span) for span in cells[:_CELLS])
        if re.fullmatch(_ITEM, item.value):
            asked = {"姓名": "name"}.get(item.value, "id_number" if "号" in item.value else "")
            known = fields.get(asked)
            changed: dict[str, Found | None] = {"old_value": _normal(old), "new_value": _normal(new), "changed": item}
            if asked and (known is None or not known.value or known.passage is row.passage):
                changed[asked] = _normal(new)
            return changed
    return {}


def _cells(row: Row) -> list[Span]:
    """Where each line of a row stands in its text."""
    spans: dict[int, Span] = {}
    for at, spot in enumerate(row.passage.spots):
        if spot is not None:
            spans[spot[0]] = (spans.get(spot[0], (at, at))[0], at + 1)
    return list(spans.values())


def _value(text: Answers, name: str, said: tuple[re.Pattern[str], ...]) -> Found | None:
    """A name, a number, a day or another word; a number that a line break cuts is taken whole."""
    stated = text.words(name)
    if stated is not None and stated.value:
        head = stated.value.split(",")[0]
        return _normal(replace(stated, value=head, span=(stated.span[0], stated.span[0] + len(head))))
    for match in text.sentences.search(said):
        span = text.sentences.span(*match.span("v"))
        raw = text.sentences.passage.text[slice(*span)]
        if raw.strip():
            return _normal(Found(fold_name(raw), text.sentences.passage, span))
    return stated


def _normal(found: Found) -> Found:
    """The value as its kind is written: a number checked, a day as ISO, a name without courtesies; none in quotation marks."""
    found = replace(found, value=found.value.strip(_QUOTES))
    number = read_id_number(found.value[:_ID_LENGTH]) if len(found.value) >= _ID_LENGTH else None
    if number is not None:
        return replace(found, value=number.value, checksum_ok=number.valid, repaired=number.repaired)
    day = parse_date(found.value)
    if day is not None and day.value:
        return replace(found, value=day.value)
    person = read_person(found.value)
    return replace(found, value=person) if person else found


def _same_person(text: Answers) -> dict[str, Found | None]:
    """A (number) and B (number) are the same person: what differs is what changed."""
    match = _SAME_PERSON.search(text.sentences.text)
    one, other = (read_person(match["a"].split("证明")[-1]), read_person(match["b"])) if match else (None, None)
    if match is None or one is None or other is None:
        return {}
    passage = text.sentences.passage
    start = match.end("a") - len(one)
    if one != other:
        spans = (text.sentences.span(start, match.end("a")), text.sentences.span(*match.span("b")))
        first, second = (Found(value, passage, span) for value, span in zip((one, other), spans, strict=True))
    else:
        numbers = [id_in(passage, text.sentences.span(*match.span(group))) for group in ("ga", "gb") if match[group]]
        known = [number for number in numbers if number is not None]
        if len(known) < 2 or known[0].value == known[1].value:  # noqa: PLR2004 - two numbers of one person
            return {}
        first, second = known
    if match["ga"] and re.search("现", match["ga"]):
        first, second = second, first
    if not re.search("[原现曾]", match[0]):  # the paper only says that both are the same person
        first, second = first.doubted("elsewhere"), second.doubted("elsewhere")
    return {"old_value": first, "new_value": second}


def _subject(text: Answers, fields: Mapping[str, Found | None]) -> Found | None:
    """What was changed, in the words of the register; told by the value itself where the paper does not name it."""
    stated = fields["changed"]
    if stated is not None and stated.value:
        return replace(stated, value=next((name for name, word in _SUBJECTS if word in stated.value), stated.value))
    value = first_of(fields["new_value"], fields["old_value"])
    if value is None or not value.value:
        return stated
    kind = _kind_of(value.value)
    return Found(kind, value.passage, value.span) if kind else None


def _kind_of(value: str) -> str:
    if read_id_number(value):
        return "公民身份号码"
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return "出生日期"
    return "性别" if value in ("男", "女") else "姓名" if read_person(value) else ""


READER: Final = TitledPaper(
    type="police_certificate",
    labels=_SPELLINGS,
    content=re.compile(r"公安|派出所|户籍|户口|公民身份号码"),
    read=_fields,
    signer="authority",
    contrary=re.compile(r"死亡|亲属关系|(?:夫妻|父子|父女|母子|母女|亲子)关系|定居|注销户口|丧失"),
    alone=(
        re.compile(r"派出所|公安(?:分)?局"),
        re.compile(r"(?:变更|更正)(?:登记)?为|同一个?人"),
        re.compile(r"特此证明|兹证明"),
        re.compile(r"公民身份|身份证"),
    ),
)
