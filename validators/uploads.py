"""What was uploaded, set against what is asked for: files that nothing needs, and pages that might be anything."""

from collections.abc import Collection, Iterable, Iterator
from typing import Final, get_args

from extractors.evidence import Document, FieldReading, PageEvidence, ProblemKind
from extractors.schema import PAPERS, bare_title
from validators.cards import Cards, sort_cards
from validators.case import Case, CaseFile, Sighting
from validators.listed import PROVING, lacking_of_listed
from validators.paper_fields import must_be_readable
from validators.requirements import Requirement

STOPPING: Final = frozenset(get_args(ProblemKind)) - {"active_content"}
"""Problems after which a file, or a page of it, was not read."""
_NOT_SENT_BACK: Final = frozenset({"info", "bring"})
"""What it means that a paper is not there, where nobody is sent back for it: nor for a file that may have been it."""


def is_unread(file: CaseFile) -> bool:
    """Whether nothing of the file was read."""
    return not file.evidence.documents


def is_blank(page: PageEvidence) -> bool:
    """Whether nothing stands on a page, not even pale print: it is no paper, whatever is lacking."""
    return any(flaw.kind == "blank" and flaw.strength >= _PLAINLY for flaw in page.flaws)


_PLAINLY: Final = 0.9
"""Strength (0..1) of emptiness from which there are no pale traces either: a faint copy, or print that shows through."""


def blank_pages(file: CaseFile) -> tuple[int, ...]:
    """Pages on which nothing stands."""
    return tuple(page.number for page in file.evidence.pages if is_blank(page))


def is_all_blank(file: CaseFile) -> bool:
    """Whether all that was uploaded is empty paper."""
    evidence = file.evidence
    whole = len(evidence.pages) == evidence.page_count and not any(one.kind in STOPPING for one in evidence.problems)
    return whole and bool(evidence.pages) and all(is_blank(page) for page in evidence.pages)


def is_other_paper(document: Document) -> bool:
    """Whether it is headed as a paper that nobody asks for (收入证明, 劳动合同): not recognised, but no riddle either."""
    return document.type == "unknown" and "other_paper" in document.traits


def unknown_pages(file: CaseFile) -> tuple[int, ...]:
    """Pages on which something stands and nothing was recognised, or that could not be read."""
    documents = file.evidence.documents
    riddles = {page for one in documents if one.type == "unknown" and not is_other_paper(one) for page in one.pages}
    known = {page for one in documents if one.type != "unknown" for page in one.pages}
    damaged = {problem.page for problem in file.evidence.problems if problem.kind in STOPPING and problem.page is not None}
    return tuple(sorted((riddles - {*blank_pages(file)} | damaged) - known))


_NO_PAPERS: Final = frozenset(
    ("aae", "amr", "avi", "db", "ds_store", "ini", "lnk", "log", "m4a", "m4v", "mov", "mp3", "mp4", "tmp", "txt", "url", "wav")
)
"""What names end with that phones and computers put beside pictures, or people beside papers: films, sounds, edits, notes."""


def is_no_paper(file: CaseFile) -> bool:
    """Whether a file that nobody can read is by its name none that a paper is in: the film of a Live Photo, a text note."""
    none_of_ours = file.evidence.format is None and any(one.kind == "unsupported" for one in file.evidence.problems)
    return none_of_ours and suffix_of(file) in _NO_PAPERS


def suffix_of(file: CaseFile) -> str:
    """What the file's name ends with, in small letters and without the dot; empty where it has no ending."""
    name = file.name.rpartition("/")[2]
    return name.rpartition(".")[2].lower() if "." in name else ""


def may_hold_more(file: CaseFile) -> bool:
    """Whether the file may hold a document that nobody saw."""
    return (is_unread(file) and not is_no_paper(file)) or bool(unknown_pages(file))


def is_headed_as(file: CaseFile, types: Collection[str]) -> bool:
    """Whether a page without such a paper has a line that is its title: of two side by side one may not have been seen."""
    titles = {bare_title(title) for type_ in types if type_ in PAPERS for title in PAPERS[type_].titles.split()}
    found = {page for one in file.evidence.documents if one.type in types for page in one.pages}
    lines = (line for page in file.evidence.pages if page.number not in found for line in page.lines)
    return any(bare_title(line.text) in titles for line in lines)


def may_be_meant_for(file: CaseFile, requirement: Requirement) -> bool:
    """Whether the file may have been uploaded for a requirement.

    Not a single page that the applicant called something else; and a file that is no paper only where they say that it is.
    """
    if file.slot is None:
        return not is_no_paper(file)
    return requirement.takes(file.slot) or file.evidence.page_count > 1


def candidates(case: Case, requirement: Requirement) -> Iterator[CaseFile]:
    """Files that may be what the requirement asks for, though nothing on them says so."""
    for file in case.files:
        if may_hold_more(file) and may_be_meant_for(file, requirement):
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
    return requirement.applies(case) == "no" or _is_whole(case, requirement, cards)


def _is_whole(case: Case, requirement: Requirement, cards: Cards) -> bool:
    holder = requirement.holder
    whole = all(cards.of[holder].side(side) for side in requirement.sides) if holder else True
    return whole and len(brought(case, requirement, cards)) >= requirement.count


def lacks(case: Case, file: CaseFile, requirements: Iterable[Requirement], cards: Cards) -> tuple[Requirement, ...]:
    """What is lacking that the file may have been uploaded for."""
    return tuple(one for one in requirements if may_be_meant_for(file, one) and not is_met(case, one, cards))


def is_spare(case: Case, file: CaseFile, requirements: Iterable[Requirement], spoiled: Collection[CaseFile] = ()) -> bool:
    """Whether the case would be as complete without a file: what is wrong with it is then no reason to ask for anything.

    Nothing that it could be is lacking, and what was recognised on it stands, saying nothing else, on another file as well.
    ``spoiled``: the files with which the same is wrong, so that of two alike neither serves for the other.
    """
    asked = tuple(one for one in requirements if one.applies(case) != "no")
    rest = case.model_copy(update={"files": tuple(other for other in case.files if other is not file)})
    cards, cards_without = sort_cards(case, asked), sort_cards(rest, asked)
    unfit = {id(other) for other in (file, *spoiled)}
    for one in asked:
        there = brought(case, one, cards)
        own = [seen for seen in there if seen.file is file]
        others = [seen for seen in there if id(seen.file) not in unfit]
        if not all(_stands_in(seen, others) for seen in own):
            return False
        needed = own or (may_be_meant_for(file, one) and one.if_missing not in _NOT_SENT_BACK)
        if needed and not _is_whole(rest, one, cards_without):
            return False
    return not _may_be_of_listed(rest, file)


def is_spare_paper(case: Case, seen: Sighting, requirements: Iterable[Requirement], spoiled: Collection[Sighting] = ()) -> bool:
    """Whether the case would be as complete without one paper: nobody asks for it, or another in the packet serves as well.

    ``spoiled``: the papers with which the same is wrong.
    """
    if seen.document.type in PROVING and lacking_of_listed(case):
        return False
    asked = tuple(one for one in requirements if one.applies(case) != "no")
    cards = sort_cards(case, asked)
    unfit = {id(other.document) for other in spoiled}
    for one in asked:
        there = brought(case, one, cards)
        others = [other for other in there if other.document is not seen.document]
        sound = [other for other in others if id(other.document) not in unfit]
        if len(others) < len(there) and (len(others) < one.count or not _stands_in(seen, sound)):
            return False
    return True


def _may_be_of_listed(rest: Case, file: CaseFile) -> bool:
    """Whether somebody on the applicant's list has no certificate in the rest of the packet, and this file may be it."""
    is_riddle = may_hold_more(file) and file.slot in (None, *PROVING)
    return bool(lacking_of_listed(rest)) and (is_riddle or any(one.type in PROVING for one in file.evidence.documents))


def _stands_in(seen: Sighting, others: Iterable[Sighting]) -> bool:
    """Whether another paper serves as well: the same side, no seal less, nothing that counts unread or read otherwise."""
    own = seen.document
    counting = must_be_readable(own.type, own.side)
    return any(
        other.document.side == own.side
        and bool(other.document.seals) >= bool(own.seals)
        and all(_is_read(other.field(name)) for name in counting if name in own.fields)
        and not any(_is_otherwise(field, other.field(name)) for name, field in own.fields.items())
        for other in others
    )


def _is_read(reading: FieldReading | None) -> bool:
    """Whether a value was read."""
    return reading is not None and bool(reading.value)


def _is_otherwise(here: FieldReading, there: FieldReading | None) -> bool:
    both = there is not None and bool(here.value and there.value) and here.value != there.value
    return both and there is not None and min(here.confidence, there.confidence) >= _SURELY_READ


_SURELY_READ: Final = 0.9
"""Confidence (0..1) from which two values that differ are not the same one, read badly."""
