"""Which paper of a case a finding lies on."""

from collections.abc import Iterable
from typing import NamedTuple

from extractors.evidence import Box
from validators.cards import HOLDERS, sort_cards
from validators.case import Case, Sighting
from validators.finding import Place
from validators.requirements import Requirement


class Paper(NamedTuple):
    """One paper of a case: what is called by the same ``name`` is the same paper, both sides of a card among them.

    ``kind``: its type, or of a card whose it is (``legal_rep_id``). Both empty for none.
    """

    name: str = ""
    kind: str = ""


NO_PAPER = Paper()


class PapersThere:
    """The papers of a case, found by the place of a finding."""

    def __init__(self, case: Case, requirements: Iterable[Requirement]) -> None:
        cards = sort_cards(case, requirements).of
        holders = [(f"{holder}_id", seen) for holder in HOLDERS for seen in (*cards[holder].fronts, *cards[holder].backs)]
        self._papers = [(seen, _named(number, seen, holders)) for number, seen in enumerate(case.documents())]

    def at(self, place: Place) -> Paper:
        """Return the paper at a place; one that is only asked for is known by its type alone."""
        there = [one for one in self._papers if _lies_in(one[0], place)]
        if not there:
            return Paper("", place.document or "")
        return min(there, key=lambda one: _apart(one[0].document.box, place.bbox))[1]


def _named(number: int, seen: Sighting, holders: list[tuple[str, Sighting]]) -> Paper:
    holder = next((kind for kind, card in holders if card == seen), "")
    return Paper(holder or f"{seen.document.type} {number}", holder or seen.document.type)


def _lies_in(seen: Sighting, place: Place) -> bool:
    in_file = place.file == seen.file.name and place.document in (None, seen.document.type)
    return in_file and (place.page is None or place.page in seen.document.pages)


def _apart(paper: Box | None, place: Box | None) -> float:
    """How far a place's middle lies outside a paper, in page sides."""
    if paper is None or place is None:
        return 0.0
    x, y = (place[0] + place[2]) / 2, (place[1] + place[3]) / 2
    return max(paper[0] - x, x - paper[2], 0.0) + max(paper[1] - y, y - paper[3], 0.0)
