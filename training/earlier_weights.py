"""Goes on from a model that was trained earlier: its weights, taken back out of the file that the package carries."""

from pathlib import Path
from typing import Final

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn

_WEIGHT: Final = "weight_quantized"
_SCALE: Final = "weight_scale"


def take_over(model: nn.Sequential, earlier: Path) -> None:
    """Fill a network with the weights of a model file that came of the same layers.

    The file holds convolutions with their normalisation folded in, and linear layers in eight bits, one scale per output.
    The normalising layers become the biases of the convolutions, and stay so: keep them in evaluation mode while training.
    Raises ``ValueError`` where the file is of another network.
    """
    kept = {one.name: numpy_helper.to_array(one) for one in onnx.load(str(earlier)).graph.initializer}
    folded = [kept[name] for name in sorted((name for name in kept if "Conv" in name), key=_number)]
    convolutions = [layer for layer in model if isinstance(layer, nn.Conv2d)]
    norms = [layer for layer in model if isinstance(layer, nn.BatchNorm2d)]
    if len(folded) != 2 * len(convolutions):
        raise ValueError(f"{earlier} holds {len(folded) // 2} convolutions, not {len(convolutions)}: it is of another network")
    with torch.no_grad():
        for convolution, norm, weight, bias in zip(convolutions, norms, folded[::2], folded[1::2], strict=True):
            convolution.weight.copy_(torch.tensor(weight))
            norm.bias.copy_(torch.tensor(bias))
            norm.weight.fill_(1.0)
            norm.running_mean.zero_()  # type: ignore[operator, union-attr]  # a buffer, or a module
            norm.running_var.fill_(1.0 - norm.eps)  # type: ignore[operator, union-attr]  # a buffer, or a module
        for index, layer in enumerate(model):
            if isinstance(layer, nn.Linear):
                name = f"0.{index}."
                layer.weight.copy_(torch.tensor(_whole(kept[name + _WEIGHT], kept[name + _SCALE])))
                layer.bias.copy_(torch.tensor(kept[name + "bias"]))


def _number(name: str) -> int:
    return int(name.rsplit("_", 1)[1])


def _whole(steps: np.ndarray, scale: np.ndarray) -> np.ndarray:
    """Outputs × inputs of a layer kept in eight bits as inputs × outputs."""
    return (steps.astype(np.float32) * scale[None]).T
