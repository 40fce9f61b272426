"""What changed from one revision of a packet to the next: mended, still wrong, new; and files that were sent back before."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from extractors.evidence import Frozen
from pipeline.verdict import Verdict
from validators.finding import Finding

_MISSING: Final = "doc.missing"
_OURS: Final = "system."

Likeness = Callable[[Finding], tuple[str | None, ...]]

_LIKENESSES: Final[tuple[Likeness, ...]] = (
    lambda finding: (finding.code, finding.document, finding.file, finding.message),
    lambda finding: (finding.code, finding.document, finding.message),
    lambda finding: (finding.code, finding.document),
)
"""When two findings are about the same defect, the surest likeness first: photos are taken anew, so names and places
differ, and a bounce that became a doubt is worded differently."""


class Changes(Frozen):
    """The defects (bounce or review) of two verdicts compared.

    ``fixed``: found before and no more. ``remaining``: found again, as found now. ``new``: not found before. ``untold``: found
    before, and nobody can tell now: the paper is gone, or we failed to read something.
    """

    fixed: tuple[Finding, ...] = ()
    remaining: tuple[Finding, ...] = ()
    new: tuple[Finding, ...] = ()
    untold: tuple[Finding, ...] = ()


class SentBack(Frozen):
    """A file of this revision with the very content that an earlier one was bounced for."""

    file: str
    revision: int
    codes: tuple[str, ...]


class RevisionSeen(NamedTuple):
    """A revision as it was judged: names of its files with the SHA-256 of their contents. ``verdict`` is None before it is."""

    number: int
    contents: Sequence[tuple[str, str]]
    verdict: Verdict | None


def changes(before: Verdict, after: Verdict) -> Changes:
    """Compare the verdicts of two revisions. Notes (``info``) are no defects and are left out."""
    gone, new = list(_defects(before)), list(_defects(after))
    remaining: list[Finding] = []
    for likeness in _LIKENESSES:
        for finding in tuple(gone):
            match = next((other for other in new if likeness(other) == likeness(finding)), None)
            if match is not None:
                gone.remove(finding)
                new.remove(match)
                remaining.append(match)
    untold = [finding for finding in gone if _cannot_be_told(finding, after)]
    return Changes(
        fixed=tuple(finding for finding in gone if finding not in untold),
        remaining=tuple(finding for finding in after.findings if finding in remaining),
        new=tuple(new),
        untold=tuple(untold),
    )


def sent_back(revision: RevisionSeen, earlier: Sequence[RevisionSeen]) -> tuple[SentBack, ...]:
    """Return the files of a revision that an earlier one was bounced for, by content: a renamed file is the same file."""
    bounced: dict[str, tuple[int, tuple[str, ...]]] = {}
    for one in sorted(earlier, key=lambda one: one.number):
        for name, sha256 in one.contents:
            codes = _bounced_for(one.verdict, name)
            if codes:
                bounced[sha256] = one.number, codes
    files = dict.fromkeys((name, sha256) for name, sha256 in revision.contents if sha256 in bounced)
    return tuple(SentBack(file=name, revision=bounced[sha256][0], codes=bounced[sha256][1]) for name, sha256 in files)


def _bounced_for(verdict: Verdict | None, name: str) -> tuple[str, ...]:
    findings: Iterable[Finding] = () if verdict is None or verdict.outcome != "bounce" else verdict.findings
    return tuple(dict.fromkeys(one.code for one in findings if one.severity == "bounce" and one.file == name))


def _defects(verdict: Verdict) -> Iterable[Finding]:
    return (finding for finding in verdict.findings if finding.severity != "info")


def _cannot_be_told(finding: Finding, after: Verdict) -> bool:
    if any(one.code.startswith(_OURS) for one in after.findings):
        return True
    lacking = {one.document for one in after.findings if one.code == _MISSING}
    return finding.document is not None and finding.document in lacking
