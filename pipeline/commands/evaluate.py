"""``yushen evaluate``: how right the verdicts are on packets whose verdict is known."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from pipeline.batch import PacketScreener, side_by_side
from pipeline.commands.options import JsonOption, WorkersOption
from pipeline.commands.progress import progress_bar
from pipeline.evaluation.expected import ExpectedPacket, find_expected
from pipeline.evaluation.score import score
from pipeline.evaluation.show import as_json, show_packets, show_summary
from pipeline.evaluation.summary import summarise
from pipeline.opening import open_reader
from pipeline.report.write import write_index
from pipeline.settings import load_settings
from pipeline.verdict import Verdict


def evaluate(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Packets <id>/, each with <id>.expected.json beside it.")],
    workers: WorkersOption = None,
    json: JsonOption = False,
    report: Annotated[Path | None, typer.Option("--report", help="Also show each packet, and write HTML pages here.")] = None,
) -> None:
    """Judge every packet that has an expected verdict, and say how often that is right."""
    packets = find_expected(folder)
    verdicts = _screen(folder, packets, workers, report)
    summary = summarise([score(verdicts[packet.folder], packet.expected) for packet in packets])
    if json:
        typer.echo(as_json(summary))
        return
    console = Console(highlight=False)
    if report:
        show_packets([(packet, verdicts[packet.folder]) for packet in packets], console)
    show_summary(summary, console)
    if report:
        console.print(f"\nreport: {write_index(report, tuple(verdicts[packet.folder] for packet in packets))}", soft_wrap=True)


def _screen(root: Path, packets: Sequence[ExpectedPacket], workers: int | None, report: Path | None) -> dict[Path, Verdict]:
    settings = load_settings().with_workers(workers)
    verdicts: dict[Path, Verdict] = {}
    with open_reader(settings) as opened, progress_bar() as bar:
        screener = PacketScreener(root, opened, report=report)
        task = bar.add_task("evaluating", total=len(packets))
        for folder, verdict in side_by_side([packet.folder for packet in packets], screener, settings.workers):
            verdicts[folder] = verdict
            bar.advance(task)
    return verdicts
