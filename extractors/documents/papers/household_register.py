"""居民户口簿: its first page (who heads which household where) and the card of a member (DOMAIN 4).

``title`` tells which page it is, whatever was read above it: 居民户口簿 for the first, 常住人口登记卡 for a member's, and
登记事项变更和更正记载 for a page that holds nothing but changes. ``changes`` puts each of them as "项目 内容 日期".
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from extractors.documents.answers import Answers, first_of, patterns
from extractors.documents.body import Found, Part
from extractors.documents.labelled_form import LabelledForm, spelt
from extractors.documents.reader import Sheet
from extractors.documents.sentences import DATE
from extractors.evidence import Document, DocumentType, TextLine
from extractors.text.dates import find_dates
from extractors.text.fold import fold
from extractors.text.passage import compose
from extractors.text.rows import Row

FIRST_PAGE: Final = "居民户口簿"
MEMBERS_PAGE: Final = "常住人口登记卡"
CHANGES_PAGE: Final = "登记事项变更和更正记载"

_FIRST_SPELLINGS: Final = spelt(
    head="户主姓名 户主:",
    address="住址",
    registered_on="签发日期 登记日期",
    _="户别 户号 省级公安机关户口专用章 户口登记机关户口专用章 户口专用章 承办人签章 承办人 户口登记机关",
)
_MEMBER_SPELLINGS: Final = spelt(
    head="户主姓名",
    name="姓名",
    relation="户主或与户主关系 户主或与户主的关系 与户主关系 与户主的关系",
    former_name="曾用名",
    sex="性别",
    ethnicity="民族",
    birth="出生日期",
    id_number="公民身份证件编号 公民身份证号码 公民身份号码 公民身份证编号 身份证件编号 居民身份证号码 身份证号码",
    address="住址: 现住址 户籍地址",
    registered_on="登记日期",
    _="出生地 籍贯 本市(县)其他住址 本市县其他住址 本市(县)其它住址 宗教信仰 身高 血型 文化程度 婚姻状况 兵役状况 "
    "服务处所 职业 "
    "何时由何地迁来本市(县) 何时由何地迁来本市县 何时由何地迁来本址 承办人签章 承办人 户别 户号",
)
_SIGNED_ON: Final = patterns(rf"(?P<v>{DATE})签发", rf"签发(?:日期)?:?(?P<v>{DATE})")
_CHANGES_HEAD: Final = re.compile(r"变更[、和]?更正后?(?:的)?内容|变更后(?:的)?内容")
_CHANGES_END: Final = re.compile(r"承办人签章:|登记日期|注意事项|户主:|住址变动")
_SIGNS: Final = re.compile(r"^(?:承办人)?签?章$|^承办人")


def _first_fields(text: Answers) -> Mapping[str, Found | None]:
    return {
        "head": text.person("head"),
        "address": text.words("address"),
        "registered_on": first_of(text.day("registered_on", _SIGNED_ON), text.issued()),
    }


def _member_fields(text: Answers) -> Mapping[str, Found | None]:
    return {
        "head": text.person("head"),
        "name": text.person("name"),
        "relation": text.words("relation"),
        "former_name": _filled(text.person("former_name")),
        "sex": text.words("sex"),
        "ethnicity": _people(text.words("ethnicity")),
        "birth": text.day("birth"),
        "id_number": text.id_number("id_number"),
        "address": _filled(text.words("address")),
        "changes": _changes(text.part),
        "registered_on": text.day("registered_on"),
    }


def _filled(found: Found | None) -> Found | None:
    """A value that most cards have none of: its blank means nothing."""
    return found if found is not None and found.value else None


def _people(found: Found | None) -> Found | None:
    """The ethnicity as ID cards print it, without 族."""
    return replace(found, value=found.value.removesuffix("族")) if found is not None and len(found.value) > 1 else found


def _changes(part: Part) -> Found | None:
    """The rows below the heading of the changes, each joined by spaces and all by ;."""
    at = next((i for i, row in enumerate(part.rows) if _CHANGES_HEAD.search(row.passage.compact[0])), None)
    if at is None:
        return None
    pieces: list[tuple[TextLine, str]] = []
    words: list[str] = []
    for row in part.rows[at + 1 :]:
        compact = row.passage.compact[0]
        if _CHANGES_END.search(compact):
            break
        cells = [item.line for item in row.placed if not _SIGNS.match(re.sub(r"\s", "", item.line.text))]
        pieces += [(line, ";" if index == 0 and pieces else " " if index else "") for index, line in enumerate(cells)]
        words.append(_told(row))
    value = ";".join(word for word in words if word)
    passage = compose(pieces)
    return Found(value, passage, (0, len(passage.text))) if value else None


def _told(row: Row) -> str:
    """A row of the changes: its cells without spaces up to its day, which is put as ISO; whoever signed stands behind it."""
    told: list[str] = []
    for item in row.placed:
        cell = re.sub(r"\s", "", fold(item.line.text))
        day = next((day for day in find_dates(cell) if day.value), None)
        if day is not None and day.start == 0:
            return " ".join((*told, day.value))
        told += [cell] if cell and not _SIGNS.match(cell) else []
    return " ".join(told)


_FIRST: Final = LabelledForm(
    type="household_register",
    labels=_FIRST_SPELLINGS,
    content=re.compile(r"户别.*户主"),
    read=_first_fields,
    contrary=re.compile(r"与户主的?关系|申请|出租|买卖|合同"),
    alone=(
        re.compile(r"户别"),
        re.compile(r"户主姓名"),
        re.compile(r"户号|住址"),
        re.compile(r"户口专用章|承办人|签发"),
    ),
)
_MEMBER: Final = LabelledForm(
    type="household_register",
    labels=_MEMBER_SPELLINGS,
    content=re.compile(r"与户主的?关系"),
    several=True,
    read=_member_fields,
    contrary=re.compile(r"申请表|证明|合同|兹有"),
    alone=(
        re.compile(r"户主或与户主的?关系"),
        re.compile(r"公民身份(?:证件|证)?(?:编号|号码)"),
        re.compile(r"籍贯|民族"),
        re.compile(r"服务处所|文化程度|兵役状况|承办人签章"),
    ),
)
_CHANGES: Final = LabelledForm(
    type="household_register",
    labels=spelt(_="项目 承办人签章"),
    content=_CHANGES_HEAD,
    read=lambda text: {"changes": _changes(text.part)},
    alone=(_CHANGES_HEAD, re.compile(r"变更[、和]?更正日期|变更日期"), re.compile(r"承办人")),
)


@dataclass(frozen=True, slots=True)
class HouseholdRegisterReader:
    """Reads pages of household registers, also two of them copied onto one sheet."""

    @property
    def type(self) -> DocumentType:
        """``household_register``."""
        return "household_register"

    def find(self, sheet: Sheet) -> tuple[Document, ...]:
        """Every page of a register on the sheet."""
        parts = _first_page_above(sheet)
        if parts is not None:
            upper, lower = _pages(parts[0]), _pages(parts[1])
            if upper and lower:
                return (*_boxed(upper, parts[0]), *_boxed(lower, parts[1]))
        return _pages(sheet)


def _pages(sheet: Sheet) -> tuple[Document, ...]:
    """The pages of one kind."""
    for kind, title in ((_MEMBER, MEMBERS_PAGE), (_FIRST, FIRST_PAGE), (_CHANGES, CHANGES_PAGE)):
        found = kind.find(sheet)
        if found:
            return tuple(document.model_copy(update={"title": title}) for document in found)
    return ()


def _first_page_above(sheet: Sheet) -> tuple[Sheet, Sheet] | None:
    """The sheet cut in two where a first page lies above a member's card, as copies show them."""
    rows = sheet.rows
    texts = [row.passage.compact[0] for row in rows]
    cut = next((i for i, text in enumerate(texts) if re.search(r"常住人口登记卡|户主或与户主", text)), None)
    household = next((i for i, text in enumerate(texts) if re.search(r"户别", text)), None)
    if cut is None or household is None or household >= cut:
        return None
    if not re.search(r"户主姓名", "".join(texts[:cut])) or "登记卡" not in texts[cut]:
        return None
    upper, lower = ([item.line for row in part for item in row.placed] for part in (rows[:cut], rows[cut:]))
    return replace(sheet, lines=tuple(upper)), replace(sheet, lines=tuple(lower))


def _boxed(documents: tuple[Document, ...], part: Sheet) -> tuple[Document, ...]:
    """The documents of a part of a sheet, each with its box."""
    boxes = [line.box for line in part.lines]
    around = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    return tuple(document.model_copy(update={"box": document.box or around}) for document in documents)


READER: Final = HouseholdRegisterReader()
