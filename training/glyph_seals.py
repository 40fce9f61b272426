"""Glyphs cut off whole seals as the extractor cuts them: pressed over print, captured, found, unrolled, and placed.

Unlike the patches of ``training.glyph_patches`` these carry what the extractor itself does to them: outlines found a little
off, ink told from print, strokes carried on across it, cells that meet beside the glyph. A place that holds no whole glyph is
an example, too: of nothing.
"""

import math
import random
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from extractors.marks.glyph_model import NOTHING
from extractors.marks.seal_cells import LEAST_HALF, cut_cells, place_glyphs
from extractors.marks.seal_frame import COLUMNS, SealFrame, frame
from extractors.marks.seal_ring import find_band
from extractors.marks.seal_shape import SealShape
from extractors.marks.seal_shapes import find_seal_shapes
from extractors.page.ink import split_inks
from samples.capture import Captured, Flat, press
from samples.fonts import Face, Style, faces_of, first_covering
from samples.impressions import Press, draw
from samples.marks.designs import BLUE, PURPOSES
from samples.seal_canvas import PX_PER_MM
from samples.seals import SealDesign, company_seal, invoice_seal, office_seal, ring_places, special_seal
from training.signing_captures import Strip, captured

_DPI: Final = 200.0
_SIZE_MM: Final = (72.0, 54.0)
_INSIDE: Final = 0.22
_OUTSIDE: Final = 0.36
"""Shares of the spacing: up to the first a place holds the glyph, from the second on none; between them it is unclear."""
_OTHER_COUNTS: Final = (-2, -1, 1, 2)
_LENGTHS: Final = range(6, 25)
_LENGTH_WEIGHTS: Final = (1, 2, 3, 4, 5, 7, 8, 9, 9, 8, 7, 6, 5, 4, 3, 3, 2, 2, 1)
_EDGE_MM: Final = 24.0
"""The seal's middle stays so far inside the paper: most lie whole on it, some are cut."""


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """Cells N×2×CELL_PX×CELL_PX (0..255) and the character of each (N)."""

    cells: NDArray[np.uint8]
    characters: str


def draw_seal(seed: str, pool: str) -> Cut:
    """Press one seal, take its picture, and cut its glyphs; ``pool`` holds the characters to choose from. May be empty."""
    rng = random.Random(seed)
    noise = np.random.default_rng(rng.getrandbits(64))
    design = _design("".join(rng.choices(pool, k=rng.choices(_LENGTHS, _LENGTH_WEIGHTS)[0])), rng)
    pressed = _press(rng)
    flat = _paper(rng, noise)
    middle = [rng.uniform(_EDGE_MM, side - _EDGE_MM) if side > 2 * _EDGE_MM else side / 2 for side in flat.size_mm]
    if rng.random() < _DOUBLE:
        other = company_seal("".join(rng.choices(pool, k=12)))
        turn, apart = rng.uniform(0, 2 * math.pi), rng.uniform(22, 36)
        beside = (middle[0] + apart * math.cos(turn), middle[1] + apart * math.sin(turn))
        flat = press(flat, draw(other, _face(other.text, rng), noise, _press(rng)), beside, PX_PER_MM)
    flat = press(flat, draw(design, _face(design.text, rng), noise, pressed), (middle[0], middle[1]), PX_PER_MM)
    taken = captured(Strip(flat, (0, 0)), (rng, noise))
    corners = _glyph_middles(design, pressed, (middle[0], middle[1]), taken)
    shape = _found(taken, corners.mean(axis=0))
    return _cut(design.text, corners, shape, (taken, rng)) if shape else Cut(np.zeros((0, 2, 1, 1), np.uint8), "")


_DOUBLE: Final = 0.1


def _design(text: str, rng: random.Random) -> SealDesign:
    kind = rng.choices(("firm", "special", "invoice", "office"), (55, 25, 12, 8))[0]
    if kind == "special":
        return special_seal(text, rng.choice(PURPOSES), star=rng.random() < 0.6)
    if kind == "invoice":
        return invoice_seal(text, "".join(rng.choices("0123456789ABCDEFGH", k=18)))
    if kind == "office":
        return office_seal(text)
    code = "".join(rng.choices("0123456789", k=13)) if rng.random() < 0.5 else ""
    return company_seal(text, code, width_mm=rng.choice((38.0, 40.0, 40.0, 42.0)))


def _press(rng: random.Random) -> Press:
    state = rng.choices(("clear", "faint", "worn"), (60, 24, 16))[0]
    ink = rng.choice(BLUE) if rng.random() < 0.08 else None
    strength = rng.uniform(0.2, 0.45) if state == "faint" else rng.uniform(0.8, 1.0)
    return Press(rng.uniform(-180, 180), ink, strength, rng.uniform(0.1, 0.3) if state == "worn" else 0.0)


def _face(text: str, rng: random.Random) -> Face:
    style: Style = rng.choices(("song", "hei", "kai"), (80, 12, 8))[0]
    return first_covering(text, rng.choice(faces_of(style)))


def _paper(rng: random.Random, noise: np.random.Generator) -> Flat:
    """White paper, bare or with lines of print and ruled lines."""
    width, height = (round(side * _DPI / 25.4) for side in _SIZE_MM)
    image = Image.new("L", (width, height), 255)
    pen = ImageDraw.Draw(image)
    if rng.random() < _PRINTED:
        em = round(rng.uniform(3.4, 5.8) * _DPI / 25.4)
        face = rng.choice(faces_of(rng.choice(("song", "hei", "kai"))))
        font = ImageFont.truetype(str(face.path), em, index=face.index)
        grey = rng.randint(0, 70)
        y = rng.uniform(-1, 1) * em
        while y < height:
            if rng.random() < _LINE_PRINTED:
                line = "".join(rng.choices(_PRINT, k=rng.randint(4, 24)))
                pen.text((rng.uniform(-0.3, 0.7) * width, y), line, fill=grey, font=font)
            y += em * rng.uniform(1.25, 2.2)
    if rng.random() < _RULED:
        for _ in range(rng.randint(1, 4)):
            at = rng.uniform(0, height)
            pen.line([(0, at), (width, at)], fill=rng.randint(0, 90), width=rng.randint(1, 3))
            if rng.random() < 0.5:
                at = rng.uniform(0, width)
                pen.line([(at, 0), (at, height)], fill=rng.randint(0, 90), width=rng.randint(1, 3))
    picture = cv2.GaussianBlur(np.asarray(image), (0, 0), noise.uniform(0.3, 0.6))
    return Flat(np.asarray(cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR), dtype=np.uint8), _DPI)


_PRINTED: Final = 0.6
_LINE_PRINTED: Final = 0.75
_RULED: Final = 0.15
_PRINT: Final = (
    "兹证明该同志于年月日与我单位解除劳动合同关系特此说明公章盖姓名身份证号码日期法定代表人委托书经办联系电话地址"
    "0123456789零一二三四五六七八九十，。：有限公司签字用人单位员工本因个人原因提出离职手续已办理完毕工资结清"
)


def _glyph_middles(design: SealDesign, pressed: Press, middle_mm: tuple[float, float], taken: Captured) -> NDArray[np.float64]:
    """The middles of the ring's glyphs on the picture, in pixels: N×2."""
    turn = math.radians(pressed.turn_deg or 0.0)
    places = np.array([(x, y) for x, y, _ in ring_places(design)])
    turned = places @ np.array([[math.cos(turn), -math.sin(turn)], [math.sin(turn), math.cos(turn)]])
    on_paper = (turned + middle_mm) * _DPI / 25.4
    return np.asarray(cv2.perspectiveTransform(on_paper[None], taken.matrix)[0], dtype=np.float64)


def _found(taken: Captured, about: NDArray[np.float64]) -> SealShape | None:
    """The ring that the finder sees there."""
    shapes = [shape for shape in find_seal_shapes(split_inks(taken.picture)) if shape.kind in ("round", "oval")]
    near = [shape for shape in shapes if math.dist(shape.centre, about) < 0.5 * shape.half_axes[1]]
    return min(near, key=lambda shape: math.dist(shape.centre, about), default=None)


def _cut(text: str, middles: NDArray[np.float64], shape: SealShape, on: tuple[Captured, random.Random]) -> Cut:
    taken, rng = on
    cut = frame(shape, taken.picture)
    band = find_band(cut.ring)
    if band is None:
        return Cut(np.zeros((0, 2, 1, 1), np.uint8), "")
    true = _columns(middles, shape, cut)
    cells: list[NDArray[np.float32]] = []
    characters = ""
    for count in (len(text), len(text) + rng.choice(_OTHER_COUNTS)):
        places = place_glyphs(cut.ring, band, count)
        if places.half < LEAST_HALF:
            continue
        pitch = float(places.middles[1] - places.middles[0])
        for cell, middle in zip(cut_cells(cut, band, places)[0], places.middles, strict=True):
            away = (true - middle + COLUMNS / 2) % COLUMNS - COLUMNS / 2
            nearest = int(np.abs(away).argmin())
            off = abs(float(away[nearest])) / pitch
            if off < _INSIDE or (off > _OUTSIDE and rng.random() < _KEPT):
                cells.append(cell)
                characters += text[nearest] if off < _INSIDE else NOTHING
    return Cut((np.stack(cells) * 255).astype(np.uint8), characters) if cells else Cut(np.zeros((0, 2, 1, 1), np.uint8), "")


_KEPT: Final = 0.5


def _columns(middles: NDArray[np.float64], shape: SealShape, cut: SealFrame) -> NDArray[np.float64]:
    """The columns of the unrolled ring at which points of the picture lie."""
    angle = math.radians(shape.angle_deg)
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    stretch = turn @ np.diag(shape.half_axes) @ turn.T
    flat = (middles - shape.centre) @ np.linalg.inv(stretch).T
    angles = np.arctan2(flat[:, 0], -flat[:, 1]) % (2 * math.pi)
    return np.asarray(np.interp(angles, np.append(cut.turns, 2 * math.pi), np.arange(COLUMNS + 1)), dtype=np.float64)
