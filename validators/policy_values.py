"""A policy laid out value by value, each with where it comes from: for reading, and for comparing two of them."""

import json
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from pydantic import TypeAdapter

from validators.doubts import WEIGHTS
from validators.policy_file import Layers, PolicyFile, overlaid
from validators.reasons import CATALOGUE
from validators.registry import find_checks
from validators.requirements import Requirement
from validators.variants import Variant

BUILT_IN: Final = "default"
SCENARIO: Final = "scenario"

_ANY: Final = TypeAdapter[object](object)


class PolicyValue(NamedTuple):
    """One value of a policy: its name, the value in words, and its origin: ``default``, ``scenario`` or a region's reason."""

    name: str
    value: str
    origin: str


def values_of(layers: Layers, region: str) -> tuple[PolicyValue, ...]:
    """Every value of a policy: general ones, variants, what is asked for, checks, limits, severities."""
    whole = overlaid(layers, region)
    reasons = _reasons(layers)
    return (
        PolicyValue("title", whole.title, SCENARIO),
        PolicyValue("certain_from", f"{whole.certain_from:g}", SCENARIO),
        PolicyValue("worst", whole.worst, SCENARIO),
        *(PolicyValue(f"variant {one.name}", _variant(one), SCENARIO) for one in whole.variants),
        *_requirements(whole, layers, region),
        *_limits(whole, layers.policy, reasons),
        *_severities(whole, layers.policy, reasons),
        *_doubts(whole, layers.policy, reasons),
    )


def _doubts(whole: PolicyFile, scenario: PolicyFile, reasons: Mapping[str, str]) -> Iterator[PolicyValue]:
    for name, leaves in {**WEIGHTS, **whole.doubts}.items():
        origin = reasons.get(name, SCENARIO if name in scenario.doubts else "default")
        yield PolicyValue(f"doubt {name}", f"{leaves:g}", origin)


def _reasons(layers: Layers) -> Mapping[str, str]:
    """The region's reason by what it changes."""
    changes = layers.overlay.overrides if layers.overlay else ()
    return {one.limit or one.severity_of or one.doubt: one.reason for one in changes}


def _requirements(whole: PolicyFile, layers: Layers, region: str) -> Iterator[PolicyValue]:
    own = len(layers.policy.requirements)
    names: dict[str, int] = {}
    for number, one in enumerate(whole.requirements):
        names[one.slot] = names.get(one.slot, 0) + 1
        name = f"asks {one.slot}" if names[one.slot] == 1 else f"asks {one.slot} ({names[one.slot]})"
        yield PolicyValue(name, _requirement(one), SCENARIO if number < own else region)


def _requirement(one: Requirement) -> str:
    title = one.title or CATALOGUE.names[one.slot]
    parts = (
        title,
        f"{one.count} of" if one.count > 1 else "",
        " | ".join(one.any_of),
        f"sides {'+'.join(one.sides)}" if one.sides else "",
        f"from {'/'.join(one.roles)}" if one.roles else "",
        f"if {'/'.join(one.variants)}" if one.variants else "",
        f"missing: {one.if_missing}" if one.if_missing != "bounce" else "",
        f"perhaps not where the reason says {'、'.join(one.excused_by)}" if one.excused_by else "",
    )
    return "; ".join(part for part in parts if part)


def _variant(one: Variant) -> str:
    told = "、".join(one.words) or "everybody else"
    parts = (
        one.title,
        told,
        f"but not {'、'.join(one.not_words)}" if one.not_words else "",
        f"but not with {' | '.join(one.not_with)}" if one.not_with else "",
        f"or shown by {' | '.join(one.shown_by)}" if one.shown_by else "",
        f"advice {one.advice}" if one.advice else "",
        f"unless {' | '.join(one.unless)}" if one.unless else "",
        f"at worst {one.worst}" if one.worst != "bounce" else "",
    )
    return "; ".join(part for part in parts if part)


def _limits(whole: PolicyFile, policy: PolicyFile, reasons: Mapping[str, str]) -> Iterator[PolicyValue]:
    for check in whole.checks:
        known = find_checks()[check]
        yield PolicyValue(f"check {check}", known.title, SCENARIO)
        limits = known.limits.model_validate(whole.limits.get(check, {}))
        for name in known.limits.model_fields:
            if name in ("requirements", "variants"):
                continue
            key, given = f"{check}.{name}", name in policy.limits.get(check, {})
            yield PolicyValue(f"limit {key}", _text(getattr(limits, name)), reasons.get(key, SCENARIO if given else BUILT_IN))


def _severities(whole: PolicyFile, policy: PolicyFile, reasons: Mapping[str, str]) -> Iterator[PolicyValue]:
    given = dict.fromkeys(reason for check in whole.checks for reason in find_checks()[check].reasons)
    for reason in given:
        usual = CATALOGUE.reasons[reason].severity
        origin = reasons.get(reason, SCENARIO if reason in policy.severities else BUILT_IN)
        yield PolicyValue(f"severity {reason}", whole.severities.get(reason, usual), origin)


def _text(value: object) -> str:
    """A value as TOML would have it, near enough to be copied into an override."""
    return json.dumps(_ANY.dump_python(value, mode="json"), ensure_ascii=False)


class Change(NamedTuple):
    """What differs between two policies: None where one of them has no such value."""

    name: str
    before: str | None
    after: str | None


def differences(before: tuple[PolicyValue, ...], after: tuple[PolicyValue, ...]) -> tuple[Change, ...]:
    """The values that differ, in the order of the first policy, then what only the second has."""
    old, new = ({one.name: one.value for one in values} for values in (before, after))
    names = dict.fromkeys((*old, *new))
    return tuple(Change(name, old.get(name), new.get(name)) for name in names if old.get(name) != new.get(name))
