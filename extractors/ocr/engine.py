"""The OCR engine protocol: what every engine offers, whatever runs underneath."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.uint8]
"""Height × width × 3, BGR, 0..255."""

PixelQuad = tuple[tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]]
"""Corners in pixels, clockwise from the text's own top-left."""


@dataclass(frozen=True, slots=True)
class OcrLine:
    """One line as an engine reads it. ``score`` is the recogniser's mean character probability, 0..1."""

    quad: PixelQuad
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of one crop and its score, 0..1. Nothing read is an empty text with score 0.

    ``places``: for each character of the text, where its middle stands along the crop (0..1 of its width, left to right); None
    where the engine cannot tell.
    """

    text: str
    score: float
    places: tuple[float, ...] | None = None


class OcrEngine(Protocol):
    """Finds and reads text. One engine per process and thread: the runtimes below are not thread-safe."""

    @property
    def name(self) -> str:
        """The name it is registered under."""
        ...

    @property
    def version(self) -> str:
        """Model and runtime, as a verdict names them. What readings are stored under is more: :mod:`extractors.keys`."""
        ...

    def detect(self, image: Image) -> tuple[PixelQuad, ...]:
        """Return the lines' quads, top to bottom."""
        ...

    def crop(self, image: Image, quads: Sequence[PixelQuad]) -> tuple[Image, ...]:
        """Cut each quad out, straightened; a crop much taller than wide is turned to lie."""
        ...

    def recognise(self, crops: Sequence[Image]) -> tuple[Reading, ...]:
        """Read each crop as one line of text, in the order given."""
        ...

    def rest(self) -> None:
        """Give back the memory that is only kept to be faster the next time. Readings stay the same."""
        ...

    def close(self) -> None:
        """Free the models."""
        ...


def read_lines(engine: OcrEngine, image: Image) -> tuple[OcrLine, ...]:
    """Detect and recognise every line of an image. Lines in which nothing is read are left out."""
    quads = engine.detect(image)
    readings = engine.recognise(engine.crop(image, quads))
    return tuple(
        OcrLine(quad, reading.text, reading.score)
        for quad, reading in zip(quads, readings, strict=True)
        if reading.text.strip()
    )
