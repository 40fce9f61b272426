"""Seals cut for another purpose than to speak for the firm."""

import re
from typing import Final

from extractors.evidence import Seal
from validators.case import Case
from validators.check import CannotTell, Check, DoesNotApply, Finds, Outcome, Outcomes, Passes
from validators.paper_fields import about_paper
from validators.reasons import name_of
from validators.sayable import Words
from validators.sealed_papers import Sealed, SealLimits, sealed_papers
from validators.seals import Owner, Use, best, is_an_offices, owner, place_of_seal, signing_seals, use
from validators.values import Value


def run(case: Case, limits: SealLimits) -> Outcomes:
    """The seal is the firm's own and not one for finance, contracts or invoices

    A personnel seal goes to a person: offices differ. One seal of the right kind is enough. What offices stamp on papers (业务,
    受理, 鉴证) is no firm's, and the firm's own may be there unseen. Source: DOMAIN 8.3 D10, D11; 5.3.
    """
    for paper in sealed_papers(case, limits):
        yield about_paper(_used(paper), paper.seen, extra=paper.extra)


def _used(paper: Sealed) -> Outcome:
    seal = best(signing_seals(paper.seen), paper.names)
    if seal is None or seal.kind == "electronic":
        return DoesNotApply()
    kind, confidence = use(seal)
    words: Words = {"seen": name_of(paper.seen.document.type), "here": _said_by(seal)}
    place = place_of_seal(paper.seen, seal)
    match kind:
        case Use.SPECIAL:
            if _may_be_an_offices(seal, paper.names):
                return CannotTell("seal.wrong_kind", "office_seal", place, confidence, words)
            return Finds("seal.wrong_kind", place, min(confidence, seal.confidence), words)
        case Use.PERSONNEL:
            return Finds("seal.wrong_kind/personnel", place, confidence, words)
    return Passes()


def _said_by(seal: Seal) -> Value:
    centre = Value(seal.center_text, seal.center_confidence)
    return centre if seal.center_text else Value(seal.text, seal.text_confidence)


_OFFICE_WORDS: Final = re.compile("业务|受理|备案|鉴证|收件|审核|登记|归集|征缴|经办")
"""Purposes that offices have seals for; firms hardly do."""


def _may_be_an_offices(seal: Seal, names: tuple[str, ...]) -> bool:
    """Whether a seal is an office's by its ring, or, where that is not the firm's for sure, by what it is for."""
    by_purpose = bool(_OFFICE_WORDS.search(seal.center_text + seal.text)) and owner(seal, names) is not Owner.RIGHT
    return is_an_offices(seal) or by_purpose


CHECK = Check(run, SealLimits, rules=("D10", "D11"), reasons=("seal.wrong_kind", "seal.wrong_kind/personnel"))
