"""Measures a reading of press papers: which values were read rightly, and which were given where none stands."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from tests.press.paper import PressPaper

__all__ = ["GROUPS", "Outcome", "Tally", "group_of", "is_right", "judge"]

FREE_TEXT: Final = frozenset(
    ("reason", "matter", "subject", "position", "project", "status", "employment_type", "wages_settled")
)
"""Fields whose value is right when it holds what is expected, or a part of it that is no mere character."""

LEAST_PART: Final = 2

NUMBERED_BY_YEAR: Final = frozenset(("document_number", "case_number"))
"""Numbers with a year in brackets, whose form does not count: 〔2024〕 is (2024)."""

_ROUND: Final = str.maketrans("〔〕[]【】", "()()()")

GROUPS: Final = ("names", "numbers", "days", "words")
_NUMBERS: Final = ("_id", "id_number", "uscc", "registration_id", "case_number", "document_number", "passport")
_DAYS: Final = ("_date", "_on", "_month", "valid_from", "valid_until")
_WORDS: Final = (
    *FREE_TEXT, "years_of_service", "contract_term", "relation", "region", "country", "kind", "changed",
    "old_value", "new_value",
)  # fmt: skip


@dataclass(frozen=True)
class Outcome:
    """What became of one field of one paper. ``stray``: a value was given where none stands."""

    field: str
    verdict: Literal["right", "wrong", "kept silent", "stray"]
    expected: str
    got: str | None

    @property
    def has_failed(self) -> bool:
        """Whether this is a failure."""
        return self.verdict in ("wrong", "stray")


@dataclass
class Tally:
    """Counts over many papers, for one field or all; ``silent`` counts the places where no value stands."""

    stated: int = 0
    right: int = 0
    silent: int = 0
    stray: int = 0

    def add(self, outcome: Outcome) -> None:
        """Count one field of one paper."""
        if outcome.verdict in ("right", "wrong"):
            self.stated += 1
            self.right += outcome.verdict == "right"
        else:
            self.silent += 1
            self.stray += outcome.verdict == "stray"

    @classmethod
    def sum(cls, tallies: Iterable["Tally"]) -> "Tally":
        """Return all counts added up."""
        parts = list(tallies)
        return cls(
            sum(part.stated for part in parts),
            sum(part.right for part in parts),
            sum(part.silent for part in parts),
            sum(part.stray for part in parts),
        )


@dataclass
class Table:
    """All tallies of a measure: by type and field, by group of fields, and how often the type was recognised."""

    fields: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    groups: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    papers: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))

    def add(self, type_: str, outcomes: Iterable[Outcome], *, recognised: bool) -> None:
        """Count one paper."""
        self.papers[type_].stated += 1
        self.papers[type_].right += recognised
        for outcome in outcomes:
            self.fields[type_, outcome.field].add(outcome)
            self.groups[group_of(outcome.field)].add(outcome)


def group_of(name: str) -> str:
    """Which of the groups a field belongs to."""
    if name in _WORDS:
        return "words"
    if name.endswith(_NUMBERS):
        return "numbers"
    return "days" if name.endswith(_DAYS) else "names"


def is_right(name: str, expected: str, got: str | None) -> bool:
    """Whether a value was read rightly."""
    if got is None:
        return False
    if name in NUMBERED_BY_YEAR:
        return got.translate(_ROUND) == expected.translate(_ROUND)
    if name not in FREE_TEXT:
        return got == expected
    ours, theirs = _bare(expected), _bare(got)
    return ours == theirs or (min(len(ours), len(theirs)) >= LEAST_PART and (ours in theirs or theirs in ours))


def judge(paper: PressPaper, got: Mapping[str, str] | None) -> list[Outcome]:
    """Compare a reading with the truth, field by field; smudged values and ones that could be taken either way do not count."""
    found = got or {}
    outcomes = []
    for name, expected in paper.truth.items():
        if name in paper.smudged:
            continue
        given = found.get(name)
        if expected:
            outcomes.append(Outcome(name, "right" if is_right(name, expected, given) else "wrong", expected, given))
        else:
            outcomes.append(Outcome(name, "stray" if given else "kept silent", "", given))
    outcomes += [
        Outcome(name, "stray" if found.get(name) else "kept silent", "", found.get(name)) for name in sorted(paper.absent)
    ]
    return outcomes


def _bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
