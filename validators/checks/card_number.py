"""ID numbers on cards that do not add up."""

from collections.abc import Iterator

from extractors.schema.identity import identity_paper, number_form
from validators.case import Case, Sighting
from validators.check import Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.numbers import birth_of, is_possible, sex_of
from validators.values import Value, read


def run(case: Case, limits: Limits) -> Outcomes:
    """The number on an ID card fits its checksum, birth date and sex

    Misread or forged: a person looks. Numbers of permits, passports and old five-star cards hold none of these.
    Source: DOMAIN 8.3 D04, 2.5.
    """
    for seen in case.documents("id_card", "front"):
        number = read(seen, "id_number")
        yield _judge(seen, number) if number and _adds_up_by_law(seen, number) else DoesNotApply()


def _adds_up_by_law(seen: Sighting, number: Value) -> bool:
    """Whether the number is one of those with a check digit, or should be: of that paper no other form is known."""
    paper = identity_paper(seen.document.traits)
    return paper is None or (paper.proven and number_form(number.text) is None)


def _judge(seen: Sighting, number: Value) -> Outcome:
    contradictions = "；".join(_contradictions(seen, number))
    if contradictions:
        return Finds("field.inconsistent/card_number", number.place, number.confidence, {"here": contradictions})
    return Passes()


def _contradictions(seen: Sighting, number: Value) -> Iterator[str]:
    if not is_possible(number.text):
        yield f"号码{number.text}校验不通过"
        return
    birth, sex = read(seen, "birth"), read(seen, "sex")
    if birth and birth.day != birth_of(number.text):
        yield f"号码{number.text}，出生{birth.text}"
    if sex and sex.text != sex_of(number.text):
        yield f"号码{number.text}，性别{sex.text}"


CHECK = Check(run, Limits, rules=("D04",), reasons=("field.inconsistent/card_number",))
