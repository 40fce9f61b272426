"""The signatures of a page: for every place that asks for one, what stands there."""

from collections.abc import Sequence
from typing import Final

from extractors.evidence import Box, Seal, Signature, SignatureState, TextLine
from extractors.marks.ink_strength import red_strength
from extractors.marks.pen_ink import Strokes, look_at
from extractors.marks.red_patches import RedPatch, red_patches
from extractors.marks.signing_places import SigningPlace, signing_places
from extractors.page.ink import InkLayers

ROUND_KINDS: Final = frozenset({"round", "oval", "cross_page"})
PRESSED_CONFIDENCE: Final = 0.9
UNDER_SEAL_CEILING: Final = 0.9
UNDER_BLACK_CEILING: Final = 0.6
"""Confidence under a company's seal, whose ink is told from a pen's by its colour, and under a black copy of one."""


def find_signatures(
    ink: InkLayers, lines: Sequence[TextLine], seals: Sequence[Seal], page_number: int
) -> tuple[Signature, ...]:
    """Return what stands at the places of an upright page that ask for a signature. A page that asks for none costs nothing."""
    places = signing_places(lines)
    if not places:
        return ()
    patches = red_patches(red_strength(ink), [seal for seal in seals if seal.kind in ROUND_KINDS])
    return tuple(_signature(place, ink, seals, patches, page_number) for place in places)


def _signature(
    place: SigningPlace, ink: InkLayers, seals: Sequence[Seal], patches: Sequence[RedPatch], page_number: int
) -> Signature:
    strokes = look_at(ink.image, place.room, place.label_box)
    state, confidence, box = _pressed(place, strokes, patches)
    under = [seal for seal in seals if seal.kind in ROUND_KINDS and _meet(place.room, seal.box)]
    if any(seal.color == "black" for seal in under):
        confidence = min(confidence, UNDER_BLACK_CEILING)
        state = "unclear" if state in ("blank", "printed") else state
    elif under:
        confidence = min(confidence, UNDER_SEAL_CEILING)
    return Signature(
        role=place.role, state=state, page=page_number, box=box, confidence=confidence, label=place.label, text=place.text
    )


def _pressed(place: SigningPlace, strokes: Strokes, patches: Sequence[RedPatch]) -> tuple[SignatureState, float, Box]:
    """A pen's strokes count before a name seal or a thumb beside them."""
    if strokes.state != "handwritten":
        for patch in patches:
            if _meet(place.room, patch.box):
                return ("name_seal" if patch.is_square else "thumbprint"), PRESSED_CONFIDENCE, patch.box
    return strokes.state, strokes.confidence, strokes.box


def _meet(box: Box, other: Box) -> bool:
    return min(box[2], other[2]) > max(box[0], other[0]) and min(box[3], other[3]) > max(box[1], other[1])
