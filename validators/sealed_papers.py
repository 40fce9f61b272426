"""The papers that must carry their issuer's seal, each with the names that the seal may bear."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from extractors.evidence import DocumentType
from validators.case import Case, Sighting
from validators.check import Limits
from validators.firms import employer_of
from validators.paper_fields import is_beside, is_extra
from validators.papers import (
    NAMELESS,
    authorization_of,
    certificates,
    given_by_person,
    is_individual_business,
    is_stub,
    license_of,
)
from validators.seals import is_a_persons, signing_seals
from validators.values import Value, read


class SealLimits(Limits):
    """Which papers must be sealed."""

    papers: tuple[DocumentType, ...] = (
        "termination_certificate",
        "authorization_letter",
        "termination_agreement",
        "withdrawal_application",
        "exit_confirmation",
    )


_SHOP: Final = re.compile(r"^个体|个体户|(?:店|馆|铺|坊|行|部|摊|吧|超市|厂|园|屋|堂|阁|轩)$")
_COMPANY: Final = re.compile(r"公司|合伙|合作社|集团|中心$|学校$|医院$")
_OTHERS: Final = frozenset[DocumentType]({"termination_agreement", "withdrawal_application", "exit_confirmation"})


@dataclass(frozen=True, slots=True)
class Sealed:
    """A paper that must be sealed. ``owners``: the firm as the paper and as its licence name it, or the operator, in
    the order of the paper, ``names`` the same as text.

    ``extra``: the case would do without it, so that nothing about its seal is more than a question.
    """

    seen: Sighting
    owners: tuple[Value, ...]
    extra: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The owners' names."""
        return tuple(dict.fromkeys(one.text for one in self.owners))

    @property
    def surest(self) -> Value:
        """The owner's name that was read best."""
        return max(self.owners, key=lambda one: one.confidence)


def sealed_papers(case: Case, limits: SealLimits) -> Iterator[Sealed]:
    """The papers of a case that must carry a firm's seal. A stub has none by design, and is to be replaced anyway."""
    if "termination_certificate" in limits.papers:
        for seen in certificates(case):
            if not is_stub(case, seen):
                yield Sealed(seen, _owners(case, seen, "employer_name"), _is_replaced(case, seen, limits))
    letter = authorization_of(case)
    if "authorization_letter" in limits.papers and letter is not None and not given_by_person(case, letter):
        unknown = license_of(case) is None and read(letter, "principal") is None
        yield Sealed(letter, _owners(case, letter, "principal"), extra=unknown)
    for kind in _OTHERS.intersection(limits.papers):
        for seen in case.documents(kind):
            if seen.document.seals or not is_beside(case, seen, limits.requirements):
                yield Sealed(seen, _owners(case, seen, "employer_name"), is_extra(case, seen, limits.requirements))


def _is_replaced(case: Case, seen: Sighting, limits: SealLimits) -> bool:
    """Whether another paper about the same person, sealed in colour or one that needs no firm's seal, serves as well."""
    asked = [one for one in limits.requirements if seen.document.type in one.any_of and one.applies(case) != "no"]
    others = (other for one in asked for kind in one.any_of for other in case.documents(kind) if other != seen)
    return any(_serves(other, limits) and _about_the_same(seen, other) for other in others)


def _serves(other: Sighting, limits: SealLimits) -> bool:
    sealed = any(seal.color != "black" and not is_a_persons(seal) for seal in signing_seals(other))
    return sealed or other.document.type not in limits.papers


def _about_the_same(one: Sighting, other: Sighting) -> bool:
    """Whether two papers do not name two people."""
    fields = ("employee_name", "name")
    first, second = (next((value for name in fields if (value := read(seen, name))), None) for seen in (one, other))
    return first is None or second is None or first.text == second.text


def by_individual_business(case: Case) -> bool:
    """Whether the employer is one of the businesses that need no seal: the operator's signature will do (DOMAIN 5.3).

    Without a licence a shop may be one, and a company is none.
    """
    license_ = license_of(case)
    if license_ is not None:
        return is_individual_business(license_)
    return bool(_SHOP.search(case.declared.employer_name)) and not _COMPANY.search(case.declared.employer_name)


def _owners(case: Case, seen: Sighting, field: str) -> tuple[Value, ...]:
    employer = employer_of(case)
    given = (read(seen, field), employer.name, employer.operator)
    return tuple(value for value in given if value and value.text not in NAMELESS)
