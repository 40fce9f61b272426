"""Expects the papers to fail that the reading engine is known not to read as they stand, which are listed by name.

Each line of ``not_yet_read.txt`` is a test of this folder. A line goes when its paper is read; no other comes.
"""

from pathlib import Path

import pytest

_HERE = Path(__file__).parent
_LISTED = frozenset((_HERE / "not_yet_read.txt").read_text(encoding="utf-8").splitlines())
_REASON = "the reading engine does not read this wording as it stands yet: no row of it is in the words that it learnt from"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Expect the listed tests to fail."""
    for item in items:
        if item.path.is_relative_to(_HERE) and f"{item.path.name}::{item.nodeid.split('::', 1)[1]}" in _LISTED:
            item.add_marker(pytest.mark.xfail(reason=_REASON, raises=(AssertionError, KeyError), strict=True))
