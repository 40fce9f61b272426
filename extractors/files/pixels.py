"""Decoded pictures of any colour mode to the one kind of array that pages are made of."""

import math

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from extractors.files.opened import PageImage

_STRIP_ROWS = 256
"""Output rows converted at a time, so that a large picture is never held twice."""

_DEPTH_TOPS = (1.0, 255.0, 1023.0, 4095.0, 16383.0, 65535.0)
"""Highest values of the depths in use: floating point, then 8, 10, 12, 14 and 16 bits. Scanners store 12 bits in 16."""

_WHITE = (255, 255, 255)


_LEAST_LEFT = 0.55
"""Share of the pixels allowed that a whole factor may leave at least; a coarser one would cost small print."""


def shrink_factor(size: tuple[int, int], max_pixels: int) -> int:
    """The whole factor to divide both sides by: decoders do that cheaply. What is then above ``max_pixels`` is resampled."""
    pixels = size[0] * size[1]
    factor = max(1, math.ceil(math.sqrt(pixels / max_pixels)))
    return factor if factor == 1 or pixels / factor**2 >= _LEAST_LEFT * max_pixels else factor - 1


def to_page_image(image: Image.Image, max_pixels: int) -> PageImage:
    """Convert a loaded picture to BGR on white, shrunk to ``max_pixels``. Raises ValueError for a colour mode without RGB."""
    page = _reduced(image, max_pixels)
    share = math.sqrt(max_pixels / (page.shape[0] * page.shape[1]))
    if share >= 1:
        return page
    size = (max(1, int(page.shape[1] * share)), max(1, int(page.shape[0] * share)))
    return np.asarray(cv2.resize(page, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _reduced(image: Image.Image, max_pixels: int) -> PageImage:
    """Convert a loaded picture to BGR on white, divided by the whole factor."""
    factor = shrink_factor(image.size, max_pixels)
    width = max(1, math.ceil(image.width / factor))
    height = max(1, math.ceil(image.height / factor))
    page = np.empty((height, width, 3), dtype=np.uint8)
    white_level = _white_level(image)
    for top in range(0, height, _STRIP_ROWS):
        strip = image.crop((0, top * factor, image.width, min(image.height, (top + _STRIP_ROWS) * factor)))
        rgb = np.asarray(_on_white(strip, white_level).reduce(factor))
        page[top : top + len(rgb)] = rgb[:, :width, ::-1]
    return page


def upright(page: PageImage, orientation: object) -> PageImage:
    """Turn a page as its EXIF orientation asks (EXIF 2.32, tag 0x0112: 1-8). Any other value means no turn."""
    turned: NDArray[np.uint8]
    match orientation:
        case 2:
            turned = page[:, ::-1]
        case 3:
            turned = page[::-1, ::-1]
        case 4:
            turned = page[::-1]
        case 5:
            turned = page.transpose(1, 0, 2)
        case 6:
            turned = np.rot90(page, -1)
        case 7:
            turned = page[::-1, ::-1].transpose(1, 0, 2)
        case 8:
            turned = np.rot90(page)
        case _:
            turned = page
    return np.ascontiguousarray(turned)


def _is_deep(image: Image.Image) -> bool:
    """Whether a grey picture holds more than 8 bits: Pillow's own conversion would clip it to white."""
    return image.mode in ("I", "F") or image.mode.startswith("I;16")


def _white_level(image: Image.Image) -> float:
    """The value of a deep picture that is shown as white: the top of the narrowest usual depth that holds its values.

    A PNG's values fill their depth (PNG specification §12.4).
    """
    if not _is_deep(image):
        return 0.0
    if image.format == "PNG":
        return _DEPTH_TOPS[-1]
    highest = float(np.nanmax(np.asarray(image)))
    return next((top for top in _DEPTH_TOPS if highest <= top), highest)


def _on_white(strip: Image.Image, white_level: float) -> Image.Image:
    if _is_deep(strip):
        levels = np.nan_to_num(np.asarray(strip, dtype=np.float32)) * (255.0 / white_level)
        strip = Image.fromarray(np.clip(levels, 0, 255).astype(np.uint8))
    if not strip.has_transparency_data:
        return strip.convert("RGB")
    layer = strip.convert("RGBA")
    page = Image.new("RGB", layer.size, _WHITE)
    page.paste(layer, mask=layer.getchannel("A"))
    return page
