"""Two against one: of three that should agree, the one that differs from both others is at fault."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from validators.case import Declared
from validators.causes.table import OddOne
from validators.causes.told import Side, Told
from validators.check import CannotTell, Finds
from validators.draft import Draft
from validators.finding import SEVERITY_RANK, Place
from validators.requirements import HOLDER_OF_SLOT

Write = Callable[[Finds | CannotTell], Draft]
"""Words an outcome as a finding of its policy and language."""


_TWO: Final = 2


@dataclass(frozen=True, slots=True)
class Odd:
    """A finding that says what is at fault, and the comparisons that it stands for."""

    draft: Draft
    instead_of: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class _Comparison:
    """A finding that compares the side in question with another one."""

    told: Told
    own: Side
    other: Side


def odd_ones(told: Sequence[Told], rules: Sequence[OddOne], declared: Declared, write: Write) -> Iterator[Odd]:
    """Find the sides that two others contradict with one voice.

    A card that is neither the typed person's nor the certificate's is the wrong card, and no entry is to be changed for it. Two
    different sides must say the same, and no entry may say otherwise. Where a finding says already that this side is at fault,
    nothing is put in its place.
    """
    for rule in rules:
        typed = str(getattr(declared, rule.typed)) if rule.typed else ""
        compared = sorted(_compared(told, rule.side), key=_values)
        for _, group in groupby(compared, key=_values):
            yield from _odd(tuple(group), rule, typed, write)


def _values(one: _Comparison) -> tuple[str, str]:
    return one.own.text, one.other.text


def _compared(told: Sequence[Told], side: str) -> Iterator[_Comparison]:
    for one in told:
        for own, other in (one.sides, one.sides[::-1]) if len(one.sides) > 1 else ():
            if side in own.places and own.text and other.text:
                yield _Comparison(one, own, other)


def _odd(group: tuple[_Comparison, ...], rule: OddOne, typed: str, write: Write) -> Iterator[Odd]:
    voices = {(one.other.places, "" if _is_typed(one.other) else one.told.paper.name) for one in group}
    blamed = any(rule.side in one.told.things or rule.side.partition(".")[0] in one.told.things for one in group)
    if len(voices) < _TWO or blamed or typed not in ("", group[0].other.text):
        return
    worst = max(group, key=lambda one: one.told.rank)
    draft = write(_said(group, rule, worst))
    if SEVERITY_RANK[draft.finding.severity] == worst.told.rank:
        yield Odd(draft, tuple(one.told for one in group))


def _is_typed(side: Side) -> bool:
    """Whether it may be an entry: with whatever paper repeats it, one voice."""
    return any(place.startswith("declared.") for place in side.places)


def _said(group: tuple[_Comparison, ...], rule: OddOne, worst: _Comparison) -> Finds | CannotTell:
    """The outcome that names the side at fault, as sure as the worst of those that it stands for."""
    kind = rule.side.partition(".")[0]
    places = (one.told.draft.outcome.place for one in group if one.told.paper.kind == kind)
    document = None if kind == "declared" else "id_card" if kind in HOLDER_OF_SLOT else kind
    outcome = worst.told.draft.outcome
    words = {**outcome.words, "here": worst.own.word, "there": worst.other.word}
    return replace(outcome, reason=rule.say, place=next(places, Place(document=document)), words=words, about="")
