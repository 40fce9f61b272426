"""THE catalogue of reasons: every text an applicant or a reviewer reads comes from ``reasons.toml``, through here."""

import tomllib
from collections.abc import Mapping
from functools import cached_property
from importlib.resources import files
from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, Field

from extractors.frozen import Frozen
from extractors.schema import PAPERS
from validators.finding import Severity

Group = Literal["route", "paper", "photo", "typing", "note"]
"""The order in which a person mends things (DOMAIN 9): another way, others' papers, photos, typing, nothing."""

GROUP_RANK: Final[dict[Group, int]] = {"route": 0, "paper": 1, "photo": 2, "typing": 3, "note": 4}


def _as_variants(told: object) -> object:
    return (told,) if isinstance(told, str) else told


Variants = Annotated[tuple[str, ...], BeforeValidator(_as_variants)]
"""Ways to say one thing, the fullest first: the first whose words may all be said and that fits. The last one always may."""


class Lengths(Frozen):
    """How many characters texts may have. ``message``: without a name in it; ``named``: with names, firms or days."""

    message: int
    named: int
    fix: int
    sms: int


class Joints(Frozen):
    """What stands behind ``what`` is so: ``do`` takes what is to be done, ``wait`` says that a person looks, ``note`` that
    nothing comes of it. ``sms_wait`` and ``sms_end`` end a text message. ``day`` is how a day is written.
    """

    do: str
    wait: str
    note: str
    sms_wait: str
    sms_end: str
    day: str


class Texts(Frozen):
    """The texts of one reason in one language; all may hold {placeholders}.

    ``what`` is so, as a clause; ``maybe`` the same where it is in doubt; ``do`` what the applicant is asked for, ``fix`` how;
    ``sms`` a text message that asks for it, where ``what`` and ``do`` in a row are too little. ``detail`` is for the reviewer.
    ``advice`` is for an applicant whom no upload helps: what to bring, which desk, which law.
    """

    what: Variants
    maybe: Variants = ()
    do: Variants = ()
    fix: Variants = ()
    sms: Variants = ()
    detail: str = ""
    advice: str = ""


class Reason(Texts):
    """Why a finding is made. ``key`` is the published code, or the code, a slash and the case of it.

    ``do_anyway``: what to do is said even where a person looks, because it is another way than uploading.
    """

    key: str
    severity: Severity
    group: Group
    do_anyway: bool = False

    @property
    def code(self) -> str:
        """The published code."""
        return self.key.partition("/")[0]


class Catalogue(Frozen):
    """All reasons, the doubts that turn a bounce into a review, and the names of things in plain Chinese.

    ``todo``: what is asked for, by group, where a policy sends back for what is usually no more than a question.
    """

    lengths: Lengths
    joints: Joints
    todo: Mapping[Group, str]
    reasons: Mapping[str, Reason]
    doubts: Mapping[str, str]
    names: Mapping[str, str] = Field(description="of slots, types, sides and signers")

    @cached_property
    def codes(self) -> frozenset[str]:
        """Every published code that has a reason."""
        return frozenset(reason.code for reason in self.reasons.values())


def read_catalogue(text: str) -> Catalogue:
    """Read a catalogue from TOML.

    Raises:
        pydantic.ValidationError: a reason without severity, group or ``what``, or with something else besides.
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
