"""Seals far away from what they are to seal."""

import math
import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from extractors.evidence import Box, Seal
from validators.case import Case, Sighting
from validators.check import Check, DoesNotApply, Finds, Outcome, Outcomes, Passes
from validators.reasons import name_of
from validators.sealed_papers import SealLimits, sealed_papers
from validators.seals import place_of_seal, signing_seals

_SIGNED_FIELDS = ("employer_name", "principal", "issue_date")
_LEAST_NAME = len("某某公司")
_SAME_NAME = 70
"""Likeness (0..100, rapidfuzz) of a line to a firm's name from which it is that, some of its characters lost under the seal."""
_ASKS_FOR_SEAL = re.compile("[公盖印签]章")


class PlaceLimits(SealLimits):
    """``farthest``: how far, in page heights, a seal's edge may lie from the firm's name and the date, whichever is nearer."""

    farthest: float = 0.2


def run(case: Case, limits: PlaceLimits) -> Outcomes:
    """The seal lies on or near the firm's name and the date

    A seal elsewhere on the page may belong to something else, and goes to a person. Source: DOMAIN 8.3 D13; 5.4.
    """
    for paper in sealed_papers(case, limits):
        yield _placed(paper.seen, limits.farthest)


def _placed(seen: Sighting, farthest: float) -> Outcome:
    seals = [seal for seal in signing_seals(seen) if seal.kind != "electronic"]
    places = list(_signed(seen))
    if not seals or not places:
        return DoesNotApply()
    apart = {seal.box: min(_apart(seal, page, box) for page, box in places) for seal in seals}
    nearest = min(seals, key=lambda seal: apart[seal.box])
    if apart[nearest.box] <= farthest:
        return Passes()
    words = {"seen": name_of(seen.document.type)}
    return Finds("seal.misplaced", place_of_seal(seen, nearest), nearest.confidence, words)


def _signed(seen: Sighting) -> Iterator[tuple[int, Box]]:
    """Where the date stands, and the firm's name, wherever it is printed: above the text, and once more where it is signed."""
    readings = [seen.field(name) for name in _SIGNED_FIELDS]
    yield from ((one.page, one.box) for one in readings if one is not None and one.box is not None)
    firms = [one.value for one in readings if one is not None and len(one.value) >= _LEAST_NAME]
    for page in seen.file.evidence.pages:
        for line in page.printed if page.number in seen.document.pages else ():
            if _ASKS_FOR_SEAL.search(line.text) or any(fuzz.partial_ratio(firm, line.text) >= _SAME_NAME for firm in firms):
                yield page.number, line.box


def _apart(seal: Seal, page: int, box: Box) -> float:
    """The gap between a seal and a place on the same page, in page heights; far away on another page."""
    if seal.page != page:
        return math.inf
    across = max(seal.box[0] - box[2], box[0] - seal.box[2], 0.0)
    down = max(seal.box[1] - box[3], box[1] - seal.box[3], 0.0)
    return math.hypot(across, down)


CHECK = Check(run, PlaceLimits, rules=("D13",), reasons=("seal.misplaced",))
