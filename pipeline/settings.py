"""Settings: what an operator may set through ``YUSHEN_*`` variables in the environment."""

import os
from pathlib import Path
from typing import Final

from platformdirs import user_cache_path
from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from pipeline.errors import SettingsError
from pipeline.logs import LogFormat, LogLevel

PREFIX: Final = "YUSHEN_"


def usable_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _cache_folder() -> Path:
    return user_cache_path("yushen", appauthor=False)


class Settings(BaseSettings):
    """All settings, checked once at start-up. The name of a variable is the field's, in capitals, after ``YUSHEN_``."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore", env_ignore_empty=True)

    models: Path | None = None
    """A folder of official PP-OCRv6 models, used as it is. Default: fetched once into the user's cache."""

    cache: Path = Field(default_factory=_cache_folder)
    """Where evidence is kept between runs."""

    evidence_cache: bool = True
    """Whether evidence is kept at all. It holds what stands on people's papers."""

    engine: str | None = None
    """The OCR engine, by name or as ``module:factory``. Default: openvino where it is installed, else paddle."""

    workers: int = Field(default_factory=usable_cores, ge=1, le=256)
    """Child processes that read files. Each takes about 1 GB."""

    file_timeout_s: float = Field(default=180, gt=0)
    """Wall-clock seconds for one file. Thirty pages take a minute on two cores; three times that is not coming back."""

    file_memory_mb: int = Field(default=4096, ge=256)
    """Memory, in MiB, that a child may allocate before it is ended. Four pages read in OpenVINO took 1300 (data segment)."""

    files_per_child: int = Field(default=200, ge=1)
    """Files that a child reads before a fresh one takes its place: native libraries leak."""

    log_format: LogFormat = "console"
    log_level: LogLevel = "warning"

    def with_workers(self, workers: int | None) -> "Settings":
        """Return the settings with another number of workers, the same ones for None."""
        return self if workers is None else self.model_copy(update={"workers": workers})


def load_settings() -> Settings:
    """Read the settings from the environment.

    Raises:
        SettingsError: a value cannot be used; names the variable.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        variable = PREFIX + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingsError(f"{variable} is {first['input']!r}: {first['msg']}") from error
