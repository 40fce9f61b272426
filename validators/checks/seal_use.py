"""Seals cut for another purpose than to speak for the firm."""

from validators.case import Case
from validators.check import Check, DoesNotApply, Finds, Outcome, Outcomes, Passes
from validators.paper_fields import about_paper
from validators.reasons import name_of
from validators.sealed_papers import Sealed, SealLimits, sealed_papers
from validators.seals import Use, best, place_of_seal, signing_seals, use


def run(case: Case, limits: SealLimits) -> Outcomes:
    """The seal is the firm's own and not one for finance, contracts or invoices

    A personnel seal goes to a person: offices differ. One seal of the right kind is enough. Source: DOMAIN 8.3 D10, D11; 5.3.
    """
    for paper in sealed_papers(case, limits):
        yield about_paper(_used(paper), paper.seen, extra=paper.extra)


def _used(paper: Sealed) -> Outcome:
    seal = best(signing_seals(paper.seen), paper.names)
    if seal is None or seal.kind == "electronic":
        return DoesNotApply()
    kind, confidence = use(seal)
    words = {"seen": name_of(paper.seen.document.type), "here": seal.center_text or seal.text}
    place = place_of_seal(paper.seen, seal)
    match kind:
        case Use.SPECIAL:
            return Finds("seal.wrong_kind", place, min(confidence, seal.confidence), words)
        case Use.PERSONNEL:
            return Finds("seal.wrong_kind/personnel", place, confidence, words)
    return Passes()


CHECK = Check(run, SealLimits, rules=("D10", "D11"), reasons=("seal.wrong_kind", "seal.wrong_kind/personnel"))
