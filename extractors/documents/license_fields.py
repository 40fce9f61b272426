"""A licence's values in their normal form, each with a confidence that says what it rests on."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from extractors.documents.license_form import Form
from extractors.documents.license_labels import LicenseField
from extractors.documents.license_layout import Cell
from extractors.documents.license_partners import are_partners, is_of_partners, is_person, people_text
from extractors.documents.license_values import Value
from extractors.evidence import Doubt, FieldReading, FieldState
from extractors.text.dates import OPEN_END, DateReading, find_dates, find_periods, parse_date
from extractors.text.fold import HAN_CLASS, fold, fold_name
from extractors.text.names import read_organisation, read_person

LONG_NAME: Final = 4
"""Longest usual name without a dot (compound surnames included): a longer one has perhaps swallowed a watermark."""
TWINS: Final = str.maketrans("黃呂戶產彥淸靑眞內溫吳兪郞", "黄吕户产彦清青真内温吴俞郎")
"""Old forms of characters that differ by a stroke. Licences print the new forms; the recogniser gives some of the old."""
PERSON_GAP: Final = 0.8
"""A gap this wide, in heights, ends a person's name that already has two characters: what follows is a watermark."""

_PEOPLE: Final[frozenset[LicenseField]] = frozenset({"legal_rep", "delegate"})

NOTHING: Final = re.compile(r"[*/\\\-—_.。、无]*")
"""What is printed where a form has nothing to say (DOMAIN 1.2)."""
COMPANY_END: Final = re.compile(rf"(.*?(?:有限责任公司|有限公司|股份公司))(?:\([{HAN_CLASS}]{{2,8}}\))?")
COMPANY: Final = "有限"
"""A name with this word in it must end as an organisation's does; a shop's name may end in any word."""
BRANCH: Final = re.compile(r"分公司|分店|营业部|办事处|分部|分厂|厂|店|部|中心|站|所|院|合伙|工作室|分行|支行|专营")
"""What a name may have behind the company it belongs to: a branch says which."""
ORGANISATION: Final = re.compile(rf"[{HAN_CLASS}A-Za-z0-9()·&.\-]{{2,60}}")
TYPE_WORDS: Final = re.compile(
    r"公司|个体|独资|合伙|合作|国有|集体|全民|所有制|联营|分支|外商|外资|台港澳|港澳台|企业法人|营业单位|股份|代表机构|家庭经营|个人经营"
)
"""Words of the kinds of business: every type names one."""
BEFORE_WORDS: Final = re.compile(rf"^[^{HAN_CLASS}(]+")
"""A watermark's or border's piece before a type (☑): types are words."""
MONEY: Final = re.compile(r"[\d一二两三四五六七八九十百千零〇壹贰叁肆伍陆柒捌玖拾佰仟][\d,.]*[万亿元圆园萬億百千佰仟拾十]")
FOREVER: Final = re.compile(r"长期|永久|水久|无固定|不约定")
"""Terms without an end; 水久 is how 永久 is misread."""
AFTER_START: Final = re.compile(r"[至到~—\-](.*)$")


@dataclass(frozen=True, slots=True)
class _Normal:
    """A normal form, whether it looks as its kind should, and what state the value is in."""

    value: str
    fits: bool = True
    state: FieldState = "read"


def read_field(form: Form, field: LicenseField) -> FieldReading | None:
    """Read one field; None where its label was not found."""
    value = form.values.get(field)
    if value is None:
        return None
    if field in _PEOPLE:
        value = _person_cells(value)
    normal = _normal(field, value)
    cells = value.cells or value.label.cells
    readable = normal.state in ("read", "incomplete") and bool(normal.value)
    return FieldReading(
        value=normal.value if readable else "",
        confidence=value.score if value.cells else min(cell.line.score for cell in value.label.cells),
        doubts=tuple(sorted(_doubts(value, normal))),
        page=form.sheet.page_number,
        box=form.box(cells),
        state=normal.state,
        raw=value.text,
    )


def doubts_of_date(value: Value, reading: DateReading) -> tuple[Doubt, ...]:
    """What speaks against a date that stands in the cells of a value."""
    return tuple(sorted(_doubts(value, _dated(reading))))


def _doubts(value: Value, normal: _Normal) -> frozenset[Doubt]:
    doubts = value.doubts if value.cells else frozenset()
    if not value.agreed or normal.state == "illegible":
        doubts |= {"readings_differ"}
    return doubts if normal.fits else doubts | {"odd_shape"}


def _normal(field: LicenseField, value: Value) -> _Normal:
    text = (people_text(value) if field in _PEOPLE else fold_name(value.text)).strip(":;,。、")
    if NOTHING.fullmatch(text):
        return _Normal("", state="blank")
    if field in ("established_on", "issued_on"):
        reading = parse_date(value.text)
        return _Normal("", state="illegible") if reading is None else _dated(reading)
    if field == "term_until":
        return _term(value.text)
    if is_of_partners(value.label) and are_partners(text):
        return _Normal(text)
    return _PLAIN[field](text) if field in _PLAIN else _Normal(text)


_LABELS_END: Final = re.compile(r"^称(?!心)(?=.{6})")


def _name(text: str) -> _Normal:
    """A business name: whatever a company's name carries behind its legal form, unless it names a branch, is no part of it.

    Nor is the second half of its label (名 称), which a wide gap lets stick to the value.
    """
    text = _LABELS_END.sub("", text)
    company = COMPANY_END.match(text)
    if company and not BRANCH.search(text[company.end() :]):
        text = company[0]
    whole = read_organisation(text) is not None if COMPANY in text else ORGANISATION.fullmatch(text) is not None
    return _Normal(text, whole)


def _type(text: str) -> _Normal:
    text = BEFORE_WORDS.sub("", text)
    return _Normal(text, TYPE_WORDS.search(text) is not None)


def _person(text: str) -> _Normal:
    name = read_person(text.translate(TWINS))
    if name is None and is_person(text):
        return _Normal(text)
    if name is None:
        return _Normal(text, False, "read" if len(text) > 1 else "illegible")
    return _Normal(name, len(name) <= LONG_NAME or not name.isalpha() or name.isascii())


def _delegate(text: str) -> _Normal:
    return _person(text.strip("():"))


def _money(text: str) -> _Normal:
    return _Normal(text, MONEY.search(text) is not None)


_PLAIN: Final[dict[LicenseField, Callable[[str], _Normal]]] = {
    "name": _name,
    "type": _type,
    "legal_rep": _person,
    "delegate": _delegate,
    "registered_capital": _money,
}


def _dated(reading: DateReading) -> _Normal:
    return _Normal(reading.value, reading.valid and not reading.doubtful, reading.state)


def _term(text: str) -> _Normal:
    """The end of the term: of A至B it is B; an end that is left empty is blank."""
    folded = fold(text)
    if FOREVER.search(folded):
        return _Normal(OPEN_END)
    periods = find_periods(folded)
    if periods:
        return _dated(periods[0].last)
    end = AFTER_START.search(folded)
    dates = find_dates(folded)
    if end and (not dates or dates[-1].end <= end.start(1)):
        return _Normal("", state="blank" if NOTHING.fullmatch(end[1].strip("年月日止 ")) else "illegible")
    return _dated(dates[-1]) if end and dates else _Normal("", state="illegible")


def _person_cells(value: Value) -> Value:
    """The cells of a person's name: up to a gap behind two characters. A managing partner may be a company with longer gaps."""
    if is_of_partners(value.label):
        return value
    kept: list[Cell] = []
    for cell in value.cells:
        enough = sum(len(each.text) for each in kept) > 1
        goes_on = bool(kept) and (cell.text[0] in "(（" or (kept[-1].text.isascii() and cell.text.isascii()))
        if kept and enough and not goes_on and cell.left - kept[-1].right > PERSON_GAP * kept[-1].height:
            break
        kept.append(cell)
    return replace(value, cells=tuple(kept))
