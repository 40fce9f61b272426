"""How well types and values of papers are read: ``python -m tests.bench.papers [--count N] [--decoys N] [--seed S] [--list]``.

Draws pages of a seed, all document types and all their layouts taking turns, scanned, photographed or as digital text, reads
each with the product's own path, and prints by type how many were recognised and how many of their values were read exactly.
Then come papers that are no evidence: those of ``decoy`` and ``phone_generic`` in the shared data (``YUSHEN_SHARED_DATA``), and
drawn ones up to the number. A page depends on the seed and its own number alone: a smaller count is the beginning of a larger
one. ``--keep`` writes the pages that went wrong. What the engine read is kept as in ``tests.bench.licences``.
"""

import argparse
import os
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.progress import track
from rich.table import Table

from extractors.evidence import Document
from extractors.read import FileReader
from pipeline.evaluation.rate import NOTHING, Rate, rate_of
from samples.facts import draw_facts
from samples.leaves import Leaf, Stamp, seal_of
from samples.papers.decoy_forms import DECOY_FORMS, draw_decoy_form
from samples.papers.decoys import DECOY_KINDS, Story, draw_decoy
from samples.papers.form import FORM_LAYOUTS
from samples.papers.paper import Paper
from samples.shoot import Fidelity, SentFile, Studio, Truth, shoot
from samples.textures import DESKS
from samples.uploads import Capture, Upload
from tests.bench.licences import DEFAULT_SHARED_DATA, NO_LICENCES, PIPED_WIDTH, open_cached_reader
from tests.bench.paper_pages import SHELVES

LEAST_TYPES_RIGHT: Final = 0.99
MOST_TAKEN: Final = 0
_CAPTURES: Final[tuple[Capture, ...]] = ("scan",) * 4 + ("scan_pdf",) * 2 + ("photo",) * 3 + ("digital",)
"""How sheets arrive: mostly scanned, by phone in three of ten cases; cards are never digital text."""


@dataclass(slots=True)
class Tally:
    """What came out for one type: pages whose documents were all recognised, and values read exactly."""

    types: Rate = NOTHING
    fields: Rate = NOTHING


@dataclass(slots=True)
class Outcome:
    """All that was measured. ``misses`` are lines to print; ``wrong`` the files that gave one, by the page's name."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)
    wrong: dict[str, SentFile] = field(default_factory=dict)


def pages(count: int, seed: int) -> Iterator[tuple[str, str, SentFile]]:
    """Pages of a seed: name, type, file."""
    kinds = tuple(SHELVES)
    for number in range(count):
        kind = kinds[number % len(kinds)]
        shelf = SHELVES[kind]
        rng = random.Random(f"papers/{seed}/{number}")
        leaf = shelf[number // len(kinds) % len(shelf)](rng)
        sent = _sent(leaf, rng)
        yield f"{number:04d} {kind} {leaf.paper.tags.get('layout', '')} {sent.truths[0].capture}", kind, sent


def _sent(leaf: Leaf, rng: random.Random) -> SentFile:
    """One page as an applicant would send it."""
    capture = rng.choice([way for way in _CAPTURES if way != "digital" or not leaf.is_card])
    upload = Upload(None, (leaf,), capture, "page.jpg").captured_as(capture)
    return shoot(upload, rng, Studio(Fidelity(), rng.randrange(DESKS)))


def judge(outcome: Outcome, name: str, kind: str, sent: SentFile, seen: Sequence[Document]) -> None:
    """Compare a page's documents with the truth; an employer's stub above a certificate is no further document."""
    tally = outcome.tallies.setdefault(kind, Tally())
    free = [document for document in seen if "counterfoil" not in document.traits]
    pairs = [(truth, _taken(truth, free)) for truth in sent.truths]
    right = all(document is not None for _, document in pairs) and not free
    tally.types += rate_of(right)
    missed = [] if right else [f"{name}: taken for {_named(seen)}"]
    for truth, document in pairs:
        read = {key: reading.value for key, reading in document.fields.items()} if document else {}
        tally.fields += Rate(sum(read.get(key) == value for key, value in truth.fields.items()), len(truth.fields))
        missed += _values(name, truth.fields, read) if document else []
    if missed:
        outcome.misses += missed
        outcome.wrong[name] = sent


def _taken(truth: Truth, free: list[Document]) -> Document | None:
    """The first document left of the type and side, which is taken out."""
    found = next((document for document in free if (document.type, document.side) == (truth.type, truth.side)), None)
    if found is not None:
        free.remove(found)
    return found


def _named(seen: Sequence[Document]) -> str:
    return ", ".join(f"{document.type}{' ' + document.side if document.side else ''}" for document in seen) or "nothing"


def _values(name: str, expected: Mapping[str, str], read: Mapping[str, str | None]) -> list[str]:
    return [
        f"{name}: {key} {value} read as {read.get(key) or 'nothing'}"
        for key, value in expected.items()
        if read.get(key) != value
    ]


def strangers(count: int, seed: int, data: Path) -> Iterator[tuple[str, bytes]]:
    """Papers that are no evidence, ``count`` in all: name and bytes. Real ones first, then drawn ones of every kind in turn."""
    folders = [data / folder for folder in NO_LICENCES if (data / folder).is_dir()]
    real = [path for folder in folders for path in sorted(folder.iterdir())][:count]
    for path in real:
        yield path.name, path.read_bytes()
    for number in range(count - len(real)):
        rng = random.Random(f"strangers/{seed}/{number}")
        facts = draw_facts(rng, "employer_withdrawal", "agent")
        paper = _stranger(number, rng, (facts.employee, facts.employer, facts.today))
        sent = _sent(Leaf(paper, (Stamp(seal_of(facts.employer)),)), rng)
        yield f"{number:04d} {paper.tags['kind']} {paper.tags.get('layout', '')} {sent.truths[0].capture}", sent.data


def _stranger(number: int, rng: random.Random, story: Story) -> Paper:
    """The kinds in turn; those that are forms change their layout with every round."""
    turn, place = divmod(number, len(_LETTERS) + len(DECOY_FORMS))
    if place < len(_LETTERS):
        return draw_decoy(rng, _LETTERS[place], story)
    kind = tuple(DECOY_FORMS)[place - len(_LETTERS)]
    return draw_decoy_form(rng, kind, story, FORM_LAYOUTS[(turn + place) % len(FORM_LAYOUTS)])


_LETTERS: Final = tuple(kind for kind in DECOY_KINDS if kind != "resignation_letter")
"""A letter of resignation is uploaded by mistake, too, but it is a type of its own."""


def print_tallies(tallies: Mapping[str, Tally], console: Console) -> bool:
    """Print the table; True when enough types are right."""
    table = Table("type", "pages", "type right", "95 % Wilson", "target", "fields right", "share", "95 % Wilson", box=None)
    total = Tally()
    for kind, tally in tallies.items():
        table.add_row(kind, *_cells(tally, ""))
        total.types, total.fields = total.types + tally.types, total.fields + tally.fields
    table.add_row("all", *_cells(total, f"{LEAST_TYPES_RIGHT:.0%}"))
    console.print(table)
    return total.types.share is None or total.types.share >= LEAST_TYPES_RIGHT


def _cells(tally: Tally, target: str) -> tuple[str, ...]:
    types, fields = tally.types, tally.fields
    right = (str(types.total), f"{types.hits}  {types.share or 0.0:.1%}", _between(types), target)
    return (*right, f"{fields.hits}/{fields.total}", f"{fields.share or 0.0:.1%}", _between(fields))


def _between(rate: Rate) -> str:
    low, high = rate.interval
    return f"{low:.1%} .. {high:.1%}"


def measure(reader: FileReader, count: int, seed: int, console: Console) -> Outcome:
    """Read the pages of a seed."""
    outcome = Outcome()
    for name, kind, sent in track(pages(count, seed), total=count, console=console):
        before = len(outcome.misses)
        judge(outcome, name, kind, sent, reader.read(sent.data).documents)
        for miss in outcome.misses[before:]:
            console.print(miss, markup=False, soft_wrap=True)
    return outcome


def taken_for_evidence(
    reader: FileReader, papers: Iterator[tuple[str, bytes]], count: int, console: Console
) -> tuple[list[str], Rate]:
    """Which papers that are none were taken for evidence, and how many of all."""
    taken: list[str] = []
    all_ = NOTHING
    for name, data in track(papers, total=count, console=console):
        seen = [document for document in reader.read(data).documents if document.type != "unknown"]
        all_ += rate_of(bool(seen))
        if seen:
            taken.append(f"{name}: taken for {_named(seen)} ({', '.join(f'{document.confidence:.2f}' for document in seen)})")
    return taken, all_


def keep(wrong: Mapping[str, SentFile], folder: Path) -> None:
    """Write the pages that went wrong."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, sent in wrong.items():
        (folder / f"{name.replace(' ', '-')}{Path(sent.name).suffix}").write_bytes(sent.data)


def main() -> int:
    """Run the bench. Returns 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--decoys", type=int, default=100)
    parser.add_argument("--seed", type=int, default=31)
    parser.add_argument("--list", action="store_true", help="print every miss")
    parser.add_argument("--keep", type=Path, help="a folder for the pages that went wrong")
    options = parser.parse_args()
    console, progress = Console(width=None if sys.stdout.isatty() else PIPED_WIDTH), Console(stderr=True)
    data = Path(os.environ.get("YUSHEN_SHARED_DATA", DEFAULT_SHARED_DATA))
    reader = open_cached_reader()
    outcome = measure(reader, options.count, options.seed, progress)
    taken, all_ = taken_for_evidence(reader, strangers(options.decoys, options.seed, data), options.decoys, progress)
    reader.close()
    reached = print_tallies(outcome.tallies, console)
    console.print(f"other papers taken for evidence: {all_.hits} of {all_.total}, {_between(all_)} (at most {MOST_TAKEN})")
    for line in (*taken, *(outcome.misses if options.list else ())):
        console.print(line, markup=False, soft_wrap=True)
    if options.keep:
        keep(outcome.wrong, options.keep)
    return int(not reached or all_.hits > MOST_TAKEN)


if __name__ == "__main__":
    sys.exit(main())
