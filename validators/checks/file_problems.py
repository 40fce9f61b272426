"""Files that cannot be opened as they should."""

from typing import Final

from extractors.evidence import FileProblem, ProblemKind
from validators.case import Case, CaseFile
from validators.check import Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.finding import Place

_REASONS: Final[dict[ProblemKind, str]] = {
    "empty": "file.empty",
    "corrupt": "file.corrupt",
    "encrypted": "file.encrypted",
    "pixel_bomb": "file.pixel_bomb",
    "active_content": "file.active_content",
    "font_missing": "file.font_missing",
    "unreadable": "file.corrupt/unreadable",
}


def run(case: Case, limits: Limits) -> Outcomes:
    """A file opens, has no password, runs nothing and brings its fonts

    Empty, damaged, encrypted and oversized files tell the applicant what to do. A file that failed in our hands
    (``unreadable``) goes to a person, and so does one with scripts or attachments, since it could be read, and one with text
    that does not show for want of its font, since nobody here can tell what stands there.
    Source: CONTRACT 5, group file.
    """
    for file in case.files:
        problems = [problem for problem in file.evidence.problems if problem.kind in _REASONS]
        yield from (_finding(file, problem) for problem in problems)
        if not problems:
            yield Passes()


def _finding(file: CaseFile, problem: FileProblem) -> Outcome:
    reason = _REASONS[problem.kind]
    if reason == "file.corrupt" and problem.page is not None:
        reason = "file.corrupt/page"
    words = {"seen": problem.detail, "page": str(problem.page or "")}
    return Finds(reason, Place(file=file.name, page=problem.page), words=words)


CHECK = Check(run, Limits, rules=(), reasons=(*_REASONS.values(), "file.corrupt/page"))
