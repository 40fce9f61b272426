"""Every verdict says what became of every rule: silence is never taken for a pass."""

from dataclasses import replace

import pytest

from extractors.evidence import DOCUMENT_TYPES
from extractors.schema import PAPERS
from tests.validators.cases import STRANGER, back, case, certificate, front, license_, sent, whole_case
from validators.case import Declared
from validators.check import BoundCheck, CannotTell, DoesNotApply, Finds, Outcome, Passes
from validators.coverage import Coverage
from validators.finding import Place
from validators.policy import load_policy
from validators.policy_file import scenarios
from validators.registry import find_checks
from validators.requirements import HOLDER_OF_SLOT
from validators.run import judge_all
from validators.sides import SIDES, typed_nowhere

EMPLOYER = load_policy("employer_withdrawal")


def coverage(declared: Declared) -> dict[str, Coverage]:
    """What became of each rule on the usual packet, with this typed."""
    return {one.check: one for one in judge_all(whole_case().model_copy(update={"declared": declared}), EMPLOYER).coverage}


@pytest.mark.parametrize("scenario", scenarios())
def test_every_rule_of_the_policy_is_accounted_for(scenario: str) -> None:
    policy = load_policy(scenario)
    covered = judge_all(whole_case(), policy).coverage
    assert [one.check for one in covered] == [check.name for check in policy.checks]
    assert all(one.rules == find_checks()[one.check].rules for one in covered)


def test_what_was_typed_and_stands_on_a_paper_is_judged() -> None:
    found = coverage(whole_case().declared)
    for check in ("typed_separation", "typed_employer", "certificate_person", "legal_representative"):
        assert (found[check].state, found[check].not_there) == ("judged", ()), check


@pytest.mark.parametrize(
    ("name", "check", "state"),
    [
        ("separation_date", "typed_separation", "not_compared"),
        ("employer_name", "typed_employer", "judged"),
        ("legal_rep_name", "legal_representative", "judged"),
    ],
)
def test_what_was_not_typed_is_said_to_be_compared_with_nothing(name: str, check: str, state: str) -> None:
    one = coverage(whole_case().declared.model_copy(update={name: ""}))[check]
    assert (one.state, one.not_there) == (state, (f"declared.{name}",))
    assert typed_nowhere(one.check, one.not_there) == (name,)


def test_an_empty_form_leaves_nothing_of_it_compared() -> None:
    found = coverage(Declared())
    for check in ("typed_separation", "typed_employer", "typed_person", "typed_numbers", "certificate_person"):
        assert found[check].state == "not_compared", check
        assert found[check].not_there, check


def test_a_paper_that_is_not_there_is_named_and_nobody_is_told_to_type_more() -> None:
    given = case(sent(license_()), sent(front(), back()))
    found = {one.check: one for one in judge_all(given, EMPLOYER).coverage}["typed_separation"]
    assert found.state == "not_compared"
    assert found.not_there[-1].startswith("termination_certificate.separation_date|")
    assert not typed_nowhere(found.check, ("declared.separation_date", *found.not_there[-1:]))


def test_a_contradiction_is_judged() -> None:
    given = case(
        sent(license_()), sent(front(), back()), sent(certificate(employee_name=STRANGER.name, employee_id=STRANGER.number))
    )
    judged = judge_all(given, EMPLOYER)
    assert "match.person_name" in {one.code for one in judged.findings}
    assert {one.check: one.state for one in judged.coverage}["certificate_person"] == "judged"


FOREIGN = CannotTell("field.bad_checksum", "foreign_number", words={"field": "", "here": ""})


def crashing(_: object) -> tuple[Outcome, ...]:
    raise ValueError


@pytest.mark.parametrize(
    ("outcomes", "state", "codes"),
    [
        ((Passes(), DoesNotApply()), "judged", ()),
        ((Finds("file.empty"),), "judged", ()),
        ((DoesNotApply(), DoesNotApply()), "not_compared", ()),
        ((Passes(), FOREIGN), "cannot_tell", ("field.bad_checksum",)),
        ((Finds("file.empty", confidence=0.1),), "cannot_tell", ("file.empty",)),
    ],
)  # fmt: skip
def test_the_worst_of_a_rules_answers_counts(outcomes: tuple[Outcome, ...], state: str, codes: tuple[str, ...]) -> None:
    check = BoundCheck("says", lambda _: outcomes, ("X00",))
    (one,) = judge_all(whole_case(), replace(EMPLOYER, checks=(check,))).coverage
    assert (one.check, one.rules, one.state, one.codes) == ("says", ("X00",), state, codes)


def test_a_rule_that_crashed_could_not_tell() -> None:
    judged = judge_all(whole_case(), replace(EMPLOYER, checks=(BoundCheck("breaks", crashing),)))
    assert [(one.state, one.codes) for one in judged.coverage] == [("cannot_tell", ("system.failed",))]


def test_a_comparison_that_an_unclear_page_makes_a_question_could_not_tell() -> None:
    page = Place(file="a.jpg", page=1)
    blurred = Finds("image.blurry", page, words={"seen": "", "field": ""})
    differs = Finds("match.separation_date", page, words={"here": "", "there": ""})
    checks = (BoundCheck("clear", lambda _: (blurred,)), BoundCheck("days", lambda _: (differs,)))
    assert [one.state for one in judge_all(whole_case(), replace(EMPLOYER, checks=checks)).coverage] == [
        "judged",
        "cannot_tell",
    ]


def test_every_side_is_something_that_can_be_there() -> None:
    holders = {slot: PAPERS["id_card"] for slot in HOLDER_OF_SLOT}
    papers = {**PAPERS, **holders}
    assert set(SIDES) <= set(find_checks())
    for place in {place for sides in SIDES.values() for side in sides for place in side}:
        kind, _, name = place.partition(".")
        if kind == "declared":
            assert name in Declared.model_fields, place
        else:
            assert kind in {*DOCUMENT_TYPES, *HOLDER_OF_SLOT}, place
            assert not name or name in papers[kind].fields, place


def test_every_rule_that_compares_with_what_was_typed_names_its_sides() -> None:
    typed = {name for name, check in find_checks().items() if any(code.startswith("match.") for code in check.codes)}
    assert typed <= set(SIDES)
