"""The rulebook as a table: every rule id with the check that keeps it and the codes it may give."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from validators.check import AnyCheck

_ID: Final = re.compile(r"([A-Z])(\d+)")

PREAMBLE: Final = """\
# Rules

Which check keeps which rule. X: rules across documents. D: rules on one document. A: scenarios. A check without a rule of the
book guards the files themselves.

| rule | what holds | check | codes |
| --- | --- | --- | --- |
"""


class Row(NamedTuple):
    """A rule, and the check that keeps it."""

    rule: str
    title: str
    check: str
    codes: tuple[str, ...]


def rows(checks: Mapping[str, AnyCheck]) -> Iterator[Row]:
    """Yield one row for each rule of each check, in the order of the rule ids; checks without a rule come last."""
    every = [Row(rule, check.title, name, check.codes) for name, check in checks.items() for rule in check.rules or ("",)]
    yield from sorted(every, key=lambda row: (*_order(row.rule), row.check))


def markdown(checks: Mapping[str, AnyCheck]) -> str:
    """The whole page."""
    lines = (f"| {row.rule or '·'} | {row.title} | `{row.check}` | {_codes(row.codes)} |\n" for row in rows(checks))
    return PREAMBLE + "".join(lines)


def _codes(codes: tuple[str, ...]) -> str:
    return " ".join(f"`{code}`" for code in codes)


def _order(rule: str) -> tuple[str, int]:
    found = _ID.fullmatch(rule)
    return (found[1], int(found[2])) if found else ("~", 0)
