"""``yushen policy``: whether a policy file is right, what a policy asks and where that comes from, what differs between two."""

from pathlib import Path
from typing import Annotated, Final

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.errors import InputError, PolicyUnavailableError
from pipeline.masking import printable
from validators.policy import layers_in, read_layers
from validators.policy_file import DEFAULT_REGION, Layers, PolicyError, regions_of, scenarios
from validators.policy_lint import lint as lint_text
from validators.policy_values import BUILT_IN, SCENARIO, PolicyValue, differences, values_of

app = typer.Typer(help="Check, show and compare policies.")

WRONG: Final = 1
"""Exit code of a policy file with a problem, and of two policies that differ."""
_SECTIONS: Final = (
    ("", "general"),
    ("variant ", "variants: how each case of the scenario is known"),
    ("asks ", "asked for"),
    ("check ", "checks: what each rule holds"),
    ("limit ", "limits"),
    ("severity ", "severities"),
)


@app.command("lint")
def lint(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Policy files: a scenario's or a region's TOML.")],
) -> None:
    """Say everything that is wrong with policy files, with its line and the nearest valid name. Exit code 1 where any is."""
    found = 0
    for path in files:
        problems = lint_text(_read(path))
        found += len(problems)
        for problem in problems:
            typer.echo(f"{path}:{problem.line}: {printable(problem.what)}")
        if not problems:
            typer.echo(f"{path}: ok")
    raise typer.Exit(WRONG if found else 0)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read ({type(error).__name__})", "give a policy's TOML file") from error


@app.command("show")
def show(
    scenario: Annotated[str, typer.Argument(help="A scenario, such as employer_withdrawal; 'list' names all with regions.")],
    region: Annotated[str, typer.Option("--region", help="A region that changes it.")] = DEFAULT_REGION,
    everything: Annotated[bool, typer.Option("--all", help="Also values that are as built in.")] = False,
) -> None:
    """Show what a policy asks for, what each of its rules holds, and where its values come from."""
    console = Console(highlight=False)
    if scenario == "list":
        for name in scenarios():
            console.print(Text(" ".join((name, *regions_of(name)))))
        return
    values = values_of(_layers(scenario, region), region)
    console.print(Text(f"{scenario}" + (f", region {region}" if region != DEFAULT_REGION else ""), style="bold"))
    for prefix, heading in _SECTIONS:
        rows = [one for one in values if (one.name.startswith(prefix) if prefix else " " not in one.name)]
        _section(heading, [one for one in rows if everything or one.origin != BUILT_IN], prefix, console)


def _section(heading: str, rows: list[PolicyValue], prefix: str, console: Console) -> None:
    if not rows:
        return
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(overflow="fold")
    for name, value, origin in rows:
        note = "" if origin == SCENARIO else origin
        table.add_row(Text(name.removeprefix(prefix), style="cyan"), Text(value), Text(note, style="yellow"))
    console.print(Text(f"\n{heading}", style="bold"))
    console.print(table)


@app.command("diff")
def diff(
    before: Annotated[str, typer.Argument(metavar="A", help="A policy: scenario, scenario.region, or a file's path.")],
    after: Annotated[str, typer.Argument(metavar="B", help="Another one.")],
) -> None:
    """Show what differs between two policies, value by value. Exit code 1 where anything does."""
    changes = differences(_named(before), _named(after))
    for name, old, new in changes:
        typer.echo(name)
        if old is not None:
            typer.echo(f"  - {old}")
        if new is not None:
            typer.echo(f"  + {new}")
    raise typer.Exit(WRONG if changes else 0)


def _named(name: str) -> tuple[PolicyValue, ...]:
    if name.endswith(".toml"):
        return values_of(_layers_in(Path(name)), "region")
    scenario, _, region = name.partition(".")
    region = region or DEFAULT_REGION
    return values_of(_layers(scenario, region), region)


def _layers_in(path: Path) -> Layers:
    try:
        return layers_in(path.stem, _read(path))
    except PolicyError as error:
        raise PolicyUnavailableError(str(error), advice="see `yushen policy lint`") from error


def _layers(scenario: str, region: str) -> Layers:
    try:
        return read_layers(scenario, region)
    except PolicyError as error:
        raise PolicyUnavailableError(str(error), advice="") from error
