"""Pages in every turn, and the turn that sets each upright."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractors.files import open_file
from extractors.ocr.engine import Image
from extractors.page.orientation import Turn, turned
from samples.desk_photos import desk_photo, draw_scene
from samples.packets import build
from samples.shoot import Fidelity
from samples.tricks import ORDINARY
from tests.bench.licence_truth import transcribed_quads

TURNS: Final[tuple[Turn, ...]] = (0, 90, 180, 270)


@dataclass(frozen=True, slots=True, eq=False)
class TurnedPage:
    """A page as it lies, and the clockwise turn that sets it upright."""

    name: str
    picture: Image
    wanted: Turn


def made_pages(count: int, seed: int) -> Iterator[TurnedPage]:
    """``count`` pages, in four turns each: cards on desks, and the scans and photos of sample packets, taking turns."""
    sheets = _packet_pages(seed)
    for number in range(count):
        rng = random.Random(f"{seed}/turn/{number}")
        name, picture = (f"desk {number}", desk_photo(draw_scene(rng), rng).picture) if number % 2 else next(sheets)
        yield from (TurnedPage(f"{name} +{lies}", turned(picture, lies), _back(lies)) for lies in TURNS)


def licence_pages(folder: Path, seed: int) -> Iterator[TurnedPage]:
    """Every real licence once, in a turn drawn by lot."""
    rng = random.Random(seed)
    for path in sorted(folder.glob("real_*/*.tsv")):
        picture = next(iter(open_file(path.with_suffix(".jpg").read_bytes()).pages)).image
        lies = rng.choice(TURNS)
        standing = _turn_of(transcribed_quads(path))
        yield TurnedPage(f"{path.stem} +{lies}", turned(picture, lies), _back((standing + lies) % 360))


def _packet_pages(seed: int) -> Iterator[tuple[str, Image]]:
    number = 0
    while True:
        packet = build(str(number), ORDINARY, random.Random(f"{seed}/pages/{number}"), Fidelity())
        for file in packet.files:
            for page in open_file(file.data).pages:
                if page.text is None:
                    yield f"packet {number} {file.name}", page.image
        number += 1


def _turn_of(quads: NDArray[np.float64]) -> int:
    """How far (clockwise, degrees) lines have been turned, whose quads start at the text's own upper left corner."""
    runs = (quads[:, 1] - quads[:, 0]).sum(axis=0)
    return round(float(np.degrees(np.arctan2(runs[1], runs[0]))) / 90) * 90 % 360


def _back(lies: int) -> Turn:
    turns: dict[int, Turn] = {0: 0, 90: 270, 180: 180, 270: 90}
    return turns[lies]
