"""ID cards with one side only."""

from extractors.evidence import Side
from extractors.schema.identity import identity_paper
from validators.cards import Cards, sort_cards
from validators.case import Case, Sighting
from validators.check import CannotTell, Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.legibility import is_hidden
from validators.reasons import name_of
from validators.requirements import Requirement
from validators.uploads import brought, candidates
from validators.values import place_of


def run(case: Case, limits: Limits) -> Outcomes:
    """Both sides of an ID card are there

    A side counts wherever it lies in the packet. The same side twice is one side. Temporary cards, permits and passports have
    everything on one; of other papers than the resident ID card a person sees what is lacking. Source: DOMAIN 8.2 X03, 2.5.
    """
    cards = sort_cards(case, limits.requirements)
    for requirement in limits.requirements:
        seen = brought(case, requirement, cards)
        if requirement.holder is None or not seen or requirement.applies(case) == "no":
            yield DoesNotApply()
        else:
            card = cards.of[requirement.holder]
            yield from (Passes() if card.side(side) else _lacking(case, requirement, cards, side) for side in requirement.sides)


def _lacking(case: Case, requirement: Requirement, cards: Cards, side: Side) -> Outcome:
    seen = brought(case, requirement, cards)
    other = side == "front" and any(_is_other_card(one) for one in seen)
    words = {"wanted": name_of(requirement.slot), "side": name_of("data_page" if other else side)}
    doubt = _doubt(case, requirement, cards, side)
    if doubt:
        return CannotTell("doc.side_missing", doubt, place_of(seen[0]), words=words)
    return Finds("doc.side_missing", place_of(seen[0]), min(one.document.confidence for one in seen), words)


def _doubt(case: Case, requirement: Requirement, cards: Cards, side: Side) -> str:
    if cards.loose_sides(side):
        return "owner_unknown"
    if any(candidates(case, requirement)):
        return "unread_file"
    seen = brought(case, requirement, cards)
    if any(is_hidden(one) for one in seen):
        return "hidden"
    return "special_card" if any(_is_other_card(one) for one in seen) else ""


def _is_other_card(seen: Sighting) -> bool:
    return identity_paper(seen.document.traits) is not None


CHECK = Check(run, Limits, rules=("X03",), reasons=("doc.side_missing",))
