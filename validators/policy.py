"""Policies: what an office asks for, which checks it runs and with which limits. One TOML a scenario, overlaid by region.

A region's file (``<scenario>.<region>.toml``) names what it extends and gives a reason for everything it changes. A region
without a file is judged by the scenario's own.
"""

import hashlib
import tomllib
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Annotated, Final, NamedTuple, TypeVar

from pydantic import Field, StringConstraints, ValidationError

from extractors.evidence import Frozen
from validators.case import Case
from validators.check import BoundCheck
from validators.finding import SEVERITY_RANK, Severity
from validators.reasons import CATALOGUE, REASONS_TOML, Reason
from validators.registry import find_checks
from validators.requirements import Requirement
from validators.variants import Variant, variant_of

DEFAULT_REGION: Final = "default"
_HASH_CHARS: Final = 12
"""Hex digits of the content's SHA-256 in a version: enough that no two policies of an office share them."""

Text = Annotated[str, StringConstraints(min_length=1)]
M = TypeVar("M", bound=Frozen)


class PolicyError(Exception):
    """No such policy, or one that cannot be used. ``str(error)`` is one line: what is wrong and what to do."""


class Override(Frozen):
    """One change that a region makes: of a limit (``check.limit``) or of the severity of a reason, and why."""

    limit: str = ""
    severity_of: str = ""
    value: str | int | float | bool | tuple[str, ...] | tuple[tuple[str, ...], ...] | Mapping[str, float]
    reason: Text


class Overlay(Frozen):
    """A region's changes to a scenario."""

    extends: Text
    version: Text
    overrides: tuple[Override, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    """Asked for besides what the scenario asks for."""


class PolicyFile(Frozen):
    """A scenario as its file says it. ``certain_from``: confidence (0..1) below which a bounce becomes a review."""

    scenario: Text
    title: Text
    version: Text
    certain_from: float = Field(ge=0, le=1)
    worst: Severity = "bounce"
    """The gravest that anything found may be; a variant may say less."""
    variants: tuple[Variant, ...] = ()
    requirements: tuple[Requirement, ...]
    checks: tuple[str, ...]
    limits: Mapping[str, Mapping[str, object]] = Field(default_factory=dict)
    severities: Mapping[str, Severity] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy ready to judge by: every check has its limits. ``version`` goes into the verdict."""

    scenario: str
    region: str
    title: str
    version: str
    certain_from: float
    requirements: tuple[Requirement, ...]
    checks: tuple[BoundCheck, ...]
    severities: Mapping[str, Severity]
    worst: Severity = "bounce"
    variants: tuple[Variant, ...] = ()

    def severity_of(self, reason: Reason) -> Severity:
        """The severity of a sure finding, whatever the variant."""
        return min((self.severities.get(reason.key, reason.severity), self.worst), key=SEVERITY_RANK.__getitem__)

    def worst_for(self, case: Case) -> Severity:
        """The gravest that anything found in a case may be."""
        variant = variant_of(case, self.variants)
        return min((self.worst, variant.worst if variant else self.worst), key=SEVERITY_RANK.__getitem__)


@cache
def load_policy(scenario: str, region: str = DEFAULT_REGION) -> Policy:
    """Load the policy of a scenario in a region.

    Raises:
        PolicyError: there is none for this scenario, or its file or the region's is wrong.
    """
    texts = _texts()
    if "." in scenario or scenario not in texts:
        raise PolicyError(f"there is no policy for scenario {scenario!r}: choose one of {', '.join(scenarios())}")
    base, name = (scenario, texts[scenario]), f"{scenario}.{region}"
    if region == DEFAULT_REGION:
        return read_policy(base)
    return read_policy(base, (name, texts[name])) if name in texts else load_policy(scenario)


def scenarios() -> tuple[str, ...]:
    """The scenarios there are policies for."""
    return tuple(sorted(name for name in _texts() if "." not in name))


def scenario_text(scenario: str) -> str:
    """The TOML of a scenario's policy.

    Raises:
        KeyError: there is none.
    """
    return _texts()[scenario]


class Layers(NamedTuple):
    """Where a policy's values come from: the scenario's file, and the region's changes to it."""

    policy: PolicyFile
    overlay: Overlay | None = None


def read_layers(scenario: str, region: str = DEFAULT_REGION) -> Layers:
    """Read the files of a scenario and a region, as they are.

    Raises:
        PolicyError: there is none for this scenario or this region, or its file is wrong.
    """
    load_policy(scenario, region)  # says what is wrong with either
    texts, name = _texts(), f"{scenario}.{region}"
    if region != DEFAULT_REGION and name not in texts:
        raise PolicyError(f"there is no policy for region {region!r} of {scenario}: choose one of {_regions(scenario)}")
    overlay = _parse(Overlay, name, texts[name]) if name in texts else None
    return Layers(_parse(PolicyFile, scenario, texts[scenario]), overlay)


def layers_in(name: str, text: str) -> Layers:
    """The layers that a file holds that need not lie among the others: a scenario's, or a region's with what it extends.

    Raises:
        PolicyError: something in it is wrong.
    """
    overlay = None if "\nextends" not in f"\n{text}" else _parse(Overlay, name, text)
    base = (overlay.extends, _texts().get(overlay.extends, "")) if overlay else (name, text)
    read_policy(base, (name, text) if overlay else None)  # says what is wrong with it
    return Layers(_parse(PolicyFile, *base), overlay)


def regions_of(scenario: str) -> tuple[str, ...]:
    """The regions that change a scenario."""
    return tuple(name.partition(".")[2] for name in sorted(_texts()) if name.startswith(f"{scenario}."))


def _regions(scenario: str) -> str:
    return ", ".join((DEFAULT_REGION, *regions_of(scenario)))


def overlaid(layers: Layers, name: str) -> PolicyFile:
    """The scenario with the region's changes. ``name`` is for errors.

    Raises:
        PolicyError: a change that cannot be made.
    """
    return _overlaid(layers.policy, layers.overlay, name) if layers.overlay else layers.policy


def read_policy(base: tuple[str, str], overlay: tuple[str, str] | None = None) -> Policy:
    """Make a policy of a scenario's TOML and perhaps a region's, each with its name for errors.

    Raises:
        PolicyError: something in them is wrong.
    """
    policy, version = _parse(PolicyFile, *base), ""
    if overlay:
        changes = _parse(Overlay, *overlay)
        if changes.extends != policy.scenario:
            raise PolicyError(f"policy {overlay[0]}: extends {changes.extends!r}, not {policy.scenario!r}: correct one of them")
        policy = _overlaid(policy, changes, overlay[0])
        version = f"/{changes.version}"
    digest = hashlib.sha256("\n".join((base[1], overlay[1] if overlay else "", REASONS_TOML)).encode()).hexdigest()
    _require_known(policy.severities, CATALOGUE.reasons, f"policy {base[0]}: no such reason")
    _require_known(
        (one.advice for one in policy.variants if one.advice), CATALOGUE.reasons, f"policy {base[0]}: no such reason"
    )
    wanted = (name for one in policy.requirements for name in one.variants)
    _require_known(wanted, {one.name for one in policy.variants}, f"policy {base[0]}: no such variant")
    return Policy(
        scenario=policy.scenario,
        region=overlay[0].partition(".")[2] if overlay else DEFAULT_REGION,
        title=policy.title,
        version=f"{(overlay or base)[0]} {policy.version}{version}+{digest[:_HASH_CHARS]}",
        certain_from=policy.certain_from,
        requirements=_asked(policy),
        checks=_bind(policy, base[0]),
        severities=policy.severities,
        worst=policy.worst,
        variants=policy.variants,
    )


def _texts() -> Mapping[str, str]:
    folder = files("validators").joinpath("policies")
    found = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)
    return {file.name.removesuffix(".toml"): file.read_text(encoding="utf-8") for file in found}


def _parse(model: type[M], name: str, text: str) -> M:
    try:
        return model.model_validate(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise PolicyError(f"policy {name}: {_one_line(error)}") from error


def _overlaid(policy: PolicyFile, overlay: Overlay, name: str) -> PolicyFile:
    limits = {check: dict(given) for check, given in policy.limits.items()}
    severities: dict[str, object] = dict(policy.severities)
    for change in overlay.overrides:
        check, dot, limit = change.limit.partition(".")
        if bool(change.limit) == bool(change.severity_of) or bool(dot) != bool(change.limit):
            raise PolicyError(f"policy {name}: an override names either limit = 'check.limit' or severity_of = 'reason'")
        if dot:
            limits.setdefault(check, {})[limit] = change.value
        else:
            severities[change.severity_of] = change.value
    changed = {**policy.model_dump(), "limits": limits, "severities": severities}
    changed["requirements"] = (*policy.requirements, *overlay.requirements)
    try:
        return PolicyFile.model_validate(changed)
    except ValidationError as error:
        raise PolicyError(f"policy {name}: {_one_line(error)}") from error


def _asked(policy: PolicyFile) -> tuple[Requirement, ...]:
    """The requirements, each knowing the scenario's variants."""
    return tuple(one.model_copy(update={"among": policy.variants}) for one in policy.requirements)


def _bind(policy: PolicyFile, name: str) -> tuple[BoundCheck, ...]:
    known = find_checks()
    _require_known(policy.checks, known, f"policy {name}: no such check")
    _require_known(policy.limits, policy.checks, f"policy {name}: limits of a check that it does not run")
    common = {"requirements": _asked(policy), "variants": policy.variants}
    try:
        return tuple(known[check].bind({**policy.limits.get(check, {}), **common}) for check in policy.checks)
    except ValidationError as error:
        raise PolicyError(f"policy {name}: limits: {_one_line(error)}") from error


def _require_known(names: Iterable[str], known: Container[str], what: str) -> None:
    unknown = [name for name in names if name not in known]
    if unknown:
        raise PolicyError(f"{what}: {', '.join(unknown)}")


def _one_line(error: tomllib.TOMLDecodeError | ValidationError) -> str:
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False)[0]
        return f"{error.title} {'.'.join(map(str, first['loc']))}: {first['msg']}"
    return str(error)
