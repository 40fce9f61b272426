"""What happens to files made to break readers: ``python -m tests.bench.nasty [--only TEXT]``.

Opens every file below ``nasty`` of the shared data (``YUSHEN_SHARED_DATA``, or ``../shared/data`` beside the repository), each
in a child process of its own with a wall-clock limit, reads all its pages, and prints one line per file: what it is, what was
said about it, how long it took and how much memory. A file passes when something was said in time and the child lived.
"""

import argparse
import multiprocessing
import os
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import track
from rich.table import Table

from extractors.files import open_file

WALL_LIMIT_SECONDS = 30.0
"""A page takes a second at most; what takes longer than this is a hang."""

DEFAULT_SHARED_DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
KIB_PER_MIB = 1024
NOISE_CHARS = 60
PIPED_WIDTH = 220


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was said about a file. ``noise`` is the first line that native code wrote to stderr."""

    format: str = "-"
    pages: str = "-"
    said: str = ""
    seconds: float = 0.0
    peak_mib: float = 0.0
    noise: str = ""
    failed: bool = False


def examine(path: Path) -> Outcome:
    """Open a file and read all its pages, in this process."""
    opened = open_file(path.read_bytes())
    sizes = [f"{page.image.shape[1]}x{page.image.shape[0]}{'' if page.text is None else ' text'}" for page in opened.pages]
    problems = [f"{problem.kind}{f' p{problem.page}' if problem.page else ''}: {problem.detail}" for problem in opened.problems]
    return Outcome(
        format=opened.format or "-",
        pages=f"{len(sizes)}/{opened.page_count}",
        said="; ".join([*problems, *([f"read {sizes[0]}"] if sizes else [])]),
    )


def _child(path: Path, stderr_path: Path, answer: Connection) -> None:
    with stderr_path.open("wb") as stderr:
        os.dup2(stderr.fileno(), sys.stderr.fileno())
    started = time.perf_counter()
    try:
        outcome = examine(path)
    except BaseException as error:
        outcome = Outcome(said=f"RAISED {type(error).__name__}: {error}", failed=True)
    peak_mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_PER_MIB
    answer.send((outcome, time.perf_counter() - started, peak_mib))


def watch(path: Path) -> Outcome:
    """Examine a file in a child process and outlive whatever it does."""
    receiver, sender = multiprocessing.Pipe(duplex=False)
    with tempfile.TemporaryDirectory() as folder:
        stderr_path = Path(folder) / "stderr"
        child = multiprocessing.get_context("fork").Process(target=_child, args=(path, stderr_path, sender))
        child.start()
        sender.close()
        outcome = _outcome(receiver, child)
        child.join()
        noise = stderr_path.read_text(errors="replace").strip().partition("\n")[0]
    return replace(outcome, noise=noise[:NOISE_CHARS])


def _outcome(receiver: Connection, child: multiprocessing.process.BaseProcess) -> Outcome:
    if not receiver.poll(WALL_LIMIT_SECONDS):
        child.kill()
        return Outcome(said="HUNG", seconds=WALL_LIMIT_SECONDS, failed=True)
    try:
        outcome, seconds, peak_mib = receiver.recv()
    except EOFError:
        child.join()
        return Outcome(said=f"CRASHED with exit code {child.exitcode}", failed=True)
    measured: Outcome = replace(outcome, seconds=seconds, peak_mib=peak_mib)
    return measured


def print_table(rows: Sequence[tuple[str, Outcome]], console: Console) -> None:
    """Print one line per file, and the sums."""
    table = Table("file", "format", "pages", "said", "s", "MiB", "stderr", box=None)
    for name, outcome in rows:
        style = "bold red" if outcome.failed else None
        cells = (
            name,
            outcome.format,
            outcome.pages,
            outcome.said,
            f"{outcome.seconds:.2f}",
            f"{outcome.peak_mib:.0f}",
            outcome.noise,
        )
        table.add_row(*(escape(cell) for cell in cells), style=style)
    console.print(table)
    counts = Counter(outcome.said.partition(":")[0].partition(" ")[0] or "nothing" for _, outcome in rows)
    console.print(", ".join(f"{count} {said}" for said, count in counts.most_common()))
    slowest, largest = max(outcome.seconds for _, outcome in rows), max(outcome.peak_mib for _, outcome in rows)
    failed = sum(outcome.failed for _, outcome in rows)
    console.print(f"{len(rows)} files, {failed} failed, slowest {slowest:.1f} s, highest peak {largest:.0f} MiB")


def main() -> int:
    """Run the bench. Returns 1 when a file crashed, hung or raised."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="only files whose path contains this text")
    only = parser.parse_args().only
    console = Console(width=None if sys.stdout.isatty() else PIPED_WIDTH)
    root = Path(os.environ.get("YUSHEN_SHARED_DATA", DEFAULT_SHARED_DATA)) / "nasty"
    if not root.is_dir():
        console.print(f"skipped: no folder {root}; set YUSHEN_SHARED_DATA to the folder that holds it")
        return 0
    paths = sorted(path for path in root.rglob("*") if path.is_file() and only in str(path))
    if not paths:
        parser.error(f"no file below {root} has {only!r} in its path")
    rows = [(str(path.relative_to(root)), watch(path)) for path in track(paths, console=Console(stderr=True))]
    print_table(rows, console)
    return int(any(outcome.failed or not outcome.said for _, outcome in rows))


if __name__ == "__main__":
    sys.exit(main())
