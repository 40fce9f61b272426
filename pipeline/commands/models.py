"""``yushen models``: where the OCR models are, whether they are sound, and fetching them."""

from pathlib import Path
from typing import Annotated

import typer

from extractors.ocr.weights import WEIGHTS, ModelsError, default_folder, fetch, open_models
from pipeline.errors import EngineUnavailableError
from pipeline.settings import load_settings


def models(
    fetch_anew: Annotated[bool, typer.Option("--fetch", help="Fetch them anew (75 MB), whatever is there.")] = False,
    fetch_missing: Annotated[bool, typer.Option("--fetch-missing", help="Fetch them only where they are missing.")] = False,
) -> None:
    """Say where the OCR models are and check them; fetch them where asked to."""
    folder = load_settings().models
    try:
        if folder is None and fetch_anew:
            fetch(default_folder())
        if folder is None and not (fetch_anew or fetch_missing):
            _require_fetched(default_folder())
        where = open_models(folder)
    except ModelsError as error:
        raise EngineUnavailableError(str(error), advice="") from error
    typer.echo(f"{where}: {_state(folder)}")


def _require_fetched(folder: Path) -> None:
    missing = [weight.target for weight in WEIGHTS if not (folder / weight.target).is_file()]
    if missing:
        raise ModelsError(f"{len(missing)} of {len(WEIGHTS)} model files are missing in {folder}: run `yushen models --fetch`")


def _state(folder: Path | None) -> str:
    return (
        "all files are there, each with its SHA-256" if folder is None else "your own models (YUSHEN_MODELS), used as they are"
    )
