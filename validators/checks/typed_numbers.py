"""ID numbers that cannot be."""

from extractors.schema.identity import number_form
from validators.case import Case
from validators.check import CannotTell, Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.numbers import is_attempt, is_possible
from validators.reasons import field_name


def run(case: Case, limits: Limits) -> Outcomes:
    """A typed ID number has 18 digits, a real birth date and a fitting check digit

    Not the one that is to be corrected. 15-digit numbers are no longer valid. Numbers of permits, five-star cards and passports
    have forms of their own; what has none of these forms a person looks at. Source: DOMAIN 8.3 D03, 2.1, 2.5.
    """
    told = case.declared
    wrong = bool(told.employee_id) and told.employee_id == told.old_value.upper()
    yield DoesNotApply() if wrong else _judge(told.employee_id, ("termination_certificate", "employee_id"))
    yield _judge(case.declared.agent_id, ("authorization_letter", "agent_id"))


def _judge(number: str, name: tuple[str, str]) -> Outcome:
    words = {"field": field_name(*name), "here": number}
    if not number:
        return DoesNotApply()
    if is_possible(number) or number_form(number) is not None:
        return Passes()
    if is_attempt(number):
        return Finds("field.bad_checksum", words=words)
    return CannotTell("field.bad_checksum", "foreign_number", words=words)


CHECK = Check(run, Limits, rules=("D03",), reasons=("field.bad_checksum",))
