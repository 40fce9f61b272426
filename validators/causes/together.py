"""Which findings may be told side by side: no two of them may ask for things of which one undoes the other."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from validators.causes.table import Does
from validators.causes.told import Told, on_the_ground_of, same_page, same_paper

TYPED: Final = "declared."
"""What the places of typed entries begin with."""
_MENDS: Final = frozenset[Does]({"renew", "complete", "retake"})
"""What is done with a paper that is the right one."""

UNDOES: Final[Mapping[Does, str]] = MappingProxyType(
    {
        "replace": "a paper that is brought instead is not mended, and nothing is measured by it",
        "correct": "an entry that is put right is no measure for anything else",
        "complete": "a value that is put right by its issuer is no measure for an entry",
        "wait": "a day that is still to come is no measure for an entry",
        "elsewhere": "nothing is mended here by somebody who applies elsewhere",
        "retake": "what a page says is compared once it can be read",
    }
)
"""What an instruction leaves no room for."""


def contradict(one: Told, other: Told) -> str:
    """Return why two findings must not be told together, empty where they may be.

    Independent of the table of what follows from what: it says what must never happen, however that table reads.
    """
    return _undoes(one, other) or _undoes(other, one)


def _undoes(one: Told, other: Told) -> str:
    does, asked = one.instruction.does, other.instruction.does
    if does == "elsewhere":
        undone = True
    elif does == "replace":
        undone = (same_paper(one, other) and asked in _MENDS) or on_the_ground_of(one, other)
    elif does == "retake":
        undone = same_page(one, other) and any(not place.startswith(TYPED) for side in other.sides for place in side.places)
    else:
        undone = does in ("correct", "complete", "wait") and on_the_ground_of(one, other)
    same = does == asked and bool(set(one.things) & set(other.things))
    return UNDOES[does] if undone and not same else ""
