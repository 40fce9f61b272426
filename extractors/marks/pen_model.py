"""A small model that tells a pen's strokes from print (``training/pen.py`` made it; 160 kB)."""

from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray

LABEL_PX: Final = 24
"""The model sees every room with its label this tall."""
PATCH_HEIGHT: Final = 56
PATCH_WIDTH: Final = 224
"""2.3 by 9.3 heights of the label; wider rooms are cut, narrower ones filled up with paper."""


def by_hand(patch: NDArray[np.float32]) -> float:
    """Return how likely (0..1) a pen wrote what stands in a patch: PATCH_HEIGHT × PATCH_WIDTH, 0 (paper) to 1 (black)."""
    said = _session().run(None, {"patch": patch[None, None].astype(np.float32)})[0]
    return float(np.asarray(said).ravel()[0])


@cache
def _session() -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    model = files("extractors").joinpath("marks", "pen.onnx").read_bytes()
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
