"""The same file in two places."""

from itertools import combinations

from validators.cards import Cards, sort_cards
from validators.case import Case, CaseFile
from validators.check import CannotTell, Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.finding import Place
from validators.requirements import HOLDER_OF_SLOT, type_of_slot
from validators.uploads import is_spare, may_hold_more


def run(case: Case, limits: Limits) -> Outcomes:
    """One file is not given for two different papers

    The same bytes in two slots are a slip, unless the file really holds both papers (a PDF of the whole packet), one person's
    card serves twice, or nothing is lacking without either of them. Source: DOMAIN 8.2 X04.
    """
    cards = sort_cards(case, limits.requirements)
    for one, other in combinations(case.files, 2):
        if one.evidence.sha256 == other.evidence.sha256 and one.evidence.size_bytes:
            yield _judge(case, cards, (one, other), limits)
        else:
            yield Passes()


def _judge(case: Case, cards: Cards, pair: tuple[CaseFile, CaseFile], limits: Limits) -> Outcome:
    one, other = pair
    place, words = Place(file=other.name), {"there": one.name}
    slots = {file.slot for file in (one, other)}
    if len(slots) == 1 or all(slot is None or _holds(cards, one, slot) for slot in slots):
        return Finds("file.duplicate/harmless", place, words=words)
    if all(is_spare(case, file, limits.requirements) for file in pair):
        return Finds("file.duplicate/harmless", place, words=words)
    if may_hold_more(one) and one.evidence.page_count > 1:
        return CannotTell("file.duplicate", "unread_file", place, words=words)
    return Finds("file.duplicate", place, words=words)


def _holds(cards: Cards, file: CaseFile, slot: str) -> bool:
    holder = HOLDER_OF_SLOT.get(slot)
    if holder is None:
        return any(document.type == type_of_slot(slot) for document in file.evidence.documents)
    return any(
        seen.file.evidence.sha256 == file.evidence.sha256 for seen in (*cards.of[holder].fronts, *cards.of[holder].backs)
    )


CHECK = Check(run, Limits, rules=("X04",), reasons=("file.duplicate", "file.duplicate/harmless"))
