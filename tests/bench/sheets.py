"""Pages at the size in which people upload them, for the speed benchmark."""

import random
from pathlib import Path
from typing import Final

import cv2

from extractors.files import open_file
from samples.packets import build
from samples.shoot import Fidelity
from samples.tricks import ORDINARY

UPLOAD_SIZED: Final = Fidelity(scan_dpi=300, sheet_megapixels=12, card_megapixels=12, quality=(80, 90))
"""A flat-bed scanner's usual 300 dpi and a phone's usual 12 megapixels."""


def upload_sized_sheets(folder: Path, count: int, seed: int = 7) -> list[Path]:
    """Write ``count`` pages of sample packets that have to be read by OCR, and return their paths."""
    paths: list[Path] = []
    for number in range(count):
        packet = build(str(number), ORDINARY, random.Random(f"{seed}/{number}"), UPLOAD_SIZED)
        for file in packet.files:
            for page in open_file(file.data).pages:
                if page.text is None and len(paths) < count:
                    paths.append(folder / f"{len(paths)}.png")
                    cv2.imwrite(str(paths[-1]), page.image)
        if len(paths) >= count:
            break
    return paths
