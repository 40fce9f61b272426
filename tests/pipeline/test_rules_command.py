"""The rulebook, printed and as a page."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.commands.rules import the_book
from validators.policy_file import scenarios
from validators.rulebook import markdown

Command = Callable[..., int]
PAGE = Path(__file__).parents[2] / "docs" / "rules.md"
RULES_OF_THE_BOOK = {f"X{number:02}" for number in range(1, 49)} | {f"D{number:02}" for number in range(1, 22)}


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == markdown(the_book(), scenarios()), "renew it: make docs"


def test_every_rule_of_the_book_is_kept_by_a_check() -> None:
    assert {row.rule for row in the_book().rules} - {""} == RULES_OF_THE_BOOK


def test_rules_as_data(yushen: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert yushen("rules", "--json") == 0
    book = json.loads(capsys.readouterr().out)
    (finance,) = [row for row in book["reasons"] if (row["code"], row["case"]) == ("seal.wrong_kind", "")]
    assert finance["severities"]["employer_withdrawal"] == "bounce"
    assert finance["severities"]["migrant_worker_withdrawal"] == "review"
    assert finance["severities"]["employer_deregistered"] == "review"
    assert (finance["checks"], finance["rules"]) == (["seal_use"], ["D10", "D11"])


def test_severities_of_a_region(yushen: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert yushen("rules", "--json", "--region", "scans") == 0
    book = json.loads(capsys.readouterr().out)
    (grey,) = [row for row in book["reasons"] if row["code"] == "image.monochrome"]
    assert (grey["severities"]["employer_withdrawal"], grey["severities"]["individual_withdrawal"]) == ("review", "info")


def test_rules_as_a_page(yushen: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert yushen("rules") == 0
    assert capsys.readouterr().out == PAGE.read_text(encoding="utf-8")
