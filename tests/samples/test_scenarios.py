"""Stories of every scenario get the verdict they are made for, if nothing on their papers is misread."""

import pytest

from pipeline.policies import policy_for
from pipeline.verdict import outcome_of
from samples.defects.closures import CLOSURE_DEFECTS
from samples.defects.registrations import REGISTRATION_DEFECTS
from samples.tricks.scenarios import GUIDED, SCENARIO_TRICKS
from samples.twist import Twist
from tests.fonts import need_fonts
from tests.samples.perfect_reading import case_of
from validators.run import judge

STORIES = {twist.name: twist for twist in (*SCENARIO_TRICKS, *GUIDED, *REGISTRATION_DEFECTS, *CLOSURE_DEFECTS)}


@pytest.fixture(autouse=True)
def _fonts() -> None:
    need_fonts()


def judged(twist: Twist, seed: int) -> tuple[str, set[str]]:
    """The outcome, and the codes that are more than notes."""
    case = case_of(twist, seed)
    findings = judge(case, policy_for(case.scenario, case.region))
    return outcome_of(findings), {finding.code for finding in findings if finding.severity != "info"}


@pytest.mark.parametrize("name", STORIES)
def test_a_story_gets_the_verdict_it_is_made_for(name: str) -> None:
    twist = STORIES[name]
    for seed in range(2):
        outcome, codes = judged(twist, seed)
        assert outcome in twist.outcome_ok, codes
        assert not [wanted for wanted in twist.must_codes if not codes & set(wanted)], codes
        right = {code for wanted in twist.must_codes for code in wanted} | set(twist.may_codes)
        assert not twist.must_codes or codes <= right
