"""The small model that tells a paper's type, and of every character which field's value or label it is part of.

It is trained on papers that a press composes (``training/tagger.py``) and knows no wording by heart that could be listed: how
labels are put together, what stands around a value, and where on a page things stand, is what it has learnt.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

import numpy as np

from extractors.documents.body import Part
from extractors.documents.reading.characters import Characters, Ids, Reals, characters_of
from extractors.documents.reading.formal_labels import formal_labels
from extractors.schema import FieldSchema
from extractors.small_models import Session, open_model
from extractors.text.passage import Span

LABEL: Final = "?"
"""What the tag of a field's label begins with; a value's tag is the field's name."""
NONE: Final = ""
"""The tag of what belongs to no field."""
EVERYWHERE: Final = ("position",)
"""Fields whose values papers without such a field name in the same words: there they are told from all else, and not read."""
MOST_CHARACTERS: Final = 6000
"""Longer texts are no paper that is read here; what is beyond is not tagged."""
_REMEMBERED: Final = 4
"""Parts of pages whose tags are remembered: a paper's type and its fields are asked for one after the other."""


@dataclass(frozen=True, slots=True, eq=False)
class Tagged:
    """The characters of a part of a page and how likely (0..1) each is a value or a label of each field.

    ``values`` and ``labels`` are by field, each as long as ``characters.offsets``; ``heading`` is how likely a character is of
    any label at all. ``named`` are the fields' labels that stand by themselves under the schema's names.
    """

    part: Part
    characters: Characters
    values: Mapping[str, Reals]
    labels: Mapping[str, Reals]
    heading: Reals
    named: Mapping[str, tuple[Span, ...]]


def tag(part: Part, schema: Mapping[str, FieldSchema]) -> Tagged:
    """Tag a paper's characters with the fields that its type has: no other field's tag is considered."""
    characters, told, _ = _seen(part)
    fields = tuple(schema)
    tags = _meanings()["tags"]
    wanted = dict.fromkeys((NONE, LABEL, *fields, *(f"{LABEL}{field}" for field in fields), *EVERYWHERE))
    columns = [tags.index(name) for name in wanted if name in tags]
    logits = told[:, columns]
    likely = np.exp(logits - logits.max(axis=1, keepdims=True, initial=0.0))
    likely /= np.maximum(likely.sum(axis=1, keepdims=True), 1e-9)
    column = {tags[number]: likely[:, at] for at, number in enumerate(columns)}
    nothing = np.zeros(len(characters.offsets), dtype=np.float32)
    labels = {field: column.get(f"{LABEL}{field}", nothing) for field in fields}
    heading = sum(labels.values(), start=column.get(LABEL, nothing))
    named: dict[str, tuple[Span, ...]] = {}
    for field, span in formal_labels(part.body, schema):
        named[field] = (*named.get(field, ()), span)
    values = {field: column.get(field, nothing) for field in fields}
    return Tagged(part, characters, values, labels, heading, named)


def types_of(part: Part) -> Mapping[str, float]:
    """How likely (0..1) a paper is of each type, '' for none of them; of a part without text nothing is said."""
    characters, _, logits = _seen(part)
    if not len(characters.offsets):
        return {}
    likely = np.exp(logits - logits.max())
    return dict(zip(_meanings()["types"], (likely / likely.sum()).tolist(), strict=True))


@lru_cache(maxsize=_REMEMBERED)
def _seen(part: Part) -> tuple[Characters, Reals, Reals]:
    """A part's n characters, the logits of their tags, n×tags, and of the paper's types."""
    characters = characters_of(part)
    count = len(characters.offsets)
    if not count:
        return characters, np.zeros((0, len(_meanings()["tags"])), dtype=np.float32), np.zeros(0, dtype=np.float32)
    given: dict[str, Ids | Reals] = {
        "signs": characters.signs,
        "joints": characters.joints,
        "shapes": characters.shapes,
        "above": characters.above,
        "top": characters.top,
    }
    first = {name: value[None, :MOST_CHARACTERS] for name, value in given.items()}
    tags, types = (np.asarray(told[0], dtype=np.float32) for told in _session().run(["tags", "type"], first))
    return characters, np.pad(tags, ((0, count - len(tags)), (0, 0))), types


@cache
def _meanings() -> Mapping[str, tuple[str, ...]]:
    """What the columns of the model's outputs mean."""
    told = json.loads(files(__package__).joinpath("tags.json").read_text(encoding="utf-8"))
    return {name: tuple(told[name]) for name in ("tags", "types")}


@cache
def _session() -> Session:
    return open_model(files(__package__).joinpath("tagger.onnx").read_bytes())
