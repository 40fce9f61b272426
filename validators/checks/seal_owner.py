"""Seals of another firm, and seals that nobody can read."""

import re
from typing import Final

from extractors.evidence import Seal
from validators.case import Case
from validators.check import CannotTell, Check, DoesNotApply, Finds, Outcome, Outcomes, Passes
from validators.firms import has_change_notice
from validators.paper_fields import about_paper
from validators.reasons import name_of
from validators.sealed_papers import Sealed, SealLimits, by_individual_business, sealed_papers
from validators.seals import (
    LEAST_TEXT,
    MOST_UNREAD,
    SURE_TEXT,
    UNREAD,
    Owner,
    best,
    is_an_offices,
    owner,
    place_of_seal,
    signing_seals,
)
from validators.values import Value

_HAN: Final = re.compile("[\u4e00-\u9fff]")
"""A ring without such characters is a code: the name on it was not read."""
_COMPANY: Final = re.compile("公司|合伙|集团")


def run(case: Case, limits: SealLimits) -> Outcomes:
    """The seal is the issuer's

    The text around the ring against the firm's name on the paper and on its licence. Characters that are missing from a
    worn or covered ring say nothing; one that was read for sure and is quite another firm's is sent back; all between goes
    to a person, as does a seal of the name that was typed, or any other where a change of name is told. An electronic seal
    may bear the name of the platform that signs for the firm; one that cannot be checked is another check's. A public office's
    seal, for filing or receipt, stands beside the firm's, which may be there and not be seen. A seal in black says what a
    coloured one does.
    Source: DOMAIN 8.2 X22, X24, X25; 8.4.
    """
    for paper in sealed_papers(case, limits):
        yield about_paper(_whose(case, paper), paper.seen, extra=paper.extra)


def _whose(case: Case, paper: Sealed) -> Outcome:
    seen = paper.seen
    seal = best([seal for seal in signing_seals(seen) if _bears_a_name(seal)], paper.names)
    if seal is None or not paper.names:
        return DoesNotApply()
    words = {"seen": name_of(seen.document.type), "here": _said_by(seal), "there": paper.surest}
    place = place_of_seal(seen, seal)
    read_at_all = len(_HAN.findall(seal.text)) >= LEAST_TEXT
    match owner(seal, paper.names) if read_at_all else Owner.DOUBTFUL:
        case Owner.RIGHT:
            return Passes()
        case Owner.OTHER:
            doubt = _why_other(case, seal)
            if doubt:
                return CannotTell("seal.wrong_owner", doubt, place, seal.text_confidence, words)
            return Finds("seal.wrong_owner", place, seal.text_confidence, words)
    if seal.text_confidence >= SURE_TEXT and read_at_all:
        return CannotTell("seal.wrong_owner", "misreading", place, seal.text_confidence, words)
    return Finds("seal.illegible", place, seal.confidence, words)


def _said_by(seal: Seal) -> str | Value:
    """What a ring says; nothing where too much of it is unread to be of use to anybody."""
    garbled = seal.text.count(UNREAD) > MOST_UNREAD * len(seal.text)
    return Value(seal.text, seal.text_confidence) if seal.text and not garbled else "（未能读出）"


def _bears_a_name(seal: Seal) -> bool:
    """Whether a seal says whose it is: a ring in ink, or an electronic one that fits its file."""
    return seal.kind in ("round", "oval") or (seal.kind == "electronic" and seal.confidence >= SURE_TEXT)


def _why_other(case: Case, seal: Seal) -> str:
    """Why another name's seal may be right all the same; empty where it is not."""
    if seal.kind == "electronic":
        return "signing_platform"
    if is_an_offices(seal):
        return "office_seal"
    if by_individual_business(case) and not _COMPANY.search(seal.text):
        return "individual_business"
    return "old_name" if has_change_notice(case) or seal.text == case.declared.employer_name else ""


CHECK = Check(run, SealLimits, rules=("X24", "X25"), reasons=("seal.wrong_owner", "seal.illegible"))
