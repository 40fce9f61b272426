"""``yushen batch``: every packet below a folder."""

from collections import Counter
from collections.abc import Mapping
from itertools import islice
from pathlib import Path
from typing import Annotated, Final

import typer
from rich.console import Console

from pipeline.batch import Found, PacketScreener, find_packets, side_by_side, source_of
from pipeline.commands.options import FailOnOption, LanguageOption, RegionOption, ScenarioOption, WorkersOption, exit_code
from pipeline.commands.progress import progress_bar
from pipeline.errors import InputError
from pipeline.folder import display_name
from pipeline.masking import printable
from pipeline.opening import open_reader
from pipeline.packet import DEFAULT_REGION, DEFAULT_SCENARIO
from pipeline.policies import policy_asked_for
from pipeline.report.write import write_index
from pipeline.settings import load_settings
from pipeline.verdict import Outcome
from pipeline.verdict_file import VerdictFile

MOST_SAID: Final = 10
"""Refused packets that are named on the screen."""


def batch(  # noqa: PLR0913, PLR0917  a command's options are its parameters
    root: Annotated[Path, typer.Argument(metavar="ROOT", help="A folder with packet folders below it, however deep.")],
    out: Annotated[
        Path, typer.Option("--out", help="Verdicts, one JSON object a line. What is there is kept and gone on from.")
    ],
    workers: WorkersOption = None,
    scenario: ScenarioOption = None,
    region: RegionOption = None,
    report: Annotated[Path | None, typer.Option("--report", help="Also write HTML pages into this folder.")] = None,
    fail_on: FailOnOption = None,
    language: LanguageOption = "zh",
) -> None:
    """Screen every packet below ROOT. Interrupted, the same command goes on where it stopped."""
    policy_asked_for(scenario or DEFAULT_SCENARIO, region or DEFAULT_REGION)
    found = find_packets(root)
    if not found.packets:
        raise InputError(f"no packets below {display_name(str(root))}", "put each packet's files into a folder of its own")
    written = VerdictFile(out)
    todo = [folder for folder in found.packets if source_of(folder, root) not in written.sources]
    stderr = Console(stderr=True, highlight=False, soft_wrap=True, markup=False)
    _say_what_is_left_out(found, len(todo), stderr)
    settings = load_settings().with_workers(workers)
    with open_reader(settings) as opened, progress_bar() as bar:
        screener = PacketScreener(root, opened, scenario, region, report, language)
        task = bar.add_task("screening", total=len(todo))
        for _, verdict in side_by_side(todo, screener, settings.workers):
            written.append(verdict)
            bar.advance(task)
    _say_what_is_refused(screener.refused, stderr)
    outcomes = [verdict.outcome for verdict in written.verdicts()]
    if report:
        stderr.print(f"yushen: report: {write_index(report, tuple(written.verdicts()))}")
    stderr.print(f"yushen: {_summary(outcomes)} in {out}")
    raise typer.Exit(exit_code(outcomes, fail_on))


def _say_what_is_left_out(found: Found, todo: int, stderr: Console) -> None:
    if found.stray:
        first = display_name(str(found.stray[0]))
        stderr.print(f"yushen: left out, for they lie beside packet folders: {len(found.stray)} files, the first is {first}")
    if todo < len(found.packets):
        stderr.print(f"yushen: {len(found.packets) - todo} of {len(found.packets)} packets have their verdict, going on")


def _say_what_is_refused(refused: Mapping[str, str], stderr: Console) -> None:
    for source, why in islice(refused.items(), MOST_SAID):
        stderr.print(f"yushen: refused, a person takes over: {printable(source)}: {printable(why)}")
    if len(refused) > MOST_SAID:
        stderr.print(f"yushen: and {len(refused) - MOST_SAID} more were refused; their verdicts say why")


def _summary(outcomes: list[Outcome]) -> str:
    counts = Counter(outcomes)
    return f"{len(outcomes)} verdicts: " + ", ".join(
        f"{counts[outcome]} {outcome}" for outcome in ("accept", "review", "bounce")
    )
