"""Policies: what an office asks for, which checks it runs and with which limits. One TOML a scenario, overlaid by region.

A region's file (``<scenario>.<region>.toml``) names what it extends and gives a reason for everything it changes. A region
without a file is judged by the scenario's own.
"""

import hashlib
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from pydantic import ValidationError

from validators.case import Case
from validators.check import BoundCheck
from validators.doubts import WEIGHTS, Weights
from validators.finding import SEVERITY_RANK, Severity
from validators.policy_file import (
    DEFAULT_REGION,
    Layers,
    Overlay,
    PolicyError,
    PolicyFile,
    one_line,
    overlaid,
    parse,
    regions_of,
    scenarios,
    texts,
)
from validators.reasons import CATALOGUE, REASONS_TOML, Reason
from validators.registry import find_checks
from validators.requirements import Requirement
from validators.variants import Variant, variant_of

MOST_KEPT: Final = 256
"""Policies kept ready: a caller may name any region, and most names are the default's policy once more."""
_HASH_CHARS: Final = 12
"""Hex digits of the content's SHA-256 in a version: enough that no two policies of an office share them."""


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
    doubts: Weights = field(default_factory=lambda: WEIGHTS)

    def severity_of(self, reason: Reason) -> Severity:
        """The severity of a sure finding, whatever the variant."""
        return min((self.severities.get(reason.key, reason.severity), self.worst), key=SEVERITY_RANK.__getitem__)

    def worst_for(self, case: Case) -> Severity:
        """The gravest that anything found in a case may be."""
        variant = variant_of(case, self.variants)
        return min((self.worst, variant.worst if variant else self.worst), key=SEVERITY_RANK.__getitem__)


@lru_cache(maxsize=MOST_KEPT)
def load_policy(scenario: str, region: str = DEFAULT_REGION) -> Policy:
    """Load the policy of a scenario in a region.

    Raises:
        PolicyError: there is none for this scenario, or its file or the region's is wrong.
    """
    known = texts()
    if "." in scenario or scenario not in known:
        raise PolicyError(f"there is no policy for scenario {scenario!r}: choose one of {', '.join(scenarios())}")
    base, name = (scenario, known[scenario]), f"{scenario}.{region}"
    if region == DEFAULT_REGION:
        return read_policy(base)
    return read_policy(base, (name, known[name])) if name in known else load_policy(scenario)


def read_layers(scenario: str, region: str = DEFAULT_REGION) -> Layers:
    """Read the files of a scenario and a region, as they are.

    Raises:
        PolicyError: there is none for this scenario or this region, or its file is wrong.
    """
    load_policy(scenario, region)  # says what is wrong with either
    known, name = texts(), f"{scenario}.{region}"
    if region != DEFAULT_REGION and name not in known:
        raise PolicyError(f"there is no policy for region {region!r} of {scenario}: choose one of {_regions(scenario)}")
    overlay = parse(Overlay, name, known[name]) if name in known else None
    return Layers(parse(PolicyFile, scenario, known[scenario]), overlay)


def layers_in(name: str, text: str) -> Layers:
    """The layers that a file holds that need not lie among the others: a scenario's, or a region's with what it extends.

    Raises:
        PolicyError: something in it is wrong.
    """
    overlay = None if "\nextends" not in f"\n{text}" else parse(Overlay, name, text)
    base = (overlay.extends, texts().get(overlay.extends, "")) if overlay else (name, text)
    read_policy(base, (name, text) if overlay else None)  # says what is wrong with it
    return Layers(parse(PolicyFile, *base), overlay)


def _regions(scenario: str) -> str:
    return ", ".join((DEFAULT_REGION, *regions_of(scenario)))


def read_policy(base: tuple[str, str], overlay: tuple[str, str] | None = None) -> Policy:
    """Make a policy of a scenario's TOML and perhaps a region's, each with its name for errors.

    Raises:
        PolicyError: something in them is wrong.
    """
    policy, version = parse(PolicyFile, *base), ""
    if overlay:
        changes = parse(Overlay, *overlay)
        if changes.extends != policy.scenario:
            raise PolicyError(f"policy {overlay[0]}: extends {changes.extends!r}, not {policy.scenario!r}: correct one of them")
        policy = overlaid(Layers(policy, changes), overlay[0])
        version = f"/{changes.version}"
    texts_ = (base[1], overlay[1] if overlay else "", REASONS_TOML, *map(str, WEIGHTS.items()))
    digest = hashlib.sha256("\n".join(texts_).encode()).hexdigest()
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
        doubts={**WEIGHTS, **policy.doubts},
        requirements=_asked(policy),
        checks=_bind(policy, base[0]),
        severities=policy.severities,
        worst=policy.worst,
        variants=policy.variants,
    )


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
        raise PolicyError(f"policy {name}: limits: {one_line(error)}") from error


def _require_known(names: Iterable[str], known: Container[str], what: str) -> None:
    unknown = [name for name in names if name not in known]
    if unknown:
        raise PolicyError(f"{what}: {', '.join(unknown)}")
