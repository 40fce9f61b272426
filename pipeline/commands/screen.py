"""``yushen screen``: one packet."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from pipeline.commands.options import (
    FailOnOption,
    JsonOption,
    LanguageOption,
    RegionOption,
    RevealOption,
    ScenarioOption,
    exit_code,
)
from pipeline.folder import load_packet
from pipeline.opening import open_reader
from pipeline.packet import PacketDefaults, now
from pipeline.policies import policy_asked_for
from pipeline.prescreen import conclude, look
from pipeline.report.write import write_report
from pipeline.settings import load_settings
from pipeline.terminal import show_verdict


def screen(  # noqa: PLR0913, PLR0917  a command's options are its parameters
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="A packet's folder, or the files of one packet.")],
    scenario: ScenarioOption = None,
    region: RegionOption = None,
    json: JsonOption = False,
    report: Annotated[Path | None, typer.Option("--report", help="Also write an HTML page with the pages and boxes.")] = None,
    fail_on: FailOnOption = None,
    reveal: RevealOption = False,
    language: LanguageOption = "zh",
) -> None:
    """Screen one packet and print its verdict."""
    packet = load_packet(paths, PacketDefaults(now(), scenario, region))
    policy = policy_asked_for(packet.scenario, packet.region)
    with open_reader(load_settings()) as opened:
        seen = look(packet, opened.reader, now)
        verdict = conclude(seen, policy, now, language)
        if report:
            write_report(report, seen, verdict, opened)
    if json:
        typer.echo(verdict.model_dump_json(indent=2))
    else:
        show_verdict(verdict, Console(highlight=False), reveal, language)
    raise typer.Exit(exit_code([verdict.outcome], fail_on))
