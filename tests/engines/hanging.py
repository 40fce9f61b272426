"""An engine that never comes back from native code."""

import time
from pathlib import Path

from extractors.ocr.blank import BlankEngine
from extractors.ocr.engine import Image, PixelQuad

FOREVER_S = 3600


class HangingEngine(BlankEngine):
    """Hangs at the first page."""

    name = "hanging"
    version = "hanging"

    def detect(self, image: Image) -> tuple[PixelQuad, ...]:
        """Sleep for longer than any limit."""
        time.sleep(FOREVER_S)
        return ()


def open_hanging(models: Path | None, threads: int) -> HangingEngine:
    """Open it."""
    return HangingEngine()
