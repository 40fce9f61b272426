"""A finding before it is settled which ones are told."""

from dataclasses import dataclass

from validators.check import CannotTell, Finds
from validators.finding import Finding
from validators.reasons import Reason


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """A finding with all that tells what it follows from.

    ``outcome`` is what the check said: its words and its place among the papers. ``doubt`` says why the finding is a question,
    empty where it is certain. ``fits``: its texts are as short as texts without names must be.
    """

    reason: Reason
    outcome: Finds | CannotTell
    finding: Finding
    doubt: str = ""
    fits: bool = True
