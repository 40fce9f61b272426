"""Refunds to somebody else's account."""

from validators.case import Case, Sighting
from validators.check import CannotTell, Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.names import PersonNames, compare_people
from validators.persons import compare_names
from validators.subject import applicant_of
from validators.values import Value, certainty, place_of, read, typed

_HOLDER, _NUMBER = "match.bank_account", "match.bank_account/number"


def run(case: Case, limits: Limits) -> Outcomes:
    """The account that a refund goes to is the applicant's

    Or the heir's who is proven to be one. The holder is the card's and the typed one; many cards do not show any, and then the
    typed one counts. Source: DOMAIN 8.2 X44, 9 A11, A13 to A15.
    """
    applicant = applicant_of(case, limits).name
    told, cards = typed(case.declared.payee_name), tuple(case.documents("bank_card"))
    if applicant and told:
        yield _holders(told, applicant)
    for seen in cards:
        others = [one for one in cards if applicant and _is_anothers(one, applicant)]
        if applicant and seen in others and len(others) < len(cards):
            yield CannotTell(_HOLDER, "extra", place_of(seen), words={"here": "（另一张卡）", "there": applicant})
            continue
        holder, number = read(seen, "holder"), read(seen, "account_number")
        if holder and applicant:
            yield _holders(holder, applicant)
        elif not told:
            yield CannotTell(_HOLDER, "not_seen", place_of(seen), words={"here": "（未读到）", "there": ""})
        yield from _numbers(typed(case.declared.payee_account), number)


def _is_anothers(seen: Sighting, applicant: Value) -> bool:
    holder = read(seen, "holder")
    return holder is not None and compare_people(holder.text, applicant.text) is PersonNames.DIFFERENT


def _holders(holder: Value, applicant: Value) -> Outcome:
    relation = compare_people(holder.text, applicant.text)
    if relation is PersonNames.SAME:
        return Passes()
    found = compare_names(holder, applicant, _HOLDER)
    if isinstance(found, Finds | CannotTell):
        return found
    words = {"here": holder, "there": applicant}
    return CannotTell(_HOLDER, "other_spelling", holder.place, certainty(holder, applicant), words)


def _numbers(told: Value | None, number: Value | None) -> Outcomes:
    if told and number and not number.masked:
        words = {"here": told, "there": number}
        same = "".join(number.text.split()) == told.text
        yield Passes() if same else Finds(_NUMBER, number.place, number.confidence, words)


CHECK = Check(run, Limits, rules=("X44",), reasons=(_HOLDER, _NUMBER))
