"""``yushen config``: the settings in force."""

import json
import os

import typer
from rich.table import Table

from pipeline.commands.options import JsonOption
from pipeline.commands.tables import print_table
from pipeline.settings import load_settings
from pipeline.settings_shown import Shown, show, unknown_variables


def config(as_json: JsonOption = False) -> None:
    """Print every setting in force and where it is from; secrets are hidden."""
    shown = show(load_settings())
    for variable in unknown_variables(os.environ):
        typer.echo(f"yushen: {variable} is not a setting of this version", err=True)
    if as_json:
        typer.echo(json.dumps({one.variable: {"value": one.value, "from": one.source} for one in shown}, indent=2))
        return
    _print_table(shown)


def _print_table(shown: list[Shown]) -> None:
    table = Table("variable", "value", "from", box=None, pad_edge=False)
    for column in table.columns:
        column.overflow = "fold"
    for one in shown:
        table.add_row(*one)
    print_table(table)
