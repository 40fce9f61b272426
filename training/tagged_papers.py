"""Papers of the press as a tagger learns them: the type, and for every character the field that it is a value or a label of."""

import random
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractors.documents.body import Part, part_of
from extractors.documents.reading.characters import Characters, characters_of
from extractors.documents.reading.tagger import EVERYWHERE, LABEL, NONE
from extractors.schema import PAPERS, fields_of
from extractors.text.fold import fold
from extractors.text.rows import rows_of
from tests.press.compose import compose, compose_other
from tests.press.kinds import KINDS
from tests.press.paper import PressPaper

MOST: Final = 1600
"""Characters of the longest paper that is learnt from; hardly one is longer, and it would cost a batch of its own."""
_FIELDS: Final = sorted({field for paper in PAPERS.values() for field in paper.fields})
TAGS: Final = (NONE, LABEL, *_FIELDS, *(f"{LABEL}{field}" for field in _FIELDS))
"""What a character may be: nothing, a label of something that is no field, a field's value, a field's label."""
OTHER: Final = ""
"""What the type of a paper is called that is none of those that the press composes."""
TYPES: Final = (OTHER, *sorted({kind.type for kind in KINDS.options}))
"""What type a paper may be of."""
UNTAGGED: Final = -100
"""In place of a tag: nothing is to be learnt of the character."""
_OTHERS: Final = 0.16
_ANY_TYPE: Final = 0.4
_UPPER: Final = 0.33
"""Shares of papers that are of no type, and that are of any type with the same chance."""
_UNTITLED: Final = 0.25
"""Share of papers that lose their heading."""
_NUMBER: Final = {tag: number for number, tag in enumerate(TAGS)}


@dataclass(frozen=True, slots=True)
class TaggedPaper:
    """A paper's characters and, for each, the number of its tag in ``TAGS``, and the number of its type in ``TYPES``."""

    characters: Characters
    tags: NDArray[np.int64]
    type: int


def tagged(seed: int, voices: Sequence[str] = ()) -> TaggedPaper | None:
    """The paper that a seed composes; None for one without characters, or with too many."""
    rng = random.Random(seed)
    dice = rng.random()
    if dice < _OTHERS:
        paper = compose_other(rng)
    else:
        paper = compose(rng, rng.choice(TYPES[1:]) if rng.random() < _ANY_TYPE else None, voices)
    if rng.random() < _UNTITLED:
        paper = _untitled(paper)
    part = part_of(1, rows_of(paper.lines, paper.width_px, paper.height_px))
    characters = characters_of(part)
    if not 0 < len(characters.offsets) <= MOST:
        return None
    if dice < _OTHERS:
        return TaggedPaper(characters, np.full(len(characters.offsets), UNTAGGED, dtype=np.int64), 0)
    tags = np.array(list(_tags(paper, part, characters)), dtype=np.int64)
    return TaggedPaper(characters, tags, TYPES.index(paper.type))


def _untitled(paper: PressPaper) -> PressPaper:
    """The paper without the largest line of its upper third, if no field stands on it."""
    lines = range(len(paper.lines))
    upper = [at for at in lines if paper.lines[at].box[1] < _UPPER and not paper.spans[at]]
    if not upper:
        return paper
    title = max(upper, key=lambda at: paper.lines[at].box[3] - paper.lines[at].box[1])
    kept = [at for at in lines if at != title]
    return replace(paper, lines=tuple(paper.lines[at] for at in kept), spans=tuple(paper.spans[at] for at in kept))


def _tags(paper: PressPaper, part: Part, characters: Characters) -> Iterator[int]:
    number_of = {id(line): number for number, line in enumerate(paper.lines)}
    numbers = [number_of[id(line)] for line in part.body.lines]
    origins = [_origins(paper.lines[number].text) for number in numbers]
    passed = [0] * len(numbers)
    wanted = set(characters.offsets.tolist())
    for offset, spot in enumerate(part.body.spots):
        if spot is None:
            continue
        line = spot[0]
        if offset in wanted:
            yield _tag(paper, numbers[line], origins[line][passed[line]])
        passed[line] += 1


def _origins(text: str) -> list[int]:
    """Which character of a line each character of its folded text comes from: an ellipsis becomes three points."""
    pieces = [at for at, sign in enumerate(text) for _ in fold(sign)]
    return pieces if len(pieces) == len(fold(text)) else list(range(len(fold(text))))


def _tag(paper: PressPaper, line: int, at: int) -> int:
    name = next((name for start, end, name in paper.spans[line] if start <= at < end), NONE)
    known = _NUMBER.get(name) if name.removeprefix(LABEL) in fields_of(paper.type) or name in EVERYWHERE else None
    return known if known is not None else _NUMBER[LABEL if name.startswith(LABEL) else NONE]


def papers(first: int, count: int, voices: Sequence[str] = ()) -> list[TaggedPaper]:
    """The papers of ``count`` seeds from the first on, composed on two cores."""
    seeds = range(first, first + count)
    with ProcessPoolExecutor(2) as pool:
        made = pool.map(partial(tagged, voices=tuple(voices)), seeds, chunksize=200)
        return [paper for paper in made if paper is not None]
