"""The small model that says of every character of a paper which field's value it is part of, or which field's label.

It is trained on papers that a press composes (``training/tagger.py``) and knows no wording by heart that could be listed: how
labels are put together, what stands around a value, and where on a page things stand, is what it has learnt.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np
import onnxruntime

from extractors.documents.body import Part
from extractors.documents.reading.characters import Characters, Ids, Reals, characters_of

LABEL: Final = "?"
"""What the tag of a field's label begins with; a value's tag is the field's name."""
NONE: Final = ""
"""The tag of what belongs to no field."""
MOST_CHARACTERS: Final = 6000
"""Longer texts are no paper that is read here; what is beyond is not tagged."""


@dataclass(frozen=True, slots=True, eq=False)
class Tagged:
    """The characters of a part of a page and how likely (0..1) each is a value or a label of each field.

    ``values`` and ``labels`` are by field, each as long as ``characters.offsets``; ``heading`` is how likely a character is of
    any label at all.
    """

    part: Part
    characters: Characters
    values: Mapping[str, Reals]
    labels: Mapping[str, Reals]
    heading: Reals


def tag(part: Part, fields: Sequence[str]) -> Tagged:
    """Tag a paper's characters with the fields that its type has: no other field's tag is considered."""
    characters = characters_of(part)
    tags = _tags()
    wanted = [NONE, LABEL, *fields, *(f"{LABEL}{field}" for field in fields)]
    columns = [tags.index(name) for name in wanted if name in tags]
    logits = _logits(characters)[:, columns]
    likely = np.exp(logits - logits.max(axis=1, keepdims=True, initial=0.0))
    likely /= np.maximum(likely.sum(axis=1, keepdims=True), 1e-9)
    column = {tags[number]: likely[:, at] for at, number in enumerate(columns)}
    nothing = np.zeros(len(characters.offsets), dtype=np.float32)
    labels = {field: column.get(f"{LABEL}{field}", nothing) for field in fields}
    heading = sum(labels.values(), start=column.get(LABEL, nothing))
    return Tagged(part, characters, {field: column.get(field, nothing) for field in fields}, labels, heading)


def _logits(characters: Characters) -> Reals:
    count = len(characters.offsets)
    if not count:
        return np.zeros((0, len(_tags())), dtype=np.float32)
    given: dict[str, Ids | Reals] = {
        "signs": characters.signs,
        "joints": characters.joints,
        "shapes": characters.shapes,
        "above": characters.above,
        "top": characters.top,
    }
    first = {name: value[None, :MOST_CHARACTERS] for name, value in given.items()}
    told = np.stack(_session().run(["tags"], first)).astype(np.float32).reshape(-1, len(_tags()))
    missing = count - len(told)
    return np.pad(told, ((0, missing), (0, 0))) if missing else told


@cache
def _tags() -> tuple[str, ...]:
    return tuple(json.loads(files(__package__).joinpath("tags.json").read_text(encoding="utf-8")))


@cache
def _session() -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.enable_mem_pattern = False
    model = files(__package__).joinpath("tagger.onnx").read_bytes()
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
