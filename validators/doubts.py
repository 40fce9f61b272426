"""How much the named doubts of a reading weigh: one table, which a policy may change; of several the gravest counts."""

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Final, get_args

from pydantic import Field

from extractors.evidence import Document, Doubt, FieldReading, Frozen
from validators.case import Case

Weights = Mapping[Doubt, float]


class DoubtSchema(Frozen):
    """What a doubt leaves of a reading's certainty (0..1), which differences it can explain, and what it is called.

    ``slip``: how often (0..1) a character is misread where it stands; 0 where it says nothing of characters. ``misplaced``:
    the value may answer another question of the paper, which explains any difference.
    """

    leaves: float = Field(ge=0, le=1)
    slip: float = Field(default=0.0, ge=0, le=1)
    misplaced: bool = False
    zh: str
    en: str


def _read() -> Mapping[Doubt, DoubtSchema]:
    told = tomllib.loads(files("validators").joinpath("doubts.toml").read_text(encoding="utf-8"))
    if told.keys() != set(get_args(Doubt)):
        raise ValueError(f"doubts.toml and the evidence's doubts differ: {', '.join(told.keys() ^ set(get_args(Doubt)))}")
    return MappingProxyType({name: DoubtSchema.model_validate(told[name]) for name in get_args(Doubt)})


DOUBTS: Final[Mapping[Doubt, DoubtSchema]] = _read()
WEIGHTS: Final[Weights] = MappingProxyType({name: doubt.leaves for name, doubt in DOUBTS.items()})
"""What each doubt leaves where a policy says nothing else."""


def certainty_of(reading: FieldReading, weights: Weights = WEIGHTS) -> float:
    """How sure (0..1) a reading is, its doubts weighed: what was measured, and never more than the gravest doubt leaves."""
    return min([reading.confidence, *(weights[doubt] for doubt in reading.doubts)])


def weighed(case: Case, weights: Weights) -> Case:
    """The case with every reading's confidence as its doubts leave it."""
    files_ = tuple(
        file.model_copy(
            update={
                "evidence": file.evidence.model_copy(
                    update={"documents": tuple(_weighed(document, weights) for document in file.evidence.documents)}
                )
            }
        )
        for file in case.files
    )
    return case.model_copy(update={"files": files_})


def _weighed(document: Document, weights: Weights) -> Document:
    doubted = {
        name: field.model_copy(update={"confidence": certainty_of(field, weights)})
        for name, field in document.fields.items()
        if field.doubts
    }
    return document.model_copy(update={"fields": {**document.fields, **doubted}}) if doubted else document


def doubts_behind(case: Case, confidence: float, weights: Weights, language: str) -> tuple[str, ...]:
    """What held a comparison back: the doubts of the readings in a weighed case that are no surer than it."""
    told = {doubt for reading in _readings(case) if reading.confidence == confidence for doubt in _gravest(reading, weights)}
    return tuple(DOUBTS[doubt].en if language == "en" else DOUBTS[doubt].zh for doubt in sorted(told))


def _gravest(reading: FieldReading, weights: Weights) -> Iterator[Doubt]:
    return (doubt for doubt in reading.doubts if weights[doubt] <= reading.confidence)


def _readings(case: Case) -> Iterator[FieldReading]:
    for file in case.files:
        for document in file.evidence.documents:
            yield from document.fields.values()
