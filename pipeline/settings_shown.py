"""What is set, as it may be shown: each setting in force with its variable and where it is from. No secret among them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal, NamedTuple

from pydantic import SecretStr

from extractors.ocr.registry import default_engine
from extractors.ocr.weights import default_folder
from pipeline.addresses import HIDDEN, without_credentials
from pipeline.blobs.registry import FOLDER_NAME
from pipeline.opening_service import DATABASE_NAME
from pipeline.settings import PREFIX, Settings, variable_of

OF_CALLERS: Final = frozenset({"YUSHEN_KEY"})
"""Variables of those who call the service, not of the service: what ``serve`` prints a first key as."""
ADDRESSES: Final = frozenset({"database_url", "broker_url", "blobs_url", "s3_endpoint_url"})


class Shown(NamedTuple):
    """One setting."""

    variable: str
    value: str
    source: Literal["environment", "default"]


def show(settings: Settings) -> list[Shown]:
    """Return all settings in force, in the order they are declared in."""
    in_force = _where_nothing_is_set(settings)
    return [
        Shown(
            variable_of(name),
            _shown(name, value) or in_force.get(name, ""),
            "environment" if name in settings.model_fields_set else "default",
        )
        for name, value in settings.model_dump().items()
    ]


def unknown_variables(environment: Mapping[str, str]) -> list[str]:
    """Return variables that look like settings and are none: a slip in a name changes nothing, silently."""
    known = {variable_of(name) for name in Settings.model_fields} | OF_CALLERS
    return sorted(name for name in environment if name.upper().startswith(PREFIX) and name.upper() not in known)


def _shown(name: str, value: object) -> str:
    text = value.get_secret_value() if isinstance(value, SecretStr) else "" if value is None else str(value)
    if name in ADDRESSES:
        return without_credentials(text)
    return HIDDEN if text and isinstance(value, SecretStr) else text


def _where_nothing_is_set(settings: Settings) -> dict[str, str]:
    """Return what is in force where a setting is empty."""
    return {
        "models": str(default_folder()),
        "engine": default_engine(),
        "database_url": f"sqlite:///{settings.data_dir.absolute() / DATABASE_NAME}",
        "broker_url": "(inside the process)",
        "blobs_url": str(Path(settings.data_dir / FOLDER_NAME)),
        "s3_endpoint_url": "(Amazon S3)",
        "encryption_keys": "(nothing is sealed)",
    }
