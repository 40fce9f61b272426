"""Opens the small models that the package carries: one thread each, once per process."""

from functools import cache
from importlib.resources import files

import onnxruntime


@cache
def small_model(name: str) -> onnxruntime.InferenceSession:
    """Return the model of a name (``glyphs``, ``signing``), ready to run."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    model = files("extractors").joinpath("marks", f"{name}.onnx").read_bytes()
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
