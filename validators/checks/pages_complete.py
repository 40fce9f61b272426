"""Pages that a paper says it has, and that are not there."""

from collections.abc import Iterator

from extractors.evidence import Folio
from validators.case import Case, Sighting
from validators.check import CannotTell, Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.reasons import name_of
from validators.uploads import may_hold_more
from validators.values import place_of


def run(case: Case, limits: Limits) -> Outcomes:
    """A paper of several pages is there with all of them

    第 1 页 共 3 页 tells how many there are. The others may lie in any file of the packet. Only papers that are asked for are
    looked at. A person decides: the page that is missing may be one of terms that nobody needs.
    Source: CONTRACT 5 doc.page_missing.
    """
    asked = {kind for one in limits.requirements if one.applies(case) != "no" for kind in one.any_of}
    told: set[tuple[str, int]] = set()
    for seen in case.documents():
        counts = {folio.count for folio in _folios(seen)}
        kind, count = seen.document.type, max(counts, default=0)
        if kind in asked and len(counts) == 1 and (kind, count) not in told:
            told.add((kind, count))
            yield _judge(case, seen, count)


def _folios(seen: Sighting) -> Iterator[Folio]:
    pages = seen.file.evidence.pages
    yield from (page.folio for page in pages if page.folio and page.number in seen.document.pages)


def _judge(case: Case, seen: Sighting, count: int) -> Outcome:
    there = {
        page.folio.number for file in case.files for page in file.evidence.pages if page.folio and page.folio.count == count
    }
    missing = [number for number in range(1, count + 1) if number not in there]
    if not missing:
        return Passes()
    words = {"seen": name_of(seen.document.type), "limit": str(count), "page": str(missing[0])}
    if any(may_hold_more(file) for file in case.files):
        return CannotTell("doc.page_missing", "unread_file", place_of(seen), words=words)
    return Finds("doc.page_missing", place_of(seen), seen.document.confidence, words)


CHECK = Check(run, Limits, rules=(), reasons=("doc.page_missing",))
