"""How photos are set upright and laid flat: ``python -m tests.bench.geometry [--part PART] [--count N] [--seed S]``.

``cards``: ID cards on desks at 10 to 60 % of the frame; fields read exactly with the closer look at parts of a page on and off,
and how many outlines were drawn to 1 %. ``turns``: pages, cards and photos made in four turns, and real licences in a turn
drawn by lot. ``files``: the pictures of ``exif_orientation`` and ``heic`` in the shared data (``YUSHEN_SHARED_DATA``, or
``../shared/data`` beside the repository). ``licences``: real licences photographed in perspective, with the closer look on and
off. What an engine read is kept as in ``tests.bench.licences``.
"""

import argparse
import os
import random
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice, pairwise
from pathlib import Path
from typing import Final
from unittest.mock import patch

import cv2
import numpy as np
from rich.console import Console
from rich.progress import track

from extractors.evidence import FileEvidence
from extractors.files import RawPage, open_file
from extractors.ocr.engine import Image
from extractors.ocr.registry import open_engine
from extractors.ocr.weights import open_models
from extractors.page.orientation import OrientationClassifier, Turn
from extractors.page.outlines import find_outlines
from extractors.page.regions import is_skewed, regions_worth_a_look
from extractors.page.upright import upright_turn
from extractors.read import FileReader
from pipeline.evaluation.rate import Rate
from samples import bundle
from samples.desk_photos import Corners, DeskPhoto, desk_photo, draw_scene
from tests.bench.licence_truth import LicenceTruth, comparable, load_truth, transcribed_quads
from tests.bench.licences import field_of, open_cached_reader
from tests.bench.turned_pages import TurnedPage, licence_pages, made_pages

DEFAULT_SHARED_DATA: Final = Path(__file__).resolve().parents[3] / "shared" / "data"
PIPED_WIDTH: Final = 200
QUALITY: Final = 85
LEAST_EXACT: Final = 0.97
CLOSE: Final = 0.01
"""Share of a card's width by which its corners may be off."""
Upright = Callable[[Image], Turn]
"""Tells the clockwise turn that sets a picture upright."""
Values = dict[str, tuple[str, str]]
"""What stands on a paper and what was read, by field."""


@contextmanager
def without_closer_look() -> Iterator[None]:
    """Reads pages as a whole only."""
    with patch("extractors.read.unclear_regions", lambda image, seen: ()):
        yield


def both_ways(reader: FileReader, data: bytes) -> tuple[FileEvidence, FileEvidence]:
    """What is seen with the closer look, and without."""
    with without_closer_look():
        before = reader.read(data)
    return reader.read(data), before


def cards(reader: FileReader, count: int, seed: int, console: Console) -> bool:
    """ID cards on desks."""
    tally: list[tuple[Values, Values]] = []
    drawn: list[bool] = []
    for number in track(range(count), console=Console(stderr=True)):
        rng = random.Random(f"{seed}/{number}")
        shot = desk_photo(draw_scene(rng), rng)
        data = bundle.jpeg(shot.picture, QUALITY)
        closer, before = both_ways(reader, data)
        tally.append((card_values(closer, shot), card_values(before, shot)))
        drawn += outlined(closer, shot)
        for name, (wanted, got) in tally[-1][0].items():
            if wanted != got:
                console.print(f"{seed}/{number} {shot.scene.ground} {shot.scene.share:.0%} {name}: {wanted} read as {got}")
    console.print(f"outlines drawn to {CLOSE:.0%}: {sum(drawn)}/{len(drawn)}")
    return print_both("cards on desks, fields exact", tally, console) >= LEAST_EXACT


def card_values(evidence: FileEvidence, shot: DeskPhoto) -> Values:
    """What stands on each side in a photo, and what was read there."""
    found: Values = {}
    for shown in shot.shown:
        document = next((each for each in evidence.documents if (each.type, each.side) == ("id_card", shown.side)), None)
        for name, wanted in shown.fields.items():
            field = document.fields.get(name) if document else None
            found[f"{shown.side} {name}"] = (wanted, field.value if field else "")
    return found


def outlined(evidence: FileEvidence, shot: DeskPhoto) -> list[bool]:
    """For each card in a photo, whether an outline was drawn on its edges. Lines that were read help."""
    height, width = shot.picture.shape[:2]
    lines = [np.array(line.quad) * (width, height) for line in evidence.pages[0].lines]
    outlines = find_outlines(shot.picture, [tuple(map(tuple, line)) for line in lines])  # type: ignore[misc]  # four points of two
    return [any(_near(outline.corners, corners) for outline in outlines) for corners in shot.corners]


def _near(found: Corners, corners: Corners) -> bool:
    off = min(np.abs(np.roll(found, start, axis=0) - corners).max() for start in range(4))
    return bool(off <= CLOSE * np.linalg.norm(corners[1] - corners[0]))


def print_both(title: str, tally: Iterable[tuple[Values, Values]], console: Console) -> float:
    """Print both shares and return the first."""
    shares = []
    for name, values in zip(("with the closer look", "without"), zip(*tally, strict=True), strict=True):
        hits = [wanted == got for each in values for wanted, got in each.values()]
        rate = Rate(sum(hits), len(hits))
        low, high = rate.interval
        shares.append(rate.share or 0.0)
        console.print(f"{title}, {name}: {rate.hits}/{rate.total} {shares[-1]:.1%} ({low:.1%} .. {high:.1%})")
    return shares[0]


def turns(upright: Upright, pages: Iterable[TurnedPage], console: Console) -> bool:
    """Pages in all turns."""
    wrong = count = 0
    for page in pages:
        count += 1
        turn = upright(page.picture)
        if turn != page.wanted:
            wrong += 1
            console.print(f"{page.name}: turned by {turn}, not {page.wanted}", markup=False)
    console.print(f"wrong turns: {wrong} of {count}")
    return wrong == 0


def files(upright: Upright, data: Path, console: Console) -> bool:
    """EXIF and HEIC: every file of one scene opens to the same picture, and none is turned away from it."""
    exif = [open_file(path.read_bytes()).pages for path in sorted((data / "exif_orientation").iterdir())]
    opened = [next(iter(pages)).image for pages in exif]
    alike = all(_alike(one, other) for wide in (True, False) for one, other in _neighbours(opened, wide))
    turned_by = [upright(picture) for picture in opened]
    console.print(f"EXIF: {len(opened)} files, same picture within each shape: {alike}, turned by {turned_by}")
    for path in sorted((data / "heic").iterdir()):
        picture = next(iter(open_file(path.read_bytes()).pages)).image
        console.print(f"HEIC {path.name}: {picture.shape[1]}x{picture.shape[0]}, turned by {upright(picture)}")
    return alike and not any(turned_by)


def _neighbours(pictures: list[Image], wide: bool) -> list[tuple[Image, Image]]:
    """Pairs of pictures that lie, or stand, alike."""
    mine = [picture for picture in pictures if (picture.shape[1] > picture.shape[0]) == wide]
    return list(pairwise(mine))


def _alike(one: Image, other: Image) -> bool:
    small = [cv2.resize(picture, (48, 48), interpolation=cv2.INTER_AREA).astype(np.float32) for picture in (one, other)]
    return bool(np.abs(small[0] - small[1]).mean() < 6)


def licences(reader: FileReader, truths: list[LicenceTruth], console: Console) -> bool:
    """Real licences seen from beside."""
    tally = []
    for truth in track(truths, console=Console(stderr=True)):
        closer, before = both_ways(reader, truth.picture.read_bytes())
        pair = licence_values(closer, truth), licence_values(before, truth)
        tally.append(pair)
        for name in truth.values:
            if pair[0][name] != pair[1][name]:
                console.print(f"{truth.picture.name} {name}: {pair[0][name]} with the closer look, {pair[1][name]} without")
    return not tally or print_both(f"{len(truths)} licences in perspective, fields exact", tally, console) > 0


def licence_values(evidence: FileEvidence, truth: LicenceTruth) -> Values:
    """What stands on a licence and what was read."""
    document = next((each for each in evidence.documents if each.type == "business_license"), None)
    fields = {name: field_of(document, name) for name in truth.values}
    return {name: (truth.values[name], comparable(field.value) if field else "") for name, field in fields.items()}


def in_perspective(truth: LicenceTruth) -> bool:
    """Whether an outline around the text of a licence is far from an upright rectangle."""
    quads = transcribed_quads(truth.picture.with_suffix(".tsv"))
    lines = [((a, b), (c, d), (e, f), (g, h)) for (a, b), (c, d), (e, f), (g, h) in quads.tolist()]
    picture = next(iter(open_file(truth.picture.read_bytes()).pages))
    return isinstance(picture, RawPage) and any(is_skewed(each) for each in regions_worth_a_look(picture.image, lines))


def open_upright() -> Upright:
    """The way the product tells how a page lies."""
    engine, orientation = open_engine(), OrientationClassifier(open_models())
    return lambda picture: upright_turn(picture, orientation, engine)


def main() -> int:
    """Run the parts that were asked for. Returns 1 when one of them misses its mark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("cards", "turns", "files", "licences"), action="append", help="only this part")
    parser.add_argument("--count", type=int, default=40, help="how many cards, pages in four turns each, or licences at most")
    parser.add_argument("--seed", type=int, default=40)
    options = parser.parse_args()
    console = Console(width=None if sys.stdout.isatty() else PIPED_WIDTH)
    data = Path(os.environ.get("YUSHEN_SHARED_DATA", DEFAULT_SHARED_DATA))
    folder = data / "business_licence"
    parts: dict[str, Callable[[], bool]] = {
        "cards": lambda: cards(open_cached_reader(), options.count, options.seed, console),
        "turns": lambda: (
            turns(open_upright(), made_pages(options.count, options.seed), console)
            and turns(open_upright(), licence_pages(folder, options.seed), console)
        ),
        "files": lambda: files(open_upright(), data, console),
        "licences": lambda: licences(
            open_cached_reader(), list(islice(filter(in_perspective, load_truth(folder)), options.count)), console
        ),
    }
    return int(not all([parts[part]() for part in options.part or parts]))


if __name__ == "__main__":
    sys.exit(main())
