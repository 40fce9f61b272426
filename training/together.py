"""Joins taggers into one model whose outputs are the mean of theirs: ``python -m training.together A/ B/ --out DIR``.

``--weights 2 1`` has the first one's say count twice.

Each folder holds a ``tagger.onnx`` and the ``tags.json`` that tells what its outputs mean. Tags are told apart as the first
model tells them; one that another has not learnt is never given. Models that learnt from other papers, or from another
beginning, are wrong about different things: of papers worded by a hand that neither has seen, their mean reads more than
either.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import onnx
from onnx import compose, helper, numpy_helper

_OUTPUTS: Final = ("tags", "type")
_NEVER: Final = -1e4
"""The logit of a tag that a model has not learnt."""


def joined(models: Sequence[onnx.ModelProto], weights: Sequence[float]) -> onnx.ModelProto:
    """One model with the inputs of the first and the weighted mean of every output."""
    first = models[0]
    named = [compose.add_prefix_graph(model.graph, f"{number}.", rename_inputs=False) for number, model in enumerate(models)]
    numbers = range(len(models))
    shares = [numpy_helper.from_array(np.float32(weight / sum(weights)), f"{at}.share") for at, weight in enumerate(weights)]
    parts = [
        helper.make_node("Mul", [f"{number}.{output}", f"{number}.share"], [f"{number}.{output}.part"])
        for output in _OUTPUTS
        for number in numbers
    ]
    sums = [helper.make_node("Sum", [f"{number}.{output}.part" for number in numbers], [output]) for output in _OUTPUTS]
    graph = helper.make_graph(
        [node for one in named for node in one.node] + parts + sums,
        "taggers",
        list(first.graph.input),
        list(first.graph.output),
        [weight for one in named for weight in one.initializer] + shares,
    )
    model = helper.make_model(graph, opset_imports=list(first.opset_import), ir_version=first.ir_version)
    onnx.checker.check_model(model)
    return model


def reordered(model: onnx.ModelProto, own: Sequence[str], wanted: Sequence[str]) -> onnx.ModelProto:
    """A model whose tags come in another order, with those that it has not learnt."""
    graph = model.graph
    for node in graph.node:
        for at, output in enumerate(node.output):
            node.output[at] = "tags_as_learnt" if output == "tags" else output
        for at, given in enumerate(node.input):
            node.input[at] = "tags_as_learnt" if given == "tags" else given
    places = np.array([own.index(tag) if tag in own else 0 for tag in wanted], dtype=np.int64)
    doubts = np.array([0.0 if tag in own else _NEVER for tag in wanted], dtype=np.float32)
    graph.initializer.extend([numpy_helper.from_array(places, "places"), numpy_helper.from_array(doubts, "doubts")])
    graph.node.append(helper.make_node("Gather", ["tags_as_learnt", "places"], ["tags_in_order"], axis=2))
    graph.node.append(helper.make_node("Add", ["tags_in_order", "doubts"], ["tags"]))
    onnx.checker.check_model(model)
    return model


def main() -> None:
    """Read, join, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--weights", type=float, nargs="+", default=[])
    args = parser.parse_args()
    told = [json.loads((folder / "tags.json").read_text(encoding="utf-8")) for folder in args.models]
    models = [onnx.load(str(folder / "tagger.onnx")) for folder in args.models]
    wanted = told[0]["tags"]
    alike = [
        model if one["tags"] == wanted else reordered(model, one["tags"], wanted)
        for model, one in zip(models, told, strict=True)
    ]
    onnx.save(joined(alike, args.weights or [1.0] * len(alike)), str(args.out / "tagger.onnx"))
    (args.out / "tags.json").write_text(json.dumps(told[0], indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
