"""Recorded readings: an engine that writes down what another one reads, and one that reads it back without models.

Recordings are keyed by the pixels alone, so a recording holds for whatever file the same picture comes in.
"""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from pydantic import Field, ValidationError

from extractors.evidence import Frozen
from extractors.ocr.blank import BlankEngine
from extractors.ocr.engine import Image, OcrEngine, PixelQuad, Reading

RECORDING_NAME: Final = "recording.json"


class ReplayError(Exception):
    """A recording is missing, or holds nothing for a picture. The message says how to record it."""


class Recording(Frozen):
    """What one engine read: quads by picture, (text, score, places) by crop. Keys are SHA-256 of shape and pixels."""

    engine_version: str = ""
    quads: dict[str, tuple[PixelQuad, ...]] = Field(default_factory=dict)
    readings: dict[str, tuple[str, float, tuple[float, ...] | None]] = Field(default_factory=dict)


class RecordingEngine:
    """Passes everything to another engine and remembers what it answered; ``close`` writes it to the folder."""

    name = "recording"

    def __init__(self, engine: OcrEngine, folder: Path) -> None:
        self._engine = engine
        self._folder = folder
        self._quads: dict[str, tuple[PixelQuad, ...]] = {}
        self._readings: dict[str, tuple[str, float, tuple[float, ...] | None]] = {}
        self.version = engine.version

    def detect(self, image: Image) -> tuple[PixelQuad, ...]:
        """Detect with the other engine."""
        return self._quads.setdefault(content_key(image), self._engine.detect(image))

    def crop(self, image: Image, quads: Sequence[PixelQuad]) -> tuple[Image, ...]:
        """Cut the upright rectangle around each quad out, as replaying will."""
        return BlankEngine().crop(image, quads)

    def recognise(self, crops: Sequence[Image]) -> tuple[Reading, ...]:
        """Recognise with the other engine."""
        readings = self._engine.recognise(crops)
        self._readings.update({content_key(c): (r.text, r.score, r.places) for c, r in zip(crops, readings, strict=True)})
        return readings

    def rest(self) -> None:
        """Let the other engine rest."""
        self._engine.rest()

    def close(self) -> None:
        """Write the recording and close the other engine."""
        recording = Recording(engine_version=self.version, quads=self._quads, readings=self._readings)
        self._folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(recording.model_dump(mode="json"), ensure_ascii=False, indent=0)
        (self._folder / RECORDING_NAME).write_text(text, encoding="utf-8")
        self._engine.close()


class ReplayEngine(BlankEngine):
    """Answers from a recording.

    Raises:
        ReplayError: the recording cannot be read, or does not hold the picture.
    """

    name = "replay"

    def __init__(self, folder: Path) -> None:
        path = folder / RECORDING_NAME
        try:
            self._recording = Recording.model_validate_json(path.read_bytes())
        except (OSError, ValidationError) as error:
            raise ReplayError(f"no readable recording at {path}: record one with RecordingEngine") from error
        self.version = f"replay of {self._recording.engine_version}"

    def detect(self, image: Image) -> tuple[PixelQuad, ...]:
        """Return the recorded quads of this very picture."""
        return self._quads(content_key(image))

    def recognise(self, crops: Sequence[Image]) -> tuple[Reading, ...]:
        """Return the recorded readings of these very crops."""
        return tuple(self._reading(content_key(crop)) for crop in crops)

    def _quads(self, key: str) -> tuple[PixelQuad, ...]:
        if key not in self._recording.quads:
            raise ReplayError("the recording holds no such picture: record it again")
        return self._recording.quads[key]

    def _reading(self, key: str) -> Reading:
        if key not in self._recording.readings:
            raise ReplayError("the recording holds no such crop: record it again")
        return Reading(*self._recording.readings[key])


def open_replay(models: Path | None, threads: int) -> ReplayEngine:
    """Open the recording in the folder that is given as the models' one.

    Raises:
        ReplayError: there is none.
    """
    return ReplayEngine(models or Path(RECORDING_NAME).parent)


def content_key(image: Image) -> str:
    """SHA-256 over an image's shape and pixels, as hex."""
    return hashlib.sha256(repr(image.shape).encode() + image.tobytes()).hexdigest()
