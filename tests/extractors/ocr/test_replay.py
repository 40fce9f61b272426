"""A recording answers for the very pixels it was made from, and for no others."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from extractors.ocr.blank import BlankEngine
from extractors.ocr.engine import Image, PixelQuad, Reading, read_lines
from extractors.ocr.replay import RecordingEngine, ReplayEngine, ReplayError


class OneLineEngine(BlankEngine):
    """Sees one line on every picture: its height in digits."""

    def detect(self, image: Image) -> tuple[PixelQuad, ...]:
        return (((1, 1), (9, 1), (9, 5), (1, 5)),)

    def recognise(self, crops: Sequence[Image]) -> tuple[Reading, ...]:
        return tuple(Reading(str(crop.shape[0]), 0.9) for crop in crops)


def picture(seed: int) -> Image:
    return np.random.default_rng(seed).integers(0, 255, (20, 30, 3), dtype=np.uint8)


def test_what_was_recorded_is_read_back(tmp_path: Path) -> None:
    recorder = RecordingEngine(OneLineEngine(), tmp_path)
    seen = read_lines(recorder, picture(1))
    recorder.close()
    assert read_lines(ReplayEngine(tmp_path), picture(1)) == seen
    assert seen[0].text == "5"


def test_another_picture_is_not_in_the_recording(tmp_path: Path) -> None:
    recorder = RecordingEngine(OneLineEngine(), tmp_path)
    read_lines(recorder, picture(1))
    recorder.close()
    with pytest.raises(ReplayError, match="record it again"):
        read_lines(ReplayEngine(tmp_path), picture(2))


def test_a_folder_without_a_recording_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReplayError, match=r"no readable recording at .*recording.json"):
        ReplayEngine(tmp_path)
