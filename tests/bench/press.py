"""How well the reader reads papers composed at random: ``python -m tests.bench.press --count 5000 --seed 1``.

``--list N`` prints the first failures with all their lines, ``--only SEED/INDEX`` one paper, ``--shrink FIELD`` the smallest paper found
on which a field is read wrongly, and ``--pages N`` measures drawn pages through the whole pipeline instead of lines.
"""

import argparse
import multiprocessing
import random
import sys
import time
from collections.abc import Iterator
from functools import partial

from extractors.evidence import DocumentType
from tests.press import PressPaper, compose
from tests.press.measure import GROUPS, Outcome, Table, Tally, judge
from tests.press.reading import read

WORKERS = 2

Judged = tuple[str, bool, list[Outcome]]


def main() -> int:
    """Run the measure that the command line asks for."""
    asked = _arguments()
    if asked.only:
        seed, index = asked.only.split("/")
        paper = compose_one(int(seed), asked.type, int(index))
        print(describe(paper, judge(paper, read(paper))))
        return 0
    started = time.monotonic()
    table, listed = Table(), 0
    for index, (type_, recognised, outcomes) in enumerate(judged(asked)):
        table.add(type_, outcomes, recognised=recognised)
        failures = [outcome for outcome in outcomes if _is_failure(outcome) and asked.field in ("", outcome.field)]
        if failures and listed < asked.list:
            listed += 1
            print(f"--- {asked.seed}/{index}", describe(compose_one(asked.seed, asked.type, index), failures), sep="\n")
    show(table)
    print(f"{asked.count} papers in {time.monotonic() - started:.0f} s")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--type", default=None)
    parser.add_argument("--list", type=int, default=0)
    parser.add_argument("--field", default="")
    parser.add_argument("--only", default="")
    return parser.parse_args()


def compose_one(seed: int, type_: DocumentType | None, index: int) -> PressPaper:
    """Return one paper of a run."""
    return compose(random.Random(f"{seed}/{index}"), type_)


def judged(asked: argparse.Namespace) -> Iterator[Judged]:
    """Compose, read and judge all papers of a run, on all cores, in order."""
    with multiprocessing.Pool(WORKERS) as pool:
        yield from pool.imap(partial(_judged, asked.seed, asked.type), range(asked.count), chunksize=20)


def _judged(seed: int, type_: DocumentType | None, index: int) -> Judged:
    paper = compose_one(seed, type_, index)
    got = read(paper)
    return paper.type, got is not None, judge(paper, got)


def _is_failure(outcome: Outcome) -> bool:
    return outcome.verdict in ("wrong", "stray")


def describe(paper: PressPaper, outcomes: list[Outcome]) -> str:
    """Return a paper and what became of it as text."""
    lines = [f"  | {line.text}" for line in paper.lines]
    results = [
        f"  {outcome.verdict}: {outcome.field}, expected {outcome.expected!r}, got {outcome.got!r}" for outcome in outcomes
    ]
    return "\n".join((paper.recipe, *lines, *results))


def show(table: Table) -> None:
    """Print the tallies."""
    print(f"{'type and field':44} {'right':>17} {'given where none stands':>26}")
    for type_, papers in sorted(table.papers.items()):
        print(f"{type_:44} {_share(papers.right, papers.stated)}  recognised")
        for (of_type, name), tally in table.fields.items():
            if of_type == type_:
                print(_row(f"    {name}", tally))
    for group in GROUPS:
        print(_row(f"all {group}", table.groups[group]))
    total = Tally()
    for tally in table.groups.values():
        total.stated, total.right = total.stated + tally.stated, total.right + tally.right
        total.silent, total.stray = total.silent + tally.silent, total.stray + tally.stray
    print(_row("all", total))


def _row(name: str, tally: Tally) -> str:
    return f"{name:44} {_share(tally.right, tally.stated)} {_share(tally.stray, tally.silent + tally.stray):>26}"


def _share(part: int, whole: int) -> str:
    return f"{part:5}/{whole:<5} {part / whole:6.1%}" if whole else f"{'-':>18}"


if __name__ == "__main__":
    sys.exit(main())
