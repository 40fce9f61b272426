"""What speaks against a reading is weighed by one table, which a policy may change, and the reviewer is told."""

import pytest

from extractors.evidence import Doubt, FieldReading
from tests.validators.cases import case, certificate, sent, told
from validators.doubts import DOUBTS, WEIGHTS, certainty_of, weighed
from validators.policy import load_policy, read_policy
from validators.policy_file import scenario_text
from validators.run import judge

STAMPED = FieldReading(value="2024-05-30", confidence=0.99, page=1, doubts=("stamped",))
DIFFERS = "match.separation_date"


def reading(*doubts: Doubt, confidence: float = 0.99) -> FieldReading:
    return FieldReading(value="王芳", confidence=confidence, page=1, doubts=doubts)


@pytest.mark.parametrize(
    ("field", "certainty"),
    [
        (reading(), 0.99),
        (reading("stamped"), 0.89),
        (reading("stamped", "readings_differ"), 0.50),
        (reading("stamped", confidence=0.40), 0.40),
    ],
)
def test_of_several_doubts_the_gravest_counts(field: FieldReading, certainty: float) -> None:
    assert certainty_of(field) == certainty


def test_weighing_twice_is_weighing_once() -> None:
    doubted = case(sent(certificate(separation_date=STAMPED)))
    once = weighed(doubted, WEIGHTS)
    assert once != doubted
    assert weighed(once, WEIGHTS) == once


def severity_and_detail(policy_text: str) -> tuple[str, str]:
    """What is said of a day that differs from the typed one and lies under a stamp."""
    stamped = case(sent(certificate(separation_date=STAMPED)), declared=told(separation_date="2024-05-31"))
    policy = read_policy(("employer_withdrawal", policy_text))
    (finding,) = (one for one in judge(stamped, policy) if one.code == DIFFERS)
    return finding.severity, finding.detail


def test_a_doubt_makes_a_bounce_a_question_and_is_named() -> None:
    severity, detail = severity_and_detail(scenario_text("employer_withdrawal"))
    assert severity == "review"
    assert DOUBTS["stamped"].zh in detail


def test_a_policy_may_weigh_otherwise() -> None:
    text = scenario_text("employer_withdrawal") + "\n[doubts]\nstamped = 0.95\n"
    assert severity_and_detail(text) == severity_and_detail(text.replace("0.95", "0.99"))
    assert severity_and_detail(text)[0] == "bounce"
    assert load_policy("employer_withdrawal").doubts["stamped"] == 0.89


def test_every_doubt_has_a_name_in_both_languages() -> None:
    assert len({doubt.zh for doubt in DOUBTS.values()}) == len({doubt.en for doubt in DOUBTS.values()}) == len(DOUBTS)
