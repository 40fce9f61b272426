"""The engines by name. An engine's module is imported only when it is asked for: runtimes are heavy and optional."""

import importlib
import importlib.util
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final, cast

from extractors.ocr.engine import OcrEngine

EngineFactory = Callable[[Path | None, int], OcrEngine]
"""Takes a folder of models (None: the engine's default) and a number of threads."""

ENGINES: Final[dict[str, str]] = {
    "openvino": "extractors.ocr.openvino:open_openvino",
    "paddle": "extractors.ocr.paddle:open_paddle",
    "blank": "extractors.ocr.blank:open_blank",
    "replay": "extractors.ocr.replay:open_replay",
}
"""Name to ``module:factory``. Another package's engine is asked for by such a path itself, and needs no entry here."""

ENGINES_WITHOUT_MODELS: Final = ("blank", "replay")


class UnknownEngineError(Exception):
    """No engine of that name is registered. The message lists those that are."""


def default_engine() -> str:
    """``openvino`` where its runtime is installed, ``paddle`` elsewhere."""
    return "openvino" if importlib.util.find_spec("openvino") else "paddle"


def open_engine(name: str | None = None, models: Path | None = None, threads: int | None = None) -> OcrEngine:
    """Open an engine.

    Args:
        name: a key of ``ENGINES`` or a ``module:factory`` path; None for the default.
        models: a folder of official models (for ``replay``: of the recording); None for the fetched ones.
        threads: for the runtime; None for one per core.

    Raises:
        UnknownEngineError: no such engine.
        ModelsError: the models are missing, altered or out of reach.
    """
    chosen = name or default_engine()
    module, factory = factory_of(chosen)
    try:
        opener = cast(EngineFactory, getattr(importlib.import_module(module), factory))
    except (ImportError, AttributeError) as error:
        raise UnknownEngineError(f"the OCR engine {chosen!r} cannot be imported: {error}") from error
    return opener(models, threads or os.cpu_count() or 1)


def factory_of(name: str) -> tuple[str, str]:
    """Return the module of an engine and the name of its factory there, without importing it.

    Raises:
        UnknownEngineError: the name is none of ``ENGINES``, and no path.
    """
    module, colon, factory = ENGINES.get(name, name).partition(":")
    if not colon:
        raise UnknownEngineError(f"no OCR engine is called {name!r}; there are: {', '.join(ENGINES)}")
    return module, factory
