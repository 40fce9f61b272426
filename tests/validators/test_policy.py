"""Policies: two scenarios, overlays with reasons, and errors that say what to do."""

import re

import pytest

from validators.policy import load_policy, read_policy
from validators.policy_file import PolicyError, scenarios

BASE = """
scenario = "s"
title = "事项"
version = "3"
certain_from = 0.9
checks = ["overdue"]

[[requirements]]
slot = "business_license"
any_of = ["business_license"]
"""


def overlay(change: str) -> str:
    """A region's file with one override."""
    return f'extends = "s"\nversion = "7"\n[[overrides]]\n{change}\n'


def test_scenarios() -> None:
    assert scenarios() == (
        "employer_deregistered",
        "employer_withdrawal",
        "individual_withdrawal",
        "migrant_worker_withdrawal",
        "registration_correction",
        "social_insurance_closure",
    )


def test_unknown_scenario_lists_what_there_is() -> None:
    with pytest.raises(PolicyError, match=r"retirement.*employer_withdrawal, individual_withdrawal"):
        load_policy("retirement")


@pytest.mark.parametrize("name", ["employer_withdrawal.example", "../secrets", ""])
def test_a_scenario_is_a_name_and_not_a_path(name: str) -> None:
    with pytest.raises(PolicyError):
        load_policy(name)


def test_region_without_changes_is_judged_by_the_scenario() -> None:
    assert load_policy("employer_withdrawal", "somewhere") == load_policy("employer_withdrawal")


def test_region_with_changes_has_its_own_version() -> None:
    region = load_policy("employer_withdrawal", "example")
    assert region.region == "example"
    assert region.version.startswith("employer_withdrawal.example 2/1+")
    assert region.severities["date.overdue"] == "review"


def test_version_follows_the_content() -> None:
    version = read_policy(("s", BASE)).version
    assert re.fullmatch(r"s 3\+[0-9a-f]{12}", version)
    assert read_policy(("s", BASE)).version == version
    assert read_policy(("s", BASE.replace("0.9", "0.8"))).version != version


def test_a_region_may_ask_for_more() -> None:
    more = 'extends = "s"\nversion = "1"\n[[requirements]]\nslot = "registration_list"\nany_of = ["registration_list"]\n'
    assert [one.slot for one in read_policy(("s", BASE), ("s.r", more)).requirements] == [
        "business_license",
        "registration_list",
    ]


@pytest.mark.parametrize(
    ("base", "region", "what"),
    [
        (BASE.replace('"overdue"', '"overdoo"'), None, "no such check: overdoo"),
        (BASE + "[limits.overdue]\nlong_dais = 3\n", None, "long_dais"),
        (BASE + '[limits.overdue]\nlong_days = "many"\n', None, "long_days"),
        (BASE + "[limits.file_size]\nmax_mb = 3\n", None, "does not run: file_size"),
        (BASE + '[severities]\n"date.late" = "info"\n', None, "no such reason: date.late"),
        (BASE + '[severities]\n"date.overdue" = "fatal"\n', None, "severities"),
        (BASE.replace("certain_from = 0.9", ""), None, "certain_from"),
        (BASE.replace('slot = "business_license"', 'slot = "license"'), None, "requirements.0.slot"),
        ("scenario =", None, "s: "),
        (BASE, overlay('limit = "overdue.long_days"\nvalue = 9'), "reason"),
        (BASE, overlay('limit = "overdue.long_days"\nvalue = 9\nreason = ""'), "reason"),
        (BASE, overlay('limit = "overdue"\nvalue = 9\nreason = "r"'), "one of"),
        (BASE, overlay('value = 9\nreason = "r"'), "one of"),
        (BASE, overlay('severity_of = "date.overdue"\nvalue = "fatal"\nreason = "r"'), "severities"),
        (BASE, overlay("").replace('"s"', '"t"').replace("[[overrides]]", ""), "extends 't'"),
    ],
)
def test_errors_say_what_is_wrong(base: str, region: str | None, what: str) -> None:
    with pytest.raises(PolicyError, match=re.escape(what)) as caught:
        read_policy(("s", base), ("s.r", region) if region else None)
    assert "\n" not in str(caught.value)
