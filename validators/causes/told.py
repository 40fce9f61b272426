"""A finding with what it is about, and what two of them may share."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from validators.causes.papers import Paper, PapersThere
from validators.causes.table import Instruction, Shared, instruction_of
from validators.draft import Draft
from validators.finding import SEVERITY_RANK
from validators.sayable import text_of
from validators.values import Value

_OR: Final = "|"
_NUMBER: Final = re.compile(r"[0-9A-Z]{15,18}")
"""ID numbers and credit codes, which some findings name within a sentence."""
_ASIDE: Final = "（"
"""What checks put where a value should be (未读到) begins with it."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: the places of which it is one (``declared.uscc``), and the word that stands there."""

    places: tuple[str, ...]
    word: str | Value

    @property
    def text(self) -> str:
        """What stands there, however certain."""
        return text_of(self.word)


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A finding with the paper it lies on, the ``things`` at fault (one of several places), the sides that it compares, and
    the files that it names."""

    draft: Draft
    instruction: Instruction
    paper: Paper
    things: tuple[str, ...]
    sides: tuple[Side, ...]
    files: frozenset[str]

    @property
    def reason(self) -> str:
        """The reason's key."""
        return self.draft.reason.key

    @property
    def rank(self) -> int:
        """How grave it is."""
        return SEVERITY_RANK[self.draft.finding.severity]

    @property
    def texts(self) -> frozenset[str]:
        """The values that it names: whole, and the numbers in them."""
        words = self.draft.outcome.words
        whole = {text for key in ("here", "there") if (text := text_of(words.get(key, ""))) and not text.startswith(_ASIDE)}
        return frozenset(whole | {number for text in whole for number in _NUMBER.findall(text)})


def told_of(draft: Draft, papers: PapersThere, files: Collection[str]) -> Told:
    """Say what a finding is about. ``files``: the names of all files of the case."""
    instruction, outcome = instruction_of(draft.reason.key), draft.outcome
    paper = papers.at(outcome.place)
    named = frozenset(files) & {outcome.place.file, *map(text_of, outcome.words.values())}
    words = (("here", instruction.here), ("there", instruction.there))
    sides = tuple(Side(_resolved(places, paper), outcome.words.get(key, "")) for key, places in words if places)
    things = (outcome.about,) if instruction.does == "add" and outcome.about else _resolved(instruction.what, paper)
    return Told(draft, instruction, paper, things, sides, named)


def _resolved(places: str, paper: Paper) -> tuple[str, ...]:
    """Places with the paper's kind in the place of the word; none where no paper is meant, as by a file."""
    resolved = (re.sub(r"^(paper|page)(?=\.|$)", paper.kind, one) for one in places.split(_OR))
    return tuple(one for one in resolved if one not in ("", "file", "packet"))


def _within(place: str, thing: str) -> bool:
    return place == thing or place.startswith(f"{thing}.")


def same_page(cause: Told, other: Told) -> bool:
    """Whether both lie on one page of one file."""
    here, there = cause.draft.finding, other.draft.finding
    return here.page is not None and (here.file, here.page) == (there.file, there.page)


def same_paper(cause: Told, other: Told) -> bool:
    """Whether both lie on one paper; on one card, whichever its sides."""
    return bool(cause.paper.name) and cause.paper == other.paper


def _same_file(cause: Told, other: Told) -> bool:
    return bool(cause.files & other.files)


def _same_about(cause: Told, other: Told) -> bool:
    return bool(cause.draft.outcome.about) and cause.draft.outcome.about == other.draft.outcome.about


def _same_thing(cause: Told, other: Told) -> bool:
    return cause.instruction.does == other.instruction.does and bool(set(cause.things) & set(other.things))


def on_the_ground_of(cause: Told, other: Told) -> bool:
    """Whether a finding compares with what the cause says is at fault: any value of that paper, or that very entry or value."""
    if cause.paper.kind == other.paper.kind and cause.paper.name != other.paper.name:
        return False
    whole = cause.instruction.does in ("replace", "retake")
    return any(
        _within(place, thing) and (whole or ("." in thing and side.text in cause.texts))
        for side in other.sides
        for place in side.places
        for thing in cause.things
    )


def _same_value(cause: Told, other: Told) -> bool:
    return bool(cause.texts & other.texts)


def _same_reason(cause: Told, other: Told) -> bool:
    return cause.reason == other.reason and cause.paper == other.paper and bool(cause.paper.kind)


SHARES: Final[Mapping[Shared, Callable[[Told, Told], bool]]] = MappingProxyType(
    {
        "page": same_page,
        "paper": same_paper,
        "file": _same_file,
        "about": _same_about,
        "thing": _same_thing,
        "ground": on_the_ground_of,
        "value": _same_value,
        "reason": _same_reason,
        "packet": lambda cause, other: True,
    }
)
"""Whether a cause and another finding have in common what a line of the table asks for."""
