"""An engine that takes more memory than its process may have."""

from pathlib import Path

from extractors.ocr.blank import BlankEngine
from extractors.ocr.engine import Image, PixelQuad

CHUNK_BYTES = 256 * 1024 * 1024
CHUNKS = 64


class GreedyEngine(BlankEngine):
    """Takes 16 GiB, page by page of it touched."""

    name = "greedy"
    version = "greedy"

    def detect(self, image: Image) -> tuple[PixelQuad, ...]:
        """Take memory until somebody says no."""
        hoard = [bytearray(CHUNK_BYTES) for _ in range(CHUNKS)]
        for chunk in hoard:
            chunk[::4096] = b"x" * (CHUNK_BYTES // 4096)
        return ()


def open_greedy(models: Path | None, threads: int) -> GreedyEngine:
    """Open it."""
    return GreedyEngine()
