"""Finds the characters that look alike in print: ``python -m training.alike_glyphs --out validators/alike_glyphs.txt``.

Each character of GB 2312 is drawn in three faces (宋, 黑, 楷), blurred as far as a pressed seal blurs it, and compared with all
others. Two look alike when their drawings correlate and one is among the nearest of the other. Takes a minute.
"""

import argparse
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from samples.fonts import Face, faces_of

SIDE_PX: Final = 48
BLUR_PX: Final = 1.6
"""Standard deviation; a stroke is 3 to 5 px wide."""
LEAST_CORRELATION: Final = 0.82
"""Mean over the faces: 思 and 恩 reach 0.91, 朴 and 扑 0.84, 辰 and 展 0.82, 松 and 柏 0.73, 源 and 泉 0.61."""
NEAREST: Final = 20
LEAST_OF_THE_NEXT: Final = 0.70
NEXT: Final = 3
"""Of few strokes the nearest are alike with less: 厂 and 广 reach 0.75."""

Drawn = NDArray[np.float32]


def characters() -> list[str]:
    """The 6763 characters of GB 2312."""
    codes = (bytes([high, low]) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    return [char for code in codes if (char := code.decode("gb2312", "ignore"))]


def drawn(chars: Iterable[str], face: Face) -> Drawn:
    """Characters as rows of unit length and mean zero, shape (characters, pixels)."""
    font = ImageFont.truetype(str(face.path), SIDE_PX * 5 // 6, index=face.index)
    return np.stack([_row(char, font) for char in chars])


def _row(char: str, font: ImageFont.FreeTypeFont) -> Drawn:
    picture = Image.new("L", (SIDE_PX, SIDE_PX), 0)
    ImageDraw.Draw(picture).text((SIDE_PX / 2, SIDE_PX / 2), char, fill=255, font=font, anchor="mm")
    soft = cv2.GaussianBlur(np.asarray(picture, np.float32), (0, 0), BLUR_PX)
    soft -= soft.mean()
    return np.asarray(soft / max(float(np.linalg.norm(soft)), 1e-6), np.float32).ravel()


def alike(chars: list[str], faces: Iterable[Face]) -> Mapping[str, str]:
    """For each character those that look like it, the nearest first; whoever looks like another is looked like, too."""
    all_drawn = [drawn(chars, face) for face in faces]
    correlation = np.mean([rows @ rows.T for rows in all_drawn], axis=0)
    np.fill_diagonal(correlation, 0.0)
    nearest = np.argsort(-correlation, axis=1)
    near = np.zeros(correlation.shape, bool)
    for count, least in ((NEAREST, LEAST_CORRELATION), (NEXT, LEAST_OF_THE_NEXT)):
        among = np.zeros(correlation.shape, bool)
        np.put_along_axis(among, nearest[:, :count], True, axis=1)
        near |= (among | among.T) & (correlation >= least)
    found = {char: "".join(chars[other] for other in nearest[at] if near[at, other]) for at, char in enumerate(chars)}
    return {char: others for char, others in found.items() if others}


def main() -> None:
    """Write the table: on each line a character, and those that look like it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    table = alike(characters(), (faces_of("song")[-1], faces_of("hei")[0], faces_of("kai")[-1]))
    options.out.write_text("".join(f"{char}{others}\n" for char, others in table.items()), encoding="utf-8")


if __name__ == "__main__":
    main()
