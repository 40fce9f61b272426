"""PaddleOCR's detection and recognition: the engine ``paddle``, and the pre- and post-processing other runtimes share.

This is the only importer of paddleocr and paddlex.
"""

import logging
import math
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

import cv2
import numpy as np
import yaml
from numpy.typing import NDArray

from extractors.ocr.engine import Image, PixelQuad, Reading
from extractors.ocr.weights import DETECTION, RECOGNITION, open_models

# Read when paddlex is imported: without it, it asks three model hubs whether they can be reached.
os.environ.setdefault("PADDLE_PDX_DISABLE_MODEL_SOURCE_CHECK", "True")

from paddleocr import TextDetection, TextRecognition
from paddlex.inference.models.text_detection.predictor import TextDetRunnerPredictor
from paddlex.inference.models.text_recognition.predictor import TextRecRunnerPredictor
from paddlex.inference.pipelines.components import CropByPolys, SortQuadBoxes

Tensor = NDArray[np.float32]

MAX_SIDE_PX: Final = 1280
"""Pages are detected at most this large: on A4 text of 10.5 pt is still 18 px high, and full size costs four times as much."""
SIDE_STEP_PX: Final = 64
"""Detection sides are rounded to this, by at most 32 px of stretching: few tensor shapes, so a runtime prepares few kernels."""
BATCH_LINES: Final = 8
"""Lines recognised in one call: larger batches gained nothing on two cores and cost memory."""
RECOGNITION_HEIGHT_PX: Final = 48
"""The height the recogniser reads at; a crop's share of it gives its width there."""
WIDTH_STEP_PX: Final = 160
"""Lines are batched with others of their own width at that height, in steps of this: less padding, few tensor shapes."""
MIN_WIDTH_PX: Final = 320
MAX_WIDTH_PX: Final = 3200
"""The recogniser's narrowest and widest input: longer lines are squeezed."""

logging.getLogger("paddlex").setLevel(logging.ERROR)


class Runner(Protocol):
    """Runs one model: a batch in, the model's outputs out."""

    def __call__(self, x: Sequence[Tensor] | Tensor) -> list[Tensor]:
        """``x`` is N×3×H×W, or a sequence of that one tensor."""
        ...


class StepBatch:
    """Stacks normalised lines, padded with zeros (as paddlex pads them) to a whole number of ``WIDTH_STEP_PX``.

    Every runtime thus sees the same tensors, in a few shapes only.
    """

    def __call__(self, imgs: Sequence[Tensor]) -> list[Tensor]:
        """Stack 3×48×W tensors to one N×3×48×(W padded)."""
        widest = max(line.shape[2] for line in imgs)
        width = -(-widest // WIDTH_STEP_PX) * WIDTH_STEP_PX
        padded = [np.pad(line, ((0, 0), (0, 0), (0, width - line.shape[2]))) for line in imgs]
        return [np.stack(padded).astype(np.float32, copy=False)]


@dataclass(frozen=True, slots=True)
class Aligned:
    """A decoded line that knows at which of the recogniser's steps (shares of all of them, 0..1) each character was said."""

    text: str
    places: tuple[float, ...]


class AlignedDecode:
    """Decodes as paddlex does (the likeliest sign of each step, repetitions and blanks dropped), and keeps the steps.

    A character said over several steps in a row stands where they weigh most. ``signs`` are the model's, the first one blank.
    """

    def __init__(self, signs: Sequence[str]) -> None:
        self._signs = signs

    def __call__(self, pred: Sequence[Tensor], **_kwargs: object) -> tuple[list[Aligned], list[float]]:
        """``pred``: one tensor, lines × steps × signs. Scores are the mean of each character's first step, 0..1."""
        likely = np.asarray(pred[0])
        signs, sure = likely.argmax(axis=-1), likely.max(axis=-1)
        decoded = [self._decoded(one, score) for one, score in zip(signs, sure, strict=True)]
        return [line for line, _ in decoded], [score for _, score in decoded]

    def _decoded(self, signs: NDArray[np.int64], sure: Tensor) -> tuple[Aligned, float]:
        starts = np.flatnonzero(np.concatenate(([True], signs[1:] != signs[:-1])))
        ends = np.append(starts[1:], len(signs))
        spoken = [(start, end) for start, end in zip(starts, ends, strict=True) if signs[start] != 0]
        text = "".join(self._signs[signs[start]] for start, _ in spoken)
        places = tuple(float(np.average(np.arange(a, b) + 0.5, weights=sure[a:b])) / len(signs) for a, b in spoken)
        score = float(np.mean([sure[start] for start, _ in spoken])) if spoken else 0.0
        return Aligned(text, places), score


class PaddleReader:
    """Detects and recognises with two paddlex predictors; the runtime below them is the caller's choice."""

    def __init__(self, detector: TextDetRunnerPredictor, recogniser: TextRecRunnerPredictor) -> None:
        self._detector = detector
        self._recogniser = recogniser
        self._recogniser.pre_tfs["ToBatch"] = StepBatch()
        self._recogniser.post_op = AlignedDecode(self._recogniser.post_op.character)
        self._sort = SortQuadBoxes()
        self._crop = CropByPolys(det_box_type="quad")

    def detect(self, image: Image) -> tuple[PixelQuad, ...]:
        """Return the lines' quads in reading order, in pixels of ``image``."""
        width, height = _detection_size(image)
        small = cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA)
        result = next(iter(self._detector.predict(small, limit_side_len=MAX_SIDE_PX, limit_type="max")))
        polys = result["dt_polys"]
        if not len(polys):
            return ()
        scale = (image.shape[1] / width, image.shape[0] / height)
        return tuple(_quad(poly, scale) for poly in self._sort(polys))

    def crop(self, image: Image, quads: Sequence[PixelQuad]) -> tuple[Image, ...]:
        """Cut quads out, straightened."""
        if not quads:
            return ()
        return tuple(self._crop(image, [np.asarray(quad, dtype=np.float32) for quad in quads]))

    def recognise(self, crops: Sequence[Image]) -> tuple[Reading, ...]:
        """Read crops, batched with others of their width."""
        readings: list[Reading] = [Reading("", 0.0)] * len(crops)
        for batch in _batches(crops):
            results = self._recogniser.predict([crops[index] for index in batch], batch_size=len(batch))
            for index, result in zip(batch, results, strict=True):
                readings[index] = _reading(result["rec_text"], result["rec_score"], crops[index])
        return tuple(readings)

    def rest(self) -> None:
        """Nothing to give back: without an arena, the runtime frees a call's memory after it."""

    def close(self) -> None:
        """Free both models."""
        self._detector.close()
        self._recogniser.close()


class PaddleEngine(PaddleReader):
    """PaddleOCR on ONNX Runtime."""

    name = "paddle"

    def __init__(self, models: Path, threads: int) -> None:
        runtime = {"intra_op_num_threads": threads, "enable_cpu_mem_arena": False}
        super().__init__(
            TextDetection(
                model_name=DETECTION, model_dir=str(models / DETECTION), engine="onnxruntime", engine_config=runtime
            ).paddlex_predictor,
            TextRecognition(
                model_name=RECOGNITION, model_dir=str(models / RECOGNITION), engine="onnxruntime", engine_config=runtime
            ).paddlex_predictor,
        )
        self.version = f"{DETECTION.removesuffix('_det')} onnxruntime {MAX_SIDE_PX}"


def open_paddle(models: Path | None, threads: int) -> PaddleEngine:
    """Open the engine on a folder of models, or the fetched ones.

    Raises:
        ModelsError: they are missing, altered or out of reach.
    """
    return PaddleEngine(open_models(models), threads)


def reader_on(models: Path, detection: Runner, recognition: Runner) -> PaddleReader:
    """Build paddlex's predictors on runners of our own, with the official pre- and post-processing of the models' folder."""
    return PaddleReader(
        TextDetRunnerPredictor(
            runner=detection, model_dir=str(models / DETECTION), model_config=_config(models / DETECTION), model_name=DETECTION
        ),
        TextRecRunnerPredictor(
            runner=recognition,
            model_dir=str(models / RECOGNITION),
            model_config=_config(models / RECOGNITION),
            model_name=RECOGNITION,
        ),
    )


def padded_width(crop: Image) -> int:
    """The width, in pixels at the recogniser's height, that a crop is padded to."""
    height, width = int(crop.shape[0]), int(crop.shape[1])
    natural = max(MIN_WIDTH_PX, math.ceil(width * RECOGNITION_HEIGHT_PX / max(height, 1)))
    return math.ceil(natural / WIDTH_STEP_PX) * WIDTH_STEP_PX


def _reading(line: Aligned, score: float, crop: Image) -> Reading:
    """What was read from a crop, its characters placed along the crop: the steps also cover the padding behind it."""
    natural = math.ceil(int(crop.shape[1]) * RECOGNITION_HEIGHT_PX / max(int(crop.shape[0]), 1))
    padded = min(padded_width(crop), MAX_WIDTH_PX)
    stretch = padded / min(natural, padded)
    return Reading(line.text, min(1.0, max(0.0, score)), tuple(min(1.0, place * stretch) for place in line.places))


def _batches(crops: Sequence[Image]) -> list[list[int]]:
    """Indices of readable crops, grouped by padded width, at most ``BATCH_LINES`` to a group."""
    by_width: dict[int, list[int]] = {}
    for index, crop in enumerate(crops):
        if crop.size:
            by_width.setdefault(padded_width(crop), []).append(index)
    return [
        group[start : start + BATCH_LINES]
        for _, group in sorted(by_width.items())
        for start in range(0, len(group), BATCH_LINES)
    ]


def _detection_size(image: Image) -> tuple[int, int]:
    """Width and height to detect at: the page capped to ``MAX_SIDE_PX``, each side rounded to ``SIDE_STEP_PX``."""
    height, width = image.shape[:2]
    scale = min(1.0, MAX_SIDE_PX / max(height, width))
    return (_stepped(width * scale), _stepped(height * scale))


def _stepped(side: float) -> int:
    steps: int = round(side / SIDE_STEP_PX)
    return max(1, steps) * SIDE_STEP_PX


def _quad(poly: NDArray[np.int16], scale: tuple[float, float]) -> PixelQuad:
    points = [(float(x) * scale[0], float(y) * scale[1]) for x, y in poly]
    return (points[0], points[1], points[2], points[3])


def _config(folder: Path) -> dict[str, object]:
    loaded: dict[str, object] = yaml.safe_load((folder / "inference.yml").read_text(encoding="utf-8"))
    return loaded
