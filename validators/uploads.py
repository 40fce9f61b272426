"""What could not be read or recognised, and so might be anything."""

from collections.abc import Iterator
from typing import Final, get_args

from extractors.evidence import ProblemKind
from validators.cards import Cards
from validators.case import Case, CaseFile, Sighting
from validators.requirements import Requirement

STOPPING: Final = frozenset(get_args(ProblemKind)) - {"active_content"}
"""Problems after which a file, or a page of it, was not read."""


def is_unread(file: CaseFile) -> bool:
    """Whether nothing of the file was read."""
    return not file.evidence.documents


def unknown_pages(file: CaseFile) -> tuple[int, ...]:
    """Pages on which nothing was recognised, or that could not be read."""
    unknown = {page for document in file.evidence.documents if document.type == "unknown" for page in document.pages}
    known = {page for document in file.evidence.documents if document.type != "unknown" for page in document.pages}
    damaged = {problem.page for problem in file.evidence.problems if problem.kind in STOPPING and problem.page is not None}
    return tuple(sorted((unknown | damaged) - known))


def may_hold_more(file: CaseFile) -> bool:
    """Whether the file may hold a document that nobody saw."""
    return is_unread(file) or bool(unknown_pages(file))


def candidates(case: Case, requirement: Requirement) -> Iterator[CaseFile]:
    """Files that may be what the requirement asks for, though nothing on them says so.

    A single page that the applicant called something else is not one of them.
    """
    for file in case.files:
        meant_for_other = file.slot is not None and not requirement.takes(file.slot)
        if may_hold_more(file) and not (meant_for_other and file.evidence.page_count <= 1):
            yield file


def brought(case: Case, requirement: Requirement, cards: Cards) -> tuple[Sighting, ...]:
    """What was seen of the thing required, whichever slot it came in."""
    if requirement.holder:
        card = cards.of[requirement.holder]
        return (*card.fronts, *card.backs)
    seen = [seen for kind in requirement.any_of for seen in case.documents(kind)]
    return tuple(_different(seen) if requirement.count > 1 else seen)


def _different(seen: list[Sighting]) -> list[Sighting]:
    """Each paper once, where several are asked for: two that say the same, and enough of it, are one."""
    told: dict[object, Sighting] = {}
    for at, one in enumerate(seen):
        values = tuple(sorted((name, field.value) for name, field in one.document.fields.items() if field.value))
        told.setdefault((one.document.type, values) if len(values) >= _TELLING else at, one)
    return list(told.values())


_TELLING: Final = 5
"""Values by which two papers are known to be the same one: of fewer the others may not have been read."""


def is_met(case: Case, requirement: Requirement, cards: Cards) -> bool:
    """Whether nothing of it is lacking, or it is not asked of this case."""
    if requirement.applies(case) == "no":
        return True
    holder = requirement.holder
    whole = all(cards.of[holder].side(side) for side in requirement.sides) if holder else True
    return whole and len(brought(case, requirement, cards)) >= requirement.count
