"""Papers that are not there."""

from typing import Final

from validators.cards import Cards, sort_cards
from validators.case import Case, CaseFile
from validators.check import CannotTell, Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.finding import Place
from validators.reasons import name_of
from validators.requirements import Requirement
from validators.uploads import brought, candidates, is_all_blank, is_headed_as, is_unread, unknown_pages

_OWN_PAPERS: Final = frozenset({"business_license", "id_card", "household_register", "bank_card"})
"""What the applicant has at home and only needs to photograph; anything else somebody has to issue."""


class CompletenessLimits(Limits):
    """``sure_type_from``: confidence (0..1) of a document's type below which it may be the paper that is lacking."""

    sure_type_from: float = 0.8


def run(case: Case, limits: CompletenessLimits) -> Outcomes:
    """Every paper asked for is in the packet

    It may lie in any slot. It is surely missing only where nothing in the packet could be it: no page that was not recognised,
    no card of an unknown holder, no line that is its title. Empty paper, the film of a Live Photo and papers headed as others
    are not it. A file in its slot that was not read or not recognised, or is blank, has a finding of its own.
    Among them the proof of a correction (X42) and of kinship (X47), where a policy asks for them.
    Source: DOMAIN 8.2 X01, X42, X47, 9.
    """
    cards = sort_cards(case, limits.requirements)
    for requirement in limits.requirements:
        yield _judge(case, requirement, cards, limits)


def _judge(case: Case, requirement: Requirement, cards: Cards, limits: CompletenessLimits) -> Outcome:
    if requirement.applies(case) == "no":
        return DoesNotApply()
    there = brought(case, requirement, cards)
    if len(there) >= requirement.count:
        return Passes()
    if any(requirement.takes(file.slot) and _has_own_finding(file) for file in case.files):
        return DoesNotApply()
    reason = "doc.missing/more" if there else _reason(requirement)
    words = {"wanted": requirement.title or name_of(requirement.slot), "limit": str(requirement.count)}
    doubt = _doubt(case, requirement, cards, limits)
    if doubt:
        file = next((file.name for file in candidates(case, requirement)), None)
        return CannotTell(reason, doubt, Place(document=requirement.any_of[0], file=file), words=words, about=requirement.slot)
    return Finds(reason, Place(document=requirement.any_of[0]), words=words, about=requirement.slot)


def _has_own_finding(file: CaseFile) -> bool:
    return is_unread(file) or is_all_blank(file) or bool(unknown_pages(file))


def _reason(requirement: Requirement) -> str:
    if requirement.if_missing != "bounce":
        return f"doc.missing/{requirement.if_missing}"
    return "doc.missing/own" if _OWN_PAPERS.issuperset(requirement.any_of) else "doc.missing"


def _doubt(case: Case, requirement: Requirement, cards: Cards, limits: CompletenessLimits) -> str:
    if any(candidates(case, requirement)):
        return "unread_file"
    if requirement.holder and cards.loose:
        return "owner_unknown"
    if not requirement.holder and any(is_headed_as(file, requirement.any_of) for file in case.files):
        return "unread_file"
    if any(seen.document.confidence < limits.sure_type_from for seen in case.documents()):
        return "unsure_type"
    if requirement.excused(case):
        return "excused"
    return "role_undeclared" if requirement.applies(case) == "perhaps" else ""


CHECK = Check(
    run,
    CompletenessLimits,
    rules=("X01", "X42", "X47"),
    reasons=("doc.missing", *(f"doc.missing/{case}" for case in ("own", "more", "review", "info", "bring"))),
)
