"""An engine that takes its time."""

import os
import time
from pathlib import Path

from extractors.ocr.blank import BlankEngine
from extractors.ocr.engine import Image, PixelQuad


class SlowEngine(BlankEngine):
    """Finds no text on any page, a tenth of a second for each, or what ``YUSHEN_TEST_SLOW_S`` says."""

    name = "slow"
    version = "slow"

    def detect(self, image: Image) -> tuple[PixelQuad, ...]:
        """Find nothing, slowly."""
        time.sleep(float(os.environ.get("YUSHEN_TEST_SLOW_S", "0.1")))
        return ()


def open_slow(models: Path | None, threads: int) -> SlowEngine:
    """Open it."""
    return SlowEngine()
