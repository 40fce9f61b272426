"""One page with real print and a red mark on it, to be sent in every format there is."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

SIZE: Final = (200, 120)
RED: Final = (200, 30, 40)
TOLERANCE: Final = 12.0
"""Mean difference in levels up to which a page is the one drawn: blurred print measured up to 6, a turned page 40 and more."""


def drawn_page() -> Image.Image:
    """Print in black on white, and a red square in the upper left corner, so that no turn of it looks the same."""
    image = Image.new("RGB", SIZE, "white")
    pen = ImageDraw.Draw(image)
    font = ImageFont.load_default(18)
    for row, text in enumerate(("Certificate 2024", "No. 110199 0617", "Signed and sealed")):
        pen.text((30, 12 + 34 * row), text, "black", font)
    pen.rectangle((2, 2, 21, 21), RED)
    return image


def clear_page() -> Image.Image:
    """The same with nothing where the paper is: what programs for signing and cutting out save."""
    page = drawn_page()
    alpha = np.where(np.asarray(page).min(axis=2) < 128, 255, 0).astype(np.uint8)
    page.putalpha(Image.fromarray(alpha))
    pixels = np.array(page)
    pixels[alpha == 0, :3] = 0
    return Image.fromarray(pixels)


def difference(shown: NDArray[np.uint8], expected: Image.Image) -> float:
    """Mean difference in levels between a page (H×W×3 BGR) and a picture; 255 where their sizes differ."""
    wanted = np.asarray(expected.convert("RGB"), dtype=np.int16)
    if shown.shape != wanted.shape:
        return 255.0
    return float(np.abs(shown[:, :, ::-1].astype(np.int16) - wanted).mean())
