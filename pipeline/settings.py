"""Settings: what an operator may set through ``YUSHEN_*`` variables in the environment."""

import os
from pathlib import Path
from typing import Final

from platformdirs import user_cache_path, user_data_path
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from pipeline.addresses import BlobsAddress, BrokerAddress, DatabaseAddress, EncryptionKeys, WebAddress, without_credentials
from pipeline.errors import SettingsError
from pipeline.logs import LogFormat, LogLevel

PREFIX: Final = "YUSHEN_"


def usable_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _cache_folder() -> Path:
    return user_cache_path("yushen", appauthor=False)


def _data_folder() -> Path:
    return user_data_path("yushen", appauthor=False)


class Settings(BaseSettings):
    """All settings, checked once at start-up. The name of a variable is the field's, in capitals, after ``YUSHEN_``."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, frozen=True, extra="ignore", env_ignore_empty=True, hide_input_in_errors=True
    )

    models: Path | None = None
    """A folder of official PP-OCRv6 models, used as it is. Default: fetched once into the user's cache."""

    cache: Path = Field(default_factory=_cache_folder)
    """Where what was read is kept between runs."""

    evidence_cache: bool = True
    """Whether that is kept at all. It holds what stands on people's papers."""

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

    data_dir: Path = Field(default_factory=_data_folder)
    """Where `yushen serve` keeps its database and files, as long as nothing else is set for them."""

    database_url: DatabaseAddress = SecretStr("")
    """``postgresql://…`` or ``sqlite:///…``. Default: SQLite in ``data_dir``."""

    broker_url: BrokerAddress = SecretStr("")
    """``amqp://…`` (RabbitMQ) or ``redis://…``. Default: a queue inside the process that serves."""

    blobs_url: BlobsAddress = ""
    """``s3://bucket/prefix`` or a folder. Default: a folder in ``data_dir``."""

    s3_endpoint_url: WebAddress = ""
    """The address of an S3-compatible store that is not Amazon's. Credentials come from the usual ``AWS_*`` variables."""

    encryption_keys: EncryptionKeys = SecretStr("")
    """Base64 keys of 32 bytes with commas between: the first seals what is stored, all open it. Default: nothing is sealed."""

    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)

    max_packet_mb: int = Field(default=200, ge=1)
    """Mebibytes of one request. A packet of six papers photographed in full takes some 60."""

    max_file_mb: int = Field(default=50, ge=1)
    """Mebibytes of one file as it is received. What a policy allows is less, and is a finding."""

    max_files: int = Field(default=50, ge=1)
    """Files of one packet as it is received."""

    requests_per_minute: int = Field(default=600, ge=1)
    """Requests that one key may make in a minute."""

    webhook_allow_private: bool = False
    """Whether verdicts may be sent to private, local and reserved addresses."""

    webhook_timeout_s: float = Field(default=10, gt=0)
    webhook_attempts: int = Field(default=10, ge=1)
    """Attempts before a delivery is a dead letter; with the pauses between them they take some fourteen hours."""

    sweep_interval_s: float = Field(default=10, gt=0)
    """Seconds between two looks for work that a broker or a worker lost."""

    worker_dead_after_s: float = Field(default=30, gt=0)
    """Seconds after which a worker that is not heard of is dead, and its work free."""

    stop_timeout_s: float = Field(default=30, ge=0)
    """Seconds that work under way may take when a process is asked to stop; what is not done by then is given back."""

    keep_accepted_days: int = Field(default=30, ge=0)
    keep_reviewed_days: int = Field(default=30, ge=0)
    keep_bounced_days: int = Field(default=7, ge=0)
    keep_drafts_days: int = Field(default=2, ge=0)
    """Days after which a packet's files, evidence and verdict are deleted; the audit log stays. 0 keeps them for good."""

    metrics_port: int = Field(default=0, ge=0, le=65535)
    """Port of a worker's own ``/metrics``; 0 opens none. ``yushen serve`` has them under its own address."""

    log_format: LogFormat = "console"
    log_level: LogLevel = "warning"

    def with_workers(self, workers: int | None) -> "Settings":
        """Return the settings with another number of workers, the same ones for None."""
        return self if workers is None else self.model_copy(update={"workers": workers})


def load_settings() -> Settings:
    """Read the settings from the environment.

    Raises:
        SettingsError: a value cannot be used; names the variable, and shows no secret.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        shown = "" if is_secret(name) else f" is {without_credentials(str(first['input']))!r}"
        raise SettingsError(f"{variable_of(name)}{shown}: {first['msg']}") from None  # its cause would show the value


def variable_of(name: str) -> str:
    """Return the variable in the environment that sets a field."""
    return PREFIX + name.upper()


def is_secret(name: str) -> bool:
    """Whether a field holds what nobody may see."""
    return Settings.model_fields[name].annotation is SecretStr
