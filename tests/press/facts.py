"""How facts are said: the printed form of each, and what it means when normalised."""

import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from tests.press.dates import add_months
from tests.press.numbers import bank_account, landline, mobile, passport, serial
from tests.press.offices import make_consulate, make_court, make_police, make_village, office_of
from tests.press.places import address
from tests.press.words import words
from tests.press.world import World

__all__ = [
    "OTHER_FACTS",
    "Facts",
    "Value",
    "day",
    "folded",
    "from_papers",
    "listed",
    "month",
    "one_of",
    "plain",
    "span",
    "text_of",
]


class Value(NamedTuple):
    """What is printed for a fact, what it means when normalised, and the day that it is, where it is one."""

    text: str
    truth: str
    day: date | None = None


Facts = Mapping[str, Callable[[World], Value]]
"""For the name of each field and other fact: how it is taken from what the paper is about."""


def folded(text: str) -> str:
    """Return a value as it is compared: full width folded to half, without spaces."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def plain(text: str) -> Value:
    """Return a value that means what it says."""
    return Value(text, folded(text))


def day(which: Callable[[World], date], *, at_the_foot: bool = False) -> Callable[[World], Value]:
    """Return how a day is said: in the paper's form, or in the form of its foot."""

    def value(world: World) -> Value:
        form, moment = (world.foot_form if at_the_foot else world.day_form), which(world)
        return Value(form(moment), moment.isoformat(), moment)

    return value


def month(which: Callable[[World], date]) -> Callable[[World], Value]:
    """Return how a month is said."""

    def said(world: World) -> Value:
        told = which(world)
        return Value(world.month_form(told), f"{told:%Y-%m}")

    return said


def span(which: Callable[[World], tuple[date, date]]) -> Callable[[World], Value]:
    """Return how the time from one day to another is said."""
    joints = (
        ("", "至"),
        ("自", "至"),
        ("自", "起至"),
        ("", "-"),
        ("", "—"),
        ("", "～"),
        ("", " 至 "),
        ("从", "到"),
        ("", "——"),
    )

    def value(world: World) -> Value:
        first, last = which(world)
        opening, joint = world.fill.choice(joints)
        if joint == "-" and "-" in world.day_form(first):
            joint = "至"
        end = "止" if opening and world.fill.random() < 0.6 else ""
        return Value(opening + world.day_form(first) + joint + world.day_form(last) + end, f"{first}至{last}")

    return value


def text_of(which: Callable[[World], str]) -> Callable[[World], Value]:
    return lambda world: plain(which(world))


def one_of(*texts: str) -> Callable[[World], Value]:
    return lambda world: plain(world.fill.choice(texts))


def listed(name: str) -> Callable[[World], Value]:
    return lambda world: plain(world.fill.choice(words("work", name)))


def from_papers(name: str) -> Callable[[World], Value]:
    """Return how one of a list of words about papers is said."""
    return lambda world: plain(world.fill.choice(words("papers", name)))


def _file_number(world: World) -> str:
    dice = world.fill.random()
    number = world.fill.randrange(1, 900)
    if dice < 0.4:
        return f"{world.issue.year}{number:04d}"
    if dice < 0.6:
        return f"（{world.issue.year}）第{number}号"
    if dice < 0.8:
        return f"{world.fill.choice(('人字', '退工', '离证', 'HR', '劳证'))}〔{world.issue.year}〕{number:03d}号"
    return f"{world.fill.choice(('LZ', 'RS', 'NO'))}{world.issue:%Y%m}{number:03d}"


def _moment(world: World) -> str:
    hour, minute, second = world.fill.randrange(8, 18), world.fill.randrange(60), world.fill.randrange(60)
    return f"{world.issue:%Y-%m-%d} {hour:02d}:{minute:02d}:{second:02d}"


def _office(kind: str) -> Callable[[World], Value]:
    return text_of(lambda world: office_of(kind, world.place, world.fill))


def _bureau(*names: str) -> Callable[[World], Value]:
    """Return how an office of the place is said that is called by one of these names."""
    return text_of(lambda world: world.fill.choice((world.place.city, world.place.district)) + world.fill.choice(names))


def _case_number(world: World) -> str:
    year, number = world.issue.year, world.fill.randrange(1, 4000)
    court = f"{world.fill.choice('鲁苏浙粤川豫')}{world.fill.randrange(100, 1900):04d}民初{number}号"
    board = f"{world.place.short_city[:1]}劳人仲案字{world.fill.choice(('', '第'))}{number}号"
    return world.fill.choice((f"（{year}）", f"〔{year}〕")) + world.fill.choice((court, board))


def _rows(*cells: Callable[[World], str], most: int = 9) -> Callable[[World], Value]:
    """Return how the numbered rows of a list of people are said: a paragraph for each, with gaps between what stands in it."""

    def told(world: World) -> str:
        gap = " " * world.fill.randint(3, 6)
        rows = [[world.another().name, *[cell(world) for cell in cells]] for _ in range(world.fill.randint(3, most))]
        return "¶§".join([gap.join([str(at), *row]) for at, row in enumerate(rows, 1)])

    return text_of(told)


def _id_of_anybody(world: World) -> str:
    return world.id_of(world.fill.choice((world.person, world.head)))


def _job(world: World) -> str:
    return world.fill.choice(words("work", "positions"))


def _sum(low: int, high: int) -> Callable[[World], str]:
    return lambda world: f"{world.fill.randrange(low, high) * 10}.{world.fill.choice(('00', '00', '50'))}"


def _month_rows(world: World) -> str:
    gap = " " * world.fill.randint(3, 6)
    base, last = world.fill.randrange(30, 220) * 100, world.issue
    months = [add_months(last, -back) for back in range(world.fill.randint(3, 8), 0, -1)]
    return "¶§".join(gap.join((f"{month:%Y%m}", f"{base}.00", f"{base * 0.07:.2f}", f"{base * 0.07:.2f}")) for month in months)


_COMMON_FACTS: Final[Facts] = {
    "name": text_of(lambda world: world.person.name),
    "employee_name": text_of(lambda world: world.person.name),
    "id_number": text_of(lambda world: world.person_id),
    "employee_id": text_of(lambda world: world.person_id),
    "employer_name": text_of(lambda world: world.employer.name),
    "uscc": text_of(lambda world: world.uscc),
    "issue_date": day(lambda world: world.issue, at_the_foot=True),
}
"""Fields of many kinds, as most of them mean them."""

OTHER_FACTS: Final[Facts] = {
    **_COMMON_FACTS,
    "we": text_of(lambda world: world.we),
    "mr": text_of(lambda world: world.person.mr),
    "he": text_of(lambda world: world.person.he),
    "sex": text_of(lambda world: world.person.sex),
    "age": text_of(lambda world: str((world.issue - world.birth).days // 365)),
    "birth": day(lambda world: world.birth),
    "birth_month": month(lambda world: world.birth),
    "ethnicity": text_of(
        lambda world: world.fill.choice(words("work", "ethnicities")) + ("族" if world.fill.random() < 0.6 else "")
    ),
    "education": one_of("初中", "高中", "中专", "大专", "本科", "大学本科", "硕士研究生"),
    "job": listed("positions"),
    "department": listed("departments"),
    "phone": text_of(lambda world: mobile(world.fill)),
    "landline": text_of(lambda world: landline(world.fill) if world.fill.random() < 0.6 else mobile(world.fill)),
    "address": text_of(lambda world: address(world.place, world.fill)),
    "firm_address": text_of(lambda world: address(world.place, world.fill)),
    "postcode": text_of(lambda world: serial(world.fill, 6)),
    "employee_number": text_of(
        lambda world: world.fill.choice(("", "A", "GH", "HR", "0")) + serial(world.fill, world.fill.choice((4, 5, 6)))
    ),
    "file_number": text_of(_file_number),
    "contract_number": text_of(
        lambda world: (
            f"{world.fill.choice(('HT', 'LD', 'HR-', ''))}{world.start:%Y}{world.fill.choice(('', '-'))}{serial(world.fill, 4)}"
        )
    ),
    "signed_on": day(lambda world: world.contract[0] - timedelta(world.fill.randint(0, 9))),
    "last_insured": month(lambda world: world.end),
    "bank_account": text_of(lambda world: bank_account(world.fill)),
    "bank": listed("banks"),
    "money": text_of(lambda world: f"{world.fill.randrange(3, 200) * 500:,}元"),
    "wage": text_of(lambda world: f"{world.fill.randrange(30, 300) * 100}元/月"),
    "handler": text_of(lambda world: world.another().name),
    "contact": text_of(lambda world: world.another().name),
    "witness": text_of(lambda world: world.another().name),
    "head": text_of(lambda world: world.head.name),
    "head_title": text_of(lambda world: world.employer.head_title),
    "firm_code": text_of(lambda world: world.uscc),
    "signed_for_on": day(lambda world: world.later(world.issue, 0, 6)),
    "printed_at": text_of(_moment),
    "office": text_of(lambda world: world.office),
    "hired_on": day(lambda world: world.start),
    "applied_on": day(lambda world: world.issue - timedelta(world.fill.randint(20, 90))),
    "year": text_of(lambda world: str(world.issue.year)),
    "number": text_of(lambda world: str(world.fill.randrange(1, 400))),
    "article": one_of(
        "第三十六条", "第三十七条", "第三十九条", "第四十条", "第四十四条", "第四十一条第一款", "第四十四条第（一）项"
    ),
    "city": text_of(lambda world: world.place.city),
    "district": text_of(lambda world: world.place.district),
    "left_on": day(lambda world: world.end),
    "due_on": day(lambda world: world.later(world.issue, 3, 40)),
    "month": month(lambda world: world.issue),
    "first_month": month(lambda world: world.start),
    "service": text_of(lambda world: world.service),
    "agent": text_of(lambda world: world.agent.name),
    "agent_id": text_of(lambda world: world.agent_id),
    "other_firm": text_of(lambda world: world.company.name),
    "project": from_papers("projects"),
    "country": from_papers("countries"),
    "passport": text_of(lambda world: passport(world.fill)),
    "case_number": text_of(_case_number),
    "small": text_of(lambda world: str(world.fill.randrange(2, 30))),
    "percent": text_of(lambda world: f"{world.fill.randrange(1, 20) * 5}%"),
    "names": text_of(lambda world: "、".join(world.another().name for _ in range(world.fill.randint(3, 9)))),
    "id_rows": _rows(_id_of_anybody),
    "phone_rows": _rows(_job, lambda world: mobile(world.fill)),
    "pay_rows": _rows(_sum(200, 1500), _sum(10, 90), _sum(200, 1400)),
    "days_rows": _rows(_job, lambda world: str(world.fill.randrange(15, 27)), lambda world: str(world.fill.randrange(0, 4))),
    "sign_rows": _rows(_id_of_anybody, lambda world: mobile(world.fill), most=7),
    "month_rows": text_of(_month_rows),
    "court": text_of(lambda world: make_court(world.place, world.fill)),
    "board": _office("arbitration"),
    "police": text_of(lambda world: make_police(world.place, world.fill)),
    "village": text_of(lambda world: make_village(world.place, world.fill)),
    "hospital": _office("hospitals"),
    "crematorium": _office("crematoria"),
    "notary": _office("notaries"),
    "registry": _office("registry"),
    "inspection": _office("inspection"),
    "insurer": _office("insurance"),
    "employment_office": _office("employment"),
    "consulate": text_of(lambda world: make_consulate(world.fill)),
    "tax_office": _bureau("税务局", "税务局第一税务所", "税务局第一税务分局"),
    "fund_centre": _bureau("住房公积金管理中心", "住房公积金管理中心城区管理部"),
    "civil_affairs": _bureau("民政局", "民政局婚姻登记处"),
    "exit_office": _bureau("公安局出入境管理支队", "公安局出入境管理大队", "公安局出入境接待大厅"),
    "petitions": _bureau("信访局", "人民政府信访办公室", "市民服务热线受理中心"),
    "school": _bureau("职业技术学院", "技师学院", "实验中学", "理工学院"),
}
"""Facts that papers mention besides what is read off them; they distract."""
