"""Papers without their issuer's seal."""

from collections.abc import Sequence
from statistics import median
from typing import Final

from extractors.evidence import Box, PageEvidence, Trace
from validators.case import Case
from validators.check import CannotTell, Check, Finds, Outcome, Outcomes, Passes
from validators.legibility import is_hidden, pages_of
from validators.paper_fields import about_paper
from validators.reasons import name_of
from validators.sealed_papers import Sealed, SealLimits, by_individual_business, sealed_papers
from validators.seals import is_a_persons, place_of_seal, signing_seals
from validators.values import place_of

SIGNED: Final = frozenset({"handwritten", "name_seal", "thumbprint"})
"""What stands for the seal of a business that need not have one."""
LEAST_SURE: Final = 0.5
"""Confidence below which what was found may be no seal."""


class PresenceLimits(SealLimits):
    """When a page without a seal is beyond doubt.

    ``least_width_px``: coarser pages tell nothing.

    A trace may be a seal from ``least_long_em`` characters one way and ``least_short_em`` the other on, over at least
    ``least_squares`` of them: seals take 8 to 10 both ways, thumbs up to 5, a line of a pen 2 in height. In black, which pens
    and print have, too, it must be as large as ``least_black_em`` both ways. What copiers leave (grey on a page without colour,
    dots) counts from ``least_copied_squares`` on: clean pages measured 3 at most, stamped ones 6 and more
    (``python -m tests.bench.unsealed``).
    """

    least_width_px: int = 700
    least_long_em: float = 5.5
    least_short_em: float = 2.5
    least_squares: int = 8
    least_copied_squares: int = 5
    least_black_em: float = 4.5


def run(case: Case, limits: PresenceLimits) -> Outcomes:
    """The certificate, agreement or application and the authorisation carry a seal

    Sent back only where the whole page was looked at and shows no ink as large as a seal that print, pens, rules, headings and
    thumbs do not account for: no colour, no grey of a copy, no half-tones, and no letterhead counts. A page in two levels (a
    fax) may have lost it. A strip across the edge (骑缝章), a black copy of a seal, a name seal or a square that nobody can
    read alone go to a person, and so does an individual business that may sign instead and did not. What an electronic seal is
    worth is another check's.
    Source: DOMAIN 8.3 D09, D12, D13; 8.2 X34; 5.3.
    """
    for paper in sealed_papers(case, limits):
        yield about_paper(_presence(case, paper, limits), paper.seen, extra=paper.extra)


def _presence(case: Case, paper: Sealed, limits: PresenceLimits) -> Outcome:
    seen = paper.seen
    words = {"seen": name_of(seen.document.type)}
    seals = [seal for seal in signing_seals(seen) if seal.confidence >= LEAST_SURE and not is_a_persons(seal)]
    if any(seal.kind == "electronic" for seal in seen.document.seals) or any(seal.color != "black" for seal in seals):
        return Passes()
    if seals:
        return Finds("seal.monochrome", place_of_seal(seen, seals[0]), seals[0].confidence, words)
    strips = [seal for seal in seen.document.seals if seal.kind == "cross_page"]
    if strips:
        return Finds("seal.misplaced/strip", place_of_seal(seen, strips[0]), strips[0].confidence, words)
    if by_individual_business(case) and any(mark.state in SIGNED for mark in seen.document.signatures):
        return Passes()
    doubt = _doubt(case, paper, limits)
    if doubt:
        return CannotTell("seal.missing", doubt, place_of(seen), words=words)
    return Finds("seal.missing", place_of(seen), seen.document.confidence, words)


def _doubt(case: Case, paper: Sealed, limits: PresenceLimits) -> str:
    """Why a seal may be there all the same; empty where it is not."""
    if by_individual_business(case):
        return "individual_business"
    pages = tuple(pages_of(paper.seen))
    elsewhere = _elsewhere(case, pages)
    if elsewhere:
        return elsewhere
    if signing_seals(paper.seen):
        return "small_seal"
    if not pages:
        return "low_confidence"
    on_pages = (doubt_on_page(page, limits, paper.seen.document.box) for page in pages)
    return next((doubt for doubt in on_pages if doubt), "hidden" if is_hidden(paper.seen) else "")


def doubt_on_page(page: PageEvidence, limits: PresenceLimits, within: Box | None = None) -> str:
    """Why a page on which no seal was found may bear one all the same; empty where it does not."""
    if page.width_px < limits.least_width_px:
        return "low_confidence"
    if page.traces is None:
        return "coloured_traces"
    traces = [trace for trace in page.traces if _lies_like_a_seal(trace, page, within) and _is_as_large(trace, page, limits)]
    if any(trace.color != "black" for trace in traces):
        return "coloured_traces"
    if any(trace.color == "black" for trace in traces):
        return "grey_traces"
    return "two_levels" if page.is_two_level else ""


def _is_as_large(trace: Trace, page: PageEvidence, limits: PresenceLimits) -> bool:
    """Whether a trace takes as much room as a part of a seal."""
    short, long = sorted((trace.wide_em, trace.high_em))
    copied = trace.in_dots or (trace.color == "black" and page.is_grey)
    least = limits.least_black_em if trace.color == "black" and not copied else limits.least_short_em
    squares = limits.least_copied_squares if copied else limits.least_squares
    return long >= limits.least_long_em and short >= least and trace.squares >= squares


def _lies_like_a_seal(trace: Trace, page: PageEvidence, within: Box | None) -> bool:
    """Whether a trace lies on the paper, below its heading: beside and above that stand emblems and letterheads."""
    x, y = (trace.box[0] + trace.box[2]) / 2, (trace.box[1] + trace.box[3]) / 2
    inside = within is None or (within[0] <= x <= within[2] and within[1] <= y <= within[3])
    return inside and y > _heading_ends(page)


def _heading_ends(page: PageEvidence) -> float:
    """How far down the first large line of a page reaches; 0 where none is larger than the rest."""
    lines = sorted(page.printed, key=lambda line: line.box[1])
    usual = median(line.box[3] - line.box[1] for line in lines) if lines else 0.0
    upper = lines[: max(1, len(lines) // _UPPER)]
    large = (line.box[3] for line in upper if line.box[3] - line.box[1] >= _LARGE * usual and line.box[3] < _HALF)
    return next(large, 0.0)


_LARGE: Final = 1.3
"""How many times as tall as most a heading's line is: titles of 18 pt stand above print of 12 to 14."""
_UPPER: Final = 3
_HALF: Final = 0.5
"""A heading is among the first third of a page's lines, and in its upper half."""


def _elsewhere(case: Case, pages: Sequence[PageEvidence]) -> str:
    """Why the seal may be on another page: one that the paper counts, or a stamped one, perhaps a file of its own, that nobody
    recognises.
    """
    if pages and pages[-1].folio and pages[-1].folio.number < pages[-1].folio.count:
        return "more_pages"
    return "stamped_elsewhere" if any(signing_seals(other) for other in case.documents("unknown")) else ""


CHECK = Check(
    run,
    PresenceLimits,
    rules=("D09", "D12", "D13", "X34"),
    reasons=("seal.missing", "seal.monochrome", "seal.misplaced/strip"),
)
