"""Rows of a sign-off whose label OCR lost under a seal or a watermark, told by the gap they leave.

A letter is signed off in one column: the unit with its seal, its representative, the agent, the day. Where a gap between two
of them is that of two rows, somebody signs in it.
"""

import re
from collections.abc import Sequence
from typing import Final

import cv2
import numpy as np

from extractors.evidence import SignatureRole, TextLine
from extractors.marks.signing_labels import plain
from extractors.marks.signing_places import SEAL_HERE, SigningPlace, room_behind
from extractors.ocr.engine import Image

TWO_ROWS: Final = (2.7, 5.4)
"""A gap so many heights of a line from middle to middle holds one more row: rows of sign-offs stand 1.6 to 2.3 apart."""
_DAY: Final = re.compile(r"^(?:签署|签订)?日期|^\d{4}[-年./]")
_ASIDE_EMS: Final = 1.3
_LABEL_EMS: Final = (2.5, 14.0)
"""The shortest and the longest label (受托人, 法定代表人(签字或盖章))."""
_SPACE_EMS: Final = 1.0
"""A wider stretch without ink ends a label; a wide bracket and a colon leave 0.9."""
_DARK: Final = 120
_HALF_ROW_EMS: Final = 0.35


def lost_places(lines: Sequence[TextLine], places: Sequence[SigningPlace], image: Image) -> tuple[SigningPlace, ...]:
    """Return the place that a sign-off's gap holds, if there is one and print begins its row."""
    known = {place.role: place for place in places}
    if ("legal_rep" in known) == ("agent" in known):
        return ()
    beside = known.get("legal_rep") or known["agent"]
    own = (beside.label_box[1] + beside.label_box[3]) / 2 - beside.tilt * (beside.label_box[2] - beside.label_box[0])
    other = _unit(lines, beside) if beside.role == "agent" else _day(lines, beside)
    tall = beside.label_box[3] - beside.label_box[1]
    if other is None or not TWO_ROWS[0] <= abs(other - own) / tall <= TWO_ROWS[1]:
        return ()
    place = _place((own + other) / 2, beside.label_box[0], beside, image)
    return (place,) if place else ()


def _unit(lines: Sequence[TextLine], beside: SigningPlace) -> float | None:
    """How high the unit's own line stands above the sign-off's labels."""
    above = [_middle(line) for line in _column(lines, beside) if SEAL_HERE.search(plain(line.text))]
    return max((row for row in above if row < beside.label_box[1]), default=None)


def _day(lines: Sequence[TextLine], beside: SigningPlace) -> float | None:
    """How high the day stands below the sign-off's labels."""
    below = [_middle(line) for line in _column(lines, beside) if _DAY.search(plain(line.text))]
    return min((row for row in below if row > beside.label_box[3]), default=None)


def _column(lines: Sequence[TextLine], beside: SigningPlace) -> list[TextLine]:
    return [line for line in lines if abs(line.box[0] - beside.label_box[0]) < _ASIDE_EMS * beside.em]


def _middle(line: TextLine) -> float:
    return (line.quad[0][1] + line.quad[3][1]) / 2


def _place(row: float, left: float, beside: SigningPlace, image: Image) -> SigningPlace | None:
    end = _label_end(row, left, beside, image)
    if end is None:
        return None
    tall = beside.label_box[3] - beside.label_box[1]
    row += beside.tilt * (end - left)
    box = (left, row - tall / 2, end, row + tall / 2)
    role: SignatureRole = "legal_rep" if beside.role == "agent" else "agent"
    return SigningPlace(role, "", box, room_behind(box, 1.0), "", row, beside.tilt, beside.em)


def _label_end(row: float, left: float, beside: SigningPlace, image: Image) -> float | None:
    """Where the print that begins a row ends; None where there is no such print, or no end to it."""
    height, width = image.shape[:2]
    em = beside.em * width
    half, x = round(_HALF_ROW_EMS * em), round(left * width)
    sinks = beside.tilt * height / width
    part = image[:, max(0, x) : round(x + _LABEL_EMS[1] * em), 2]
    matrix = np.array([[1, 0, 0], [-sinks, 1, half - row * height]], dtype=np.float32)
    band = cv2.warpAffine(part, matrix, (part.shape[1], 2 * half + 1), borderValue=(255.0,))
    inked = np.flatnonzero((band < np.percentile(band, 85) - _DARK * 0.5).sum(axis=0) > 0)
    gaps = np.flatnonzero(np.diff(inked) > _SPACE_EMS * em)
    end = float(inked[gaps[0]] if len(gaps) else inked[-1]) / em if len(inked) else 0.0
    return left + (end + 0.2) * beside.em if _LABEL_EMS[0] <= end < _LABEL_EMS[1] - _SPACE_EMS else None
