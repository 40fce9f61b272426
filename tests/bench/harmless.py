"""Complete packets with what changes nothing about them: ``python -m tests.bench.harmless --seed 1``.

Complete packets of ``samples.make``, each several times: with one to three files that nobody asked for, other file names, and
typed values in other forms (``tests.bench.harmless_changes``), judged on the product's own path. None may be sent back. Every
verdict that is worse than the unchanged packet's is printed with its findings.

    --packets 60   different packets        --each 5   how often each is changed        --jobs N   reading processes
"""

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from rich.console import Console
from rich.progress import track

from pipeline.batch import PacketScreener, side_by_side
from pipeline.opening import open_reader
from pipeline.settings import load_settings
from pipeline.verdict import OUTCOME_RANK, Verdict
from samples.defects import DEFECTS
from samples.make import plan
from samples.packets import build
from samples.shoot import Fidelity
from tests.bench.harmless_changes import changed

_PLAIN: Final = "plain"


def make_packets(root: Path, packets: int, each: int, seed: int) -> Iterator[Path]:
    """Write complete packets below a folder, each as it is and changed so many times; yield their folders."""
    broken = {twist.name for twist in DEFECTS}
    complete = (one for one in plan(packets * 4, seed) if one[1].name not in broken and one[1].outcome_ok == ("accept",))
    for packet_id, twist, rng in (one for one, _ in zip(complete, range(packets), strict=False)):
        packet = build(packet_id, twist, rng, Fidelity())
        files = {file.name: file.data for file in packet.files}
        plain: dict[str, object] = {"packet_id": packet_id, "scenario": twist.scenario, "region": twist.region}
        manifest = plain | dict(packet.manifest or {})
        yield _written(root / packet_id / _PLAIN, files | {"packet.json": json.dumps(manifest, ensure_ascii=False).encode()})
        for number in range(each):
            dice = random.Random(f"{seed}/{packet_id}/{number}")
            yield _written(root / packet_id / str(number), changed(manifest, files, dice))


def _written(folder: Path, files: dict[str, bytes]) -> Path:
    folder.mkdir(parents=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def main() -> None:
    """Make, judge, print; exit 1 where a changed packet was sent back."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--packets", type=int, default=60)
    parser.add_argument("--each", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int)
    args = parser.parse_args()
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 190)
    settings = load_settings().with_workers(args.jobs)
    with TemporaryDirectory() as folder, open_reader(settings) as opened:
        root = Path(folder)
        folders = list(make_packets(root, args.packets, args.each, args.seed))
        screener = PacketScreener(root, opened)
        judged = dict(track(side_by_side(folders, screener, settings.workers), "judging", len(folders), console=console))
    sys.exit(_report(judged, screener.refused, console))


def _report(judged: dict[Path, Verdict], refused: dict[str, str], console: Console) -> int:
    changes = {folder: verdict for folder, verdict in judged.items() if folder.name != _PLAIN}
    for folder, verdict in sorted(changes.items()):
        plain = judged[folder.parent / _PLAIN]
        if OUTCOME_RANK[verdict.outcome] > OUTCOME_RANK[plain.outcome] or verdict.outcome == "bounce":
            known = {(one.code, one.severity) for one in plain.findings}
            new = [one for one in verdict.findings if (one.code, one.severity) not in known and one.severity != "info"]
            told = "; ".join(f"{one.code} {one.severity} {one.file}: {one.detail}" for one in new)
            console.print(f"{folder.parent.name}/{folder.name}: {plain.outcome} -> {verdict.outcome}: {told}", markup=False)
    for source, why in sorted(refused.items()):
        console.print(f"refused {source}: {why}", markup=False)
    outcomes = Counter(verdict.outcome for verdict in changes.values())
    plain_outcomes = Counter(verdict.outcome for folder, verdict in judged.items() if folder.name == _PLAIN)
    console.print(f"as they are: {dict(plain_outcomes)}; changed: {dict(outcomes)}; refused {len(refused)}")
    return 1 if outcomes["bounce"] or refused else 0


if __name__ == "__main__":
    main()
