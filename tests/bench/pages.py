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
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

import cv2
import numpy as np

from extractors.evidence import PageEvidence
from extractors.ocr.engine import Image, read_lines
from extractors.ocr.weights import DETECTION, RECOGNITION, open_models
from tests.bench.sheets import upload_sized_sheets

Lines = list[str]
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


def whole_page(models: Path, threads: int, *, marks: bool = True) -> Contender:
    """The page path as it is used: upright, ink, both readings under red ink, document type, fields, and marks if wanted."""
    from extractors import read as reading  # noqa: PLC0415  each contender loads only what it needs
    from extractors.files import RawPage  # noqa: PLC0415  each contender loads only what it needs
    from extractors.recognise import documents_on  # noqa: PLC0415  each contender loads only what it needs

    for stage, instead in WITHOUT_MARKS.items() if not marks else ():
        setattr(reading, stage, instead)
    reader = reading.open_reader(None, models, threads)

    def read(image: Image) -> Lines:
        page: PageEvidence
        page, _ = documents_on(reader.read_page(RawPage(number=1, image=image, text=None, dpi=None)))
        return [line.text for line in page.lines]

    return read


WITHOUT_MARKS: dict[str, Callable[..., object]] = {
    "find_seal_shapes": lambda _ink: (),
    "find_signatures": lambda *_: (),
    "find_traces": lambda *_: None,
}
"""What the page path does for seals, signatures and hands, by its name in ``extractors.read``, and nothing in its place. Seals
are looked for beside the engine's reading, so only a page without them tells what they add. The layers of ink are read from
by both.
"""
MOST_OF_THE_PAGE = 0.20
"""The share of a page's time that marks may take."""


CONTENDERS: dict[str, Callable[[Path, int], Contender]] = {
    "PaddleOCR defaults": peer,
    "engine paddle": engine("paddle"),
    "engine openvino": engine("openvino"),
    "whole page path": whole_page,
    "  without marks": partial(whole_page, marks=False),
}


@dataclass(frozen=True, slots=True)
class Reply:
    """What a contender says of one page."""

    seconds: float
    lines: Lines
    peak_mb: float


def _serve(name: str, models: Path, threads: int, pipe: Connection) -> None:
    read = CONTENDERS[name](models, threads)
    while (path := pipe.recv()) is not None:
        image = np.asarray(cv2.imread(path), dtype=np.uint8)
        start = time.perf_counter()
        lines = read(image)
        seconds = time.perf_counter() - start
        pipe.send(Reply(seconds, lines, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


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
    whole, without = (sum(medians[name].values()) for name in ("whole page path", "  without marks"))
    print(f"seals and signatures: {1 - without / whole:.1%} of the whole page path (at most {MOST_OF_THE_PAGE:.0%})")
    print(f"lines that differ between engine paddle and engine openvino: {differing} of {total_lines} ({share:.2%})")


if __name__ == "__main__":
    main()
