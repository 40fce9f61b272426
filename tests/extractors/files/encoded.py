"""A picture in the formats that Pillow cannot write: deep colours, YCCK, interlaced, several pictures in one file."""

import struct
import zlib
from collections.abc import Sequence
from io import BytesIO

import cv2
import numpy as np
import pillow_heif
from PIL import Image

from tests.extractors.files.papers import picture_bytes

_ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""First column and row, and the steps, of the seven passes (PNG specification §8.2)."""
_ADOBE_YCCK = 2


def deep(image: Image.Image, suffix: str) -> bytes:
    """16 bits for each of red, green and blue (and alpha, where the picture has it), as PNG or TIFF."""
    pixels = np.asarray(image).astype(np.uint16) * 257
    order = [2, 1, 0, 3][: pixels.shape[2]]
    return bytes(cv2.imencode(suffix, pixels[:, :, order])[1].tobytes())


def deep_grey(image: Image.Image, picture_format: str) -> bytes:
    """16 bits of grey."""
    return picture_bytes(Image.fromarray(np.asarray(image.convert("L")).astype(np.uint16) * 257), picture_format)


def heic(image: Image.Image, *, bits: int = 8) -> bytes:
    """HEIC of 8 bits, or of 10."""
    written = BytesIO()
    if bits == 8:
        pillow_heif.from_pillow(image).save(written, quality=90)
    else:
        pixels = np.asarray(image).astype(np.uint16) * 257
        pillow_heif.from_bytes("RGB;16", image.size, pixels.tobytes()).save(written, quality=90)
    return written.getvalue()


def ycck(image: Image.Image) -> bytes:
    """What Photoshop makes of a CMYK picture: C, M and Y stored as brightness and colour, everything inverted."""
    cyan, magenta, yellow, black = image.convert("CMYK").split()
    inks = Image.merge("RGB", (cyan, magenta, yellow)).convert("YCbCr").point(lambda level: 255 - level)
    data = bytearray(picture_bytes(Image.merge("CMYK", (*inks.split(), black)), "JPEG", quality=92, subsampling=0))
    marker = data.index(b"Adobe")
    data[marker + 11] = _ADOBE_YCCK
    return bytes(data)


def interlaced(image: Image.Image) -> bytes:
    """A PNG in seven passes (Adam7)."""
    pixels = np.asarray(image.convert("RGB"))
    passes = [pixels[top::down, left::right] for left, top, right, down in _ADAM7]
    rows = b"".join(b"\0" + row.tobytes() for part in passes if part.size for row in part)
    header = struct.pack(">IIBBBBB", *image.size, 8, 2, 0, 0, 1)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def several(pictures: Sequence[Image.Image], picture_format: str, **options: object) -> bytes:
    """Several pictures in one file: pages of a TIFF, frames of an animation, a phone's photo with its depth (MPO)."""
    return picture_bytes(pictures[0], picture_format, save_all=True, append_images=list(pictures[1:]), **options)
