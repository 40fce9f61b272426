"""The catalogue is complete: every reason is given by a check, seen in a table, and reads well."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from extractors.evidence import DOCUMENT_TYPES
from tests.validators.cases import Row
from validators.causes.table import CAUSES
from validators.check import CannotTell, Finds, Outcome
from validators.policy import load_policy
from validators.policy_file import scenarios
from validators.reasons import CATALOGUE
from validators.registry import find_checks
from validators.wording import wording_of

GIVEN_BY_THE_JUDGE = {"system.failed", *(one.say for one in CAUSES.odd)}
TABLES = Path(__file__).parent / "checks"
CONTRACT_GROUPS = {"image", "seal", "signature", "file", "doc", "field", "date", "match", "authorization", "scenario", "system"}


def rows(check: str) -> tuple[Row, ...]:
    """The table of a check, found by its name."""
    return tuple(import_module(f"tests.validators.checks.test_{check}").ROWS)


def outcomes() -> Iterator[tuple[str, Outcome]]:
    """What every check says about every row of its table."""
    for name, check in find_checks().items():
        for row in rows(name):
            yield from ((name, outcome) for outcome in row.bound(check).judge(row.case))


SAID = [(name, outcome) for name, outcome in outcomes() if isinstance(outcome, Finds | CannotTell)]


def test_every_check_has_a_table() -> None:
    assert {path.stem.removeprefix("test_") for path in TABLES.glob("test_*.py")} == set(find_checks())


def test_every_check_names_its_rule_and_its_source() -> None:
    for name, check in find_checks().items():
        assert check.title, name
        assert "Source: " in check.rationale, name


def test_every_reason_is_given_by_a_check() -> None:
    given = {reason for check in find_checks().values() for reason in check.reasons}
    assert given | GIVEN_BY_THE_JUDGE == set(CATALOGUE.reasons)


def test_every_reason_is_seen_in_a_table_and_no_check_gives_another() -> None:
    seen = {(name, outcome.reason) for name, outcome in SAID}
    declared = {(name, reason) for name, check in find_checks().items() for reason in check.reasons}
    assert seen <= declared
    assert {reason for _, reason in seen} | GIVEN_BY_THE_JUDGE == set(CATALOGUE.reasons)


def test_every_doubt_is_had() -> None:
    had = {outcome.doubt for _, outcome in SAID if isinstance(outcome, CannotTell)}
    assert had | {"low_confidence"} == set(CATALOGUE.doubts)


@pytest.mark.parametrize("scenario", scenarios())
def test_what_policies_ask_for_fits_into_the_message(scenario: str) -> None:
    chinese = wording_of("zh")
    for requirement in load_policy(scenario).requirements:
        words = {"wanted": requirement.title or CATALOGUE.names[requirement.slot], "limit": "2"}
        for reason in ("doc.missing", "doc.missing/own", "doc.missing/more", "doc.missing/bring"):
            told = chinese.told(CATALOGUE.reasons[reason], words, "bounce")
            assert len(told.message) <= CATALOGUE.lengths.message
            assert len(told.sms) <= CATALOGUE.lengths.sms


def test_codes_belong_to_published_groups() -> None:
    assert {code.partition(".")[0] for code in CATALOGUE.codes} <= CONTRACT_GROUPS


def test_every_check_runs_in_some_policy() -> None:
    assert {check.name for scenario in scenarios() for check in load_policy(scenario).checks} == set(find_checks())


def test_every_paper_has_a_name() -> None:
    slots = {requirement.slot for scenario in scenarios() for requirement in load_policy(scenario).requirements}
    assert {*slots, *DOCUMENT_TYPES} <= set(CATALOGUE.names)
