"""Files with more pages than the office takes."""

from validators.case import Case, CaseFile
from validators.check import Check, Finds, Limits, Outcomes, Passes
from validators.finding import Place
from validators.uploads import is_spare


class PageLimits(Limits):
    """``max_pages`` of one file. 30 holds a packet scanned into one PDF with its copies; most packets have fewer than 12."""

    max_pages: int = 30


def run(case: Case, limits: PageLimits) -> Outcomes:
    """A file has no more pages than the office takes

    One that nothing needs, a contract beside the papers asked for, is a note.
    Source: DOMAIN 6.2, widened: one PDF may hold the whole packet.
    """
    too_long = [file for file in case.files if file.evidence.page_count > limits.max_pages or _guarded(file)]
    yield from (Passes() for file in case.files if file not in too_long)
    for file in too_long:
        spare = is_spare(case, file, limits.requirements, too_long)
        seen = _guarded(file) or f"{file.evidence.page_count}页，上限{limits.max_pages}页"
        yield Finds(
            "file.too_many_pages/extra" if spare else "file.too_many_pages", Place(file=file.name), words={"seen": seen}
        )


def _guarded(file: CaseFile) -> str:
    """Why a file was not even opened for its pages; empty where it was."""
    return next((problem.detail for problem in file.evidence.problems if problem.kind == "too_many_pages"), "")


CHECK = Check(run, PageLimits, rules=(), reasons=("file.too_many_pages", "file.too_many_pages/extra"))
