"""The employer typed is not the one on the licence."""

from collections.abc import Iterator

from validators.case import Case, Sighting
from validators.check import CannotTell, Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.firms import has_change_notice, says_the_rest, why_one_firm
from validators.names import FirmNames, compare_firms
from validators.numbers import compare_codes
from validators.papers import NAMELESS, is_individual_business, license_of
from validators.slips import Difference, weigh
from validators.values import Value, certainty, read, typed

_LICENSE = "match.employer_name/license"


def run(case: Case, limits: Limits) -> Outcomes:
    """Typed name and credit code are those of the licence

    The code decides: with the same code another name is a change of name or a slip. With another code and another name it is
    the licence of another firm. Source: DOMAIN 8.2 X16, X17, X18, 8.4.
    """
    license_ = license_of(case)
    if license_:
        yield from _judge(case, license_)


def _judge(case: Case, license_: Sighting) -> Iterator[Outcome]:
    told_code, told_name = typed(case.declared.uscc), typed(case.declared.employer_name)
    code, name = read(license_, "uscc"), read(license_, "name")
    if told_code and code:
        yield _codes(told_code, code)
    elif told_code and read(license_, "registration_number"):
        words = {"here": told_code.text, "there": "（只有注册号）"}
        yield CannotTell("match.uscc", "no_code", words=words)
    if told_name and name and name.text not in NAMELESS:
        same_code = told_code.text == code.text if told_code and code else None
        yield _names(case, told_name, name, same_code) if not _goes_by_operator(license_, told_name) else Passes()


def _codes(told: Value, code: Value) -> Outcome:
    words = {"here": told, "there": code}
    if told.text == code.text:
        return Passes()
    if not code.sound:
        return CannotTell("match.uscc", "bad_number", code.place, code.confidence, words)
    relation = compare_codes(told, code)
    if relation.difference is Difference.MISREAD or code.text[8:17] == told.text:
        return CannotTell("match.uscc", "misreading", code.place, code.confidence, words)
    return Finds("match.uscc", code.place, relation.sure, words)


def _names(case: Case, told: Value, name: Value, same_code: bool | None) -> Outcome:
    """``same_code`` is None where the codes cannot be compared."""
    relation = compare_firms(told.text, name.text)
    words, sure = {"here": told, "there": name}, certainty(told, name)
    if relation is FirmNames.SAME or says_the_rest(name, told.text):
        return Passes()
    if relation is FirmNames.BRANCH:
        return Finds("match.employer_name/branch", name.place, sure, words)
    if relation is FirmNames.DIFFERENT and has_change_notice(case):
        return Finds("match.employer_name/renamed", name.place, sure, words)
    doubt = why_one_firm(relation, name, told)
    if same_code or doubt or relation is FirmNames.VARIANT:
        return Finds("match.employer_name/typed", name.place, sure, words)
    return Finds(_LICENSE, name.place, weigh(name, told, "firm").sure, words)


def _goes_by_operator(license_: Sighting, told: Value) -> bool:
    """Individual businesses are registered under the operator's name as often as under their own."""
    operator = read(license_, "legal_rep")
    return is_individual_business(license_) and operator is not None and operator.text in told.text


CHECK = Check(
    run,
    Limits,
    rules=("X16", "X17", "X18"),
    reasons=("match.uscc", _LICENSE, *(f"match.employer_name/{case}" for case in ("typed", "branch", "renamed"))),
)
