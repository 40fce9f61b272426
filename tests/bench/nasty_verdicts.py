"""What a portal hears about files made to break readers: ``python -m tests.bench.nasty_verdicts [--only TEXT]``.

Every file below ``nasty`` of the shared data is screened as a packet of its own, by the very path that ``yushen screen`` takes,
all of them through one pool of child processes that must outlive them. One line a file: the outcome, what was said about the
file itself, the seconds. A file fails where there is no verdict or nothing is said about it, or where a child was lost on it.
"""

import argparse
import os
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import track
from rich.table import Table

from pipeline.folder import load_packet
from pipeline.opening import Opened, open_reader
from pipeline.packet import PacketDefaults, now
from pipeline.policies import policy_for
from pipeline.prescreen import conclude, look
from pipeline.settings import load_settings
from tests.bench.nasty import DEFAULT_SHARED_DATA, PIPED_WIDTH

OURS = ("system.timeout", "system.failed")
"""Codes that say we failed, not the file."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the verdict says about one file."""

    outcome: str
    codes: tuple[str, ...]
    read: str
    seconds: float

    @property
    def failed(self) -> bool:
        """Whether nothing clear was said."""
        return not (self.codes or self.read) or any(code in OURS for code in self.codes)


def hear(path: Path, opened: Opened) -> Heard:
    """Screen one file as a packet."""
    started = time.perf_counter()
    packet = load_packet([path], PacketDefaults(now(), None, None))
    verdict = conclude(look(packet, opened.reader, now), policy_for(packet.scenario, packet.region), now)
    about = tuple(dict.fromkeys(finding.code for finding in verdict.findings if finding.file))
    read = ", ".join(f"{count} {kind}" for kind, count in Counter(document.type for document in verdict.documents).items())
    return Heard(verdict.outcome, about, read, time.perf_counter() - started)


def main() -> int:
    """Run the bench. Returns 1 when something was not clear."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="only files whose path contains this text")
    only = parser.parse_args().only
    console = Console(width=None if sys.stdout.isatty() else PIPED_WIDTH)
    root = Path(os.environ.get("YUSHEN_SHARED_DATA", DEFAULT_SHARED_DATA)) / "nasty"
    if not root.is_dir():
        console.print(f"skipped: no folder {root}; set YUSHEN_SHARED_DATA to the folder that holds it")
        return 0
    paths = sorted(path for path in root.rglob("*") if path.is_file() and only in str(path))
    table = Table("file", "outcome", "about the file", "pages read as", "s", box=None)
    rows: list[Heard] = []
    with open_reader(load_settings()) as opened:
        for path in track(paths, console=Console(stderr=True)):
            heard = hear(path, opened)
            rows.append(heard)
            cells = (str(path.relative_to(root)), heard.outcome, " ".join(heard.codes), heard.read, f"{heard.seconds:.2f}")
            table.add_row(*(escape(cell) for cell in cells), style="bold red" if heard.failed else None)
    console.print(table)
    outcomes = ", ".join(f"{count} {outcome}" for outcome, count in Counter(row.outcome for row in rows).most_common())
    slowest, failed = max(row.seconds for row in rows), sum(row.failed for row in rows)
    console.print(f"{len(rows)} files, {failed} failed; {outcomes}; slowest {slowest:.1f} s")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
