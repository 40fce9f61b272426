"""Packets that come close to breaking a rule, and those that break one alone, if nothing on their papers is misread."""

import pytest

from pipeline.policies import policy_for
from pipeline.verdict import outcome_of
from samples.defects import DEFECTS
from samples.make import TWISTS
from samples.tricks.near_dates import NEAR_DATES
from samples.tricks.near_firms import NEAR_FIRMS
from samples.tricks.near_letters import NEAR_LETTERS
from samples.tricks.near_people import NEAR_PEOPLE
from samples.twist import Twist
from tests.fonts import need_fonts
from tests.samples.perfect_reading import case_of
from validators.run import judge

SEEN_IN_PIXELS = {"licence_code"}
"""What the extractors find, and a case made from what stands on the papers does not know."""
NEAR = (*NEAR_PEOPLE, *NEAR_FIRMS, *NEAR_LETTERS, *NEAR_DATES)
BREAKING = {
    "own_typed_id", "own_typed_name", "applied_by_stranger", "listed_without_certificate", "card_term",
    "declared_employer_name", "reason_conflict", "other_platform", "certificate_of_branch", "certificate_of_dispatcher",
    "licence_code", "licence_of_another_kind", "letter_for_other_matter", "letter_without_period", "own_registered_elsewhere",
}  # fmt: skip
TOLD = {twist.name: twist for twist in TWISTS if twist in NEAR or twist.name in BREAKING}


@pytest.fixture(autouse=True)
def _fonts() -> None:
    need_fonts()


def test_the_names_are_those_of_defects() -> None:
    assert {twist.name for twist in DEFECTS} >= BREAKING


@pytest.mark.parametrize("name", sorted(TOLD.keys() - SEEN_IN_PIXELS))
def test_a_story_is_told_as_what_it_is(name: str) -> None:
    twist = TOLD[name]
    for seed in range(2):
        outcome, codes = judged(twist, seed)
        assert outcome in twist.outcome_ok, codes
        assert not [wanted for wanted in twist.must_codes if not codes & set(wanted)], codes
        right = {code for wanted in twist.must_codes for code in wanted} | set(twist.may_codes)
        assert codes <= right or not twist.must_codes, codes


def judged(twist: Twist, seed: int) -> tuple[str, set[str]]:
    """The outcome, and the codes that are more than notes."""
    case = case_of(twist, seed)
    findings = judge(case, policy_for(case.scenario, case.region))
    return outcome_of(findings), {finding.code for finding in findings if finding.severity != "info"}
