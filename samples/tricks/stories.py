"""Complete packets whose story is unusual: other forms of company, names and dates that are right though they look odd."""

import random
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from samples.companies import EntityKind
from samples.facts import Facts, telling
from samples.leaves import Wish
from samples.one_scenario import by_certificate
from samples.papers.paper import ContractTerm
from samples.twist import NOT_BOUNCED, STATED, Twist

_FAR_FUTURE = date(2036, 1, 1)
NARROW = str.maketrans("（）", "()")
"""Full-width brackets to half-width ones."""
_WIDENING = 0xFEE0
"""From an ASCII character to its full-width twin."""


def _narrow_brackets(facts: Facts, rng: random.Random) -> Facts:
    """Half-width brackets on the certificate and the form, full-width ones on the licence."""
    name = facts.employer.name.translate(NARROW)
    return telling(replace(facts, certificate=replace(facts.certificate, employer_name=name)), employer_name=name)


def has_brackets(facts: Facts) -> bool:
    """Whether the employer's name has brackets in it."""
    return "（" in facts.employer.name


def _reissued(facts: Facts, rng: random.Random) -> Facts:
    """The employment ended months ago; the certificate was written again the other day."""
    return ended_earlier(facts, timedelta(days=rng.randint(60, 200)))


def ended_earlier(facts: Facts, shift: timedelta) -> Facts:
    """The same employment some time earlier; the certificate keeps its day of issue."""
    old = facts.certificate
    assert isinstance(old.separation_date, date), "the story's certificate has a whole date"
    assert isinstance(old.start_date, date), "and says since when"
    day, start = old.separation_date - shift, old.start_date - shift
    term = old.contract_term
    if isinstance(term, ContractTerm):
        term = ContractTerm(start, term.end - shift if term.end else None)
    changed = replace(old, separation_date=day, start_date=start, contract_term=term)
    return telling(replace(facts, certificate=changed), separation_date=day.isoformat())


def worked_long(facts: Facts) -> bool:
    """Whether the employer was there months before the employment began."""
    start = facts.certificate.start_date
    return isinstance(start, date) and start - facts.employer.established_on > timedelta(days=210)


def _printed_early(facts: Facts, rng: random.Random) -> Facts:
    day = facts.certificate.separation_date
    assert isinstance(day, date), "the story's certificate has a whole date"
    return replace(facts, certificate=replace(facts.certificate, issue_date=day - timedelta(days=rng.randint(2, 9))))


def _left_today(facts: Facts, rng: random.Random) -> Facts:
    changed = replace(facts.certificate, separation_date=facts.today, issue_date=facts.today)
    changed = replace(changed, reason="个人原因辞职", contract_term=_open_term(facts))
    return telling(replace(facts, certificate=changed), separation_date=facts.today.isoformat())


def _open_term(facts: Facts) -> ContractTerm:
    start = facts.certificate.start_date
    assert isinstance(start, date), "the story's certificate says since when"
    return ContractTerm(start, None)


def _other_dot(facts: Facts, rng: random.Random) -> Facts:
    """The form has another dot than the papers between the parts of the name."""
    return telling(facts, employee_name=facts.employee.name.replace("·", rng.choice("•・∙")))


def _has_dot(facts: Facts) -> bool:
    return "·" in facts.employee.name


def _typed_carelessly(facts: Facts, rng: random.Random) -> Facts:
    """A small x, spaces in the code and around the name."""
    number, code = facts.employee.id_number, facts.employer.uscc
    return telling(facts, employee_id=number.lower(), uscc=f"{code[:8]} {code[8:]}", legal_rep_name=f" {facts.legal_rep.name} ")


def _wide_digits(facts: Facts, rng: random.Random) -> Facts:
    return telling(facts, employee_id=wide(facts.employee.id_number))


def wide(number: str) -> str:
    """A number in full-width characters."""
    return "".join(chr(ord(char) + _WIDENING) for char in number)


def _ends_in_x(facts: Facts) -> bool:
    return facts.employee.id_number.endswith("X")


def _masked(facts: Facts, rng: random.Random) -> Facts:
    number = facts.employee.id_number
    return replace(facts, certificate=replace(facts.certificate, employee_id=f"{number[:6]}********{number[14:]}"))


def _cards_last_long(facts: Facts) -> bool:
    """Whether the packet can still be judged years later, when no day of submission is given."""
    return facts.legal_rep.valid_until is None or facts.legal_rep.valid_until > _FAR_FUTURE


def is_kind(facts: Facts, kinds: tuple[EntityKind, ...]) -> bool:
    """Whether the employer is of one of some kinds."""
    return facts.employer.kind in kinds


def _has_no_term(facts: Facts) -> bool:
    return facts.licence.term_until == ""


def _lasts_forever(facts: Facts) -> bool:
    return facts.legal_rep.valid_until is None


def _rare(facts: Facts) -> bool:
    names = facts.employee.name + facts.legal_rep.name
    return len(names.encode("gb2312", "ignore")) < 2 * len(names)  # what the old national set leaves out


STORY_TRICKS: tuple[Twist, ...] = (
    Twist("brackets", "Half-width brackets on one paper, full-width on the other.", suits=has_brackets, facts=_narrow_brackets),
    Twist("handwritten", "The certificate was filled in with a pen.", wish=Wish(STATED, by_hand=True)),
    Twist("reissued", "The certificate was issued again months after the separation.", suits=worked_long, facts=_reissued),
    Twist("long_term_card", "The legal representative's card is valid 长期.", suits=_lasts_forever, manifest="any"),
    Twist("no_term", "The licence prints no term of business.", suits=_has_no_term, manifest="any"),
    Twist("individual_business", "The employer is an individual trader.", suits=partial(is_kind, kinds=("individual",))),
    Twist(
        "other_forms",
        "The employer is a partnership, a branch, a sole proprietorship or a cooperative.",
        suits=partial(is_kind, kinds=("partnership", "branch", "sole", "cooperative")),
    ),
    Twist(
        "name_with_dot",
        "The employee's name has a dot in it, typed in another way on the form.",
        suits=_has_dot,
        facts=_other_dot,
    ),
    Twist("rare_character", "A name has a character that few fonts and readers know.", suits=_rare, outcome_ok=NOT_BOUNCED),
    Twist("printed_early", "The certificate was printed some days before the separation.", facts=_printed_early),
    Twist("left_today", "The employment ended on the day of submission.", facts=_left_today),
    Twist(
        "small_x", "ID number and credit code were typed with a small x and spaces.", suits=_ends_in_x, facts=_typed_carelessly
    ),
    Twist("wide_digits", "The ID number was typed in full-width digits.", facts=_wide_digits),
    Twist(
        "masked_number",
        "The certificate masks the middle of the ID number, as a firm's software prints it.",
        NOT_BOUNCED,
        wish=Wish(STATED, by_hand=False),
        facts=_masked,
    ),
    Twist(
        "no_manifest",
        "Nothing but the files: the day on which they are looked at counts as the day they were sent.",
        NOT_BOUNCED,
        may_codes=("date.overdue",),
        roles=("legal_rep",),
        manifest="absent",
        suits=_cards_last_long,
    ),
    Twist("partial_manifest", "The form was filled in by half.", manifest="partial"),
    Twist(
        "own_withdrawal",
        "A freelancer withdraws their own registration.",
        NOT_BOUNCED,
        scenario="individual_withdrawal",
        roles=("individual",),
        suits=by_certificate,
    ),
)
