"""Papers without their issuer's seal."""

from collections.abc import Sequence
from typing import Final

from extractors.evidence import PageEvidence
from validators.case import Case
from validators.check import CannotTell, Check, Finds, Outcome, Outcomes, Passes
from validators.legibility import is_hidden
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

    ``trace_share``: coloured ink on this share of the text's part of a page may be what is left of a seal: a faint 40 mm seal
    on A4 measures 0.002, a page of black print in bad light below 0.0005. ``least_width_px``: coarser pages tell nothing.
    """

    trace_share: float = 0.0006
    least_width_px: int = 700


def run(case: Case, limits: PresenceLimits) -> Outcomes:
    """The certificate, agreement or application and the authorisation carry a seal

    Sent back only where the whole page was looked at in colour and there is not even a trace of coloured ink. A strip
    across the edge (骑缝章), a black copy of a seal or a person's name seal alone goes to a person, and so does an individual
    business that may sign instead and did not. What an electronic seal is worth is another check's.
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
    pages = [page for page in paper.seen.file.evidence.pages if page.number in paper.seen.document.pages]
    if any(page.is_grey for page in pages):
        return "grey_page"
    elsewhere = _elsewhere(case, pages)
    if elsewhere:
        return elsewhere
    if not pages or any(page.width_px < limits.least_width_px for page in pages):
        return "low_confidence"
    if any(page.coloured_share is None or page.coloured_share >= limits.trace_share for page in pages):
        return "coloured_traces"
    return "hidden" if is_hidden(paper.seen) else ""


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
