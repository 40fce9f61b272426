"""Files nobody recognises."""

from validators.cards import Cards, sort_cards
from validators.case import Case, CaseFile
from validators.check import Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.finding import Place
from validators.uploads import STOPPING, is_met


def run(case: Case, limits: Limits) -> Outcomes:
    """Every file is a paper we know

    Where something asked for is still lacking, a person looks whether this is it. In a packet that has everything it is an
    extra, and a note. Files that could not be opened have findings of their own.
    Source: DOMAIN 8.1 (doubt goes to a person).
    """
    cards = sort_cards(case, limits.requirements)
    for file in case.files:
        yield _judge(case, file, cards, limits)


def _judge(case: Case, file: CaseFile, cards: Cards, limits: Limits) -> Outcome:
    evidence = file.evidence
    if any(problem.kind in STOPPING and problem.page is None for problem in evidence.problems):
        return DoesNotApply()
    if any(document.type != "unknown" for document in evidence.documents):
        return Passes()
    lacking = any(
        not is_met(case, requirement, cards) and (file.slot is None or requirement.takes(file.slot))
        for requirement in limits.requirements
    )
    reason = "doc.unrecognized" if lacking else "doc.unrecognized/extra"
    pages = "、".join(str(page.number) for page in evidence.pages)
    return Finds(reason, Place(document="unknown", file=file.name), words={"page": pages}, about=file.name)


CHECK = Check(run, Limits, rules=(), reasons=("doc.unrecognized", "doc.unrecognized/extra"))
