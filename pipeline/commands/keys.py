"""``yushen keys``: keys to the API, made, listed, revoked and replaced."""

import json
import re
from datetime import datetime, timedelta
from typing import Annotated

import typer
from rich.table import Table

from pipeline import keyring
from pipeline.commands.options import JsonOption
from pipeline.commands.tables import print_table
from pipeline.keyring import Made
from pipeline.opening_service import open_database
from pipeline.packet import now
from pipeline.settings import load_settings
from pipeline.store.keys import NewKey, list_keys
from pipeline.store.tables import ApiKeyRow, Scope

app = typer.Typer(help="Make, list, revoke and replace keys to the API.")

TENANT_FORM = "[A-Za-z0-9._-]{1,64}"
NAME_LENGTH = 128
FOR_GOOD = "-"


def _tenant(value: str) -> str:
    if not re.fullmatch(TENANT_FORM, value):
        raise typer.BadParameter("up to 64 letters, digits, dots, dashes and underscores")
    return value


def _name(value: str) -> str:
    if not value.isprintable() or not 0 < len(value) <= NAME_LENGTH:
        raise typer.BadParameter(f"up to {NAME_LENGTH} printable characters")
    return value


KeyIdArgument = Annotated[str, typer.Argument(metavar="ID", help="The key's id, as `yushen keys list` shows it.")]


@app.command("make")
def make(
    tenant: Annotated[str, typer.Option("--tenant", help="Whose packets it opens.", callback=_tenant)],
    scope: Annotated[Scope, typer.Option("--scope", help="What it may do.")],
    name: Annotated[str, typer.Option("--name", help="Whom it is for.", callback=_name)],
    days: Annotated[int | None, typer.Option("--days", min=1, max=36500, help="Days until it runs out; default never.")] = None,
) -> None:
    """Make a key and print it, for the only time."""
    moment = now()
    new = NewKey(tenant, scope, name, None if days is None else moment + timedelta(days=days))
    with open_database(load_settings()) as database, database.unit() as unit:
        made = keyring.make(unit, new, moment)
    _hand_over(made)


@app.command("list")
def list_all(as_json: JsonOption = False) -> None:
    """List all keys. No secret is kept, so none is shown."""
    with open_database(load_settings()) as database, database.reading() as unit:
        rows = list_keys(unit)
    if as_json:
        typer.echo(json.dumps([_described(row, now()) for row in rows], ensure_ascii=False, indent=2))
        return
    table = Table("id", "tenant", "scope", "name", "state", "made", "runs out", box=None, pad_edge=False)
    table.columns[0].no_wrap = True
    for row in rows:
        table.add_row(*(text or FOR_GOOD for text in _described(row, now()).values()))
    print_table(table)


@app.command("revoke")
def revoke(key_id: KeyIdArgument) -> None:
    """Make a key useless at once."""
    with open_database(load_settings()) as database, database.unit() as unit:
        keyring.revoke(unit, key_id, now())
    typer.echo(f"the key {key_id} opens nothing any more", err=True)


@app.command("rotate")
def rotate(
    key_id: KeyIdArgument,
    grace_hours: Annotated[
        float, typer.Option("--grace-hours", min=0, max=8760, help="Hours in which the old key still opens.")
    ] = 24,
) -> None:
    """Make a key's successor and print it, for the only time; the old one runs out after a while."""
    moment = now()
    with open_database(load_settings()) as database, database.unit() as unit:
        made = keyring.rotate(unit, key_id, timedelta(hours=grace_hours), moment)
    _hand_over(made)
    typer.echo(f"the key {key_id} runs out at {_shown(moment + timedelta(hours=grace_hours))} or before", err=True)


def _hand_over(made: Made) -> None:
    typer.echo(made.key)
    typer.echo(f"the key {made.key_id}: keep it now, it is not shown again", err=True)


def _described(row: ApiKeyRow, moment: datetime) -> dict[str, str]:
    return {
        "id": row.id,
        "tenant": row.tenant,
        "scope": row.scope,
        "name": row.name,
        "state": _state(row, moment),
        "made": _shown(row.created_at),
        "runs_out": _shown(row.expires_at),
    }


def _state(row: ApiKeyRow, moment: datetime) -> str:
    if row.revoked_at is not None:
        return "revoked"
    return "expired" if row.expires_at is not None and row.expires_at <= moment else "active"


def _shown(moment: datetime | None) -> str:
    return "" if moment is None else f"{moment.astimezone():%Y-%m-%d %H:%M}"
