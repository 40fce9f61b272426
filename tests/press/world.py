"""What one paper is about: its people, its employer, its days. Every fact is made when first asked for, and then stays."""

import random
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from tests.press.choices import Choices
from tests.press.dates import DAY_FORMS, FORMAL_FORMS, MONTH_FORMS, DayForm, add_months, day_between, span_of_service
from tests.press.firms import Firm, make_company, make_firm
from tests.press.numbers import id_number, masked, mobile
from tests.press.offices import make_office
from tests.press.people import Person, make_person
from tests.press.places import Place, address, make_place

__all__ = ["World"]


_FIRST_ISSUE: Final = date(2011, 1, 1)
_LAST_ISSUE: Final = date(2025, 11, 30)
_MASKED: Final = 0.06


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

    def another_phone(self) -> str:
        """Return a mobile telephone's number."""
        return mobile(self.fill)

    def another_address(self) -> str:
        """Return where somebody lives."""
        return address(self.place, self.fill)

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
    def agent_birth(self) -> date:
        """The agent's day of birth."""
        return day_between(date(1962, 1, 1), date(1999, 12, 31), self.fill)

    @cached_property
    def agent_id(self) -> str:
        """The agent's identity number."""
        return self.id_of(self.agent, self.agent_birth)

    @cached_property
    def validity(self) -> tuple[date, date]:
        """From when until when an authorisation holds."""
        first = self.issue if self.fill.random() < 0.7 else self.later(self.issue, 1, 5)
        if self.fill.random() < 0.5:
            return first, add_months(first, self.fill.choice((1, 2, 3, 6, 12))) - timedelta(self.fill.randint(0, 1))
        return first, self.later(first, 5, 400)

    @cached_property
    def office(self) -> str:
        """The office that a paper is handed in to."""
        return make_office(self.place, self.fill)

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
