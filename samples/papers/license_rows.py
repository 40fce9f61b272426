"""The labelled lines of a licence by kind of entity (DOMAIN 1.2), and the truth they carry."""

import unicodedata
from dataclasses import dataclass
from datetime import date

from samples.companies import Company, EntityKind
from samples.people import LONG_TERM

_PERSON: dict[EntityKind, str] = {
    "limited": "法定代表人",
    "joint_stock": "法定代表人",
    "individual": "经营者",
    "sole": "投资人",
    "partnership": "执行事务合伙人",
    "branch": "负责人",
    "cooperative": "法定代表人",
}
_ADDRESS: dict[EntityKind, str] = {"individual": "经营场所", "partnership": "主要经营场所", "branch": "营业场所"}
_TERM: dict[EntityKind, str] = {"partnership": "合伙期限"}


@dataclass(frozen=True, slots=True)
class Row:
    """One label and its value."""

    label: str
    value: str
    field: str = ""


def folded(text: str) -> str:
    """Text as the truth gives it: full-width forms folded, no spaces."""
    return unicodedata.normalize("NFKC", text).replace(" ", "")


def license_rows(company: Company, *, spaced_dates: bool) -> dict[str, Row]:
    """All lines a licence of this kind has, by what they tell; lines without a value are left out."""
    kind = company.kind
    rows = {
        "name": Row("名称", company.name or "***", "name"),
        "type": Row("类型", company.type, "type"),
        "person": Row(_PERSON[kind], company.legal_rep, "legal_rep"),
        "scope": Row("业务范围" if kind == "cooperative" else "经营范围", company.scope),
        "form": Row("组成形式", "个人经营" if kind == "individual" else ""),
        "capital": Row(
            "成员出资总额" if kind == "cooperative" else "注册资本", company.registered_capital, "registered_capital"
        ),
        "established": Row(
            "注册日期" if kind == "individual" else "成立日期", _day(company.established_on, spaced_dates), "established_on"
        ),
        "term": Row(_TERM.get(kind, "营业期限"), _term(company, spaced_dates), "term_until"),
        "address": Row(_ADDRESS.get(kind, "住所"), company.address, "address"),
    }
    return {key: row for key, row in rows.items() if row.value}


def license_truth(company: Company, shown: set[str], *, numbered: bool) -> dict[str, str]:
    """The normalised values of the fields shown; ``numbered`` licences bear the old registration number."""
    term = LONG_TERM if company.term_until is None else str(company.term_until)
    values = {
        "name": folded(company.name),
        "type": folded(company.type),
        "legal_rep": folded(company.legal_rep),
        "address": folded(company.address),
        "registered_capital": folded(company.registered_capital),
        "established_on": company.established_on.isoformat(),
        "term_until": term,
        "issued_on": company.issued_on.isoformat(),
        ("registration_number" if numbered else "uscc"): company.registration_number if numbered else company.uscc,
    }
    return {field: value for field, value in values.items() if value and field in shown}


def _day(day: date, spaced: bool) -> str:
    return f"{day:%Y} 年 {day:%m} 月 {day:%d} 日" if spaced else f"{day:%Y年%m月%d日}"


def _term(company: Company, spaced: bool) -> str:
    if company.term_until == "":
        return ""
    start = _day(company.established_on, spaced)
    if company.term_until is None:
        return LONG_TERM if company.established_on.day % 2 else f"{start}至{LONG_TERM}"
    assert isinstance(company.term_until, date)
    return f"{start}至{_day(company.term_until, spaced)}"
