"""A page with print on it, and what can happen to it: drawn in the test, at no size of note."""

from typing import Final

import cv2
import numpy as np

from extractors.evidence import PageEvidence, TextLine
from extractors.ocr.engine import Image

WIDTH, HEIGHT = 900, 1200
PAPER: Final = (205, 210, 215)
TEXTS: Final = ("8 6 3 9 2 0 5 7 4 1", "W K S M A R E B G Q", "3 8 2 6 0 9 7 5 1 4", "R A B S K W G Q M E")
_PITCH, _TOP, _LEFT, _HIGH = 160, 320, 120, 46
_SCALE, _WEIGHT = 1.6, 3


def page_of_print(paper: tuple[int, int, int] = PAPER, ink: int = 40) -> tuple[Image, tuple[TextLine, ...]]:
    """A page of four lines, a little grainy as photos are, and where the lines stand."""
    picture = np.full((HEIGHT, WIDTH, 3), paper, dtype=np.uint8)
    lines = []
    for number, text in enumerate(TEXTS):
        baseline = _TOP + number * _PITCH
        cv2.putText(picture, text, (_LEFT, baseline), cv2.FONT_HERSHEY_SIMPLEX, _SCALE, (ink, ink, ink), _WEIGHT, cv2.LINE_AA)
        right = _LEFT + cv2.getTextSize(text, cv2.FONT_HERSHEY_SIMPLEX, _SCALE, _WEIGHT)[0][0]
        lines.append(line_at(_LEFT, baseline - _HIGH + 4, right, baseline + 8, text))
    grain = np.random.default_rng(1).normal(0, 1.2, picture.shape)
    return np.clip(picture + grain, 0, 255).astype(np.uint8), tuple(lines)


def line_at(left: float, top: float, right: float, bottom: float, text: str = "") -> TextLine:
    """A line in pixels of the page."""
    x0, y0, x1, y1 = left / WIDTH, top / HEIGHT, right / WIDTH, bottom / HEIGHT
    return TextLine(quad=((x0, y0), (x1, y0), (x1, y1), (x0, y1)), text=text, score=0.9)


def evidence_of(lines: tuple[TextLine, ...], width: int = WIDTH, height: int = HEIGHT) -> PageEvidence:
    """The page's evidence before anything was measured."""
    return PageEvidence(number=1, width_px=width, height_px=height, lines=lines)
