"""What is said about papers that the case would do without: a note, whatever is wrong with them."""

from collections.abc import Iterable, Iterator

from validators.case import Case, Sighting
from validators.check import CannotTell, Finds, Limits, Outcome
from validators.uploads import is_spare_paper


def but_of_spare_papers(case: Case, judged: Iterable[tuple[Sighting, Outcome]], limits: Limits) -> Iterator[Outcome]:
    """The outcomes about some papers; what was found about one that nothing needs becomes a note (``…/extra``).

    A bad photo beside a good one of the same paper is such a one, and so is a paper that nobody asked for.
    """
    known = tuple(judged)
    spoiled = [seen for seen, outcome in known if isinstance(outcome, Finds | CannotTell)]
    for seen, outcome in known:
        if isinstance(outcome, Finds | CannotTell) and is_spare_paper(case, seen, limits.requirements, spoiled):
            yield Finds(f"{outcome.reason}/extra", outcome.place, words=outcome.words, about=outcome.about)
        else:
            yield outcome
