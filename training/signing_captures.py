"""Parts of papers as scanners, copiers and phones take them."""

import random
from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np

from extractors.marks.signing_places import SigningPlace
from samples.capture import Captured, Flat, Picture, Shot, photo, scan
from samples.textures import DESKS

_PX_PER_MM: Final = (4.9, 7.8)
"""How finely phones of 2.2 to 5 megapixels take a page."""
_SCAN_DPI: Final = (130.0, 200.0)


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """Part of a paper; ``corner`` is where its left upper corner lies on the paper, in pixels."""

    flat: Flat
    corner: tuple[int, int]

    def landed(self, place: SigningPlace, taken: Captured, paper: Flat) -> SigningPlace:
        """A place of the paper as it lies on a picture of the strip."""
        height, width = paper.picture.shape[:2]
        far = 0.25
        left, _, right, _ = place.room
        ends = (
            np.array(
                [(left, place.row), (right, place.row), (left + place.em, place.row), (left + far, place.row)], dtype=np.float64
            )
            * (width, height)
            - self.corner
        )
        rows, columns = taken.picture.shape[:2]
        (x, y), until, beside, along = cv2.perspectiveTransform(ends[None], taken.matrix)[0]
        room = (x / columns, y / rows - 0.05, until[0] / columns, y / rows + 0.05)
        em = float(np.hypot(beside[0] - x, beside[1] - y)) / columns
        tilt = (along[1] - y) / rows / ((along[0] - x) / columns)
        return replace(place, room=room, row=y / rows, tilt=tilt, em=em)


def captured(strip: Strip, chance: tuple[random.Random, np.random.Generator]) -> Captured:
    """Scan, copy or photograph a strip, store it as a JPEG."""
    rng, noise = chance
    flat = strip.flat
    if rng.random() < 0.15:
        tint = np.array([rng.uniform(0.72, 0.85), rng.uniform(0.88, 0.94), rng.uniform(0.94, 0.99)])
        flat = replace(flat, picture=np.asarray(flat.picture * tint, dtype=np.uint8))
    kind = rng.choices(("scan", "photo", "grey"), (45, 38, 17))[0]
    if kind == "photo":
        long = flat.size_mm[0] * rng.uniform(*_PX_PER_MM) / 0.9
        taken = photo(flat, noise, Shot(0.75 * long**2 / 1e6, 0.9, rng.randrange(DESKS)))
    else:
        taken = _scanned(flat, (rng, noise), grey=kind == "grey")
    picture = _filtered(taken.picture, rng) if kind != "grey" and rng.random() < 0.15 else taken.picture
    _, coded = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, rng.randint(50, 90)])
    return replace(taken, picture=np.asarray(cv2.imdecode(coded, cv2.IMREAD_COLOR), dtype=np.uint8))


def _scanned(flat: Flat, chance: tuple[random.Random, np.random.Generator], *, grey: bool) -> Captured:
    rng, noise = chance
    scale = rng.uniform(*_SCAN_DPI) / flat.dpi
    smaller = cv2.resize(flat.picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    taken = scan(Flat(np.asarray(smaller, dtype=np.uint8), flat.dpi * scale), noise, grey=grey)
    return replace(taken, matrix=taken.matrix @ np.diag([scale, scale, 1.0]))


def _filtered(picture: Picture, rng: random.Random) -> Picture:
    """What phones' document filters do: whiter paper, darker ink, stronger colours."""
    gained = np.clip((picture.astype(np.float32) - 128) * rng.uniform(1.1, 1.5) + rng.uniform(130, 150), 0, 255)
    hsv = cv2.cvtColor(gained.astype(np.uint8), cv2.COLOR_BGR2HSV).astype(np.float32)
    hsv[..., 1] = np.clip(hsv[..., 1] * rng.uniform(0.9, 1.3), 0, 255)
    return np.asarray(cv2.cvtColor(hsv.astype(np.uint8), cv2.COLOR_HSV2BGR), dtype=np.uint8)
