"""More files than the office takes."""

from validators.cards import sort_cards
from validators.case import Case
from validators.check import Check, Finds, Limits, Outcomes, Passes
from validators.uploads import is_met


class CountLimits(Limits):
    """``max_files`` of one packet. 40: nine files for each of four slots, and some (DOMAIN 6.2)."""

    max_files: int = 40


def run(case: Case, limits: CountLimits) -> Outcomes:
    """A packet has no more files than the office takes

    Where all that is asked for is there, the others are extras, and a note. Source: DOMAIN 6.2.
    """
    count = len(case.files)
    if count <= limits.max_files:
        yield Passes()
        return
    cards = sort_cards(case, limits.requirements)
    is_complete = all(is_met(case, one, cards) for one in limits.requirements)
    reason = "file.too_many_files/extra" if is_complete else "file.too_many_files"
    yield Finds(reason, words={"seen": str(count), "limit": str(limits.max_files)})


CHECK = Check(run, CountLimits, rules=(), reasons=("file.too_many_files", "file.too_many_files/extra"))
