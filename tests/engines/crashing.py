"""An engine whose native code takes the whole process down."""

import os
import signal
from collections.abc import Sequence
from pathlib import Path

from extractors.ocr.blank import BlankEngine
from extractors.ocr.engine import Image, PixelQuad, Reading


class CrashingEngine(BlankEngine):
    """Dies at the first page, as a segmentation fault would."""

    name = "crashing"
    version = "crashing"

    def detect(self, image: Image) -> tuple[PixelQuad, ...]:
        """Kill this process."""
        os.kill(os.getpid(), signal.SIGKILL)
        return ()

    def recognise(self, crops: Sequence[Image]) -> tuple[Reading, ...]:
        """Never reached."""
        return ()


def open_crashing(models: Path | None, threads: int) -> CrashingEngine:
    """Open it."""
    return CrashingEngine()
