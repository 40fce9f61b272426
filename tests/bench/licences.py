"""How well real licences are read: ``python -m tests.bench.licences [--only TEXT]``.

Runs the product's own path over the pictures of ``business_licence`` in the shared data (``YUSHEN_SHARED_DATA``, or
``../shared/data`` beside the repository), and prints the share read exactly, with 95 % Wilson intervals, and every miss. Blank
forms must be licences without values; other papers must be none. What the engine read is kept in a cache
(``YUSHEN_BENCH_CACHE``, or the user's cache folder) by engine version and pixels, so that a second run takes two minutes and
measures every other part as it is now.
"""

import argparse
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from platformdirs import user_cache_path
from rich.console import Console
from rich.progress import track
from rich.table import Table

from extractors.documents.license_qr import QR_FIELD
from extractors.evidence import Document, FieldReading
from extractors.ocr.registry import open_engine
from extractors.ocr.weights import open_models
from extractors.page.orientation import OrientationClassifier
from extractors.read import FileReader
from pipeline.evaluation.rate import Rate
from tests.bench.caching import CachingEngine
from tests.bench.licence_truth import LicenceTruth, comparable, load_truth

DEFAULT_SHARED_DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
PIPED_WIDTH = 200
TARGETS: Final = {"type": 0.99, "code": 0.965, "name": 0.97, "legal_rep": 0.96}
"""Shares to reach, measured on the 199 licences."""
NO_LICENCES: Final = ("decoy", "phone_generic")


@dataclass(frozen=True, slots=True)
class Miss:
    """A value that was not read as the picture shows it."""

    file: str
    field: str
    expected: str
    got: str
    confidence: float


def licence_of(reader: FileReader, path: Path) -> Document | None:
    """The licence that a picture shows, as the product reads it."""
    documents = reader.read(path.read_bytes()).documents
    return next((document for document in documents if document.type == "business_license"), None)


def field_of(document: Document | None, name: str) -> FieldReading | None:
    """A measured field of a licence; its number goes by one of two names."""
    if document is None:
        return None
    names = ("uscc", "registration_number") if name == "code" else (name,)
    return next((document.fields[each] for each in names if each in document.fields), None)


def measure(reader: FileReader, truths: Iterable[LicenceTruth]) -> tuple[dict[str, list[bool]], list[Miss]]:
    """Which values were read exactly, by field, and those that were not."""
    hits: dict[str, list[bool]] = {name: [] for name in TARGETS}
    misses: list[Miss] = []
    for truth in truths:
        document = licence_of(reader, truth.picture)
        hits["type"].append(document is not None)
        for name, expected in truth.values.items():
            reading = field_of(document, name)
            got = comparable(reading.value) if reading else ""
            hits[name].append(got == expected)
            if got != expected:
                confidence = reading.confidence if reading else 0.0
                misses.append(Miss(truth.picture.name, name, expected, got, confidence))
    return hits, misses


def blanks_and_others(reader: FileReader, data: Path) -> list[str]:
    """What went wrong with blank forms (type, but no values) and with papers that are no licences.

    Two of the forms show the QR code of the firm they were made from: what it holds is read, and is right.
    """
    wrong: list[str] = []
    for path in sorted((data / "business_licence" / "blank_template").iterdir()):
        document = licence_of(reader, path)
        fields = document.fields if document else {}
        filled = [name for name, field in fields.items() if field.value and name != QR_FIELD]
        if document is None or filled:
            wrong.append(f"blank form {path.name}: {'no licence' if document is None else ', '.join(filled)}")
    others = [path for folder in NO_LICENCES for path in sorted((data / folder).iterdir())]
    wrong += [f"{path.name} was taken for a licence" for path in others if licence_of(reader, path) is not None]
    return wrong


def print_rates(hits: dict[str, list[bool]], console: Console) -> bool:
    """Print the table; True when every target is reached."""
    table = Table("field", "exact", "share", "95 % Wilson", "target", box=None)
    for name, results in hits.items():
        rate = Rate(sum(results), len(results))
        low, high = rate.interval
        table.add_row(
            name, f"{rate.hits}/{rate.total}", f"{rate.share or 0.0:.1%}", f"{low:.1%} .. {high:.1%}", f"{TARGETS[name]:.1%}"
        )
    console.print(table)
    return all(sum(results) >= TARGETS[name] * len(results) for name, results in hits.items())


def open_cached_reader() -> FileReader:
    """The product's reader on an engine that remembers."""
    cache = Path(os.environ.get("YUSHEN_BENCH_CACHE", user_cache_path("yushen", appauthor=False) / "bench"))
    return FileReader(CachingEngine(open_engine(), cache), OrientationClassifier(open_models()))


def main() -> int:
    """Run the bench. Returns 1 when a target is missed or a blank form or another paper is misjudged."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="only pictures whose name contains this text")
    only = parser.parse_args().only
    console = Console(width=None if sys.stdout.isatty() else PIPED_WIDTH)
    data = Path(os.environ.get("YUSHEN_SHARED_DATA", DEFAULT_SHARED_DATA))
    if not (data / "business_licence").is_dir():
        console.print(f"skipped: no folder {data / 'business_licence'}; set YUSHEN_SHARED_DATA to the folder that holds it")
        return 0
    reader = open_cached_reader()
    truths = [truth for truth in load_truth(data / "business_licence") if only in truth.picture.name]
    hits, misses = measure(reader, track(truths, console=Console(stderr=True)))
    reached = print_rates(hits, console)
    for miss in misses:
        console.print(
            f"{miss.file}  {miss.field}: {miss.expected} read as {miss.got or 'nothing'} ({miss.confidence:.2f})", markup=False
        )
    wrong = [] if only else blanks_and_others(reader, data)
    for line in wrong:
        console.print(line, markup=False)
    reader.close()
    return int(bool(wrong) or not (reached or only))


if __name__ == "__main__":
    sys.exit(main())
