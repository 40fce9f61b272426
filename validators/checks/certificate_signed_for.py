"""Certificates that the worker did not sign for."""

from collections.abc import Iterator
from typing import Final

from extractors.evidence import Signature, SignatureRole
from validators.case import Case, Sighting
from validators.check import Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.finding import Place
from validators.papers import certificates

_SIGNED: Final = frozenset({"handwritten", "name_seal", "thumbprint"})
_WORKER: Final = frozenset[SignatureRole]({"employee", "applicant"})


class ReceiptLimits(Limits):
    """``sure_from``: confidence (0..1, DOMAIN 8.1) from which a place is surely empty."""

    sure_from: float = 0.90


def run(case: Case, limits: ReceiptLimits) -> Outcomes:
    """The worker signed for the certificate where it asks for that

    No law asks for it, and many firms keep the signed copy: an empty place (本人签收) is told, and a region may ask for more. A
    place that cannot be judged, or that holds a printed name, is left alone. Source: DOMAIN 4.
    """
    for seen in certificates(case):
        yield from _signed_for(seen, limits.sure_from)


def _signed_for(seen: Sighting, sure_from: float) -> Iterator[Outcome]:
    places = [mark for mark in seen.document.signatures if mark.role in _WORKER]
    if not places:
        yield DoesNotApply()
    elif any(mark.state in _SIGNED for mark in places) or not all(_is_empty(mark, sure_from) for mark in places):
        yield Passes()
    else:
        mark = places[0]
        place = Place(document=seen.document.type, file=seen.file.name, page=mark.page, bbox=mark.box)
        yield Finds("signature.missing/receipt", place, mark.confidence, {"here": mark.label})


def _is_empty(mark: Signature, sure_from: float) -> bool:
    return mark.state == "blank" and mark.confidence >= sure_from


CHECK = Check(run, ReceiptLimits, rules=(), reasons=("signature.missing/receipt",))
