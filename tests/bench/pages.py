"""How long a page takes, beside PaddleOCR as it comes: ``python -m tests.bench.pages [--rounds N]``.

Every contender lives in a process of its own with the same weights and the same number of threads, and reads every page in turn
with the others, so that a slow minute of the machine hits all of them. Pages are sample papers at the size in which people
upload them: A4 scanned at 300 dpi, and 12-megapixel phone photos.
"""

import argparse
import multiprocessing
import os
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ParamSpec, TypeVar

import cv2
import numpy as np

from extractors.evidence import PageEvidence
from extractors.ocr.engine import Image, read_lines
from extractors.ocr.weights import DETECTION, RECOGNITION, open_models
from tests.bench.sheets import upload_sized_sheets

Lines = list[str]
P = ParamSpec("P")
T = TypeVar("T")
Contender = Callable[[Image], Lines]


def peer(models: Path, threads: int) -> Contender:
    """PaddleOCR 3.7 with its own defaults; only the weights and the runtime are named, and no page is turned or unwarped."""
    from paddleocr import PaddleOCR  # noqa: PLC0415  each contender loads only what it needs

    pipeline = PaddleOCR(
        text_detection_model_name=DETECTION,
        text_detection_model_dir=str(models / DETECTION),
        text_recognition_model_name=RECOGNITION,
        text_recognition_model_dir=str(models / RECOGNITION),
        use_doc_orientation_classify=False,
        use_doc_unwarping=False,
        use_textline_orientation=False,
        engine="onnxruntime",
        engine_config={"intra_op_num_threads": threads},
    )
    return lambda image: [str(text) for text in pipeline.predict(image)[0]["rec_texts"]]


def engine(name: str) -> Callable[[Path, int], Contender]:
    """One of our engines alone: detection and recognition."""

    def opened(models: Path, threads: int) -> Contender:
        from extractors.ocr.registry import open_engine  # noqa: PLC0415  each contender loads only what it needs

        reader = open_engine(name, models, threads)
        return lambda image: [line.text for line in read_lines(reader, image)]

    return opened


def whole_page(models: Path, threads: int) -> Contender:
    """The page path as it is used: upright, ink, both readings under red ink, document type and fields."""
    from extractors import read as reading  # noqa: PLC0415  each contender loads only what it needs
    from extractors.files import RawPage  # noqa: PLC0415  each contender loads only what it needs

    for stage in MARKS:
        setattr(reading, stage, _watched(getattr(reading, stage)))
    reader = reading.open_reader(None, models, threads)

    def read(image: Image) -> Lines:
        page: PageEvidence
        page, _ = reader.read_page(RawPage(number=1, image=image, text=None, dpi=None))
        return [line.text for line in page.lines]

    return read


MARKS = (
    "split_inks",
    "find_seal_shapes",
    "read_seals",
    "settled_by_print",
    "find_signatures",
    "with_marks",
    "with_fill_ins",
    "coloured_share",
)
"""What the page path does for seals, signatures and ink, by its name in ``extractors.read``. Seals are looked for beside
the engine's reading, so their seconds are longer than what they add to the page."""
MOST_OF_THE_PAGE = 0.20
"""The share of a page's time that it may take."""
_on_marks = [0.0]


def _watched(stage: Callable[P, T]) -> Callable[P, T]:
    """The same, its seconds counted."""

    def run(*given: P.args, **named: P.kwargs) -> T:
        start = time.perf_counter()
        try:
            return stage(*given, **named)
        finally:
            _on_marks[0] += time.perf_counter() - start

    return run


CONTENDERS: dict[str, Callable[[Path, int], Contender]] = {
    "PaddleOCR defaults": peer,
    "engine paddle": engine("paddle"),
    "engine openvino": engine("openvino"),
    "whole page path": whole_page,
}


@dataclass(frozen=True, slots=True)
class Reply:
    """What a contender says of one page; ``marks`` are the seconds it spent on seals, signatures and ink."""

    seconds: float
    lines: Lines
    peak_mb: float
    marks: float


def _serve(name: str, models: Path, threads: int, pipe: Connection) -> None:
    read = CONTENDERS[name](models, threads)
    while (path := pipe.recv()) is not None:
        image = np.asarray(cv2.imread(path), dtype=np.uint8)
        _on_marks[0] = 0.0
        start = time.perf_counter()
        lines = read(image)
        seconds = time.perf_counter() - start
        pipe.send(Reply(seconds, lines, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, _on_marks[0]))


class Process:
    """A contender's process, asked page by page."""

    def __init__(self, name: str, models: Path, threads: int) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(name, models, threads, theirs), daemon=True)
        self._process.start()

    def ask(self, page: Path) -> Reply:
        """Read one page."""
        self._pipe.send(str(page))
        reply: Reply = self._pipe.recv()
        return reply

    def close(self) -> None:
        """End the process."""
        self._pipe.send(None)
        self._process.join()


def differing_share(ours: Sequence[Lines], theirs: Sequence[Lines]) -> tuple[int, int]:
    """Count lines that one side has and the other has not, and all lines of both sides (halved: pairs)."""
    differing = total = 0
    for mine, other in zip(ours, theirs, strict=True):
        total += max(len(mine), len(other))
        differing += max(len(set(mine) - set(other)), len(set(other) - set(mine)))
    return differing, total


def main() -> None:
    """Run every contender over every page, in turn, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="timed rounds after one to warm up")
    parser.add_argument("--pages", type=int, default=8)
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    models = open_models()
    processes = {name: Process(name, models, options.threads) for name in CONTENDERS}
    seconds: dict[str, dict[Path, list[float]]] = {name: {} for name in CONTENDERS}
    last: dict[str, dict[Path, Reply]] = {name: {} for name in CONTENDERS}
    with TemporaryDirectory() as folder:
        pages = upload_sized_sheets(Path(folder), options.pages)
        for round_number in range(options.rounds + 1):
            for page in pages:
                for name, process in processes.items():
                    last[name][page] = reply = process.ask(page)
                    if round_number:
                        seconds[name].setdefault(page, []).append(reply.seconds)
        _print(pages, seconds, last)
    for process in processes.values():
        process.close()


def _print(pages: list[Path], seconds: dict[str, dict[Path, list[float]]], last: dict[str, dict[Path, Reply]]) -> None:
    first = next(iter(CONTENDERS))
    medians = {name: {page: statistics.median(seconds[name][page]) for page in pages} for name in CONTENDERS}
    print(f"{'':22}{'s/page':>9}{'faster':>9}{'least':>8}{'most':>8}{'peak MB':>10}{'lines':>8}")
    for name in CONTENDERS:
        ratios = [medians[first][page] / medians[name][page] for page in pages]
        total = sum(medians[name].values())
        faster = sum(medians[first].values()) / total
        peak = max(reply.peak_mb for reply in last[name].values())
        lines = sum(len(reply.lines) for reply in last[name].values())
        row = f"{name:22}{total / len(pages):9.2f}{faster:8.2f}x{min(ratios):7.2f}x{max(ratios):7.2f}x{peak:10.0f}{lines:8}"
        print(row)
    differing, total_lines = differing_share(
        [last["engine paddle"][page].lines for page in pages], [last["engine openvino"][page].lines for page in pages]
    )
    share = differing / max(1, total_lines)
    whole = [last["whole page path"][page] for page in pages]
    marks = sum(reply.marks for reply in whole) / sum(reply.seconds for reply in whole)
    print(f"seals, signatures and ink: {marks:.1%} of the whole page path (at most {MOST_OF_THE_PAGE:.0%})")
    print(f"lines that differ between engine paddle and engine openvino: {differing} of {total_lines} ({share:.2%})")


if __name__ == "__main__":
    main()
