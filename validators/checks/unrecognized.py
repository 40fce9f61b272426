"""Files nobody recognises."""

from validators.case import Case, CaseFile
from validators.check import Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.finding import Place
from validators.reasons import name_of
from validators.uploads import STOPPING, is_all_blank, is_other_paper, is_spare


def run(case: Case, limits: Limits) -> Outcomes:
    """Every file is a paper we know

    Where something asked for is still lacking, a person looks whether this is it; in the slot of what is lacking they are told
    what was expected. In a packet that has everything it is an extra, and a note; so is a paper that is headed as another one,
    outside such a slot. Files that could not be opened, empty paper and other papers in a slot have findings of their own.
    Source: DOMAIN 8.1 (doubt goes to a person).
    """
    for file in case.files:
        yield _judge(case, file, limits)


def _judge(case: Case, file: CaseFile, limits: Limits) -> Outcome:
    evidence = file.evidence
    if is_all_blank(file) or any(problem.kind in STOPPING and problem.page is None for problem in evidence.problems):
        return DoesNotApply()
    if any(document.type != "unknown" for document in evidence.documents):
        return Passes()
    slot = file.slot if any(one.takes(file.slot) for one in limits.requirements) else None
    reason, words = _reason(case, file, slot, limits)
    pages = "、".join(str(page.number) for page in evidence.pages)
    place = Place(document="unknown", file=file.name)
    return Finds(reason, place, words={"page": pages, **words}, about=file.name) if reason else DoesNotApply()


def _reason(case: Case, file: CaseFile, slot: str | None, limits: Limits) -> tuple[str, dict[str, str]]:
    """What is said of a file on which nothing was recognised; empty where another check says it."""
    documents = file.evidence.documents
    if documents and all(is_other_paper(document) for document in documents):
        return ("", {}) if slot else ("doc.unrecognized/other", {"seen": documents[0].title})
    if is_spare(case, file, limits.requirements):
        return "doc.unrecognized/extra", {}
    return ("doc.unrecognized/slot", {"wanted": name_of(slot)}) if slot else ("doc.unrecognized", {})


CHECK = Check(
    run, Limits, rules=(), reasons=("doc.unrecognized", *(f"doc.unrecognized/{case}" for case in ("slot", "extra", "other")))
)
