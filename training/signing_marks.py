"""What people put at a place that asks for a signature, with more variety than any office sees."""

import random
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.marks.signing_model import STATES
from samples.capture import MM_PER_INCH, Flat, press
from samples.facts import Facts
from samples.fonts import faces_of, first_covering
from samples.handwriting import write
from samples.impressions import Press, draw, thumbprint
from samples.marks.resembling import text_image
from samples.marks.signing import Place
from samples.papers.paper import Handwriting, Paper
from samples.seal_canvas import PX_PER_MM
from samples.seals import name_seal, row_seal
from training.pens import INKS, Alpha, print_of, signature

CLASSES: Final = STATES
_PLAIN_SHARE: Final = 0.3
"""Share of marks made just as ``samples.marks`` makes them."""
_TAILS: Final = ("年  月  日", "年 月 日", "日期：", "（手印）", "（盖章）", "（公章）", "电话：", "2024年3月8日")
_BOX_PX_PER_MM: Final = 8.0
_MARGIN_MM: Final = 20.0


def trace(flat: Flat, places: list[Place], paper: Paper, rng: random.Random) -> Flat:
    """Lines to write on, letter paper's lines, and small print to the right of the room, which belong to no signature."""
    picture = flat.picture.copy()
    ems = [(place.box[3] - place.box[1]) * picture.shape[0] / 1.7 for place in places]
    if rng.random() < 0.15:
        _rule(picture, rng)
    boxed = rng.random() < 0.12
    for place, em in zip(places, ems, strict=True):
        if boxed:
            _cell(picture, place, em, rng)
        elif rng.random() < 0.3:
            _underline(picture, place, em, rng)
    flat = Flat(picture, flat.dpi)
    for place, em in zip(places, ems, strict=True):
        if rng.random() < 0.15:
            size = em / flat.dpi * MM_PER_INCH
            tail = text_image(
                rng.choice(_TAILS), size * rng.uniform(0.8, 1.0), rng.choice(("song", "hei", "kai")), (24, 24, 28)
            )
            x = place.box[0] * flat.size_mm[0] + rng.uniform(6.5, 10) * size + tail.shape[1] / 2 / _BOX_PX_PER_MM
            flat = press(flat, tail, (x, (place.box[1] + place.box[3]) / 2 * flat.size_mm[1] + 0.5), _BOX_PX_PER_MM)
    return flat


def _rule(picture: NDArray[np.uint8], rng: random.Random) -> None:
    ink = rng.choice(((38, 32, 206), (60, 60, 60), (160, 110, 60)))
    step = rng.uniform(8, 12) / MM_PER_INCH * 200
    for y in np.arange(rng.uniform(0, step), picture.shape[0], step):
        cv2.line(picture, (110, round(y)), (picture.shape[1] - 110, round(y)), ink, rng.randint(1, 3), cv2.LINE_AA)


def _underline(picture: NDArray[np.uint8], place: Place, em: float, rng: random.Random) -> None:
    height, width = picture.shape[:2]
    y = round(place.box[1] * height + rng.uniform(1.35, 1.85) * em)
    left, right = place.box[0] * width, place.box[2] * width + rng.uniform(-3, 4) * em
    shade = rng.randint(0, 110)
    cv2.line(picture, (round(left), y), (round(right), y), (shade, shade, shade), rng.randint(1, 4), cv2.LINE_AA)


def _cell(picture: NDArray[np.uint8], place: Place, em: float, rng: random.Random) -> None:
    """The place as a cell of a ruled table."""
    height, width = picture.shape[:2]
    left, right = place.box[0] * width - rng.uniform(0.3, 1.2) * em, place.box[2] * width + rng.uniform(0, 4) * em
    middle, half = (place.box[1] + place.box[3]) / 2 * height, rng.uniform(0.95, 1.4) * em
    corners = ((round(left), round(middle - half)), (round(right), round(middle + half)))
    cv2.rectangle(picture, *corners, (40, 40, 40), rng.randint(1, 3))


def sign_place(flat: Flat, place: Place, facts: Facts, chance: tuple[random.Random, np.random.Generator]) -> Flat:
    """Put at a place what is planned there."""
    rng, _ = chance
    name = rng.choice((facts.legal_rep.name, facts.employee.name, facts.agent.name if facts.agent else facts.employee.name))
    match place.state:
        case "handwritten":
            return _by_hand(flat, place, name, chance)
        case "printed":
            return _in_print(flat, place, name, rng)
        case "name_seal" | "thumbprint":
            return _pressed(flat, place, name, chance)
    return flat


def _by_hand(flat: Flat, place: Place, name: str, chance: tuple[random.Random, np.random.Generator]) -> Flat:
    rng, noise = chance
    if rng.random() < _PLAIN_SHARE:
        return write(flat, (Handwriting(name, place.box, role=place.role),), noise)
    ink = rng.choice(INKS)
    alpha = (signature(name, rng, noise) * rng.uniform(0.6, 1.0)).astype(np.uint8)
    return _lay(flat, alpha, (place, rng.uniform(0.9, 2.1), rng.uniform(0.0, 0.65)), (ink, rng))


def _in_print(flat: Flat, place: Place, name: str, rng: random.Random) -> Flat:
    if rng.random() < _PLAIN_SHARE:
        return _plain_print(flat, place, name, rng)
    return _lay(flat, print_of(name, rng), (place, rng.uniform(0.65, 1.3), rng.uniform(0.0, 0.6)), ((24, 24, 28), rng))


def _pressed(flat: Flat, place: Place, name: str, chance: tuple[random.Random, np.random.Generator]) -> Flat:
    rng, noise = chance
    if place.state == "thumbprint":
        return press(flat, thumbprint(noise), _middle(flat, place, rng), PX_PER_MM)
    design = row_seal(name) if rng.random() < 0.25 and "·" not in name else name_seal(name)
    face = first_covering(design.text, rng.choice(faces_of("song")))
    impression = draw(design, face, noise, Press(rng.gauss(0, 7), None, rng.uniform(0.45, 1.0)))
    return press(flat, impression, _middle(flat, place, rng), PX_PER_MM)


def _plain_print(flat: Flat, place: Place, name: str, rng: random.Random) -> Flat:
    """A name in print as small as ``samples.marks`` sets it."""
    em = (place.box[3] - place.box[1]) * flat.size_mm[1] / 1.7
    image = text_image(name, em * rng.uniform(0.8, 1.1), rng.choice(("song", "hei", "kai")), (24, 24, 28))
    left = place.box[0] * flat.size_mm[0] + rng.uniform(0, 5) + image.shape[1] / 2 / _BOX_PX_PER_MM
    return press(flat, image, (left, (place.box[1] + place.box[3]) / 2 * flat.size_mm[1] + rng.gauss(0.4, 0.4)), _BOX_PX_PER_MM)


def _lay(flat: Flat, alpha: Alpha, where: tuple[Place, float, float], how: tuple[tuple[int, int, int], random.Random]) -> Flat:
    """Lay ink so many ems tall at a share of what the place leaves free."""
    (place, ems, along), (ink, rng) = where, how
    width, height = flat.size_mm
    em = (place.box[3] - place.box[1]) * height / 1.7
    room = (place.box[2] - place.box[0]) * width
    scale = min(ems * em / alpha.shape[0], 1.15 * room / alpha.shape[1])
    wide, high = max(1, round(alpha.shape[1] * scale * _FINE)), max(1, round(alpha.shape[0] * scale * _FINE))
    image = np.empty((high, wide, 4), dtype=np.uint8)
    image[..., :3] = ink
    image[..., 3] = cv2.resize(alpha, (wide, high), interpolation=cv2.INTER_AREA)
    x = place.box[0] * width + along * max(room - alpha.shape[1] * scale, 0.0) + alpha.shape[1] * scale / 2
    y = (place.box[1] + place.box[3]) / 2 * height + rng.gauss(0, 0.1) * em
    return press(flat, image, (x, y), _FINE)


_FINE: Final = 12.0


def _middle(flat: Flat, place: Place, rng: random.Random) -> tuple[float, float]:
    """Where a small seal or a thumb lands: mostly in the left half of the place, not quite on the line."""
    width, height = flat.size_mm
    x = (place.box[0] + (place.box[2] - place.box[0]) * rng.uniform(0.2, 0.75)) * width
    return x, (place.box[1] + place.box[3]) / 2 * height + rng.gauss(0, 1.3)
