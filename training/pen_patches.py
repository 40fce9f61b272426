"""Patches to learn from: names written by a pen, and names in print, behind a label as a page shows them."""

import random
from datetime import date
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from extractors.marks.pen_model import LABEL_PX, PATCH_HEIGHT, PATCH_WIDTH
from samples.fonts import Face, faces_of, first_covering
from samples.handwriting import handwritten
from samples.impressions import draw
from samples.people import draw_person
from samples.seals import company_seal, name_seal
from samples.textures import smooth_noise

Patch = NDArray[np.float32]
"""PATCH_HEIGHT × PATCH_WIDTH, 0 (paper) to 1 (black)."""

_FINE: Final = 3
"""Patches are drawn so many times larger, and brought down through the resolution of a bad scan."""
_SEALED: Final = 0.35
"""Share of patches that a seal reaches into."""
_TEXT: Final = "本单位有限公司解除劳动合同证明日期签字盖章委托代理人身份证号码办理事项自起至止特此"
_TAIL: Final = "年月日（盖章）电话0123456789：，。"


def draw_patch(rng: random.Random, *, by_hand: bool) -> Patch:
    """Draw one patch: a name, perhaps on a line, perhaps with bits of other text around it."""
    noise = np.random.default_rng(rng.getrandbits(64))
    canvas = np.zeros((PATCH_HEIGHT * _FINE, PATCH_WIDTH * _FINE), dtype=np.float32)
    em, base = LABEL_PX * _FINE, int(PATCH_HEIGHT * _FINE * 0.73)
    right = _name_by_hand(canvas, rng, noise, em, base) if by_hand else _name_in_print(canvas, rng, em, base)
    if rng.random() < 0.5:
        y = base + round(rng.uniform(0.0, 0.35) * em)
        end = rng.randint(right // 2, canvas.shape[1])
        cv2.line(canvas, (0, y + rng.randint(-4, 4)), (end, y + rng.randint(-4, 4)), (0.9,), rng.randint(1, 5))
    if rng.random() < 0.35:
        tail = "".join(rng.choices(_TAIL, k=rng.randint(1, 6)))
        _put(canvas, _printed(rng, tail, em), (right + rng.randint(em // 2, 2 * em), base))
    if rng.random() < _SEALED:
        _press(canvas, rng, noise)
    for edge in (-0.9, 1.7):
        if rng.random() < 0.55:
            text = "".join(rng.choices(_TEXT, k=rng.randint(3, 9)))
            low = base + round((edge + rng.uniform(-0.25, 0.25)) * em)
            _put(canvas, _printed(rng, text, em), (rng.randint(-em, 2 * em), low))
    return _captured(canvas, rng, noise)


def _press(canvas: Patch, rng: random.Random, noise: np.random.Generator) -> None:
    """Part of a seal as a grey copy shows it; in colour it would not be among the ink looked at."""
    name = draw_person(rng, date(2024, 6, 1)).authority + "有限公司"
    design = company_seal(name[:14], "1".join(str(rng.randint(10, 99)) for _ in range(4)))
    if rng.random() < 0.3:
        design = name_seal(_name(rng))
    face = first_covering(design.text, rng.choice(faces_of("song")))
    ink = draw(design, face, noise)[..., 3].astype(np.float32) / 255 * rng.uniform(0.15, 0.75)
    side = rng.uniform(6.0, 10.0) * LABEL_PX * _FINE * design.width_mm / 40
    scale = side / ink.shape[1]
    ink = cv2.resize(ink, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    _lay(canvas, ink, round(rng.uniform(-0.8, 1.0) * canvas.shape[1]), round(rng.uniform(-0.95, 0.6) * ink.shape[0]))


def _name_by_hand(canvas: Patch, rng: random.Random, noise: np.random.Generator, em: int, base: int) -> int:
    face = rng.choice([*faces_of("signature"), *[hand for hand in faces_of("hand") if "LXGW" not in hand.name]])
    name = next(name for name in iter(lambda: _name(rng), "") if face.covers(name))
    ink = handwritten(name, face, noise, slant=rng.uniform(-0.1, 0.45)).astype(np.float32) / 255
    height = rng.uniform(0.85, 2.0) * em
    scale = height / ink.shape[0]
    ink = cv2.resize(ink, (max(4, round(ink.shape[1] * scale)), round(height)), interpolation=cv2.INTER_AREA)
    side = rng.choice((1, 2, 2, 3))
    ink = cv2.dilate(ink, np.ones((side, side), np.uint8)) if rng.random() < 0.5 else ink
    top = base - round(0.45 * em + height / 2 + rng.uniform(-0.3, 0.3) * em)
    left = rng.randint(0, 3 * em)
    _lay(canvas, ink * rng.uniform(0.55, 1.0), left, top)
    return min(canvas.shape[1] - 1, left + ink.shape[1])


def _name_in_print(canvas: Patch, rng: random.Random, em: int, base: int) -> int:
    size = round(em * (rng.uniform(0.85, 1.15) if rng.random() < 0.85 else rng.uniform(1.15, 1.5)))
    gap = rng.choice((0, 0, 0, size // 6, size // 2))
    ink = _printed(rng, _name(rng), size, gap)
    left = rng.randint(0, 3 * em)
    _put(canvas, ink, (left, base + rng.randint(-em // 10, em // 10)))
    return min(canvas.shape[1] - 1, left + ink.shape[1])


def _name(rng: random.Random) -> str:
    return draw_person(rng, date(2024, 6, 1)).name[:5]


def _printed(rng: random.Random, text: str, size: int, gap: int = 0) -> Patch:
    """A line of print; its baseline is its bottom."""
    preferred: Face = rng.choice([*faces_of("song"), *faces_of("hei"), *faces_of("kai")])
    face = first_covering(text, preferred)
    font = ImageFont.truetype(str(face.path), size, index=face.index)
    image = Image.new("L", ((size + gap) * (len(text) + 1), round(size * 1.3)), 0)
    x, stroke = 0.0, rng.choice((0, 0, 0, 1, 2))
    for char in text:
        ImageDraw.Draw(image).text((x, size), char, fill=255, font=font, anchor="ls", stroke_width=stroke)
        x += font.getlength(char) + gap
    return np.asarray(image, dtype=np.float32)[:, : max(1, round(x))] / 255 * rng.uniform(0.7, 1.0)


def _put(canvas: Patch, ink: Patch, at: tuple[int, int]) -> None:
    """Lay print with its baseline (1/1.3 of its height) at a point."""
    _lay(canvas, ink, at[0], at[1] - round(ink.shape[0] / 1.3))


def _lay(canvas: Patch, ink: Patch, left: int, top: int) -> None:
    height, width = canvas.shape
    x0, y0, x1, y1 = max(0, left), max(0, top), min(width, left + ink.shape[1]), min(height, top + ink.shape[0])
    if x0 < x1 and y0 < y1:
        window = canvas[y0:y1, x0:x1]
        np.maximum(window, ink[y0 - top : y1 - top, x0 - left : x1 - left], out=window)


def _captured(canvas: Patch, rng: random.Random, noise: np.random.Generator) -> Patch:
    """A little askew, through a scanner or a phone of some resolution, blurred, noisy, compressed."""
    height, width = canvas.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), rng.gauss(0, 1.0), rng.uniform(0.94, 1.06))
    matrix[0, 1] += rng.gauss(0, 0.03)
    canvas = cv2.warpAffine(canvas, matrix, (width, height))
    if rng.random() < 0.3:
        canvas = canvas * np.clip(1 - 0.35 * np.abs(smooth_noise(canvas.shape, 12.0, noise)), 0, 1)
    coarse = rng.uniform(0.55, 1.5) / _FINE
    small = cv2.resize(canvas, None, fx=coarse, fy=coarse, interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), rng.uniform(0.2, 0.9))
    grey = np.clip(255 * (1 - small * rng.uniform(0.6, 0.95)) + noise.normal(0, rng.uniform(0.5, 6), small.shape), 0, 255)
    _, coded = cv2.imencode(".jpg", grey.astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, rng.randint(45, 92)])
    decoded = cv2.imdecode(coded, cv2.IMREAD_GRAYSCALE)
    sized = cv2.resize(
        decoded, (PATCH_WIDTH, PATCH_HEIGHT), interpolation=cv2.INTER_AREA if coarse * _FINE > 1 else cv2.INTER_LINEAR
    )
    paper = max(1.0, float(np.percentile(sized, 85)))
    return np.asarray(np.clip(1 - sized / paper, 0, 1), dtype=np.float32)
