"""Papers in the place of other papers."""

from validators.cards import Cards, sort_cards
from validators.case import Case, CaseFile
from validators.check import CannotTell, Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.finding import Place
from validators.reasons import name_of
from validators.requirements import Requirement, type_of_slot
from validators.sayable import Words
from validators.uploads import brought, candidates, is_other_paper
from validators.values import Value


class WrongSlotLimits(Limits):
    """``sure_type_from``: confidence (0..1) of the other type from which it surely is not the paper wanted (DOMAIN X02)."""

    sure_type_from: float = 0.95


def run(case: Case, limits: WrongSlotLimits) -> Outcomes:
    """Each slot holds the paper it is for

    Only where the paper wanted is nowhere in the packet is this more than a note: a clerk finds it wherever it lies. A paper
    whose heading names one that nobody asks for (收入证明) is as surely another one as a licence.
    Source: DOMAIN 8.2 X02.
    """
    cards = sort_cards(case, limits.requirements)
    for file in case.files:
        yield _judge(case, file, cards, limits)


def _judge(case: Case, file: CaseFile, cards: Cards, limits: WrongSlotLimits) -> Outcome:
    wanted = type_of_slot(file.slot)
    known = [document for document in file.evidence.documents if document.type != "unknown" or is_other_paper(document)]
    if wanted is None or not known:
        return DoesNotApply()
    if any(document.type == wanted for document in known):
        return Passes()
    seen = max(known, key=lambda document: document.confidence)
    seen_as = Value(seen.title, seen.confidence) if is_other_paper(seen) else name_of(seen.type)
    words: Words = {"wanted": name_of(file.slot or wanted), "seen": seen_as}
    place = Place(document=seen.type, file=file.name, page=seen.pages[0], bbox=seen.box)
    requirement = next((one for one in limits.requirements if one.takes(file.slot) and one.applies(case) != "no"), None)
    if requirement is None or brought(case, requirement, cards):
        return Finds("doc.wrong_type/elsewhere", place, seen.confidence, words)
    doubt = _doubt(case, requirement, seen.confidence >= limits.sure_type_from)
    if doubt:
        return CannotTell("doc.wrong_type", doubt, place, seen.confidence, words, requirement.slot)
    return Finds("doc.wrong_type", place, seen.confidence, words, requirement.slot)


def _doubt(case: Case, requirement: Requirement, sure: bool) -> str:
    if any(candidates(case, requirement)):
        return "unread_file"
    if not sure:
        return "unsure_type"
    return "excused" if requirement.excused(case) else ""


CHECK = Check(run, WrongSlotLimits, rules=("X02",), reasons=("doc.wrong_type", "doc.wrong_type/elsewhere"))
