"""What large photos cost: ``python -m tests.bench.photos [--formats F...] [--rounds N] [--seed S]``.

Papers photographed at 12, 24 and 48 megapixels, each read by the product's own path (``extractors.read.open_reader``) in a
process of its own: seconds to evidence (the median after one round to warm up) and over those of the 12 megapixels, the
process's peak of memory, models included, and how many of the paper's values were read right. PaddleOCR as it comes reads the
same JPEG files beside it.
"""

import argparse
import math
import multiprocessing
import os
import resource
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import cv2
import numpy as np

from extractors.ocr.weights import open_models
from tests.bench.large_photos import ENCODERS, LargePhoto, write_photos
from tests.bench.pages import peer

MOST_PEAK_MB: Final = 1144
"""MiB that the largest photo may take, models included: 1.2 GB."""
MOST_TIMES: Final = 2.0
"""So many times as long as the 12-megapixel photo a 48-megapixel one may take."""
PEER_FORMAT: Final = "jpeg"
_STATUS: Final = Path("/proc/self/status")

Values = Mapping[str, str]
Contender = Callable[[Path], Values]


@dataclass(frozen=True, slots=True)
class Reply:
    """What reading one file took; ``values`` are the fields read."""

    seconds: float
    peak_mb: float
    values: Values = field(default_factory=dict)


def _ours(threads: int) -> Contender:
    from extractors.read import open_reader  # noqa: PLC0415  each contender loads only what it needs

    reader = open_reader(None, None, threads)

    def read(path: Path) -> Values:
        evidence = reader.read(path.read_bytes())
        return {name: value.value for document in evidence.documents for name, value in document.fields.items()}

    return read


def _peer(threads: int) -> Contender:
    read = peer(open_models(), threads)

    def lines(path: Path) -> Values:
        read(np.asarray(cv2.imread(str(path)), dtype=np.uint8))
        return {}

    return lines


OURS, PEER = "yushen", "PaddleOCR defaults"
CONTENDERS: Final[Mapping[str, Callable[[int], Contender]]] = {OURS: _ours, PEER: _peer}


def _serve(name: str, path: Path, rounds: int, answer: Connection) -> None:
    read = CONTENDERS[name](os.cpu_count() or 1)
    values = read(path)
    seconds = []
    for _ in range(rounds):
        start = time.perf_counter()
        values = read(path)
        seconds.append(time.perf_counter() - start)
    answer.send(Reply(statistics.median(seconds), _peak_mb(), dict(values)))


def _peak_mb() -> float:
    """This process's own peak: what ``getrusage`` tells of a spawned process begins with its parent's."""
    if not _STATUS.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sizes = (line.split()[1] for line in _STATUS.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM:"))
    return int(next(sizes, "0")) / 1024


def measured(name: str, path: Path, rounds: int) -> Reply | None:
    """Read a file in a fresh process. None: the process died."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(name, path, rounds, sender))
    process.start()
    sender.close()
    try:
        reply: Reply = receiver.recv()
    except EOFError:
        return None
    finally:
        process.join()
    return reply


def compared(name: str, photos: Sequence[LargePhoto], rounds: int) -> list[tuple[float, float]]:
    """Read every photo and print a line for each; the peaks in MiB, and the times over those of the smallest of the same."""
    smallest: dict[tuple[str, str], Reply | None] = {}
    costs: list[tuple[float, float]] = []
    for photo in photos:
        reply = measured(name, photo.path, rounds)
        first = smallest.setdefault((photo.shows, photo.path.suffix), reply)
        times = reply.seconds / first.seconds if reply and first else math.inf
        print(_row(name, photo, reply, times), flush=True)
        costs.append((reply.peak_mb if reply else math.inf, times))
    return costs


def _row(name: str, photo: LargePhoto, reply: Reply | None, times: float) -> str:
    size = f"{photo.megapixels:4} MP{photo.path.stat().st_size / 1e6:7.1f} MB"
    head = f"{name:20}{photo.shows:13}{photo.path.suffix[1:]:12}{size}"
    if reply is None:
        return f"{head}  died"
    right = sum(reply.values.get(key) == value for key, value in photo.fields.items())
    share = f"{right:5}/{len(photo.fields)} values" if reply.values else ""
    return f"{head}{reply.seconds:8.2f} s{times:7.2f}x{reply.peak_mb:8.0f} MiB{share}"


def main() -> int:
    """Run the bench. Returns 1 when a photo of ours takes more than the targets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--formats", nargs="+", choices=tuple(ENCODERS), default=tuple(ENCODERS), help="the first is the cards'"
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        photos = list(write_photos(Path(folder), tuple(options.formats), options.seed))
        costs = compared(OURS, photos, options.rounds)
        compared(PEER, [photo for photo in photos if photo.path.suffix == f".{PEER_FORMAT}"], options.rounds)
    peak, times = max(peak for peak, _ in costs), max(times for _, times in costs)
    print(
        f"{OURS}: peak {peak:.0f} MiB (at most {MOST_PEAK_MB}), {times:.2f}x the time of the smallest (at most {MOST_TIMES:g}x)"
    )
    return int(peak > MOST_PEAK_MB or times > MOST_TIMES)


if __name__ == "__main__":
    raise SystemExit(main())
