"""Opens the small models that the package carries: one thread each, once per process."""

from functools import cache
from importlib.resources import files

import onnxruntime


@cache
def small_model(name: str) -> onnxruntime.InferenceSession:
    """Return the model of a name (``glyphs``, ``signing``), ready to run."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # it keeps the room of the largest batch ever seen: a gigabyte after two worn seals
    options.enable_mem_pattern = False
    model = files("extractors").joinpath("marks", f"{name}.onnx").read_bytes()
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
