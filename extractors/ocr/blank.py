"""An engine that reads nothing: for whatever must run without models."""

from collections.abc import Sequence
from pathlib import Path

from extractors.ocr.engine import Image, PixelQuad, Reading


class BlankEngine:
    """Finds no text on any page."""

    name = "blank"
    version = "blank"

    def detect(self, image: Image) -> tuple[PixelQuad, ...]:
        """Find nothing."""
        return ()

    def crop(self, image: Image, quads: Sequence[PixelQuad]) -> tuple[Image, ...]:
        """Cut the upright rectangle around each quad out."""
        return tuple(_upright(image, quad) for quad in quads)

    def recognise(self, crops: Sequence[Image]) -> tuple[Reading, ...]:
        """Read an empty text from each crop."""
        return tuple(Reading("", 0.0) for _ in crops)

    def rest(self) -> None:
        """Nothing to give back."""

    def close(self) -> None:
        """Nothing to free."""


def open_blank(models: Path | None, threads: int) -> BlankEngine:
    """Open it; it needs neither models nor threads."""
    return BlankEngine()


def _upright(image: Image, quad: PixelQuad) -> Image:
    xs, ys = [int(x) for x, _ in quad], [int(y) for _, y in quad]
    return image[max(0, min(ys)) : max(ys) + 1, max(0, min(xs)) : max(xs) + 1]
