"""Files that were photographed badly: the sent picture opened, spoiled, and stored anew."""

import io
from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from samples import bundle
from samples.capture import Picture
from samples.degrade import Fault, Spot
from samples.fonts import faces_of
from samples.shoot import SentFile

_QUALITY = 80

Change = Callable[[Picture, np.random.Generator], Picture]


def opened(file: SentFile) -> Picture:
    """The picture of a file, as its viewer shows it."""
    with Image.open(io.BytesIO(file.data)) as image:
        rgb = np.asarray(image.convert("RGB"))
    return np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2BGR), dtype=np.uint8)


def changed(
    file: SentFile, change: Change, rng: np.random.Generator, *, seen: bool = False, quality: int = _QUALITY
) -> SentFile:
    """The file with its picture changed; ``seen``: everything on it can still be read."""
    data = bundle.jpeg(change(opened(file), rng), quality)
    return replace(file, data=data, truths=file.truths if seen else ())


def at(fault: Fault, strength: float, place: tuple[float, float, float, float]) -> Change:
    """A fault in some strength, aimed at a place given in shares of the picture."""

    def change(picture: Picture, rng: np.random.Generator) -> Picture:
        height, width = picture.shape[:2]
        spot: Spot = (place[0] * width, place[1] * height, place[2] * width, place[3] * height)
        return fault(picture, strength, spot, rng)

    return change


def rephotographed(picture: Picture, rng: np.random.Generator) -> Picture:
    """A photo of a screen that shows the picture: its grid of coloured points, a little askew, meets the camera's own."""
    height, width = picture.shape[:2]
    rows, columns = np.indices((height, width), dtype=np.float32)
    angle, pitch = rng.uniform(0.03, 0.12), rng.uniform(2.6, 3.4)
    across = columns * np.cos(angle) + rows * np.sin(angle)
    down = rows * np.cos(angle) - columns * np.sin(angle)
    grid = 1 + 0.09 * np.cos(2 * np.pi * across / pitch) + 0.05 * np.cos(2 * np.pi * down / pitch)
    shift = np.stack([0.05 * np.cos(2 * np.pi * across / pitch + phase) for phase in (0.0, 2.1, 4.2)], axis=-1)
    beat = 1 + 0.03 * np.cos(2 * np.pi * (across + 0.3 * down) / (pitch * 29))
    seen = picture.astype(np.float32) * (grid * beat)[..., None] * (1 + shift)
    return np.asarray(np.clip(seen * 0.97 + 4, 0, 255), dtype=np.uint8)


def one_after_another(*changes: Change) -> Change:
    """Several changes in their order."""

    def change(picture: Picture, rng: np.random.Generator) -> Picture:
        for one in changes:
            picture = one(picture, rng)
        return picture

    return change


def rewritten(text: str, place: tuple[float, float, float, float]) -> Change:
    """A place, in shares of the picture, painted over in the paper's colour by a program, and a line typed on it."""

    def change(picture: Picture, rng: np.random.Generator) -> Picture:
        height, width = picture.shape[:2]
        left, top, right, bottom = (round(side * size) for side, size in zip(place, (width, height) * 2, strict=True))
        paper = tuple(int(level) for level in np.median(picture[top:bottom, left:right].reshape(-1, 3), axis=0)[::-1])
        image = Image.fromarray(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB))
        pen, size = ImageDraw.Draw(image), (right - left) // (len(text) + 2)
        pen.rectangle((left, top, right, bottom), fill=paper)
        face = faces_of("hei")[0]
        font = ImageFont.truetype(str(face.path), size, index=face.index)
        pen.text((left + size, (top + bottom - size) // 2), text, fill=(45, 43, 42), font=font)
        return np.asarray(cv2.cvtColor(np.asarray(image), cv2.COLOR_RGB2BGR), dtype=np.uint8)

    return change


def grey(picture: Picture, rng: np.random.Generator) -> Picture:
    """What a copier makes of it."""
    return np.asarray(cv2.cvtColor(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR), dtype=np.uint8)


def soft_desk(picture: Picture, rng: np.random.Generator) -> Picture:
    """Only what lies near the frame is out of focus: the desk."""
    height, width = picture.shape[:2]
    soft = cv2.GaussianBlur(picture, (0, 0), max(height, width) * 0.008)
    rows, columns = np.indices((height, width), dtype=np.float32)
    rim = np.minimum(np.minimum(rows, height - rows) / height, np.minimum(columns, width - columns) / width)
    share = np.clip((0.055 - rim) / 0.02, 0, 1)[..., None]
    return np.asarray(np.clip(picture * (1 - share) + soft * share, 0, 255), dtype=np.uint8)
