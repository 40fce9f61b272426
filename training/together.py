"""Joins taggers into one model whose outputs are the mean of theirs: ``python -m training.together A.onnx B.onnx --out FILE``.

Models that learnt from other papers, or from another beginning, are wrong about different things: of papers worded by a hand
that neither has seen, their mean reads more than either.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import onnx
from onnx import compose, helper

_OUTPUTS: Final = ("tags", "type")


def joined(models: Sequence[onnx.ModelProto]) -> onnx.ModelProto:
    """One model with the inputs of the first and the mean of every output."""
    first = models[0]
    named = [compose.add_prefix_graph(model.graph, f"{number}.", rename_inputs=False) for number, model in enumerate(models)]
    means = [helper.make_node("Mean", [f"{number}.{output}" for number in range(len(models))], [output]) for output in _OUTPUTS]
    graph = helper.make_graph(
        [node for one in named for node in one.node] + means,
        "taggers",
        list(first.graph.input),
        list(first.graph.output),
        [weight for one in named for weight in one.initializer],
    )
    model = helper.make_model(graph, opset_imports=list(first.opset_import), ir_version=first.ir_version)
    onnx.checker.check_model(model)
    return model


def main() -> None:
    """Read, join, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    onnx.save(joined([onnx.load(str(path)) for path in args.models]), str(args.out))


if __name__ == "__main__":
    main()
