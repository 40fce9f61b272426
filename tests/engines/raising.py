"""An engine that fails with an exception of its runtime."""

from pathlib import Path

from extractors.ocr.blank import BlankEngine
from extractors.ocr.engine import Image, PixelQuad


class RaisingEngine(BlankEngine):
    """Raises at the first page."""

    name = "raising"
    version = "raising"

    def detect(self, image: Image) -> tuple[PixelQuad, ...]:
        """Fail."""
        raise RuntimeError("the runtime gave up on a tensor")


def open_raising(models: Path | None, threads: int) -> RaisingEngine:
    """Open it."""
    return RaisingEngine()
