"""The kinds of papers by which people show who they are, other than the resident ID card. Pure data."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from importlib.resources import files
from types import MappingProxyType
from typing import Final, Literal, get_args

from extractors.frozen import Frozen

IdentityKind = Literal[
    "temporary_card",
    "residence_permit",
    "foreigner_card",
    "hk_macao_permit",
    "taiwan_permit",
    "exit_permit",
    "passport",
    "service_card",
    "regional_card",
]
"""Traits that a document of type ``id_card`` has where it is no resident ID card."""


class IdentityPaper(Frozen):
    """One kind: what it is called and headed, the form of its number, and what stands on each of its sides.

    The fields are those of ``identity_papers.toml``, where each is explained.
    """

    kind: IdentityKind
    zh: str
    en: str
    titles: str
    english: str = ""
    number: str
    proven: bool = False
    renewed: int = 0
    front: tuple[str, ...]
    back: tuple[str, ...] = ()
    resident: bool = False

    @cached_property
    def form(self) -> re.Pattern[str]:
        """The form of its number, with the count of renewals or without."""
        return re.compile(rf"(?P<own>{self.number})(?:\d{{{self.renewed}}})?" if self.renewed else f"(?P<own>{self.number})")

    @property
    def needs_back(self) -> bool:
        """Whether anything stands on the other side that must be read."""
        return bool(self.back)


@cache
def _papers() -> Mapping[IdentityKind, IdentityPaper]:
    told = tomllib.loads(files(__package__).joinpath("identity_papers.toml").read_text(encoding="utf-8"))
    if told.keys() != set(get_args(IdentityKind)):
        raise ValueError(f"identity_papers.toml and IdentityKind differ: {told.keys() ^ set(get_args(IdentityKind))}")
    return MappingProxyType(
        {kind: IdentityPaper.model_validate({"kind": kind, **told[kind]}) for kind in get_args(IdentityKind)}
    )


IDENTITY_PAPERS: Final[Mapping[IdentityKind, IdentityPaper]] = _papers()


def identity_paper(traits: Iterable[str]) -> IdentityPaper | None:
    """The kind of identity paper that a card's traits name; None for a resident ID card.

    >>> identity_paper(("passport",)).zh, identity_paper(()) is None
    ('护照', True)
    """
    mine = set(traits)
    return next((paper for kind, paper in IDENTITY_PAPERS.items() if kind in mine), None)


def number_form(number: str) -> tuple[IdentityKind, str] | None:
    """Which identity paper a number of another form than the resident ID card's belongs to, and the number as it is compared.

    >>> number_form("H0312345602"), number_form("110199199003070113")
    (('hk_macao_permit', 'H03123456'), None)
    """
    for kind, paper in IDENTITY_PAPERS.items():
        match = paper.form.fullmatch(number)
        if match and not re.fullmatch(r"\d{17}[\dX]", number):
            return kind, match["own"]
    return None
