"""THE catalogue of reasons: every text an applicant or a reviewer reads comes from ``reasons.toml``, through here."""

import tomllib
from collections.abc import Mapping
from functools import cached_property
from importlib.resources import files
from typing import Final, Literal

from extractors.frozen import Frozen
from extractors.schema import PAPERS
from validators.finding import Severity

Group = Literal["route", "paper", "photo", "typing", "note"]
"""The order in which a person mends things (DOMAIN 9): another way, others' papers, photos, typing, nothing."""

GROUP_RANK: Final[dict[Group, int]] = {"route": 0, "paper": 1, "photo": 2, "typing": 3, "note": 4}

LONGEST_MESSAGE_CHARS: Final = 40
"""What fits on one line of a portal's notice (DOMAIN 8.1)."""


class Reason(Frozen):
    """Why a finding is made. ``key`` is the published code, or the code, a slash and the case of it.

    ``message`` is for the applicant, ``detail`` for the reviewer; both may hold {placeholders}. ``unsure`` is the message of a
    doubt, where the usual one behind the catalogue's prefix would read badly. ``advice`` is for an applicant whom no upload
    helps: what to bring, which desk, which law.
    """

    key: str
    severity: Severity
    group: Group
    message: str
    detail: str = ""
    unsure: str = ""
    advice: str = ""

    @property
    def code(self) -> str:
        """The published code."""
        return self.key.partition("/")[0]


class Catalogue(Frozen):
    """All reasons, the doubts that turn a bounce into a review, and the names of things in plain Chinese."""

    doubt_prefix: str
    reasons: Mapping[str, Reason]
    doubts: Mapping[str, str]
    names: Mapping[str, str]

    @cached_property
    def codes(self) -> frozenset[str]:
        """Every published code that has a reason."""
        return frozenset(reason.code for reason in self.reasons.values())


def read_catalogue(text: str) -> Catalogue:
    """Read a catalogue from TOML.

    Raises:
        pydantic.ValidationError: a reason without severity, group or message, or with something else besides.
    """
    table = tomllib.loads(text)
    reasons = {key: Reason.model_validate({"key": key, **entry}) for key, entry in table.pop("reasons").items()}
    names = {kind: paper.zh for kind, paper in PAPERS.items()} | table.pop("names")
    return Catalogue.model_validate({"reasons": reasons, "names": names, **table})


REASONS_TOML: Final = files("validators").joinpath("reasons.toml").read_text(encoding="utf-8")
CATALOGUE: Final = read_catalogue(REASONS_TOML)


def name_of(key: str) -> str:
    """The plain Chinese name of a slot, document type or side.

    Raises:
        KeyError: the catalogue has no name for it.
    """
    return CATALOGUE.names[key]


def field_name(type_: str, field: str) -> str:
    """The plain Chinese name of a field of a document type.

    Raises:
        KeyError: the type's schema has no such field.
    """
    return PAPERS[type_].fields[field].zh
