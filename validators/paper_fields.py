"""Where the names stand on papers other than licences, cards, certificates and letters, and what each must say (DOMAIN 4)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from extractors.evidence import DOCUMENT_TYPES, DocumentType
from extractors.schema import PAPERS, about_on, fields_of, needed_on
from extractors.schema.identity import identity_paper
from validators.case import Case, Sighting
from validators.check import CannotTell, DoesNotApply, Finds, Outcome, Passes
from validators.persons import Person
from validators.reasons import name_of
from validators.requirements import Requirement
from validators.values import read

FORMED: Final = frozenset({"business_license", "id_card", "household_register", "bank_card"})
"""Papers that are all alike, whose values are asked for by checks of their own."""
ASKED_FOR: Final = frozenset({"termination_certificate", "authorization_letter"})
"""The papers that most applications turn on, which have checks of their own."""

PERSON_ON: Final[tuple[str, ...]] = tuple(kind for kind in PAPERS if about_on(kind, "person"))
"""Papers about a person, who must be the one the application is for."""
FIRM_ON: Final[tuple[str, ...]] = tuple(kind for kind in PAPERS if about_on(kind, "firm"))
"""Papers of a firm, or about one, which must be the employer."""
MUST_SAY: Final[Mapping[DocumentType, tuple[str, ...]]] = MappingProxyType(
    {kind: needed for kind in DOCUMENT_TYPES if kind not in FORMED | ASKED_FOR and (needed := needed_on(kind))}
)
"""Without which a paper proves nothing, of all others."""


def must_be_readable(kind: str, side: str | None = None, traits: Iterable[str] = ()) -> tuple[str, ...]:
    """The fields that must be read where they stand: what a paper may not lack, and what is compared on it.

    Of an identity paper other than the resident ID card, which ``traits`` name, what stands on that side of its kind.
    """
    other = identity_paper(traits)
    if other is not None:
        return other.back if side == "back" else other.front
    paper = PAPERS.get(kind)
    compared = (name for name, field in paper.fields.items() if field.compared) if paper else ()
    return (*needed_on(kind, side), *compared)


def person_on(seen: Sighting) -> Person:
    """The person a paper names."""
    kind = seen.document.type
    number = next(iter(fields_of(kind, "id_number")), "")
    return Person(read(seen, about_on(kind, "person") or ""), read(seen, number))


def is_extra(case: Case, seen: Sighting, requirements: tuple[Requirement, ...]) -> bool:
    """Whether the case would do without the paper: nobody asked for it, or enough others serve for it."""
    return all(len(others) >= one.count for one, others in _served(case, seen, requirements))


def is_beside(case: Case, seen: Sighting, requirements: tuple[Requirement, ...]) -> bool:
    """Whether enough papers that serve for the same come before this one: what it lacks, nobody will miss.

    Papers come in the order in which the policy names their types, and of one type in that of their upload: of two that both
    lack something, the first is still asked about.
    """
    order = list(case.documents())

    def place(one: Requirement, paper: Sighting) -> tuple[int, int]:
        return one.any_of.index(paper.document.type), order.index(paper)

    return all(
        sum(place(one, other) < place(one, seen) for other in others) >= one.count
        for one, others in _served(case, seen, requirements)
    )


def _served(
    case: Case, seen: Sighting, requirements: tuple[Requirement, ...]
) -> Iterator[tuple[Requirement, tuple[Sighting, ...]]]:
    for one in requirements:
        if seen.document.type in one.any_of and one.applies(case) != "no":
            yield one, tuple(other for kind in one.any_of for other in case.documents(kind) if other != seen)


def about_paper(outcome: Outcome, seen: Sighting, *, extra: bool) -> Outcome:
    """The outcome with the paper's name; a finding about a paper that the case would do without is a question."""
    if isinstance(outcome, Passes | DoesNotApply):
        return outcome
    words = {**outcome.words, "seen": name_of(seen.document.type)}
    if extra and isinstance(outcome, Finds):
        return CannotTell(outcome.reason, "extra", outcome.place, outcome.confidence, words, outcome.about)
    return replace(outcome, words=words)
