"""A small model that reads single glyphs of a seal, print lying across them or not (``training/glyphs.py`` made it)."""

from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractors.small_models import Session, open_model

CELL_PX: Final = 36
"""The model sees every glyph's cell at this size."""
CELLS_AT_ONCE: Final = 128
"""Each takes some 300 kB while it is read; a seal that is looked at from many sides has two thousand."""
NOTHING: Final = "　"
"""The model's answer for a place that holds no whole glyph: beyond the text's ends, or between two glyphs."""

Likelihoods = NDArray[np.float32]
"""Cells × characters, logarithms of what the model says."""


@cache
def characters() -> str:
    """The characters the model knows, in the order of its answers."""
    return files("extractors").joinpath("marks", "glyphs.txt").read_text(encoding="utf-8").rstrip("\n")


def read_cells(cells: NDArray[np.float32]) -> Likelihoods:
    """Say what stands in cells: N×2×CELL_PX×CELL_PX, the seal's ink (0..1, normalised) and where print crosses it (0..1)."""
    model = _model()
    batches = [cells[start : start + CELLS_AT_ONCE] for start in range(0, max(len(cells), 1), CELLS_AT_ONCE)]
    return np.concatenate([np.asarray(model.run(None, {"cells": batch})[0], dtype=np.float32) for batch in batches])


@cache
def _model() -> Session:
    return open_model(files("extractors").joinpath("marks", "glyphs.onnx").read_bytes())


def nothing_aside(said: Likelihoods) -> Likelihoods:
    """What is said of the characters alone."""
    return said[:, : characters().index(NOTHING)] if NOTHING in characters() else said
