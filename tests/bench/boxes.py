"""How well the boxes of values frame their ink: the papers of the committed packets, scanned, each value's box against its ink.

    python -m tests.bench.boxes [--list] [--most N]

A true box is as wide as the value's ink and as high as its print: from the face's ascent to its descent. What a pen fills in
has no height of its own and is left out.
"""

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from rich.console import Console

from extractors.files.opened import RawPage
from extractors.frozen import Box
from extractors.read import FileReader, open_reader
from extractors.recognise import documents_on
from extractors.text.fold import fold_name
from samples.capture import Flat, scan
from samples.committed import COMMITTED
from samples.leaves import Leaf
from samples.make import TWISTS
from samples.packets import suitable
from samples.scenarios import lay_papers
from samples.shoot import stamped

DPI: Final = 200
_INK: Final = 110
"""Levels darker than this are ink."""
_LEAST: Final = 0.8
"""The overlap (intersection over union) of a box that frames its value."""


@dataclass(frozen=True, slots=True)
class Framed:
    """One value: which, and the overlap of its box with its ink's, in both directions and along the line alone."""

    name: str
    overlap: float
    along: float


def leaves(most: int) -> Iterator[tuple[str, Leaf]]:
    """The papers of the committed packets' stories."""
    by_name = {twist.name: twist for twist in TWISTS}
    for packet_id, (twist_name, seed) in list(COMMITTED.items())[:most]:
        twist, rng = by_name[twist_name], random.Random(f"{packet_id}/{seed}")
        facts = twist.facts(suitable(twist, rng), rng)
        for pile in lay_papers(facts, rng, twist.wish).values():
            yield from ((packet_id, leaf) for leaf in pile)


def framed(leaf: Leaf, name: str, reader: FileReader, noise: np.random.Generator) -> Iterator[Framed]:
    """Every value of a scanned paper that was read as it stands."""
    flat = stamped(leaf, DPI, noise)
    captured = scan(flat, noise)
    _, documents = documents_on(reader.read_page(RawPage(number=1, image=captured.picture, text=None, dpi=DPI)))
    document = next((one for one in documents if leaf.paper.type == one.type), None)
    height, width = captured.picture.shape[:2]
    by_pen = {stroke.field for stroke in leaf.paper.handwriting}
    for field, drawn in leaf.paper.boxes.items():
        if field in by_pen:
            continue
        reading = document.fields.get(field) if document else None
        if reading is None or reading.box is None or fold_name(leaf.paper.fields.get(field, "?")) != reading.value:
            continue
        ink = _ink(flat, drawn)
        if ink is None:
            continue
        corners = np.array([(ink[0], ink[1]), (ink[2], ink[1]), (ink[2], ink[3]), (ink[0], ink[3])], dtype=np.float64)
        seen = cv2.perspectiveTransform(corners[None], captured.matrix)[0]
        (left, top), (right, bottom) = seen.min(axis=0) / (width, height), seen.max(axis=0) / (width, height)
        true = (float(left), float(top), float(right), float(bottom))
        yield Framed(f"{name} {leaf.paper.type}.{field} {reading.value}", overlap(true, reading.box), along(true, reading.box))


def _ink(flat: Flat, box: Box) -> tuple[float, float, float, float] | None:
    """The part of a paper that dark ink in it spans from left to right, in pixels."""
    height, width = flat.picture.shape[:2]
    x0, y0, x1, y1 = (round(side * scale) for side, scale in zip(box, (width, height, width, height), strict=True))
    dark: NDArray[np.bool_] = flat.picture[y0:y1, x0:x1].max(axis=2) < _INK
    _, xs = np.nonzero(dark)
    if not len(xs):
        return None
    return (x0 + float(xs.min()), float(y0), x0 + float(xs.max()) + 1, float(y1))


def overlap(one: Box, other: Box) -> float:
    """Intersection over union."""
    wide, high = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    shared = max(wide, 0.0) * max(high, 0.0)
    return shared / (_area(one) + _area(other) - shared)


def along(one: Box, other: Box) -> float:
    """Intersection over union of the widths alone."""
    shared = max(min(one[2], other[2]) - max(one[0], other[0]), 0.0)
    return shared / (one[2] - one[0] + other[2] - other[0] - shared)


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def main() -> None:
    """Print the share of values that are framed well."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--most", type=int, default=len(COMMITTED))
    given = parser.parse_args()
    reader, noise, console = open_reader(), np.random.default_rng(5), Console()
    found = [one for name, leaf in leaves(given.most) for one in framed(leaf, name, reader, noise)]
    for title, values in (("both ways", [one.overlap for one in found]), ("along the line", [one.along for one in found])):
        share = sum(value >= _LEAST for value in values) / len(values)
        console.print(f"{title}: {len(values)} values, median {median(values):.3f}, {share:.1%} at {_LEAST} or more")
    if given.list:
        for one in sorted(found, key=lambda each: each.overlap)[:40]:
            console.print(f"{one.overlap:.2f} {one.along:.2f} {one.name}")


if __name__ == "__main__":
    main()
