"""What stands in the room behind a label: nothing, print, or a pen's strokes."""

from dataclasses import dataclass
from typing import Final, Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.evidence import Box
from extractors.marks.pen_model import LABEL_PX as MODEL_LABEL_PX
from extractors.marks.pen_model import PATCH_HEIGHT, PATCH_WIDTH, by_hand
from extractors.ocr.engine import Image

LABEL_PX: Final = 64
"""Every room is looked at with its label this tall."""
DARK: Final = 0.28
FAINT: Final = 0.15
"""How much darker than its paper (0..1) a stroke is (thin ballpoint reaches 0.35), and what may be one."""
RULE_LENGTH: Final = 1.7
RULE_THICK_PX: Final = 9
"""A run of ink wider than so many label heights, and no thicker, is a ruled line and no stroke."""
LEAST_INK: Final = 0.025
"""Ink in squares of the label's height below which nothing is written: a comma has 0.01, the thinnest name 0.15."""
DOUBTFUL_INK: Final = 0.10
SPECK_PX: Final = 14
"""Components smaller than this are dust, or JPEG."""
BLUE_LEAD: Final = 0.08
BLUE_SHARE: Final = 0.35
"""Share of the ink that is blue, by this lead over red, from which a pen wrote it."""
RED_LEAD: Final = 0.12
FAINT_RED_LEAD: Final = 0.04
RED_BRIGHT: Final = 0.5
"""Where red leads by so much and is still so bright, the ink is a seal's; the edges of its strokes lead by less."""
SURE_PEN: Final = 0.7
SURE_PRINT: Final = 0.2
"""What the model says (0..1) from which ink is a pen's, and to which it is print; between, nobody can tell."""

Hand = Literal["blank", "printed", "handwritten", "unclear"]
_Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Strokes:
    """What a room holds, how sure that is (0..1), and where its ink lies in fractions of the page."""

    state: Hand
    confidence: float
    box: Box


def look_at(image: Image, room: Box, label: Box) -> Strokes:
    """Judge the ink in a room by the size of its label; both are fractions of the page (H×W×3 BGR)."""
    height, width = image.shape[:2]
    left, top, right, bottom = int(room[0] * width), int(room[1] * height), int(room[2] * width), int(room[3] * height)
    tall = (label[3] - label[1]) * height
    if right - left < tall or tall < 4:  # noqa: PLR2004  pixels: nothing can be told from fewer
        return Strokes("unclear", 0.0, room)
    scale = LABEL_PX / tall
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    part = cv2.resize(image[top:bottom, left:right], None, fx=scale, fy=scale, interpolation=method)
    level = _level(np.asarray(part, dtype=np.uint8))
    dark = np.where(_is_red(level), 0, 1 - level[:, :, 2])
    pen = _strokes(dark > DARK)
    squares = float(pen.sum()) / LABEL_PX**2
    if squares < LEAST_INK:
        faint = float(_strokes((dark > FAINT) & ~_is_red(level, FAINT_RED_LEAD)).sum()) / LABEL_PX**2
        return Strokes("blank", 0.96, room) if faint < DOUBTFUL_INK else Strokes("unclear", 0.5, room)
    rows, columns = np.nonzero(pen)
    box = (
        (left + columns.min() / scale) / width,
        (top + rows.min() / scale) / height,
        min(1.0, (left + columns.max() / scale) / width),
        min(1.0, (top + rows.max() / scale) / height),
    )
    state, confidence = _hand(level, pen, _patch(np.asarray(dark, dtype=np.float32)))
    if squares < DOUBTFUL_INK:
        return Strokes("unclear", 0.5, box)
    return Strokes(state, confidence, box)


def _hand(level: NDArray[np.float32], pen: _Mask, patch: NDArray[np.float32]) -> tuple[Hand, float]:
    """Blue is a pen's; black is what the model takes it for."""
    blue = ((level[:, :, 0] - level[:, :, 2]) > BLUE_LEAD) & pen
    if blue.sum() > BLUE_SHARE * pen.sum():
        return "handwritten", 0.97
    likely = by_hand(patch)
    if likely >= SURE_PEN:
        return "handwritten", likely
    return ("printed", 1 - likely) if likely <= SURE_PRINT else ("unclear", 0.5)


def _patch(dark: NDArray[np.float32]) -> NDArray[np.float32]:
    """What the model sees of a room: its label PATCH tall, cut or filled up at the right."""
    scale = MODEL_LABEL_PX / LABEL_PX
    small = cv2.resize(dark, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    patch = np.zeros((PATCH_HEIGHT, PATCH_WIDTH), dtype=np.float32)
    rows, columns = min(PATCH_HEIGHT, small.shape[0]), min(PATCH_WIDTH, small.shape[1])
    patch[:rows, :columns] = small[:rows, :columns]
    return patch


def _level(part: Image) -> NDArray[np.float32]:
    paper = np.maximum(np.percentile(part.reshape(-1, 3), 85, axis=0), 1.0)
    return np.asarray(np.clip(part.astype(np.float32) / paper.astype(np.float32), 0, 1), dtype=np.float32)


def _is_red(level: NDArray[np.float32], least_lead: float = RED_LEAD) -> _Mask:
    lead = level[:, :, 2] - np.maximum(level[:, :, 0], level[:, :, 1])
    return np.asarray((lead > least_lead) & (level[:, :, 2] > RED_BRIGHT), dtype=np.bool_)


def _strokes(inked: NDArray[np.bool_]) -> _Mask:
    """Ink without ruled lines, without specks, and without what only reaches in from above or below."""
    rules = cv2.morphologyEx(inked.astype(np.uint8), cv2.MORPH_OPEN, np.ones((1, round(RULE_LENGTH * LABEL_PX)), np.uint8))
    thick = cv2.morphologyEx(rules, cv2.MORPH_OPEN, np.ones((RULE_THICK_PX, 1), np.uint8))
    thin = cv2.dilate(cv2.subtract(rules, thick), np.ones((5, 1), np.uint8)) > 0
    left = (inked & ~thin).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(left, connectivity=8)
    keep = np.zeros(count, dtype=np.bool_)
    height = inked.shape[0]
    for index in range(1, count):
        top, tall, area = stats[index, cv2.CC_STAT_TOP], stats[index, cv2.CC_STAT_HEIGHT], stats[index, cv2.CC_STAT_AREA]
        wide = stats[index, cv2.CC_STAT_WIDTH]
        reaches_in = (top == 0 or top + tall == height) and tall < LABEL_PX // 2
        is_rule = wide > RULE_LENGTH * LABEL_PX and area < RULE_THICK_PX * wide and tall < LABEL_PX // 3
        keep[index] = area >= SPECK_PX and not reaches_in and not is_rule
    return np.asarray(keep[labels], dtype=np.bool_)
