"""Red things on papers and desks that are no seals."""

import random
from collections.abc import Callable
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from samples.capture import Flat, press
from samples.facts import Facts
from samples.fonts import faces_of, first_covering
from samples.impressions import Impression

RED: Final = (206, 32, 38)
_PX_PER_MM: Final = 8.0


def _blank(width_mm: float, height_mm: float, ink: tuple[int, int, int] = RED) -> Impression:
    image = np.zeros((round(height_mm * _PX_PER_MM), round(width_mm * _PX_PER_MM), 4), dtype=np.uint8)
    image[..., :3] = ink
    return image


def text_image(text: str, height_mm: float, style: str, ink: tuple[int, int, int] = RED) -> Impression:
    """One line of print, RGBA at ``_PX_PER_MM``."""
    preferred = {"song": "song", "hei": "hei", "kai": "kai"}[style]
    faces = faces_of(preferred)  # type: ignore[arg-type]  # one of the three styles of print
    face = first_covering(text, faces[0])
    size = round(height_mm * _PX_PER_MM)
    font = ImageFont.truetype(str(face.path), size, index=face.index)
    line = Image.new("L", (round(font.getlength(text)) + 8, round(size * 1.4)), 0)
    ImageDraw.Draw(line).text((4, 2), text, fill=245, font=font)
    image = np.zeros((line.height, line.width, 4), dtype=np.uint8)
    image[..., :3], image[..., 3] = ink, np.asarray(line)
    return image


def lay(flat: Flat, image: Impression, middle_mm: tuple[float, float]) -> Flat:
    """Print an image of this room on a paper."""
    return press(flat, image, middle_mm, _PX_PER_MM)


def _heading(flat: Flat, facts: Facts, rng: random.Random) -> Flat:
    """A red letterhead with a rule below and a star in it (红头)."""
    width = flat.size_mm[0]
    title = text_image(facts.employer.name[:12], rng.uniform(7, 11), "song")
    flat = lay(flat, title, (width / 2, 14))
    rule = _blank(150, 8)
    cv2.rectangle(rule, (0, 30), (rule.shape[1], 36), (*RED, 240), -1)
    return lay(flat, rule, (width / 2, 24))


def _ruled(flat: Flat, facts: Facts, rng: random.Random) -> Flat:
    """Red lines across the page, as letter paper has them."""
    width, height = flat.size_mm
    sheet, step = _blank(width - 30, height - 60), rng.uniform(8, 12)
    for row in np.arange(4, height - 62, step):
        cv2.line(sheet, (0, round(row * _PX_PER_MM)), (sheet.shape[1], round(row * _PX_PER_MM)), (*RED, 200), 2)
    return lay(flat, sheet, (width / 2, height / 2 + 10))


def _table(flat: Flat, facts: Facts, rng: random.Random) -> Flat:
    """A small red table."""
    table = _blank(80, 30)
    for share in np.linspace(0.02, 0.98, 5):
        x, y = round(share * table.shape[1]), round(share * table.shape[0])
        cv2.line(table, (x, 4), (x, table.shape[0] - 5), (*RED, 220), 3)
        cv2.line(table, (4, y), (table.shape[1] - 5, y), (*RED, 220), 3)
    return lay(flat, table, (rng.uniform(50, 160), rng.uniform(60, 230)))


def _watermark(flat: Flat, facts: Facts, rng: random.Random) -> Flat:
    """Pale red words across the page."""
    words = text_image("仅供办理就业登记使用", rng.uniform(8, 12), "hei", (230, 120, 120))
    words[..., 3] = (words[..., 3] * rng.uniform(0.25, 0.5)).astype(np.uint8)
    image = Image.fromarray(words).rotate(rng.uniform(20, 45), expand=True)
    return lay(flat, np.asarray(image), (flat.size_mm[0] / 2, rng.uniform(100, 200)))


def _logo(flat: Flat, facts: Facts, rng: random.Random) -> Flat:
    """A firm's red sign in the corner: a filled disc, or a disc with a letter."""
    side = rng.uniform(12, 22)
    logo = _blank(side, side)
    middle = (logo.shape[1] // 2, logo.shape[0] // 2)
    cv2.circle(logo, middle, logo.shape[0] // 2 - 2, (*RED, 245), -1, cv2.LINE_AA)
    if rng.random() < 0.6:
        cv2.circle(logo, middle, logo.shape[0] // 4, (*RED, 0), -1, cv2.LINE_AA)
    return lay(flat, logo, (rng.uniform(20, 50), rng.uniform(14, 26)))


def _marker(flat: Flat, facts: Facts, rng: random.Random) -> Flat:
    """A clerk's red pen: a ring drawn around something, and a tick."""
    note = _blank(60, 30)
    points = []
    for step in range(60):
        angle = step / 57 * 2 * np.pi
        wobble = 1 + 0.06 * np.sin(3 * angle + 1)
        points.append(
            (60 * _PX_PER_MM / 2 + 26 * _PX_PER_MM * wobble * np.cos(angle), 15 * _PX_PER_MM * (1 + 0.8 * np.sin(angle)))
        )
    cv2.polylines(note, [np.array(points, dtype=np.int32)], False, (*RED, 215), 5, cv2.LINE_AA)
    return lay(flat, note, (rng.uniform(60, 150), rng.uniform(70, 200)))


Draw = Callable[[Flat, Facts, random.Random], Flat]
RESEMBLING: Final[dict[str, Draw]] = {
    "red heading": _heading,
    "red lines": _ruled,
    "red table": _table,
    "red watermark": _watermark,
    "red logo": _logo,
    "red pen": _marker,
}


def red_object(picture: NDArray[np.uint8], rng: random.Random) -> NDArray[np.uint8]:
    """The picture with something red lying at its edge: a cap, a box, a cup."""
    height, width = picture.shape[:2]
    result = picture.copy()
    x, y = rng.choice(((0, rng.randrange(height)), (width, rng.randrange(height)), (rng.randrange(width), height)))
    radius = round(rng.uniform(0.03, 0.07) * max(height, width))
    shade = (rng.randint(20, 60), rng.randint(20, 50), rng.randint(160, 210))
    if rng.random() < 0.5:
        cv2.circle(result, (x, y), radius, shade, -1, cv2.LINE_AA)
    else:
        cv2.rectangle(result, (x - radius, y - radius), (x + radius, y + radius), shade, -1)
    return result
