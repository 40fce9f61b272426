"""Where a seal lies on a page and what outline it has: what finding hands to reading."""

from dataclasses import dataclass

from extractors.evidence import SealColour, SealKind


@dataclass(frozen=True, slots=True)
class SealShape:
    """The outline of one impression, in pixels of the upright page (not of the working size).

    ``half_axes`` are measured to the outer edge of the rim: the radii of a round or oval seal, half the sides of a square or
    rectangular one, of which the first is the longer. ``angle_deg`` (0..180) turns the first axis clockwise from the x axis; it
    says nothing about where the text begins. ``extent`` is left, top, right and bottom of what lies on the paper. ``visible``
    (0..1) is the share of the outline that is seen, ``confidence`` (0..1) how sure it is that this is a seal.
    """

    kind: SealKind
    colour: SealColour
    centre: tuple[float, float]
    half_axes: tuple[float, float]
    angle_deg: float
    extent: tuple[float, float, float, float]
    visible: float
    confidence: float
