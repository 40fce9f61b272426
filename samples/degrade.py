"""What goes wrong when a picture is taken: each fault in any strength, the same for the same randomness.

A strength of 0 changes (almost) nothing, at 1 nobody reads the place that is meant. Sizes are shares of the picture's longer
side, so that a fault is as bad on a small picture as on a large one.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

import cv2
import numpy as np

from samples.capture import Picture
from samples.textures import Field

Spot = tuple[float, float, float, float]
"""The place that a local fault is meant for: left, top, right, bottom in pixels."""

Fault = Callable[[Picture, float, Spot, np.random.Generator], Picture]

_SKIN: Final = (122.0, 156.0, 206.0)
"""B, G, R of a fingertip in daylight."""


def defocused(picture: Picture, strength: float, spot: Spot, rng: np.random.Generator) -> Picture:
    """The lens was focused elsewhere: every point becomes a disc."""
    radius = 0.011 * strength**1.4 * max(picture.shape[:2])
    side = 2 * int(np.ceil(radius)) + 1
    rows, columns = np.indices((side, side), dtype=np.float32) - side // 2
    disc = np.clip(radius + 0.5 - np.hypot(rows, columns), 0, 1)
    return _picture(cv2.filter2D(picture, -1, disc / max(float(disc.sum()), 1e-6)) if disc.sum() > 0 else picture)


def moved(picture: Picture, strength: float, spot: Spot, rng: np.random.Generator) -> Picture:
    """The hand moved: every point becomes a stroke, in any direction."""
    length = max(1.0, 0.022 * strength**1.4 * max(picture.shape[:2]))
    side, angle = 2 * int(np.ceil(length / 2)) + 1, rng.uniform(0, np.pi)
    kernel = np.zeros((side, side), dtype=np.float32)
    reach = np.array([np.cos(angle), np.sin(angle)]) * length / 2
    for at in np.linspace(-1, 1, 4 * side):
        x, y = np.round(side // 2 + reach * at).astype(int)
        kernel[y, x] = 1
    return _picture(cv2.filter2D(picture, -1, kernel / kernel.sum()))


def glaring(picture: Picture, strength: float, spot: Spot, rng: np.random.Generator) -> Picture:
    """A lamp is mirrored over the place: blown in its middle, with a soft rim."""
    height = spot[3] - spot[1]
    wide = (0.2 + strength) * 0.6 * (spot[2] - spot[0])
    high = (0.4 + 1.4 * strength) * height
    lamp = _bump(picture.shape[:2], _middle(spot), (max(wide, high), high))
    light = np.clip(1.7 * strength**0.5 * lamp, 0, 1.2)[..., None]
    return _picture(picture * (1 - np.clip(light, 0, 1)) + 255 * light)


def darkened(picture: Picture, strength: float, spot: Spot, rng: np.random.Generator) -> Picture:
    """Hardly any light: the sensor's own noise remains."""
    gain = 10 ** (-1.75 * strength)
    noise = rng.normal(0, 1.2 + 1.3 * strength, picture.shape).astype(np.float32)
    return _picture(picture * gain + noise)


def overexposed(picture: Picture, strength: float, spot: Spot, rng: np.random.Generator) -> Picture:
    """Far too much light: paper is blown out, and at last ink is."""
    return _picture(picture.astype(np.float32) * (1 + 3.5 * strength) + 90 * strength**2)


def faint(picture: Picture, strength: float, spot: Spot, rng: np.random.Generator) -> Picture:
    """The printer's toner ran out: ink comes close to paper."""
    ground = cv2.blur(cv2.dilate(picture, np.ones((25, 25), np.uint8)), (25, 25)).astype(np.float32)
    noise = rng.normal(0, 1.3, (*picture.shape[:2], 1)).astype(np.float32)
    return _picture(ground - (ground - picture) * (1 - 0.99 * strength**0.6) + noise)


def squeezed(picture: Picture, strength: float, spot: Spot, rng: np.random.Generator) -> Picture:
    """A messenger made the file small: fewer pixels and coarse squares."""
    smaller = _resized(picture, 1 - 0.6 * strength)
    quality = max(1, round(70 * (1 - strength) ** 2.2))
    _, data = cv2.imencode(".jpg", smaller, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return _picture(cv2.imdecode(data, cv2.IMREAD_COLOR))


def shrunk(picture: Picture, strength: float, spot: Spot, rng: np.random.Generator) -> Picture:
    """A thumbnail."""
    return _resized(picture, 10 ** (-1.15 * strength))


def noisy(picture: Picture, strength: float, spot: Spot, rng: np.random.Generator) -> Picture:
    """A small sensor at night, brightened: grain as coarse as two pixels, with little colour, as cameras smooth that away."""
    shades, colours = rng.normal(0, 1, (*picture.shape[:2], 1)), rng.normal(0, 0.2, picture.shape)
    grain = cv2.GaussianBlur((shades + colours).astype(np.float32), (0, 0), 0.8)
    return _picture(picture + grain / float(grain.std()) * 105 * strength**1.5)


def covered(picture: Picture, strength: float, spot: Spot, rng: np.random.Generator) -> Picture:
    """A finger reaches over the place from below."""
    height, width = picture.shape[:2]
    half = (0.05 + 0.55 * strength) * (spot[2] - spot[0])
    x, top = rng.uniform(spot[0], spot[2]), spot[1] - 0.3 * (spot[3] - spot[1])
    rows, columns = np.indices((height, width), dtype=np.float32)
    tip = np.hypot(columns - x, np.minimum(rows - top - half, 0))
    mask = cv2.GaussianBlur((tip <= half).astype(np.float32), (0, 0), 1.2)[..., None]
    shade = np.clip(1.05 - 0.35 * np.abs(columns - x) / max(half, 1), 0.6, 1.05)[..., None]
    return _picture(picture * (1 - mask) + np.array(_SKIN, dtype=np.float32) * shade * mask)


def cut(picture: Picture, strength: float, spot: Spot, rng: np.random.Generator) -> Picture:
    """The frame ends in the middle of the place, at its right or through its lower half."""
    if rng.random() < 0.5:
        end = spot[2] + (0.15 - 1.0 * strength) * (spot[2] - spot[0])
        return picture[:, : max(32, round(end))].copy()
    end = spot[3] + (0.3 - 1.0 * strength) * (spot[3] - spot[1])
    return picture[: max(32, round(end))].copy()


FAULTS: Final[Mapping[str, Fault]] = MappingProxyType(
    {
        "defocus": defocused,
        "motion": moved,
        "glare": glaring,
        "darkness": darkened,
        "over-exposure": overexposed,
        "faint print": faint,
        "jpeg": squeezed,
        "downscaling": shrunk,
        "noise": noisy,
        "occlusion": covered,
        "cut-off": cut,
    }
)
LOCAL: Final = frozenset({"glare", "occlusion", "cut-off"})
"""Faults of one place; the others spoil the whole picture."""


def _picture(values: Field | np.ndarray[tuple[int, ...], np.dtype[np.generic]]) -> Picture:
    return np.clip(values, 0, 255).astype(np.uint8)


def _resized(picture: Picture, factor: float) -> Picture:
    return _picture(cv2.resize(picture, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA))


def _middle(spot: Spot) -> tuple[float, float]:
    return (spot[0] + spot[2]) / 2, (spot[1] + spot[3]) / 2


def _bump(shape: tuple[int, ...], middle: tuple[float, float], radii: tuple[float, float]) -> Field:
    """A soft ellipse, 1 in its middle."""
    rows, columns = np.indices(shape[:2], dtype=np.float32)
    far = ((columns - middle[0]) / radii[0]) ** 2 + ((rows - middle[1]) / radii[1]) ** 2
    return np.asarray(np.exp(-far), dtype=np.float32)
