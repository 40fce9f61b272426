"""What stands at the places of a paper that ask for a signature."""

import random
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from samples.capture import Flat, press
from samples.facts import Facts
from samples.fonts import faces_of, first_covering
from samples.handwriting import write
from samples.impressions import Impression, Press, draw, outline, thumbprint
from samples.marks.resembling import lay, text_image
from samples.marks.truth import SignedState
from samples.papers.paper import Box, Handwriting, Paper
from samples.seal_canvas import PX_PER_MM
from samples.seals import cells_of, name_seal

STATES: Final[tuple[tuple[SignedState, int], ...]] = (
    ("handwritten", 38),
    ("printed", 22),
    ("blank", 22),
    ("name_seal", 9),
    ("thumbprint", 9),
)
Hull = NDArray[np.float32]
"""Points around an impression, n×2, in mm from the paper's corner."""

_INK: Final = (24, 24, 28)
_HALF_MM: Final = (14.0, 3.0)
"""Half the room of a place of which only the middle is known."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place that asks for a signature: who signs there, and its box in fractions of the paper."""

    role: str
    box: Box
    state: SignedState


@dataclass(frozen=True, slots=True, eq=False)
class SmallSeal:
    """A name seal that was pressed instead of a signature: RGBA, its middle in mm, and the name on it."""

    image: Impression
    middle: tuple[float, float]
    name: str

    @property
    def hull(self) -> Hull:
        """Its outline on the paper, n×2 in mm."""
        return outline(self.image) + np.array(self.middle, dtype=np.float32)


def plan_places(paper: Paper, rng: random.Random) -> tuple[Place, ...]:
    """The places of a paper, each with what is to stand there."""
    boxes = {stroke.role: stroke.box for stroke in paper.handwriting if stroke.role}
    for anchor, (x, y) in paper.anchors.items():
        role = "legal_rep" if anchor == "name_seal" else anchor.removeprefix("signature_")
        if (anchor.startswith("signature_") or anchor == "name_seal") and role not in boxes:
            left, top = (x - _HALF_MM[0]) / paper.width_mm, (y - _HALF_MM[1]) / paper.height_mm
            boxes[role] = (left, top, left + 2 * _HALF_MM[0] / paper.width_mm, top + 2 * _HALF_MM[1] / paper.height_mm)
    states, weights = [state for state, _ in STATES], [weight for _, weight in STATES]
    return tuple(Place(role, box, rng.choices(states, weights)[0]) for role, box in boxes.items())


def sign(
    flat: Flat, paper: Paper, places: tuple[Place, ...], facts: Facts, noise: np.random.Generator
) -> tuple[Flat, list[SmallSeal], list[Hull]]:
    """Put at every place what is planned there; name seals are handed back as well, they are seals, and where thumbs lie."""
    names = {"legal_rep": facts.legal_rep.name, "employee": facts.employee.name}
    names["agent"] = facts.agent.name if facts.agent else facts.employee.name
    others = tuple(stroke for stroke in paper.handwriting if not stroke.role)
    hands = tuple(
        Handwriting(names[place.role], place.box, role=place.role) for place in places if place.state == "handwritten"
    )
    flat = write(flat, others + hands, noise)
    seals: list[SmallSeal] = []
    thumbs: list[Hull] = []
    for place in places:
        name, middle = names[place.role], _middle(flat, place.box, noise)
        if place.state == "printed":
            em = (place.box[3] - place.box[1]) * flat.size_mm[1] / 1.7
            image = text_image(name, em * noise.uniform(0.85, 1.05), ("song", "hei", "kai")[int(noise.integers(3))], _INK)
            left = place.box[0] * flat.size_mm[0] + noise.uniform(0, 4)
            flat = lay(flat, image, (left + image.shape[1] / 16, (place.box[1] + place.box[3]) / 2 * flat.size_mm[1] + 0.5))
        elif place.state == "name_seal":
            design = name_seal(name)
            face = first_covering(design.text, faces_of("song")[0])
            seals.append(SmallSeal(draw(design, face, noise, Press(noise.normal(0, 6))), middle, cells_of(design)))
            flat = press(flat, seals[-1].image, middle, PX_PER_MM)
        elif place.state == "thumbprint":
            thumb = thumbprint(noise)
            thumbs.append(outline(thumb) + np.array(middle, dtype=np.float32))
            flat = press(flat, thumb, middle, PX_PER_MM)
    return flat, seals, thumbs


def _middle(flat: Flat, box: Box, noise: np.random.Generator) -> tuple[float, float]:
    """Where a small seal or a thumb lands: in the left half of the place, not quite on the line."""
    width, height = flat.size_mm
    x = (box[0] + (box[2] - box[0]) * noise.uniform(0.3, 0.6)) * width
    return x, (box[1] + box[3]) / 2 * height + noise.normal(0, 1.2)
