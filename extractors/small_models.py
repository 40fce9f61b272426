"""The one door to ONNX Runtime: opens the small models, which run on one thread each and report to nobody."""

import os
from pathlib import Path
from typing import TypeAlias

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # read as the library is loaded: else it looks for its maker's host

import onnxruntime

Session: TypeAlias = onnxruntime.InferenceSession


def open_model(model: bytes | Path) -> Session:
    """Return a model, given as its bytes or where they lie, ready to run."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # it keeps the room of the largest batch ever seen: a gigabyte after two worn seals
    options.enable_mem_pattern = False
    return Session(model, options, providers=["CPUExecutionProvider"])
