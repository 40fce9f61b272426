"""``yushen schema``: the JSON Schemas that callers build on."""

import json

import typer

from pipeline.api.app import bare_app
from pipeline.packet import Manifest
from pipeline.verdict import Verdict

app = typer.Typer(help="Print a JSON Schema.")


@app.command()
def verdict() -> None:
    """Print the JSON Schema of a verdict."""
    typer.echo(json.dumps(Verdict.model_json_schema(mode="serialization"), ensure_ascii=False, indent=2))


@app.command()
def packet() -> None:
    """Print the JSON Schema of a packet's manifest, packet.json."""
    typer.echo(json.dumps(Manifest.model_json_schema(), ensure_ascii=False, indent=2))


@app.command()
def openapi() -> None:
    """Print the OpenAPI document of the HTTP API."""
    typer.echo(json.dumps(bare_app().openapi(), ensure_ascii=False, indent=2))
