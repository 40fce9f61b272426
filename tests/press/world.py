"""What one paper is about: its people, its employer, its days. Every fact is made when first asked for, and then stays."""

import random
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cached_property
from typing import Final, NamedTuple

from tests.press.choices import Choices
from tests.press.dates import DAY_FORMS, FORMAL_FORMS, MONTH_FORMS, DayForm, add_months, day_between, span_of_service
from tests.press.firms import Firm, make_company, make_firm
from tests.press.numbers import bank_account, id_number, landline, masked, mobile, serial
from tests.press.people import Person, make_person
from tests.press.places import Place, address, make_place
from tests.press.words import words

__all__ = ["Facts", "Value", "World", "day", "folded", "month", "plain", "span"]


class Value(NamedTuple):
    """What is printed for a fact, what it means when normalised, and the day that it is, where it is one."""

    text: str
    truth: str
    day: date | None = None


Facts = Mapping[str, Callable[["World"], Value]]
"""For the name of each field and other fact: how it is taken from what the paper is about."""

_FIRST_ISSUE: Final = date(2011, 1, 1)
_LAST_ISSUE: Final = date(2025, 11, 30)
_MASKED: Final = 0.06


def folded(text: str) -> str:
    """Return a value as it is compared: full width folded to half, without spaces."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def plain(text: str) -> Value:
    """Return a value that means what it says."""
    return Value(text, folded(text))


class World:
    """All that a paper may speak of."""

    def __init__(self, choices: Choices) -> None:
        self.fill = random.Random(choices.fill.getrandbits(64))
        self.day_form = choices.weighed(DAY_FORMS)
        self.month_form = choices.weighed(MONTH_FORMS)
        self.foot_form: DayForm = choices.weighed(FORMAL_FORMS) if choices.chance(0.16) else self.day_form
        self.is_masked = choices.chance(_MASKED)
        self._known: set[str] = set()

    def another(self) -> Person:
        """Return somebody whose name nobody else on the paper bears."""
        person = make_person(self.fill)
        while person.name in self._known:
            person = make_person(self.fill)
        self._known.add(person.name)
        return person

    def id_of(self, person: Person, birth: date | None = None) -> str:
        """Return somebody's identity number; all are starred out where the paper does so."""
        number = id_number(self.fill, birth or day_between(date(1960, 1, 1), date(1999, 12, 31), self.fill), person.sex)
        return masked(number, self.fill) if self.is_masked else number

    def later(self, first: date, low: int, high: int) -> date:
        """Return a day so many days after another."""
        return first + timedelta(self.fill.randint(low, high))

    @cached_property
    def person(self) -> Person:
        """Whom the paper is about."""
        return self.another()

    @cached_property
    def birth(self) -> date:
        """The person's day of birth: grown up when hired."""
        grown_up = min(add_months(self.start, -18 * 12), date(2002, 12, 31))
        return day_between(max(date(1960, 1, 1), add_months(grown_up, -38 * 12)), grown_up, self.fill)

    @cached_property
    def person_id(self) -> str:
        """The person's identity number."""
        return self.id_of(self.person, self.birth)

    @cached_property
    def place(self) -> Place:
        """Where the paper comes from."""
        return make_place(self.fill)

    @cached_property
    def employer(self) -> Firm:
        """The employer that the paper is about."""
        return make_firm(self.place, self.fill)

    @cached_property
    def company(self) -> Firm:
        """A company other than the employer."""
        return make_company(self.place, self.fill)

    @cached_property
    def uscc(self) -> str:
        """The employer's credit code."""
        return self.employer.uscc(self.fill)

    @cached_property
    def we(self) -> str:
        """The employer's word for itself."""
        return self.fill.choice(self.employer.we)

    @cached_property
    def head(self) -> Person:
        """The employer's head."""
        return self.another()

    @cached_property
    def agent(self) -> Person:
        """Who acts for the employer or the person."""
        return self.another()

    @cached_property
    def agent_id(self) -> str:
        """The agent's identity number."""
        return self.id_of(self.agent)

    @cached_property
    def issue(self) -> date:
        """The day on which the paper was made out."""
        return day_between(_FIRST_ISSUE, _LAST_ISSUE, self.fill)

    @cached_property
    def end(self) -> date:
        """The last day with the employer: mostly the issue or shortly before it."""
        dice = self.fill.random()
        if dice < 0.3:
            return self.issue
        return self.issue - timedelta(self.fill.randint(1, 14) if dice < 0.9 else self.fill.randint(15, 90))

    @cached_property
    def start(self) -> date:
        """The first day with the employer."""
        return self.end - timedelta(int(90 + 4500 * self.fill.random() ** 2))

    @cached_property
    def contract(self) -> tuple[date, date]:
        """The last contract's first and last day; the last day is the end of service where it simply ran out."""
        years = self.fill.choice((1, 2, 3, 3, 5))
        if self.fill.random() < 0.4:
            first = max(self.start, add_months(self.end, -12 * years) + timedelta(1))
            return first, self.end
        first = self.start
        while add_months(first, 12 * years) <= self.end:
            first = add_months(first, 12 * years)
        return first, add_months(first, 12 * years) - timedelta(1)

    @cached_property
    def service(self) -> str:
        """How long the person served, as the paper counts it."""
        return span_of_service(self.start, self.end, self.fill.random())


def day(which: Callable[[World], date], *, at_the_foot: bool = False) -> Callable[[World], Value]:
    """Return how a day is said: in the paper's form, or in the form of its foot."""

    def value(world: World) -> Value:
        form, moment = (world.foot_form if at_the_foot else world.day_form), which(world)
        return Value(form(moment), moment.isoformat(), moment)

    return value


def month(which: Callable[[World], date]) -> Callable[[World], Value]:
    """Return how a month is said."""
    return lambda world: Value(world.month_form(which(world)), f"{which(world):%Y-%m}")


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


def _text(which: Callable[[World], str]) -> Callable[[World], Value]:
    return lambda world: plain(which(world))


def _any(*texts: str) -> Callable[[World], Value]:
    return lambda world: plain(world.fill.choice(texts))


def _from_list(name: str) -> Callable[[World], Value]:
    return lambda world: plain(world.fill.choice(words("work", name)))


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


OTHER_FACTS: Final[Facts] = {
    "we": _text(lambda world: world.we),
    "mr": _text(lambda world: world.person.mr),
    "he": _text(lambda world: world.person.he),
    "sex": _text(lambda world: world.person.sex),
    "age": _text(lambda world: str((world.issue - world.birth).days // 365)),
    "birth": day(lambda world: world.birth),
    "birth_month": month(lambda world: world.birth),
    "ethnicity": _text(
        lambda world: world.fill.choice(words("work", "ethnicities")) + ("族" if world.fill.random() < 0.6 else "")
    ),
    "education": _any("初中", "高中", "中专", "大专", "本科", "大学本科", "硕士研究生"),
    "job": _from_list("positions"),
    "department": _from_list("departments"),
    "phone": _text(lambda world: mobile(world.fill)),
    "landline": _text(lambda world: landline(world.fill) if world.fill.random() < 0.6 else mobile(world.fill)),
    "address": _text(lambda world: address(world.place, world.fill)),
    "firm_address": _text(lambda world: address(world.place, world.fill)),
    "postcode": _text(lambda world: serial(world.fill, 6)),
    "employee_number": _text(
        lambda world: world.fill.choice(("", "A", "GH", "HR", "0")) + serial(world.fill, world.fill.choice((4, 5, 6)))
    ),
    "file_number": _text(_file_number),
    "contract_number": _text(
        lambda world: (
            f"{world.fill.choice(('HT', 'LD', 'HR-', ''))}{world.start:%Y}{world.fill.choice(('', '-'))}{serial(world.fill, 4)}"
        )
    ),
    "signed_on": day(lambda world: world.contract[0] - timedelta(world.fill.randint(0, 9))),
    "last_insured": month(lambda world: world.end),
    "bank_account": _text(lambda world: bank_account(world.fill)),
    "bank": _from_list("banks"),
    "money": _text(lambda world: f"{world.fill.randrange(3, 200) * 500:,}元"),
    "wage": _text(lambda world: f"{world.fill.randrange(30, 300) * 100}元/月"),
    "handler": _text(lambda world: world.another().name),
    "contact": _text(lambda world: world.another().name),
    "witness": _text(lambda world: world.another().name),
    "head": _text(lambda world: world.head.name),
    "head_title": _text(lambda world: world.employer.head_title),
    "firm_code": _text(lambda world: world.uscc),
    "signed_for_on": day(lambda world: world.later(world.issue, 0, 6)),
    "printed_at": _text(_moment),
    "year": _text(lambda world: str(world.issue.year)),
    "number": _text(lambda world: str(world.fill.randrange(1, 400))),
    "article": _any(
        "第三十六条", "第三十七条", "第三十九条", "第四十条", "第四十四条", "第四十一条第一款", "第四十四条第（一）项"
    ),
    "city": _text(lambda world: world.place.city),
    "district": _text(lambda world: world.place.district),
}
"""Facts that papers mention besides what is read off them; they distract."""
