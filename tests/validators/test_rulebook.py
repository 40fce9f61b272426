"""The page of rules says what the checks do."""

from pathlib import Path

from validators.registry import find_checks
from validators.rulebook import markdown

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == markdown(find_checks()), "renew it: make docs"
