"""The files of policies, as they are written: a scenario's, and what a region changes of it."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Annotated, Final, NamedTuple, TypeVar

from pydantic import Field, StringConstraints, ValidationError

from extractors.evidence import Doubt, Frozen
from validators.finding import Severity
from validators.requirements import Requirement
from validators.variants import Variant

DEFAULT_REGION: Final = "default"

Certainty = Annotated[float, Field(ge=0, le=1)]
Text = Annotated[str, StringConstraints(min_length=1)]
M = TypeVar("M", bound=Frozen)


class PolicyError(Exception):
    """No such policy, or one that cannot be used. ``str(error)`` is one line: what is wrong and what to do."""


class Override(Frozen):
    """One change that a region makes: of a limit (``check.limit``), the severity of a reason or a doubt's weight, and why."""

    limit: str = ""
    severity_of: str = ""
    doubt: str = ""
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
    doubts: Mapping[Doubt, Certainty] = Field(default_factory=dict)
    """What a doubt of a reading leaves of its certainty, where that is not what ``doubts.toml`` says."""


class Layers(NamedTuple):
    """Where a policy's values come from: the scenario's file, and the region's changes to it."""

    policy: PolicyFile
    overlay: Overlay | None = None


def scenarios() -> tuple[str, ...]:
    """The scenarios there are policies for."""
    return tuple(sorted(name for name in texts() if "." not in name))


def scenario_text(scenario: str) -> str:
    """The TOML of a scenario's policy.

    Raises:
        KeyError: there is none.
    """
    return texts()[scenario]


def regions_of(scenario: str) -> tuple[str, ...]:
    """The regions that change a scenario."""
    return tuple(name.partition(".")[2] for name in sorted(texts()) if name.startswith(f"{scenario}."))


def regions() -> tuple[str, ...]:
    """Every region there is: the default, and those that change any scenario. The other scenarios they leave as they are."""
    return DEFAULT_REGION, *sorted({name.partition(".")[2] for name in texts() if "." in name})


def texts() -> Mapping[str, str]:
    """The TOML of all policies by name: ``scenario`` or ``scenario.region``."""
    folder = files("validators").joinpath("policies")
    found = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)
    return {file.name.removesuffix(".toml"): file.read_text(encoding="utf-8") for file in found}


def parse(model: type[M], name: str, text: str) -> M:
    """Read a file as a model. ``name`` is for errors.

    Raises:
        PolicyError: no TOML, or not what the model asks for.
    """
    try:
        return model.model_validate(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise PolicyError(f"policy {name}: {one_line(error)}") from error


def overlaid(layers: Layers, name: str) -> PolicyFile:
    """The scenario with the region's changes. ``name`` is for errors.

    Raises:
        PolicyError: a change that cannot be made.
    """
    if layers.overlay is None:
        return layers.policy
    return _overlaid(layers.policy, layers.overlay, name)


def _overlaid(policy: PolicyFile, overlay: Overlay, name: str) -> PolicyFile:
    limits = {check: dict(given) for check, given in policy.limits.items()}
    severities: dict[str, object] = dict(policy.severities)
    doubts: dict[str, object] = {str(name): leaves for name, leaves in policy.doubts.items()}
    for change in overlay.overrides:
        check, dot, limit = change.limit.partition(".")
        named = [one for one in (change.limit, change.severity_of, change.doubt) if one]
        if len(named) != 1 or bool(dot) != bool(change.limit):
            raise PolicyError(
                f"policy {name}: an override names one of limit = 'check.limit', severity_of = 'reason' and doubt = 'name'"
            )
        if dot:
            limits.setdefault(check, {})[limit] = change.value
        elif change.doubt:
            doubts[change.doubt] = change.value
        else:
            severities[change.severity_of] = change.value
    changed = {**policy.model_dump(), "limits": limits, "severities": severities, "doubts": doubts}
    changed["requirements"] = (*policy.requirements, *overlay.requirements)
    try:
        return PolicyFile.model_validate(changed)
    except ValidationError as error:
        raise PolicyError(f"policy {name}: {one_line(error)}") from error


def one_line(error: tomllib.TOMLDecodeError | ValidationError) -> str:
    """The first thing that is wrong, in one line."""
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False)[0]
        return f"{error.title} {'.'.join(map(str, first['loc']))}: {first['msg']}"
    return str(error)
