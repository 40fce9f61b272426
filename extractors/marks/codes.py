"""QR codes on a page. Those of licences since 2019 lead to the firm's entry in the public register (DOMAIN 1.1)."""

from typing import Final

import cv2
import numpy as np
import zxingcpp

from extractors.evidence import QrCode
from extractors.ocr.engine import Image

LOOK_SIDE_PX: Final = 1400
"""Codes are looked for at this size first: a 20 mm code on A4 is 95 pixels wide there; many have 45 modules."""
MOST_CODES: Final = 8
_QR: Final = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])


def find_codes(image: Image, page_number: int) -> tuple[QrCode, ...]:
    """Return the QR codes of an upright page (H×W×3 BGR) that can be read."""
    scale = min(1.0, LOOK_SIDE_PX / max(image.shape[:2]))
    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else grey
    height, width = small.shape
    found = zxingcpp.read_barcodes(np.ascontiguousarray(small), formats=_QR, try_invert=False)
    codes = []
    for code in found[:MOST_CODES]:
        corners = code.position
        xs = [point.x for point in (corners.top_left, corners.top_right, corners.bottom_right, corners.bottom_left)]
        ys = [point.y for point in (corners.top_left, corners.top_right, corners.bottom_right, corners.bottom_left)]
        box = (max(0, min(xs)) / width, max(0, min(ys)) / height, min(1.0, max(xs) / width), min(1.0, max(ys) / height))
        codes.append(QrCode(text=code.text, page=page_number, box=box))
    return tuple(codes)
