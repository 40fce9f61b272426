"""One cause, one finding: findings that follow from another are told with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as attribute
from typing import Final, NamedTuple

from validators.case import Case
from validators.causes.odd_one import Write, odd_ones
from validators.causes.papers import PapersThere
from validators.causes.table import CAUSES, Causes, Follows, reasons_named
from validators.causes.told import SHARES, Told, told_of
from validators.draft import Draft
from validators.sayable import text_of
from validators.wording import AND, AND_MORE

_BOUNCE: Final = "bounce"
_FIELD: Final = "field"


class Settled(NamedTuple):
    """The findings that are told, and those that nobody can tell before a cause is mended."""

    drafts: tuple[Draft, ...]
    unclear: tuple[Draft, ...]


@dataclass(slots=True)
class _Forest:
    """Which finding was taken by which; ``unclear`` are those taken until their cause is mended."""

    cause_of: dict[Told, Told] = attribute(default_factory=dict)
    unclear: list[Draft] = attribute(default_factory=list)

    def root(self, one: Told) -> Told:
        while one in self.cause_of:
            one = self.cause_of[one]
        return one


def one_cause(drafts: Sequence[Draft], case: Case, papers: PapersThere, write: Write, causes: Causes = CAUSES) -> Settled:
    """Return the findings that are told: those that follow from another are listed in its ``because_of``.

    A finding follows from one that is as grave or graver, and keeps nothing of its own: severity, text and place are the
    cause's. So nothing sent back is let through by it, and nothing let through is sent back. A bounce that stands in its own
    right never follows from a question: the question may turn out to be none, and the applicant is sent back all the same. The
    one exception is a page that does not show its text, where nothing stands in its own right (``even_worse``).
    """
    files = {file.name for file in case.files}
    told = [told_of(draft, papers, files) for draft in drafts]
    forest = _Forest()
    odd = [(told_of(one.draft, papers, files), one) for one in odd_ones(told, causes.odd, case.declared, write)]
    for instead, one in odd:
        forest.cause_of.update((other, instead) for other in one.instead_of if other not in forest.cause_of)
    told = [*(instead for instead, _ in odd), *told]
    for line in causes.follows:
        _take(line, told, forest)
    roots = [one for one in told if one not in forest.cause_of]
    return Settled(tuple(_with_followers(one, told, forest, write) for one in roots), tuple(forest.unclear))


def _take(line: Follows, told: Sequence[Told], forest: _Forest) -> None:
    causing, taken = reasons_named(line.causes), reasons_named(line.takes)
    by_gravity = sorted((one for one in told if one.reason in causing), key=lambda one: -one.rank)
    for cause in by_gravity:
        if cause.draft.doubt and not line.in_doubt:
            continue
        for other in told:
            if other.reason in taken and other not in forest.cause_of and _follows(line, cause, other, forest.root(cause)):
                forest.cause_of[other] = cause
                forest.unclear += [other.draft] if line.unclear else []


def _follows(line: Follows, cause: Told, other: Told, root: Told) -> bool:
    """Whether a finding follows from a cause, which itself may follow from another (``root``)."""
    if other in (cause, root) or (other.rank > root.rank and not line.even_worse):
        return False
    if line.questions_only and other.draft.finding.severity == _BOUNCE:
        return False
    if line.doubts and other.draft.doubt not in line.doubts:
        return False
    return SHARES[line.shared](cause, other)


def _with_followers(root: Told, told: Sequence[Told], forest: _Forest, write: Write) -> Draft:
    following = [one for one in told if one is not root and forest.root(one) is root]
    because = dict.fromkeys(one.draft.reason.code for one in following if one.reason != root.reason)
    draft = _of_all_fields(root, following, write)
    return replace(draft, finding=draft.finding.model_copy(update={"because_of": tuple(because)})) if because else draft


def _of_all_fields(root: Told, following: Sequence[Told], write: Write) -> Draft:
    """The finding with every field that the same is said of: all in the detail, the first and 等 where they are too long."""
    fields = tuple(_fields((root, *(one for one in following if one.reason == root.reason))))
    if len(fields) <= 1:
        return root.draft
    every, first = (_with_field(root, text, write) for text in (AND.join(fields), f"{fields[0]}{AND_MORE}"))
    shorter = {} if every.fits else first.finding.model_dump(include={"message", "fix", "sms"})
    return replace(every, finding=every.finding.model_copy(update=shorter))


def _with_field(root: Told, field: str, write: Write) -> Draft:
    outcome = root.draft.outcome
    return write(replace(outcome, words={**outcome.words, _FIELD: field}))


def _fields(alike: Sequence[Told]) -> Iterator[str]:
    yield from dict.fromkeys(word for one in alike if (word := text_of(one.draft.outcome.words.get(_FIELD, ""))))
