"""How well the reader reads papers composed at random: ``python -m tests.bench.press --count 5000 --seed 1``.

``--list N`` prints the first failures with all their lines, ``--only SEED/INDEX`` one paper, ``--shrink FIELD`` the smallest
paper found on which a field is read wrongly, ``--pages N`` measures drawn pages through the whole pipeline instead of lines.
"""

import argparse
import io
import multiprocessing
import random
import sys
import time
from collections.abc import Iterator, Sequence
from functools import cache, partial
from typing import Final

from extractors.evidence import DocumentType, TextLine
from extractors.read import FileReader, open_reader
from tests.press import PressPaper, compose
from tests.press.choices import Choices
from tests.press.compose import plan
from tests.press.draw import draw
from tests.press.measure import GROUPS, Outcome, Table, Tally, judge
from tests.press.reading import fields_of, read
from tests.press.shrink import record, replay, shrunk

WORKERS: Final = 2
PAPERS_AT_A_TIME: Final = 20
JPEG_QUALITY: Final = 88

Judged = tuple[str, bool, list[Outcome]]


def main() -> int:
    """Run the measure that the command line asks for."""
    asked = _arguments()
    if asked.shrink:
        return _shrink(asked)
    if asked.only:
        _print_one(asked)
        return 0
    started = time.monotonic()
    table, listed = Table(), 0
    for index, (type_, recognised, outcomes) in enumerate(_judged(asked)):
        table.add(type_, outcomes, recognised=recognised)
        failures = [outcome for outcome in outcomes if outcome.has_failed and asked.field in ("", outcome.field)]
        if failures and listed < asked.list:
            listed += 1
            print(f"--- {asked.seed}/{index}", describe(*_as_read(asked, index), failures), sep="\n")
    show(table)
    print(f"{asked.pages or asked.count} papers in {time.monotonic() - started:.0f} s")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000, help="how many papers")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--type", default=None, help="papers of one type only")
    parser.add_argument("--list", type=int, default=0, help="print so many failing papers")
    parser.add_argument("--field", default="", help="list failures of one field only")
    parser.add_argument("--only", default="", help="one paper, by SEED/INDEX")
    parser.add_argument("--shrink", default="", help="a field: print the smallest paper on which it fails")
    parser.add_argument("--tries", type=int, default=600, help="how many papers shrinking may read")
    parser.add_argument("--pages", type=int, default=0, help="measure so many drawn pages instead of lines")
    return parser.parse_args()


def _source(seed: int, index: int) -> random.Random:
    return random.Random(f"{seed}/{index}")


def _judged(asked: argparse.Namespace) -> Iterator[Judged]:
    """Compose, read and judge all papers of a run, on all cores, in order."""
    judge_one = _judge_page if asked.pages else _judge_lines
    with multiprocessing.get_context("spawn").Pool(WORKERS) as pool:
        chunk = 1 if asked.pages else PAPERS_AT_A_TIME
        yield from pool.imap(partial(judge_one, asked.seed, asked.type), range(asked.pages or asked.count), chunksize=chunk)


def _judge_lines(seed: int, type_: DocumentType | None, index: int) -> Judged:
    paper = compose(_source(seed, index), type_)
    got = read(paper)
    return paper.type, got is not None, judge(paper, got)


def _judge_page(seed: int, type_: DocumentType | None, index: int) -> Judged:
    data, paper = _page(seed, type_, index)
    got = fields_of(_reader().read(data).documents, paper.type)
    return paper.type, got is not None, judge(paper, got)


def _page(seed: int, type_: DocumentType | None, index: int) -> tuple[bytes, PressPaper]:
    rng = _source(seed, index)
    page, paper = draw(plan(Choices(rng.random, random.Random(rng.getrandbits(64))), type_), rng)
    out = io.BytesIO()
    page.save(out, "JPEG", quality=JPEG_QUALITY)
    return out.getvalue(), paper


@cache
def _reader() -> FileReader:
    return open_reader(engine=None, models=None, threads=1)


def _as_read(asked: argparse.Namespace, index: int) -> tuple[PressPaper, Sequence[TextLine]]:
    """Return a paper and the lines that were read off it: its own, or those of its drawn page."""
    if not asked.pages:
        paper = compose(_source(asked.seed, index), asked.type)
        return paper, paper.lines
    data, paper = _page(asked.seed, asked.type, index)
    return paper, _reader().read(data).pages[0].lines


def _print_one(asked: argparse.Namespace) -> None:
    seed, index = map(int, asked.only.split("/"))
    paper = compose(_source(seed, index), asked.type)
    print(describe(paper, paper.lines, judge(paper, read(paper))))


def _shrink(asked: argparse.Namespace) -> int:
    """Print the smallest paper found on which the field is read wrongly."""
    seed, first = map(int, asked.only.split("/")) if asked.only else (asked.seed, 0)

    def failures(paper: PressPaper) -> list[Outcome]:
        return [outcome for outcome in judge(paper, read(paper)) if outcome.has_failed and outcome.field == asked.shrink]

    for index in range(first, first + asked.count):
        tape = record(_source(seed, index), asked.type)
        if failures(replay(tape)):
            smallest = replay(shrunk(tape, lambda paper: bool(failures(paper)), asked.tries))
            print(f"--- {seed}/{index}, shrunk", describe(smallest, smallest.lines, failures(smallest)), sep="\n")
            return 0
    print(f"No failure of {asked.shrink} on {asked.count} papers.")
    return 0


def describe(paper: PressPaper, read_lines: Sequence[TextLine], outcomes: list[Outcome]) -> str:
    """Return a paper and what became of it as text."""
    lines = [f"  | {line.text}" for line in read_lines]
    results = [
        f"  {outcome.verdict}: {outcome.field}, expected {outcome.expected!r}, got {outcome.got!r}" for outcome in outcomes
    ]
    return "\n".join((paper.recipe, *lines, *results))


def show(table: Table) -> None:
    """Print the tallies."""
    print(f"{'type and field':36} {'read rightly':>19} {'given where none stands':>25}")
    for type_, papers in sorted(table.papers.items()):
        print(f"{type_:36} {_share(papers.right, papers.stated)} recognised")
        for (of_type, name), tally in sorted(table.fields.items()):
            if of_type == type_:
                print(_row(f"    {name}", tally))
    for group in GROUPS:
        print(_row(f"all {group}", table.groups[group]))
    print(_row("all", Tally.sum(table.groups.values())))


def _row(name: str, tally: Tally) -> str:
    return f"{name:36} {_share(tally.right, tally.stated)} {_share(tally.stray, tally.silent):>25}"


def _share(part: int, whole: int) -> str:
    return f"{part:5}/{whole:<6} {part / whole:6.1%}" if whole else f"{'-':>19}"


if __name__ == "__main__":
    sys.exit(main())
