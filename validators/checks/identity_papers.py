"""Other identity papers in the place of the resident ID card."""

from extractors.schema.identity import IdentityKind, identity_paper
from validators.cards import Cards, name_of_card, sort_cards
from validators.case import Case
from validators.check import Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.reasons import name_of
from validators.requirements import Requirement
from validators.values import place_of

_REASON = "doc.wrong_type/other_identity"


class IdentityLimits(Limits):
    """Which papers serve in place of the resident ID card.

    ``accepted``: of representatives, agents and heirs; ``accepted_of_workers``: of workers, as foreigners are not registered as
    employed everywhere (DOMAIN 2.5).
    """

    accepted: tuple[IdentityKind, ...] = ("temporary_card", "residence_permit", "foreigner_card")
    accepted_of_workers: tuple[IdentityKind, ...] = ("temporary_card", "residence_permit")


def run(case: Case, limits: IdentityLimits) -> Outcomes:
    """Another identity paper than the resident ID card is one that serves here

    Temporary cards and residence permits do by law; whether a travel permit, a passport or a military card does is the
    office's to say: one question, and nothing is sent back for it. Source: DOMAIN 2.5.
    """
    cards = sort_cards(case, limits.requirements)
    for requirement in limits.requirements:
        yield _judge(case, requirement, cards, limits)


def _judge(case: Case, requirement: Requirement, cards: Cards, limits: IdentityLimits) -> Outcome:
    fronts = cards.of[requirement.holder].fronts if requirement.holder and requirement.applies(case) != "no" else ()
    if not fronts:
        return DoesNotApply()
    accepted = limits.accepted_of_workers if requirement.holder == "employee" else limits.accepted
    papers = [identity_paper(seen.document.traits) for seen in fronts]
    if any(paper is None or paper.kind in accepted for paper in papers):
        return Passes()
    words = {"wanted": name_of(requirement.slot), "seen": name_of_card(fronts[0])}
    return Finds(_REASON, place_of(fronts[0]), fronts[0].document.confidence, words, requirement.slot)


CHECK = Check(run, IdentityLimits, rules=(), reasons=(_REASON,))
