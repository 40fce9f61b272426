"""The weights of the tagger that the package carries, taken back out of its file, for training to go on from."""

import json
from pathlib import Path
from typing import Final

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

_HALF: Final = ".half"
_FIRST: Final = "0."
"""What the names of the first of several joined nets' weights begin with."""
_SAID: Final = "model."


def weights_of(folder: Path, layers: int, glances: tuple[int, ...], tags: tuple[str, ...]) -> dict[str, Tensor]:
    """The weights of the net, or of the first of joined nets, under the names of ``training.tagger.Tagger``.

    ``glances``: the layers after which the net looks around. ``tags``: what the net is to tell; those that it has not learnt
    begin with nothing. Raises ``KeyError`` where the file is of another net.
    """
    kept = {one.name.removesuffix(_HALF): numpy_helper.to_array(one) for one in _graph(folder).initializer}
    joined = any(name.startswith(_FIRST) for name in kept)
    first = {name.removeprefix(_FIRST): array for name, array in kept.items() if not joined or name.startswith(_FIRST)}
    weights = {
        name.removeprefix(_SAID).replace(".said.", ".told."): array for name, array in first.items() if name.startswith(_SAID)
    }
    products = _in_order(first, "MatMul")
    wide = ["first.weight"]
    for layer in range(layers):
        wide.append(f"layers.{layer}.wide.weight")
        if layer in glances:
            glance = glances.index(layer)
            wide += [f"glances.{glance}.asked.weight", f"glances.{glance}.told.weight"]
    weights |= {name: array.T for name, array in zip([*wide, "last.weight"], products, strict=True)}
    weights |= {f"layers.{at}.deep": array[:, 0].T for at, array in enumerate(_in_order(first, "Conv"))}
    learnt = json.loads((folder / "tags.json").read_text(encoding="utf-8"))["tags"]
    for name in ("last.weight", "last.bias"):
        weights[name] = _rows_of(weights[name], learnt, tags)
    return {name: torch.tensor(array.astype(np.float32)) for name, array in weights.items()}


def _graph(folder: Path) -> onnx.GraphProto:
    return onnx.load(str(folder / "tagger.onnx")).graph


def _in_order(kept: dict[str, NDArray[np.float32]], kind: str) -> list[NDArray[np.float32]]:
    """The weights that the file names by a number, in the order in which the net uses them."""
    names = sorted((name for name in kept if name.startswith(f"onnx::{kind}_")), key=lambda name: int(name.rsplit("_", 1)[1]))
    return [kept[name] for name in names]


def _rows_of(array: NDArray[np.float32], learnt: list[str], wanted: tuple[str, ...]) -> NDArray[np.float32]:
    rows = [array[learnt.index(tag)] if tag in learnt else np.zeros_like(array[0]) for tag in wanted]
    return np.stack(rows)
