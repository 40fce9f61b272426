"""An engine that reads nothing and costs as much of a core as reading does: ``YUSHEN_TEST_BURN_S`` seconds for each page."""

import os
import time
from pathlib import Path

from extractors.ocr.blank import BlankEngine
from extractors.ocr.engine import Image, PixelQuad

BURN_S = float(os.environ.get("YUSHEN_TEST_BURN_S", "1.0"))


class BurningEngine(BlankEngine):
    """Computes for a while, finds nothing."""

    name = "burning"
    version = "burning"

    def detect(self, image: Image) -> tuple[PixelQuad, ...]:
        """Use up processor time, not the clock's: a neighbour makes it take longer."""
        end = time.process_time() + BURN_S
        while time.process_time() < end:
            sum(range(10_000))
        return ()


def open_burning(models: Path | None, threads: int) -> BurningEngine:
    """Open it."""
    return BurningEngine()
