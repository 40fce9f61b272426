"""Whether seals are found on real licences, and only there: ``python -m tests.bench.real_seals``.

Runs the product's own path over the pictures of ``business_licence`` in the shared data, and compares with the column ``seal``
of its list. Pictures without a seal are the blank forms and the licences whose seal was taken out. Misses and false seals are
named, and so is what was said of seals that are not plainly red. What the engine read is kept as in ``tests.bench.licences``.
"""

import csv
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.progress import track

from extractors.evidence import Seal
from extractors.read import FileReader
from pipeline.evaluation.rate import Rate
from tests.bench.licences import DEFAULT_SHARED_DATA, PIPED_WIDTH, open_cached_reader

FOLDER: Final = "business_licence"
LEAST_FOUND: Final = 0.98
MOST_FALSE: Final = 1


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, whether a seal is on it (None: nobody can tell), and what colour it has."""

    path: Path
    sealed: bool | None
    colour: str


def pictures(data: Path) -> Iterator[Picture]:
    """The pictures of the list."""
    with (data / "MANIFEST.tsv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            if row["path"].startswith(FOLDER) and row["path"].endswith(("jpg", "png")):
                sealed = {"yes": True, "no": False}.get(row["seal"])
                yield Picture(data / row["path"], sealed, row["seal_colour"])


def seals_of(reader: FileReader, path: Path) -> list[Seal]:
    """The seals that the product sees on a picture."""
    return [seal for document in reader.read(path.read_bytes()).documents for seal in document.seals]


def said(seals: list[Seal]) -> str:
    """What was seen, in one line."""
    return "; ".join(f"{seal.kind} {seal.color} {seal.visible:.0%} {seal.text or '-'}" for seal in seals) or "no seal"


def main() -> int:
    """Run the bench. Returns 1 when a target is missed."""
    console = Console(width=None if sys.stdout.isatty() else PIPED_WIDTH)
    data = Path(os.environ.get("YUSHEN_SHARED_DATA", DEFAULT_SHARED_DATA))
    if not (data / FOLDER).is_dir():
        console.print(f"skipped: no folder {data / FOLDER}; set YUSHEN_SHARED_DATA to the folder that holds it")
        return 0
    reader = open_cached_reader()
    found: list[bool] = []
    false: list[bool] = []
    for picture in track(list(pictures(data)), console=Console(stderr=True)):
        seals = seals_of(reader, picture.path)
        if picture.sealed is not None:
            (found if picture.sealed else false).append(bool(seals))
        wrong = picture.sealed is not None and picture.sealed is not bool(seals)
        if wrong or picture.colour not in ("red", ""):
            mark = "wrong" if wrong else "     "
            console.print(f"{mark} {picture.path.name}: {picture.colour or 'no seal'}: {said(seals)}", markup=False)
    reader.close()
    rate = Rate(sum(found), len(found))
    low, high = rate.interval
    console.print(f"seals found on {rate.hits} of {rate.total} ({rate.share or 0.0:.1%}; 95 % Wilson {low:.1%} .. {high:.1%})")
    console.print(f"false seals on {sum(false)} of {len(false)}")
    return int((rate.share or 0.0) < LEAST_FOUND or sum(false) > MOST_FALSE)


if __name__ == "__main__":
    sys.exit(main())
