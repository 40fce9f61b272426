"""Everything wrong with a policy file at once, on its line, with the nearest valid name."""

from importlib.resources import files

import pytest

from validators.policy import load_policy
from validators.policy_file import regions_of, scenarios
from validators.policy_lint import Problem, lint

BAD = """\
scenario = "x"
title = "t"
version = "1"
certain_from = 1.2
chekcs = ["overdue"]
checks = ["overdoo",
  "file_size", "file_size"]

[[variants]]
name = "rest"
title = "r"

[[variants]]
name = "dead"
title = "d"
words = ["死"]
advice = "scenario.advise"

[[requirements]]
slot = "licence"
any_of = ["business_licence"]

[[requirements]]
slot = "employee_id"
any_of = ["id_card"]
variants = ["dedd"]

[limits.file_size]
max_mbs = 3

[limits.overdue]
long_days = 4

[severities]
"date.overdu" = "review"
"date.overdue" = "fatal"
"""

OVERLAY = """\
extends = "employer_withdrawal"
version = "1"

[[overrides]]
limit = "file_size.max_mbs"
value = 2
reason = "r"

[[overrides]]
limit = "file_siz.max_mb"
value = 2
reason = "r"

[[overrides]]
limit = "file_size.max_mb"
value = "much"

[[overrides]]
severity_of = "date.overdue"
value = "fatal"
reason = "r"

[[overrides]]
value = 2
reason = "r"

[[requirements]]
slot = "registration_list"
any_of = ["registration_list"]
variants = ["activ"]
"""


def told(text: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.what) for problem in lint(text)]


def test_everything_wrong_with_a_scenario() -> None:
    problems = dict(told(BAD))
    assert {
        4: "certain_from: input should be less than or equal to 1",
        5: "no such key: chekcs (did you mean 'checks'?)",
        9: "a variant without words takes every case: put it last",
        17: "no such reason: scenario.advise (did you mean 'scenario.advice'?)",
        20: "requirements.0.slot: 'licence' is none of what can stand here (did you mean 'business_license'?)",
        23: "an ID card has two sides: say which are wanted in sides",
        26: "no such variant: dedd (did you mean 'dead'?)",
        29: "file_size has no limit 'max_mbs' (did you mean 'max_mb'?)",
        35: "no such reason: date.overdu (did you mean 'date.overdue'?)",
    }.items() <= problems.items()
    assert (6, "no such check: overdoo (did you mean 'overdue'?)") in told(BAD)
    assert (7, "asked twice: file_size") in told(BAD)
    assert {line for line, _ in told(BAD)} == {4, 5, 6, 7, 9, 17, 20, 21, 23, 26, 29, 31, 35, 36}


def test_everything_wrong_with_a_region() -> None:
    assert told(OVERLAY) == [
        (6, "file_size has no limit 'max_mbs' (did you mean 'max_mb'?)"),
        (10, "the scenario does not run this check: file_siz (did you mean 'file_size'?)"),
        (14, "overrides.2.reason is missing"),
        (16, "file_size.max_mb: input should be a valid number, unable to parse string as a number"),
        (20, "a severity is one of bounce, review, info"),
        (23, "an override names one of limit = 'check.limit', severity_of = 'reason' and doubt = 'name'"),
        (30, "no such variant: activ (did you mean 'active'?)"),
    ]


def test_a_region_of_no_scenario() -> None:
    assert told('extends = "employer_withdrawl"\nversion = "1"\n') == [
        (1, "extends no scenario: 'employer_withdrawl' (did you mean 'employer_withdrawal'?)")
    ]


@pytest.mark.parametrize(("text", "line"), [("scenario =\n", 1), ('a = "x"\nb = [1,\n', 2)])
def test_no_toml(text: str, line: int) -> None:
    (problem,) = lint(text)
    assert problem.line == line
    assert problem.what.startswith("no TOML: ")


@pytest.mark.parametrize("scenario", scenarios())
def test_shipped_policies_are_right(scenario: str) -> None:
    folder = files("validators").joinpath("policies")
    for name in (scenario, *(f"{scenario}.{region}" for region in regions_of(scenario))):
        assert lint(folder.joinpath(f"{name}.toml").read_text(encoding="utf-8")) == (), name


@pytest.mark.parametrize("scenario", scenarios())
def test_shipped_regions_load(scenario: str) -> None:
    for region in regions_of(scenario):
        assert load_policy(scenario, region).region == region


def test_problems_are_sorted_by_line() -> None:
    assert sorted([Problem(3, "b"), Problem(1, "c")]) == [Problem(1, "c"), Problem(3, "b")]
