"""Files with more pages than the office takes."""

from validators.case import Case
from validators.check import Check, Finds, Limits, Outcomes, Passes
from validators.finding import Place


class PageLimits(Limits):
    """``max_pages`` of one file. 30 holds a packet scanned into one PDF with its copies; most packets have fewer than 12."""

    max_pages: int = 30


def run(case: Case, limits: PageLimits) -> Outcomes:
    """A file has no more pages than the office takes

    Source: DOMAIN 6.2, widened: one PDF may hold the whole packet.
    """
    for file in case.files:
        guarded = [problem.detail for problem in file.evidence.problems if problem.kind == "too_many_pages"]
        if file.evidence.page_count <= limits.max_pages and not guarded:
            yield Passes()
        else:
            seen = guarded[0] if guarded else f"{file.evidence.page_count}页，上限{limits.max_pages}页"
            yield Finds("file.too_many_pages", Place(file=file.name), words={"seen": seen})


CHECK = Check(run, PageLimits, rules=(), reasons=("file.too_many_pages",))
