"""Patches to learn from: the signing places of sample papers, signed, stamped, captured, and cut as the extractor cuts them.

A paper is drawn once and signed many times. Only the part around its signing places is captured; labels are taken from the
paper's own text and moved a little, as an engine's boxes are.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.files import FileLimits, RawPage, open_file
from extractors.marks.signing_patch import Patch, patch_of
from extractors.marks.signing_places import SigningPlace, signing_places
from samples.capture import MM_PER_INCH, Flat, press
from samples.facts import Facts, draw_facts
from samples.fonts import faces_of, first_covering
from samples.impressions import Impression, draw
from samples.marks.designs import Planned, plan_seal
from samples.marks.signing import Place, plan_places
from samples.papers.authorization_letter import draw_authorization
from samples.papers.paper import Paper
from samples.papers.termination_certificate import draw_certificate
from samples.seal_canvas import PX_PER_MM
from training.signing_captures import Strip, captured
from training.signing_marks import CLASSES, sign_place, trace

PAPERS: Final = 10
SIGNED: Final = 8
"""Papers of a batch, and how often each is signed anew."""
CUTS: Final = 3
"""How often each captured place is cut, its label found a little elsewhere."""
SEALS: Final = 14
DPI: Final = 200.0
_BEFORE_MM: Final = 22.0
_BEHIND_MM: Final = 68.0
_AROUND_MM: Final = 19.0
"""How much of a paper is captured around its places: a little more than the model sees."""
_LETTERS: Final = 0.72
_DRAWN: Final = {"handwritten": 28, "printed": 26, "blank": 20, "name_seal": 14, "thumbprint": 12}


@dataclass(frozen=True, slots=True, eq=False)
class _Ready:
    """A paper with its own text, and the seals that may land on it."""

    flat: Flat
    paper: Paper
    facts: Facts
    found: tuple[SigningPlace, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _SmallSeal:
    planned: Planned
    image: Impression


def draw_batch(seed: str) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Patches (N×4×H×W, 0..255) and their classes (N)."""
    rng = random.Random(seed)
    noise = np.random.default_rng(rng.getrandbits(64))
    seals = [_seal(rng, noise) for _ in range(SEALS)]
    patches: list[Patch] = []
    classes: list[int] = []
    for _ in range(PAPERS):
        ready = _ready(rng)
        for _ in range(SIGNED):
            for patch, state in _signed(ready, seals, (rng, noise)):
                patches.append(patch)
                classes.append(CLASSES.index(state))
    return (np.stack(patches) * 255).astype(np.uint8), np.array(classes, dtype=np.int64)


def _seal(rng: random.Random, noise: np.random.Generator) -> _SmallSeal:
    planned = plan_seal(draw_facts(rng, "employer_withdrawal", "agent"), rng)
    return _SmallSeal(
        planned, draw(planned.design, first_covering(planned.design.text, faces_of("song")[0]), noise, planned.press)
    )


def _ready(rng: random.Random) -> _Ready:
    """A paper that asks for a signature."""
    while True:
        facts = draw_facts(rng, "employer_withdrawal", "agent")
        if facts.authorization is not None and rng.random() < _LETTERS:
            paper = draw_authorization(rng, facts.authorization)
        else:
            paper = draw_certificate(rng, facts.certificate)
        if not plan_places(paper, rng):
            continue
        raw: RawPage = next(iter(open_file(paper.pdf, FileLimits()).pages))
        found = signing_places(raw.text or ())
        if found:
            return _Ready(Flat(raw.image, DPI), paper, facts, found)


def _signed(
    ready: _Ready, seals: list[_SmallSeal], chance: tuple[random.Random, np.random.Generator]
) -> Iterator[tuple[Patch, str]]:
    """Sign, stamp and capture a paper, and cut its places out."""
    rng, _ = chance
    names = list(_DRAWN)
    places = [
        replace(place, state=rng.choices(names, list(_DRAWN.values()))[0])  # type: ignore[arg-type]  # names of states
        for place in plan_places(ready.paper, rng)
    ]
    flat = trace(ready.flat, places, ready.paper, rng)
    for place in places:
        flat = sign_place(flat, place, ready.facts, chance)
    flat, middles = _stamped(flat, ready, places, (seals, rng))
    strip = _strip(flat, places)
    taken = captured(strip, chance)
    for place in places:
        own = [found for found in ready.found if found.role == place.role and _near(found, place)]
        if not own or any(_lies_on(middle, place, flat) for middle in middles):
            continue
        landed = strip.landed(own[0], taken, flat)
        for _ in range(CUTS):
            patch = patch_of(taken.picture, _moved(landed, rng))
            if patch is not None:
                yield patch, place.state


def _near(found: SigningPlace, place: Place) -> bool:
    return abs(found.row - (place.box[1] + place.box[3]) / 2) < 0.01


def _stamped(
    flat: Flat, ready: _Ready, places: list[Place], how: tuple[list[_SmallSeal], random.Random]
) -> tuple[Flat, list[tuple[float, float]]]:
    """Press none to three seals; return the middles of those that are a person's."""
    seals, rng = how
    width, height = flat.size_mm
    persons = []
    for number in range(rng.choices((0, 1, 2, 3), (25, 45, 22, 8))[0]):
        seal = rng.choice(seals)
        is_person = seal.planned.kind in ("square", "rectangular")
        place = rng.choice(places).box
        x, y = rng.uniform(0.1, 0.9) * width, place[1] * height + rng.uniform(-45, 45)
        if number == 0 and "seal" in ready.paper.anchors and rng.random() < 0.5:
            x, y = (anchor + rng.gauss(0, 4) for anchor in ready.paper.anchors["seal"])
        elif rng.random() < 0.6 and not is_person:
            x, y = place[0] * width + rng.uniform(-15, 45), place[1] * height + rng.uniform(-24, 28)
        flat = press(flat, _turned(seal.image, rng, upright=is_person), (x, y), PX_PER_MM)
        persons += [(x, y)] if is_person else []
    return flat, persons


def _turned(image: Impression, rng: random.Random, *, upright: bool) -> Impression:
    angle = rng.gauss(0, 6) if upright or rng.random() < 0.5 else rng.uniform(-180, 180)
    height, width = image.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turned = cv2.warpAffine(image[..., 3], matrix, (width, height))
    result = image.copy()
    result[..., 3] = turned * rng.uniform(0.7, 1.0)
    return result


def _lies_on(middle: tuple[float, float], place: Place, flat: Flat) -> bool:
    """Whether a person's seal that nobody planned fell on a place: then nobody can say what is right."""
    x, y = middle[0] / flat.size_mm[0], middle[1] / flat.size_mm[1]
    left, top, right, bottom = place.box
    return left - 0.04 < x < right + 0.1 and top - 0.006 < y < bottom + 0.006


def _strip(flat: Flat, places: list[Place]) -> Strip:
    """The part of a paper around its places."""
    height, width = flat.picture.shape[:2]
    px = flat.dpi / MM_PER_INCH
    left = max(0, round(min(place.box[0] for place in places) * width - _BEFORE_MM * px))
    top = max(0, round(min(place.box[1] for place in places) * height - _AROUND_MM * px))
    right = min(width, round(max(place.box[0] for place in places) * width + _BEHIND_MM * px))
    bottom = min(height, round(max(place.box[3] for place in places) * height + _AROUND_MM * px))
    return Strip(Flat(flat.picture[top:bottom, left:right], flat.dpi), (left, top))


def _moved(place: SigningPlace, rng: random.Random) -> SigningPlace:
    """As an engine's boxes lie: an end a little off, a row a little high, characters a little wide."""
    shift = place.em * rng.gauss(0, 0.3)
    left, top, right, bottom = place.room
    room = (left + shift, top, max(left + shift + 4 * place.em, min(right + place.em * rng.gauss(0, 0.5), 1.0)), bottom)
    em = place.em * float(np.exp(rng.gauss(0, 0.08)))
    row = place.row + (bottom - top) * rng.gauss(0, 0.04)
    return replace(place, room=room, em=em, row=row, tilt=place.tilt + rng.gauss(0, 0.006))
