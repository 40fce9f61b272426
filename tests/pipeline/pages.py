"""Pages for packets that nobody needs to read."""

from pathlib import Path

import cv2
import numpy as np


def write_page(path: Path, grey: int = 255) -> Path:
    """Write a page without anything on it; pages of different grey differ."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _, encoded = cv2.imencode(".png", np.full((900, 640, 3), grey, dtype=np.uint8))
    path.write_bytes(encoded.tobytes())
    return path
