"""Files that cannot be opened as they should."""

from typing import Final

from extractors.evidence import FileProblem, ProblemKind
from validators.cards import sort_cards
from validators.case import Case, CaseFile
from validators.check import CannotTell, Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.finding import Place
from validators.uploads import is_spare, lacks

_REASONS: Final[dict[ProblemKind, str]] = {
    "empty": "file.empty",
    "corrupt": "file.corrupt",
    "encrypted": "file.encrypted",
    "pixel_bomb": "file.pixel_bomb",
    "active_content": "file.active_content",
    "font_missing": "file.font_missing",
    "unreadable": "file.corrupt/unreadable",
}


_EXTRA: Final[dict[str, str]] = {
    "file.corrupt/page": "file.corrupt/extra_page",
    "file.corrupt/unreadable": "file.corrupt/extra_unreadable",
}
"""What is said instead about a file that nothing needs, where it is not the code with ``/extra``."""


def run(case: Case, limits: Limits) -> Outcomes:
    """A file opens, has no password, runs nothing and brings its fonts

    Empty, damaged, encrypted and oversized files tell the applicant what to do, if something is lacking without them; what
    nothing needs is a note. A damaged page beside all that is asked for is a question. A file that failed in our hands
    (``unreadable``) goes to a person, and so does one with text that does not show for want of its font, since nobody here can
    tell what stands there. One with scripts or attachments does in any case: whoever opens the packet later is to know.
    Source: CONTRACT 5, group file.
    """
    cards = sort_cards(case, limits.requirements)
    for file in case.files:
        problems = [problem for problem in file.evidence.problems if problem.kind in _REASONS]
        spare = bool(problems) and is_spare(case, file, limits.requirements)
        lacking = not spare and bool(lacks(case, file, limits.requirements, cards))
        yield from (_finding(file, problem, spare=spare, lacking=lacking) for problem in problems)
        if not problems:
            yield Passes()


def _finding(file: CaseFile, problem: FileProblem, *, spare: bool, lacking: bool) -> Outcome:
    reason = _REASONS[problem.kind]
    if reason == "file.corrupt" and problem.page is not None:
        reason = "file.corrupt/page"
    words = {"seen": problem.detail, "page": str(problem.page or "")}
    place = Place(file=file.name, page=problem.page)
    if spare:
        return Finds(_EXTRA.get(reason, f"{reason}/extra"), place, words=words)
    if problem.page is not None and not lacking:
        return CannotTell(reason, "unread_file", place, words=words)
    return Finds(reason, place, words=words)


_ALL: Final = (*_REASONS.values(), "file.corrupt/page")
CHECK = Check(run, Limits, rules=(), reasons=(*_ALL, *(_EXTRA.get(reason, f"{reason}/extra") for reason in _ALL)))
