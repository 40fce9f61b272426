"""The signatures of a page: for every place that asks for one, what stands there."""

from collections.abc import Sequence
from typing import Final

from extractors.evidence import Box, Seal, Signature, SignatureState, TextLine
from extractors.marks.signing_gaps import lost_places
from extractors.marks.signing_model import likelihoods
from extractors.marks.signing_patch import patch_of
from extractors.marks.signing_places import SigningPlace, signed_below, signing_places
from extractors.ocr.engine import Image
from extractors.page.ink import InkLayers

ROUND_KINDS: Final = frozenset({"round", "oval", "cross_page"})
NAME_KINDS: Final = frozenset({"square", "rectangular"})
BY_HAND: Final = frozenset({"handwritten", "name_seal", "thumbprint"})
ON_ROW: Final = 0.75
"""A seal's middle lies at most so many heights of a line from the row it belongs to; rows lie 1.8 heights apart."""
SURE: Final = 0.55
"""How likely (0..1) the likeliest state must be to be said at all; below it nobody can tell."""
SURELY_A_PEN: Final = 0.70
"""The same for a pen's strokes: a printed name taken for a signature is the worse error."""
SURELY_A_PEN_IN_BLACK: Final = 0.92
"""The same where a black copy of a company's seal lies over it: ring and glyphs make strokes of print look like a pen's."""
LOOKS: Final = (0.92, 1.0, 1.09)
"""Each place is looked at in these sizes and the answers are averaged: how wide a label's characters are is an estimate."""
UNDER_SEAL_CEILING: Final = 0.9
UNDER_BLACK_CEILING: Final = 0.6
"""Confidence under a company's seal, whose ink is told from a pen's by its colour, and under a black copy of one."""
SURE_OF_A_GUESS: Final = 0.85
GUESSED_CEILING: Final = 0.6
"""At a place whose label nobody could read: the confidence below which nothing is said, and the most that is claimed."""


def find_signatures(
    ink: InkLayers, lines: Sequence[TextLine], seals: Sequence[Seal], page_number: int
) -> tuple[Signature, ...]:
    """Return what stands at the places of an upright page that ask for a signature. A page that asks for none costs nothing."""
    places = signing_places(lines)
    lost = lost_places(lines, places, ink.image)
    read = tuple(_signature(*_read(place, lines, ink.image), seals, page_number) for place in places)
    return (*read, *(_signature(place, _guessed(place, ink.image), seals, page_number) for place in lost))


def _read(place: SigningPlace, lines: Sequence[TextLine], image: Image) -> tuple[SigningPlace, tuple[SignatureState, float]]:
    """What stands behind a label, or under it where nothing stands behind and words as short as a name do below."""
    seen = _seen(place, image)
    below = signed_below(place, lines) if seen[0] == "blank" else None
    if below is None:
        return place, seen
    state, likely = _seen(below, image)
    return below, (state if state in BY_HAND else "unclear", likely)


def _signature(place: SigningPlace, seen: tuple[SignatureState, float], seals: Sequence[Seal], page_number: int) -> Signature:
    state, confidence = seen
    seal = next((seal for seal in seals if seal.kind in NAME_KINDS and _lies_on(seal.box, place)), None)
    ceiling = _ceiling(place.room, seals)
    if state == "handwritten" and ceiling == UNDER_BLACK_CEILING and confidence < SURELY_A_PEN_IN_BLACK:
        state = "unclear"
    if seal and state in ("blank", "unclear"):
        state, confidence = "name_seal", seal.confidence
    return Signature(
        role=place.role,
        state=state,
        page=page_number,
        box=place.room,
        confidence=min(confidence, ceiling),
        label=place.label,
        text=place.text,
    )


def _seen(place: SigningPlace, image: Image) -> tuple[SignatureState, float]:
    patches = [patch for zoom in LOOKS if (patch := patch_of(image, place, zoom)) is not None]
    if not patches:
        return "unclear", 0.0
    state, likely = max(likelihoods(patches).items(), key=lambda each: each[1])
    if likely < (SURELY_A_PEN if state == "handwritten" else SURE):
        return "unclear", likely
    return state, likely


def _guessed(place: SigningPlace, image: Image) -> tuple[SignatureState, float]:
    """What stands where no label could be read: said only if nothing about it is doubtful, and never for sure."""
    state, likely = _seen(place, image)
    return (state if likely >= SURE_OF_A_GUESS else "unclear"), min(likely, GUESSED_CEILING)


def _ceiling(room: Box, seals: Sequence[Seal]) -> float:
    under = [seal.color for seal in seals if seal.kind in ROUND_KINDS and _meet(room, seal.box)]
    if not under:
        return 1.0
    return UNDER_BLACK_CEILING if "black" in under else UNDER_SEAL_CEILING


def _lies_on(box: Box, place: SigningPlace) -> bool:
    """Whether a small seal's middle lies on a place's row: one between two rows belongs to neither for sure."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    row = place.row + place.tilt * (x - place.room[0])
    return place.room[0] < x < place.room[2] and abs(y - row) < ON_ROW * (place.label_box[3] - place.label_box[1])


def _meet(box: Box, other: Box) -> bool:
    return min(box[2], other[2]) > max(box[0], other[0]) and min(box[3], other[3]) > max(box[1], other[1])
