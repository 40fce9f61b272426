"""Purpose marks laid over a picture, as apps and portals do: once or tiled, at an angle, in any tone."""

from dataclasses import dataclass

import numpy as np
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFont

from extractors.ocr.engine import Image
from samples.fonts import faces_of

PURPOSE = "仅供办理社保业务使用"


@dataclass(frozen=True)
class Mark:
    """How a mark is laid: ``degrees`` it rises by, ``size`` of a character as a share of the picture's width, ``ink`` (RGB) and
    how much of it covers (0..1). ``step``: from one copy to the next across and down, as shares of the width; None for a single
    copy, ``at`` this share of the picture's sides.
    """

    said: str = PURPOSE
    degrees: float = 20.0
    size: float = 0.032
    ink: tuple[int, int, int] = (120, 120, 120)
    cover: float = 0.5
    step: tuple[float, float] | None = (0.36, 0.16)
    at: tuple[float, float] = (0.5, 0.5)


def with_mark(image: Image, mark: Mark) -> Image:
    """The picture (H×W×3 BGR) with a mark over it."""
    height, width = image.shape[:2]
    side = int(2 * np.hypot(width, height))
    layer = Pillow.new("L", (side, side), 0)
    pen = ImageDraw.Draw(layer)
    face = faces_of("hei")[0]
    font = ImageFont.truetype(str(face.path), max(8, int(mark.size * width)), index=face.index)
    for place in _places(mark, side, width):
        pen.text(place, mark.said, font=font, fill=255, anchor="mm")
    turned = layer.rotate(mark.degrees, resample=Pillow.Resampling.BICUBIC)
    left, top = (round(side / 2 - share * long) for share, long in zip(mark.at, (width, height), strict=True))
    ink = np.asarray(turned.crop((left, top, left + width, top + height)), dtype=np.float32)[..., None] / 255 * mark.cover
    return np.asarray(image * (1 - ink) + np.array(mark.ink[::-1], np.float32) * ink, dtype=np.uint8)


def _places(mark: Mark, side: int, width: int) -> list[tuple[float, float]]:
    if mark.step is None:
        return [(side / 2, side / 2)]
    across, down = (share * width for share in mark.step)
    rows, columns = int(side / down), int(side / across)
    return [((column + row % 2 / 2) * across, row * down) for row in range(rows) for column in range(columns)]
