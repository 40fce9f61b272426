"""A small model that says what stands at a place that asks for a signature (``training/signing.py`` made it)."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final, Literal

import numpy as np

from extractors.marks.signing_patch import Patch
from extractors.small_models import Session, open_model

State = Literal["handwritten", "printed", "blank", "name_seal", "thumbprint"]
STATES: Final[tuple[State, ...]] = ("handwritten", "printed", "blank", "name_seal", "thumbprint")
"""In the order of the model's answers."""


def likelihoods(patches: Sequence[Patch]) -> Mapping[State, float]:
    """Return how likely (0..1, together 1) each state is, over several looks at one place."""
    said = _model().run(None, {"patch": np.stack(patches)})[0]
    return dict(zip(STATES, np.asarray(said, dtype=np.float64).mean(axis=0).tolist(), strict=True))


@cache
def _model() -> Session:
    return open_model(files("extractors").joinpath("marks", "signing.onnx").read_bytes())
