"""An engine that remembers, on disk, every answer it ever gave, so that a benchmark's second run needs no models."""

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from extractors.ocr.engine import Image, OcrEngine, PixelQuad, Reading
from extractors.ocr.replay import content_key


class CachingEngine:
    """Passes on what is asked for the first time. Answers are keyed by the engine's version and the pixels alone."""

    name = "caching"

    def __init__(self, engine: OcrEngine, folder: Path) -> None:
        self._engine = engine
        self.version = engine.version
        folder.mkdir(parents=True, exist_ok=True)
        self._store = sqlite3.connect(folder / "readings.sqlite", timeout=60)
        self._store.execute("CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, answer TEXT NOT NULL)")

    def detect(self, image: Image) -> tuple[PixelQuad, ...]:
        """Detect, or remember."""
        key = f"{self.version} quads {content_key(image)}"
        known = self._recall(key)
        if known is None:
            known = json.dumps(self._engine.detect(image))
            self._remember({key: known})
        return tuple(_quad(points) for points in json.loads(known))

    def crop(self, image: Image, quads: Sequence[PixelQuad]) -> tuple[Image, ...]:
        """Cut as the engine does."""
        return self._engine.crop(image, quads)

    def recognise(self, crops: Sequence[Image]) -> tuple[Reading, ...]:
        """Recognise what is new; one answer per crop."""
        keys = [f"{self.version} text {content_key(crop)}" for crop in crops]
        known = {key: self._recall(key) for key in keys}
        new = [(key, crop) for key, crop in zip(keys, crops, strict=True) if known[key] is None]
        if new:
            readings = self._engine.recognise([crop for _, crop in new])
            fresh = {key: json.dumps([read.text, read.score]) for (key, _), read in zip(new, readings, strict=True)}
            self._remember(fresh)
            known |= fresh
        return tuple(Reading(*json.loads(known[key] or "")) for key in keys)

    def rest(self) -> None:
        """Let the engine rest."""
        self._engine.rest()

    def close(self) -> None:
        """Close the store and the engine."""
        self._store.close()
        self._engine.close()

    def _recall(self, key: str) -> str | None:
        row: tuple[str] | None = self._store.execute("SELECT answer FROM answers WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def _remember(self, answers: dict[str, str]) -> None:
        with self._store:
            self._store.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?)", answers.items())


def _quad(points: list[list[float]]) -> PixelQuad:
    corners = [(x, y) for x, y in points]
    return (corners[0], corners[1], corners[2], corners[3])
