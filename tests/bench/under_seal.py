"""Names and dates under a seal, read once and read twice: ``python -m tests.bench.under_seal [--count N] [--seed S]``.

Draws certificates whose seal lies over the firm's name and the day of issue, and reads each by the product's own path: once as
it is, with every line under red ink read in the dark layer and in colour, and once in colour alone, as an engine without ink
layers would. Prints both shares side by side, and of the readings that were wrong how many could have been the ground of a
bounce. Values that no seal touches are left out, and so are PDFs with text of their own.
"""

import argparse
import random
import sys
from collections.abc import Iterator
from typing import Any, Final
from unittest.mock import patch

import numpy as np
from rich.console import Console
from rich.progress import track
from rich.table import Table

from extractors.evidence import Box, Document, FieldReading, FileEvidence
from extractors.page.ink import InkLayers, Mask
from extractors.read import FileReader
from pipeline.evaluation.rate import Rate
from samples.packets import build
from samples.shoot import Fidelity
from samples.tricks import ORDINARY
from tests.bench.licence_truth import comparable
from tests.bench.licences import PIPED_WIDTH, open_cached_reader

FIELDS: Final = ("employer_name", "issue_date")
PAPER: Final = "termination_certificate"
BOUNCE_FROM: Final = 0.9
"""Confidence from which a policy may bounce on a reading."""


def certificates(count: int, seed: int) -> Iterator[tuple[bytes, dict[str, str]]]:
    """Certificates as they are sent, with what their fields say."""
    number = drawn = 0
    while drawn < count:
        packet = build(str(number), ORDINARY, random.Random(f"under seal/{seed}/{number}"), Fidelity())
        number += 1
        sent = {file.name: file.data for file in packet.files}
        documents: list[dict[str, Any]] = packet.expected["documents"]  # type: ignore[assignment]  # as ``build`` writes it
        for document in documents:
            if document["type"] == PAPER and drawn < count:
                drawn += 1
                yield sent[document["file"]], document["fields"]


def no_red(ink: InkLayers) -> Mask:
    """What an engine that knows no ink sees of red ink."""
    return np.zeros(ink.image.shape[:2], dtype=np.bool_)


def certificate_of(evidence: FileEvidence) -> Document | None:
    """The certificate of a file, where one was recognised."""
    return next((document for document in evidence.documents if document.type == PAPER), None)


def covered(field: FieldReading | None, document: Document | None) -> bool:
    """Whether a seal lies over a value."""
    if field is None or field.box is None or document is None:
        return False
    return any(seal.page == field.page and _meet(seal.box, field.box) for seal in document.seals)


def _meet(a: Box, b: Box) -> bool:
    return min(a[2], b[2]) > max(a[0], b[0]) and min(a[3], b[3]) > max(a[1], b[1])


def compare(reader: FileReader, count: int, seed: int, console: Console) -> dict[tuple[str, str], list[tuple[bool, bool]]]:
    """By field and way of reading: whether each value was read right, and whether a bounce could rest on it."""
    answers: dict[tuple[str, str], list[tuple[bool, bool]]] = {}
    for data, expected in track(certificates(count, seed), total=count, console=Console(stderr=True)):
        evidence = reader.read(data)
        if any(line.source != "ocr" for page in evidence.pages for line in page.lines):
            continue
        twice = certificate_of(evidence)
        with patch("extractors.page.lines.spread_red", no_red):
            once = certificate_of(reader.read(data))
        for name in FIELDS:
            seen = {"two layers": twice.fields.get(name) if twice else None, "colour": once.fields.get(name) if once else None}
            if name not in expected or not any(covered(field, twice) for field in seen.values()):
                continue
            for way, field in seen.items():
                right = field is not None and comparable(field.value) == comparable(expected[name])
                sure = field is not None and field.confidence >= BOUNCE_FROM
                answers.setdefault((name, way), []).append((right, sure))
                if not right:
                    read = f"{field.value or 'nothing'} ({field.confidence:.2f})" if field else "nothing"
                    console.print(f"{way}: {name} {expected[name]} read as {read}", markup=False)
    return answers


def main() -> int:
    """Run the bench. Returns 1 when two layers read worse than colour alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    console = Console(width=None if sys.stdout.isatty() else PIPED_WIDTH)
    reader = open_cached_reader()
    answers = compare(reader, options.count, options.seed, console)
    reader.close()
    table = Table(
        "value under a seal", "read in", "right", "share", "95 % Wilson", "wrong, and sure enough to bounce on", box=None
    )
    for (name, way), results in sorted(answers.items()):
        rate = Rate(sum(right for right, _ in results), len(results))
        low, high = rate.interval
        false = sum(sure and not right for right, sure in results)
        table.add_row(
            name, way, f"{rate.hits}/{rate.total}", f"{rate.share or 0.0:.1%}", f"{low:.1%} .. {high:.1%}", str(false)
        )
    console.print(table)
    right = {
        way: sum(right for name in FIELDS for right, _ in answers.get((name, way), ())) for way in ("colour", "two layers")
    }
    return int(right["two layers"] < right["colour"])


if __name__ == "__main__":
    sys.exit(main())
