"""Structured logs on stderr, with identity numbers and people's names masked before anything is written."""

import logging
import sys
from typing import Final, Literal

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from pipeline.masking import mask_han, mask_id_numbers

LogFormat = Literal["console", "json"]
LogLevel = Literal["debug", "info", "warning", "error"]

HIDDEN: Final = "***"
NAME_KEYS: Final = frozenset(
    {
        "name",
        "employee_name",
        "legal_rep_name",
        "legal_rep",
        "agent_name",
        "employer_name",
        "principal",
        "person",
        "address",
        "text",
        "raw",
        "value",
        "declared",
        "fields",
    }
)
"""Keys that hold a person's name or what was read from a paper: their whole value is hidden."""

PLAIN_KEYS: Final = frozenset({"level", "timestamp", "logger", "code", "engine"})
"""Keys that only we write."""


def mask(value: object) -> object:
    """Mask a log value: numbers and Chinese text in strings, however deep; the whole value below a key of ``NAME_KEYS``."""
    if isinstance(value, str):
        return mask_han(mask_id_numbers(value))
    if isinstance(value, dict):
        return {key: HIDDEN if key in NAME_KEYS else mask(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [mask(item) for item in value]
    return value if isinstance(value, (bool, int, float, type(None))) else mask(str(value))


def mask_event(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Structlog processor: mask every value of an event."""
    return {key: value if key in PLAIN_KEYS else HIDDEN if key in NAME_KEYS else mask(value) for key, value in event.items()}


def _to_stderr(*_names: str) -> structlog.WriteLogger:
    return structlog.WriteLogger(sys.stderr)


def set_up_logs(style: LogFormat = "console", level: LogLevel = "warning") -> None:
    """Send logs to stderr, as lines for people or as JSON. Masking comes last before rendering: nothing slips past it."""
    renderer: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if style == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            mask_event,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=_to_stderr,
        cache_logger_on_first_use=False,
    )
