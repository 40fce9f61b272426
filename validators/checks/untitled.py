"""Papers that nothing heads, known by what they say alone."""

from validators.cards import Cards, sort_cards
from validators.case import Case, Sighting
from validators.check import Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.finding import Place
from validators.reasons import name_of
from validators.requirements import Requirement
from validators.uploads import brought


class HeadedLimits(Limits):
    """``sure_from``: confidence (0..1) of its type from which a paper is the one wanted. Without a heading it has 0.75, with
    one that a known title ends 0.79."""

    sure_from: float = 0.77


def run(case: Case, limits: HeadedLimits) -> Outcomes:
    """A paper that is asked for says what it is

    What has no heading at all, and only reads like the paper, may be part of another one: a person looks.
    Source: DOMAIN 8.1 (doubt goes to a person).
    """
    cards = sort_cards(case, limits.requirements)
    for requirement in limits.requirements:
        yield _judge(case, requirement, cards, limits)


def _judge(case: Case, requirement: Requirement, cards: Cards, limits: HeadedLimits) -> Outcome:
    if requirement.holder or requirement.applies(case) == "no":
        return DoesNotApply()
    seen = brought(case, requirement, cards)
    unsure = [one for one in seen if not one.document.title and one.document.confidence < limits.sure_from]
    if not seen:
        return DoesNotApply()
    if not unsure or len(seen) - len(unsure) >= requirement.count:
        return Passes()
    return _finding(max(unsure, key=lambda one: one.document.confidence))


def _finding(seen: Sighting) -> Outcome:
    document = seen.document
    place = Place(document=document.type, file=seen.file.name, page=document.pages[0], bbox=document.box)
    return Finds(
        "doc.unrecognized/untitled", place, document.confidence, {"seen": name_of(document.type)}, about=seen.file.name
    )


CHECK = Check(run, HeadedLimits, rules=(), reasons=("doc.unrecognized/untitled",))
