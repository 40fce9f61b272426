"""Turns a flat paper into what an applicant uploads: a scan or a phone photo.

Pictures are height x width x 3 arrays, uint8, BGR. Everything stays legible to a careful person: a capture is a nuisance here,
never a defect.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from samples.textures import Field, desk, slope, smooth_noise

Picture = NDArray[np.uint8]

MM_PER_INCH = 25.4
CARD_CORNER_MM = 3.18
"""Corner radius of an ID card (GA 448)."""


@dataclass(frozen=True, slots=True)
class Flat:
    """A paper as it lies: its picture and resolution. ``corner_mm`` rounds the corners of cards."""

    picture: Picture
    dpi: float
    corner_mm: float = 0.0

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height."""
        height, width = self.picture.shape[:2]
        return width / self.dpi * MM_PER_INCH, height / self.dpi * MM_PER_INCH


def press(flat: Flat, impression: NDArray[np.uint8], centre_mm: tuple[float, float], px_per_mm: float) -> Flat:
    """Stamp an RGBA impression over the paper: ink darkens what is under it and hides nothing.

    What reaches beyond the paper's edge is lost, as on paper.
    """
    scale = flat.dpi / MM_PER_INCH / px_per_mm
    size = (round(impression.shape[1] * scale), round(impression.shape[0] * scale))
    ink = cv2.resize(impression, size, interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    left, top = (round(centre * flat.dpi / MM_PER_INCH - side / 2) for centre, side in zip(centre_mm, size, strict=True))
    height, width = flat.picture.shape[:2]
    x0, y0, x1, y1 = max(left, 0), max(top, 0), min(left + size[0], width), min(top + size[1], height)
    if x0 >= x1 or y0 >= y1:
        return flat
    ink = ink[y0 - top : y1 - top, x0 - left : x1 - left]
    through = 1 - ink[..., 3:] * (1 - ink[..., 2::-1])
    picture = flat.picture.copy()
    picture[y0:y1, x0:x1] = (picture[y0:y1, x0:x1] * through).astype(np.uint8)
    return Flat(picture, flat.dpi, flat.corner_mm)


def place(card: Flat, page_mm: tuple[float, float]) -> Flat:
    """Lay a card in the middle of a white page."""
    width, height = (round(side * card.dpi / MM_PER_INCH) for side in page_mm)
    page = np.full((height, width, 3), 255, dtype=np.uint8)
    rows, columns = card.picture.shape[:2]
    top, left = (height - rows) // 2, (width - columns) // 2
    mask = _outline(card)[..., None]
    page[top : top + rows, left : left + columns] = np.clip(card.picture * mask + 255 * (1 - mask), 0, 255).astype(np.uint8)
    return Flat(page, card.dpi)


@dataclass(frozen=True, slots=True, eq=False)
class Captured:
    """A picture of a paper; ``matrix`` (3×3) takes the paper's pixels to the picture's."""

    picture: Picture
    matrix: NDArray[np.float64]


def scan(flat: Flat, rng: np.random.Generator, skew_deg: float | None = None, grey: bool = False) -> Captured:
    """A flat-bed scan: a little askew, the paper's tint, a shadowed edge, fine noise."""
    angle = rng.uniform(-1.5, 1.5) if skew_deg is None else skew_deg
    height, width = flat.picture.shape[:2]
    tint = _PAPER_TINTS[rng.integers(len(_PAPER_TINTS))]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turned = cv2.warpAffine(flat.picture, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=(250, 250, 250))
    tinted = turned.astype(np.float32) * np.array(tint, dtype=np.float32) * (1 + 0.025 * slope((height, width), rng))[..., None]
    soft = cv2.GaussianBlur(tinted, (0, 0), rng.uniform(0.35, 0.6))
    noise = rng.normal(0, rng.uniform(0.6, 1.8), (height, width, 1)).astype(np.float32)
    result = np.clip(soft + noise + rng.uniform(-4, 6), 0, 255).astype(np.uint8)
    if grey:
        result = np.asarray(cv2.cvtColor(cv2.cvtColor(result, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR), dtype=np.uint8)
    return Captured(result, np.vstack([matrix, (0, 0, 1)]))


_PAPER_TINTS = ((1.0, 1.0, 1.0), (0.985, 0.99, 0.99), (0.95, 0.975, 0.985), (0.93, 0.965, 0.98), (0.97, 0.97, 0.965))


@dataclass(frozen=True, slots=True)
class Shot:
    """How a photo is taken: ``fill`` is the share of the frame's narrower fit that the paper takes, ``desk`` its number."""

    megapixels: float
    fill: float
    desk: int


def photo(flat: Flat, rng: np.random.Generator, shot: Shot) -> Captured:
    """A phone photo from above: perspective, a desk, uneven light, a soft shadow, the camera's own colour, blur and noise."""
    shape = _frame(flat, shot.megapixels)
    corners = _corners(flat, shape, shot.fill, rng)
    lying = laid(desk(shape, shot.desk, rng), flat, corners, rng)
    return Captured(developed(lying, rng), matrix_to(flat, corners))


def laid(ground: Field, flat: Flat, corners: Field, rng: np.random.Generator) -> Field:
    """A paper on a ground (height x width x 3, 0..255); ``corners`` (4 x 2, clockwise from its upper left) say where."""
    picture, mask = _warped(flat, ground.shape[:2], corners)
    shaded = ground * _cast_shadow(mask, rng)[..., None]
    return np.asarray(picture * mask[..., None] + shaded * (1 - mask[..., None]), dtype=np.float32)


def developed(scene: Field, rng: np.random.Generator) -> Picture:
    """What a phone makes of a scene: uneven light, the camera's own colour, blur and noise."""
    shape = scene.shape[:2]
    lit = scene * _light(shape, rng)[..., None] * _white_balance(rng)
    soft = cv2.GaussianBlur(lit, (0, 0), rng.uniform(0.4, 0.75))
    noise = rng.normal(0, rng.uniform(0.8, 2.2), (*shape, 1)).astype(np.float32)
    return np.asarray(np.clip(soft + noise, 0, 255), dtype=np.uint8)


def _frame(flat: Flat, megapixels: float) -> tuple[int, int]:
    """Height and width of a 4:3 picture, held the way the paper lies."""
    short = int((megapixels * 1e6 * 0.75) ** 0.5) // 4 * 4
    long = short * 4 // 3
    width_mm, height_mm = flat.size_mm
    return (long, short) if height_mm >= width_mm else (short, long)


def _corners(flat: Flat, shape: tuple[int, int], fill: float, rng: np.random.Generator) -> Field:
    """Where the paper's corners land: centred more or less, turned by a few degrees, seen from slightly beside."""
    height, width = shape
    scale = min(width / flat.size_mm[0], height / flat.size_mm[1]) * fill * rng.uniform(0.97, 1.03)
    half = np.array(flat.size_mm, dtype=np.float32) * scale / 2
    angle = np.radians(rng.normal(0, 1.6))
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    square = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)], dtype=np.float32) * half
    middle = np.array([width / 2, height / 2]) + rng.normal(0, 0.008, 2) * (width, height)
    lean = rng.normal(0, 0.016, (4, 2)) * (width, height)
    corners = square @ turn + middle + np.clip(lean, -0.03 * width, 0.03 * width)
    return np.asarray(np.clip(corners, 4, (width - 4, height - 4)), dtype=np.float32)


def matrix_to(flat: Flat, corners: Field) -> NDArray[np.float64]:
    """What takes the paper's corners to where they land."""
    height, width = flat.picture.shape[:2]
    source = np.array([(0, 0), (width, 0), (width, height), (0, height)], dtype=np.float32)
    return np.asarray(cv2.getPerspectiveTransform(source, corners), dtype=np.float64)


def _warped(flat: Flat, shape: tuple[int, ...], corners: Field) -> tuple[Field, Field]:
    """The paper in the camera's view and its mask, 0..1."""
    matrix = matrix_to(flat, corners)
    width = flat.picture.shape[1]
    size = (shape[1], shape[0])
    shrink = max(width / np.linalg.norm(corners[1] - corners[0]), 1.0)
    soft = cv2.GaussianBlur(flat.picture, (0, 0), 0.45 * shrink) if shrink > _ALIASING else flat.picture
    picture = cv2.warpPerspective(soft, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    mask = cv2.warpPerspective(_outline(flat), matrix, size, flags=cv2.INTER_LINEAR)
    return picture.astype(np.float32), np.asarray(mask, dtype=np.float32)


_ALIASING = 1.3
"""From this shrinking on, thin strokes break up unless the paper is softened first."""


_FULL = (1.0,)
"""The colour of a mask."""


def _outline(flat: Flat) -> Field:
    """1 on the paper, 0 outside its rounded corners."""
    height, width = flat.picture.shape[:2]
    radius = round(flat.corner_mm * flat.dpi / MM_PER_INCH)
    if not radius:
        return np.ones((height, width), dtype=np.float32)
    mask = np.zeros((height, width), dtype=np.float32)
    mask[radius : height - radius] = 1
    mask[:, radius : width - radius] = 1
    for x in (radius, width - radius - 1):
        for y in (radius, height - radius - 1):
            cv2.circle(mask, (x, y), radius, _FULL, -1, cv2.LINE_AA)
    return mask


def _cast_shadow(mask: Field, rng: np.random.Generator) -> Field:
    """The thin shadow that a sheet throws on the desk."""
    shift = rng.uniform(-9, 9, 2)
    moved = cv2.warpAffine(mask, np.array([[1, 0, shift[0]], [0, 1, shift[1]]], dtype=np.float32), mask.shape[::-1])
    return np.asarray(1 - 0.45 * cv2.GaussianBlur(moved, (0, 0), 7.0), dtype=np.float32)


def _light(shape: tuple[int, int], rng: np.random.Generator) -> Field:
    """Light that falls off to one side, and the soft shadow of whoever holds the phone."""
    light = rng.uniform(0.86, 1.0) + rng.uniform(0.05, 0.28) * slope(shape, rng) + 0.015 * smooth_noise(shape, 150.0, rng)
    rows, columns = np.indices(shape, dtype=np.float32)
    x, y = rng.uniform(0, 1) * shape[1], rng.choice([0.02, 0.98]) * shape[0]
    distance = np.hypot((columns - x) / shape[1], (rows - y) / shape[0])
    shadow = rng.uniform(0.0, 0.24) * np.clip(1 - distance / rng.uniform(0.5, 0.9), 0, 1)
    return np.asarray(np.clip(light - shadow, 0.5, 1.04), dtype=np.float32)


def _white_balance(rng: np.random.Generator) -> Field:
    """Gains for B, G and R: warm lamps, cold daylight."""
    warmth = rng.uniform(-0.06, 0.08)
    return np.array([1 - warmth, 1 - warmth * 0.2, 1 + warmth * 0.4], dtype=np.float32)
