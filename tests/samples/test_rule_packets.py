"""The table of rules and packets names every rule once, and twists and codes that there are."""

from typing import Final

import pytest

from samples.make import TWISTS
from samples.twist import Twist
from tests.bench.rule_packets import RULE_PACKETS, RulePackets
from validators.registry import find_checks

RULES: Final = (*(f"X{number:02d}" for number in range(1, 49)), *(f"D{number:02d}" for number in range(1, 22)))
BY_NAME: Final[dict[str, Twist]] = {twist.name: twist for twist in TWISTS}
TESTED: Final = [pytest.param(row, id=row.rule) for row in RULE_PACKETS if not row.untested]


def test_every_rule_has_its_row() -> None:
    assert tuple(row.rule for row in RULE_PACKETS) == RULES


def test_a_rule_without_packets_says_why() -> None:
    assert all(bool(row.untested) != bool(row.breaking and row.codes and row.tricky) for row in RULE_PACKETS)


@pytest.mark.parametrize("row", TESTED)
def test_breaking_packets_are_bad_and_told_by_the_codes(row: RulePackets) -> None:
    for name in row.breaking:
        twist = BY_NAME[name]
        assert row.severity in twist.outcome_ok
        assert any(set(row.codes) & set(codes) for codes in twist.must_codes)


@pytest.mark.parametrize("row", TESTED)
def test_tricky_packets_are_complete(row: RulePackets) -> None:
    twist = BY_NAME[row.tricky]
    assert "bounce" not in twist.outcome_ok
    assert not twist.must_codes


@pytest.mark.parametrize("row", TESTED)
def test_the_codes_are_those_of_checks_that_keep_the_rule(row: RulePackets) -> None:
    kept = {code for check in find_checks().values() if row.rule in check.rules for code in check.codes}
    assert set(row.codes) <= kept
