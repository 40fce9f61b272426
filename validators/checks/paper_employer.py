"""Papers by, or about, another firm."""

from collections.abc import Iterator

from extractors.schema import about_on
from validators.case import Case, Sighting
from validators.check import CannotTell, Check, Finds, Limits, Outcome, Outcomes
from validators.firms import FIRM_REASONS, Employer, compare_stamped, employer_of
from validators.numbers import compare_codes
from validators.paper_fields import FIRM_ON, about_paper, is_extra
from validators.slips import Difference
from validators.values import Value, certainty, read, typed

_NAME, _CODE = "match.employer_name/paper", "match.uscc/paper"


def run(case: Case, limits: Limits) -> Outcomes:
    """Agreements, applications, rulings and notices are about the employer

    Compared with the licence, or where there is none with what was typed; a credit code on the paper goes before its name.
    Variants of the name, branches, former names and dispatch companies go to a person.
    Source: DOMAIN 8.2 X16, X18 to X23, 8.4; 9.
    """
    employer = employer_of(case)
    for kind in FIRM_ON:
        field = about_on(kind, "firm") or ""
        for seen in case.documents(kind):
            extra = is_extra(case, seen, limits.requirements)
            yield from (about_paper(found, seen, extra=extra) for found in _judge(case, seen, field, employer))


def _judge(case: Case, seen: Sighting, field: str, employer: Employer) -> Iterator[Outcome]:
    code, told = read(seen, "uscc"), read(employer.license, "uscc") or typed(case.declared.uscc)
    same_code = code is not None and told is not None and code.text == told.text
    if code and told and not same_code:
        yield _codes(code, told)
    named = compare_stamped(case, seen, field, employer, _NAME)
    if same_code and isinstance(named, Finds):
        yield CannotTell(named.reason, "same_code", named.place, named.confidence, named.words)
    else:
        yield named


def _codes(code: Value, told: Value) -> Outcome:
    words = {"here": code, "there": told}
    if not (code.sound and told.sound):
        return CannotTell(_CODE, "bad_number", code.place, certainty(code, told), words)
    relation = compare_codes(code, told)
    if relation.difference is Difference.MISREAD:
        return CannotTell(_CODE, "misreading", code.place, relation.sure, words)
    return Finds(_CODE, code.place, relation.sure, words)


CHECK = Check(run, Limits, rules=("X16", "X19", "X20", "X21", "X22", "X23"), reasons=(_NAME, _CODE, *FIRM_REASONS))
