"""The same weights in the OpenVINO runtime: the engine ``openvino``."""

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from extractors.ocr.engine import Image, PixelQuad, Reading
from extractors.ocr.paddle import MAX_SIDE_PX, Tensor, reader_on
from extractors.ocr.weights import DETECTION, RECOGNITION, open_models

sys.modules["openvino_telemetry"] = None  # type: ignore[assignment]  # cannot be imported then: OpenVINO would report each start

import openvino as ov  # noqa: E402 - after the line above


class OpenVinoRunner:
    """Runs one model. The tensors it is given come in few shapes (see ``paddle``): kernels are prepared once for each."""

    def __init__(self, model: Path, threads: int) -> None:
        settings = {
            "PERFORMANCE_HINT": "LATENCY",
            "INFERENCE_NUM_THREADS": threads,
            "NUM_STREAMS": 1,
            # Pinned, every process of one thread takes the first core, and the others stand idle.
            "ENABLE_CPU_PINNING": False,
            # Left alone, processors that know bfloat16 compute in it: faster, and other text on 8 % of the lines.
            "INFERENCE_PRECISION_HINT": "f32",
        }
        self._request = ov.Core().compile_model(model, "CPU", settings).create_infer_request()

    def __call__(self, x: Sequence[Tensor] | Tensor) -> list[Tensor]:
        """Run one batch. ``x`` is N×3×H×W, or a sequence of that one tensor."""
        batch = x if isinstance(x, np.ndarray) else x[0]
        return [self._request.infer({0: np.ascontiguousarray(batch)})[0]]

    def rest(self) -> None:
        """Give back the tensors between layers, which are kept from call to call: 300 MB after a page's detection."""
        self._request.get_compiled_model().release_memory()

    def close(self) -> None:
        """Free the compiled model."""
        del self._request


class OpenVinoEngine:
    """PP-OCRv6 in OpenVINO, with paddlex's own pre- and post-processing."""

    name = "openvino"

    def __init__(self, models: Path, threads: int) -> None:
        self._runners = tuple(OpenVinoRunner(models / name / "inference.onnx", threads) for name in (DETECTION, RECOGNITION))
        self._reader = reader_on(models, *self._runners)
        self.version = f"{DETECTION.removesuffix('_det')} openvino f32 {MAX_SIDE_PX}"

    def detect(self, image: Image) -> tuple[PixelQuad, ...]:
        """Return the lines' quads in reading order, in pixels of ``image``."""
        return self._reader.detect(image)

    def crop(self, image: Image, quads: Sequence[PixelQuad]) -> tuple[Image, ...]:
        """Cut quads out, straightened."""
        return self._reader.crop(image, quads)

    def recognise(self, crops: Sequence[Image]) -> tuple[Reading, ...]:
        """Read crops, batched with others of their width."""
        return self._reader.recognise(crops)

    def rest(self) -> None:
        """Give back what both models keep from call to call."""
        for runner in self._runners:
            runner.rest()

    def close(self) -> None:
        """Free both models."""
        self._reader.close()


def open_openvino(models: Path | None, threads: int) -> OpenVinoEngine:
    """Open the engine on a folder of models, or the fetched ones.

    Raises:
        ModelsError: they are missing, altered or out of reach.
    """
    return OpenVinoEngine(open_models(models), threads)
