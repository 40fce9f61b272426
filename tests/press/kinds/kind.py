"""What the press must know of one kind of paper: its fields, its words, and how its papers are built."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from extractors.evidence import DocumentType
from tests.press.choices import Weighted
from tests.press.facts import Facts
from tests.press.wording import Wording

__all__ = ["Kind", "Party"]

LETTER_AND_FORM: Final = Weighted(("letter", 50), ("form", 20), ("table", 20), ("mixed", 10))


@dataclass(frozen=True)
class Party:
    """Somebody who signs: the fact that holds the name, and the rule that labels it."""

    name: str
    label: str


@dataclass(frozen=True)
class Kind:
    """One kind of paper.

    ``stated`` tells how often each field is stated. ``parties`` sign at the foot, ``beside`` are rules for further lines there.
    ``letterhead`` is the fact that stands above the title now and then. The wording has the rules title, letter, intro,
    closing, note, pairs (in their usual order, some of them no fields and chosen now and then), label.X for each pair, and
    value.X where a pair's value is more than a fact. ``said_once`` are facts that a letter does not repeat.
    ``second_signs`` is how often not the first party alone signs,
    ``numbered`` how often a number stands beside the title.
    ``hints`` are, for a field, others that a careful reader might conclude from it, so that nobody can say whether the paper
    states them.
    """

    type: DocumentType
    stated: Mapping[str, float]
    facts: Facts
    wording: Wording
    parties: tuple[Party, ...]
    bodies: Weighted[str] = LETTER_AND_FORM
    beside: tuple[str, ...] = ()
    letterhead: str = ""
    has_stub: bool = False
    second_signs: float = 1.0
    is_sealed: bool = True
    numbered: float = 0.16
    never_blank: frozenset[str] = frozenset()
    said_once: frozenset[str] = frozenset()
    hints: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
