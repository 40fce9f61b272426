"""Everything that is wrong with a policy file at once, each with its line and the nearest name that would be right."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from extractors.evidence import DOCUMENT_TYPES, Frozen
from validators.doubts import DOUBTS
from validators.policy_file import Overlay, Override, PolicyFile, scenario_text, scenarios
from validators.reasons import CATALOGUE
from validators.registry import find_checks
from validators.requirements import HOLDER_OF_SLOT, Requirement
from validators.toml_lines import Lines
from validators.variants import Variant

_AT_LINE: Final = re.compile(r"\(at line (\d+)|at end of document")
_MODELS: Final[Mapping[str, type[Frozen]]] = {"requirements": Requirement, "variants": Variant, "overrides": Override}
SEVERITIES: Final = ("bounce", "review", "info")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong, on a line from 1."""

    line: int
    what: str


def lint(text: str) -> tuple[Problem, ...]:
    """Return every problem of a scenario's or a region's TOML, in the order of its lines; empty where there is none."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _AT_LINE.search(str(error))
        line = int(at[1]) if at and at[1] else len(text.splitlines())
        return (Problem(line, f"no TOML: {error}"),)
    lines = Lines(text)
    model: type[Frozen] = Overlay if "extends" in table else PolicyFile
    found = [*_shape(model, table, lines), *(_overlay(table, lines) if model is Overlay else _scenario(table, lines))]
    return tuple(sorted(set(found)))


def _shape(model: type[Frozen], table: Mapping[str, object], lines: Lines) -> Iterator[Problem]:
    """What the models refuse."""
    try:
        model.model_validate(table)
    except ValidationError as error:
        for one in error.errors(include_url=False):
            yield _problem(model, one, lines)


def _problem(model: type[BaseModel], error: ErrorDetails, lines: Lines) -> Problem:
    place = [part for part in error["loc"] if not (isinstance(part, str) and part.startswith(("tuple[", "dict[", "function")))]
    name, given = ".".join(map(str, place)), error.get("input")
    line = lines.of_text(place, given) if isinstance(given, str) else lines.of(place)
    if error["type"] == "extra_forbidden":
        return Problem(line, f"no such key: {name}{_nearest(str(place[-1]), _keys_at(model, place))}")
    if error["type"] == "missing":
        return Problem(lines.of(place[:-1]), f"{name} is missing")
    if error["type"] == "literal_error":
        expected = re.findall(r"'([^']+)'", str(error.get("ctx", {}).get("expected", "")))
        return Problem(line, f"{name}: {given!r} is none of what can stand here{_nearest(str(given), expected)}")
    return Problem(line, f"{name}: {error['msg'].lower()}")


def _keys_at(model: type[BaseModel], place: Sequence[str | int]) -> Iterable[str]:
    inner = _MODELS.get(str(place[0])) if len(place) > 1 else None
    return (inner or model).model_fields


def _scenario(table: Mapping[str, object], lines: Lines) -> Iterator[Problem]:
    checks = _texts(table.get("checks"))
    yield from _unknown("no such check", checks, find_checks(), ("checks",), lines)
    yield from (
        Problem(lines.of_text(("checks",), name), f"asked twice: {name}") for name in set(checks) if checks.count(name) > 1
    )
    limits = _table(table.get("limits"))
    for check, given in limits.items():
        if check not in checks:
            near = _nearest(check, checks)
            yield Problem(lines.of(("limits", check)), f"limits of a check that this policy does not run: {check}{near}")
        yield from _limits(check, _table(given), ("limits", check), lines)
    severities = tuple(_table(table.get("severities")))
    yield from _unknown("no such reason", severities, CATALOGUE.reasons, ("severities",), lines, by_key=True)
    yield from _unknown("no such doubt", tuple(_table(table.get("doubts"))), DOUBTS, ("doubts",), lines, by_key=True)
    yield from _variants(table, _names(table.get("variants")), lines)


def _overlay(table: Mapping[str, object], lines: Lines) -> Iterator[Problem]:
    base = str(table["extends"])
    if base not in scenarios():
        yield Problem(lines.of(("extends",)), f"extends no scenario: {base!r}{_nearest(base, scenarios())}")
        return
    policy = tomllib.loads(scenario_text(base))
    for number, override in enumerate(_list(table.get("overrides"))):
        yield from _override(override, _texts(policy.get("checks")), ("overrides", number), lines)
    yield from _variants(table, _names(policy.get("variants")), lines)


def _override(
    override: Mapping[str, object], checks: Sequence[str], at: tuple[str | int, ...], lines: Lines
) -> Iterator[Problem]:
    limit, severity_of, doubt = (str(override.get(name, "")) for name in ("limit", "severity_of", "doubt"))
    if sum(map(bool, (limit, severity_of, doubt))) != 1:
        yield Problem(lines.of(at), "an override names one of limit = 'check.limit', severity_of = 'reason' and doubt = 'name'")
    if doubt:
        yield from _unknown("no such doubt", (doubt,), DOUBTS, (*at, "doubt"), lines)
    if severity_of:
        yield from _unknown("no such reason", (severity_of,), CATALOGUE.reasons, (*at, "severity_of"), lines)
        if override.get("value") not in SEVERITIES:
            yield Problem(lines.of((*at, "value")), f"a severity is one of {', '.join(SEVERITIES)}")
    if limit:
        check, dot, name = limit.partition(".")
        if not dot:
            yield Problem(lines.of((*at, "limit")), f"a limit is named check.limit, not {limit!r}")
        elif check not in checks:
            yield Problem(lines.of((*at, "limit")), f"the scenario does not run this check: {check}{_nearest(check, checks)}")
        else:
            yield from _limits(check, {name: override.get("value")}, (*at, "value"), lines)


def _limits(check: str, given: Mapping[str, object], at: tuple[str | int, ...], lines: Lines) -> Iterator[Problem]:
    known = find_checks().get(check)
    if known is None:
        return
    try:
        known.limits.model_validate(given)
    except ValidationError as error:
        for one in error.errors(include_url=False):
            name = str(one["loc"][0])
            line = lines.of((*at, name))
            if one["type"] == "extra_forbidden":
                names = set(known.limits.model_fields) - {"requirements", "variants"}
                yield Problem(line, f"{check} has no limit {name!r}{_nearest(name, names)}")
            else:
                yield Problem(line, f"{check}.{name}: {one['msg'].lower()}")


def _variants(table: Mapping[str, object], known: Sequence[str], lines: Lines) -> Iterator[Problem]:
    for number, requirement in enumerate(_list(table.get("requirements"))):
        at = ("requirements", number, "variants")
        yield from _unknown("no such variant", _texts(requirement.get("variants")), known, at, lines)
        slots = {*DOCUMENT_TYPES, *HOLDER_OF_SLOT}
        if requirement.get("slot") in slots and "id_card" in _texts(requirement.get("any_of")) and not requirement.get("sides"):
            yield Problem(lines.of(("requirements", number)), "an ID card has two sides: say which are wanted in sides")
    for number, variant in enumerate(_list(table.get("variants"))):
        advice = str(variant.get("advice", ""))
        if advice:
            yield from _unknown("no such reason", (advice,), CATALOGUE.reasons, ("variants", number, "advice"), lines)
        rest = not variant.get("words") and not variant.get("shown_by")
        if rest and number < len(known) - 1:
            yield Problem(lines.of(("variants", number)), "a variant without words takes every case: put it last")


def _unknown(  # noqa: PLR0913  what is wrong, with what, among what, and where
    what: str, names: Iterable[str], known: Iterable[str], at: tuple[str | int, ...], lines: Lines, *, by_key: bool = False
) -> Iterator[Problem]:
    valid = tuple(known)
    for name in names:
        if name not in valid:
            line = lines.of((*at, name)) if by_key else lines.of_text(at, name)
            yield Problem(line, f"{what}: {name}{_nearest(name, valid)}")


def _nearest(name: str, valid: Iterable[str]) -> str:
    near = get_close_matches(name, sorted(valid), n=1, cutoff=0.5)
    return f" (did you mean {near[0]!r}?)" if near else ""


def _texts(value: object) -> tuple[str, ...]:
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()


def _list(value: object) -> tuple[Mapping[str, object], ...]:
    return tuple(_table(one) for one in value) if isinstance(value, list) else ()


def _table(value: object) -> Mapping[str, object]:
    return {str(key): one for key, one in value.items()} if isinstance(value, dict) else {}


def _names(value: object) -> tuple[str, ...]:
    return tuple(str(one.get("name", "")) for one in _list(value))
