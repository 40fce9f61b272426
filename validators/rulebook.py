"""The rulebook as tables: every rule with the check that keeps it, every reason with its texts and its severity by scenario."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from extractors.evidence import Frozen
from validators.check import AnyCheck
from validators.finding import Severity
from validators.policy import Policy
from validators.reasons import CATALOGUE
from validators.wording import wording_of

_ID: Final = re.compile(r"([A-Z])(\d+)")
_SOURCE: Final = re.compile(r"Source: (.*)$")
_NEVER: Final = "·"

PREAMBLE: Final = """\
# Rules

Which check keeps which rule, and what is told. X: rules across documents. D: rules on one document. A check without a rule of
the book guards the files themselves, or a scenario. `yushen rules` prints this page, `yushen rules --json` the same as data;
`yushen policy show SCENARIO` says what one scenario asks.

## Rules and checks

| rule | what holds | check | codes | source |
| --- | --- | --- | --- | --- |
"""
REASONS_HEAD: Final = """
## Reasons

What is told, by code and case. Severities are those of sure findings; a doubt makes a bounce a review. A scenario that does not
ask the check has a ·.

"""


class RuleRow(Frozen):
    """A rule, the check that keeps it, the codes it may give, and where the rule is from."""

    rule: str
    title: str
    check: str
    codes: tuple[str, ...]
    source: str


class ReasonRow(Frozen):
    """A reason: its code and case, the checks that give it and their rules, its severity by scenario, and what is told.

    ``severities``: by scenario; the scenarios that never give it are absent.
    """

    code: str
    case: str
    checks: tuple[str, ...]
    rules: tuple[str, ...]
    severities: Mapping[str, Severity]
    message: str
    message_en: str
    source: str


class Rulebook(Frozen):
    """Both tables."""

    rules: tuple[RuleRow, ...]
    reasons: tuple[ReasonRow, ...]


def rulebook(checks: Mapping[str, AnyCheck], policies: Sequence[Policy]) -> Rulebook:
    """The tables of all checks, with the severities of some policies."""
    return Rulebook(rules=tuple(rows(checks)), reasons=tuple(_reasons(checks, policies)))


def rows(checks: Mapping[str, AnyCheck]) -> Iterator[RuleRow]:
    """Yield one row for each rule of each check, in the order of the rule ids; checks without a rule come last."""
    every = [
        RuleRow(rule=rule, title=check.title, check=name, codes=check.codes, source=_source(check))
        for name, check in checks.items()
        for rule in check.rules or ("",)
    ]
    yield from sorted(every, key=lambda row: (*_order(row.rule), row.check))


def _reasons(checks: Mapping[str, AnyCheck], policies: Sequence[Policy]) -> Iterator[ReasonRow]:
    for key, reason in CATALOGUE.reasons.items():
        giving = {name: check for name, check in checks.items() if key in check.reasons}
        rules = sorted({rule for check in giving.values() for rule in check.rules}, key=_order)
        yield ReasonRow(
            code=reason.code,
            case=key.partition("/")[2],
            checks=tuple(giving),
            rules=tuple(rules),
            severities={one.scenario: one.severity_of(reason) for one in policies if not giving or _asks(one, giving)},
            message=wording_of("zh").pattern(reason),
            message_en=wording_of("en").pattern(reason),
            source="; ".join(dict.fromkeys(_source(check) for check in giving.values())),
        )


def _asks(policy: Policy, giving: Mapping[str, AnyCheck]) -> bool:
    return any(check.name in giving for check in policy.checks)


def markdown(book: Rulebook, scenarios: Sequence[str]) -> str:
    """The whole page."""
    head = (
        f"| code | check | {' | '.join(scenarios)} | message |\n| --- | --- | {' | '.join('---' for _ in scenarios)} | --- |\n"
    )
    rules = (
        f"| {row.rule or _NEVER} | {row.title} | `{row.check}` | {_codes(row.codes)} | {row.source} |\n" for row in book.rules
    )
    return PREAMBLE + "".join(rules) + REASONS_HEAD + head + "".join(_line(row, scenarios) for row in book.reasons)


def _line(row: ReasonRow, scenarios: Sequence[str]) -> str:
    code = f"`{row.code}`" + (f" {row.case}" if row.case else "")
    severities = " | ".join(row.severities.get(scenario, _NEVER) for scenario in scenarios)
    return f"| {code} | {_codes(row.checks)} | {severities} | {row.message}<br>{row.message_en} |\n"


def _codes(codes: tuple[str, ...]) -> str:
    return " ".join(f"`{code}`" for code in codes)


def _source(check: AnyCheck) -> str:
    found = _SOURCE.search(check.rationale)
    return found[1].rstrip(".").replace("``", "") if found else ""


def _order(rule: str) -> tuple[str, int]:
    found = _ID.fullmatch(rule)
    return (found[1], int(found[2])) if found else ("~", 0)
