"""The engines by name. An engine's module is imported only when it is asked for: runtimes are heavy and optional."""

import importlib.util
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from extractors.ocr.engine import OcrEngine
from extractors.ocr.weights import open_models

EngineFactory = Callable[[Path | None, int], OcrEngine]
"""Takes the models' folder (None: the cache) and a number of threads."""


class UnknownEngineError(Exception):
    """No engine of that name is registered. The message lists those that are."""


def _paddle(models: Path | None, threads: int) -> OcrEngine:
    from extractors.ocr.paddle import PaddleEngine  # noqa: PLC0415  heavy: only for who asks for it

    return PaddleEngine(open_models(models), threads)


def _openvino(models: Path | None, threads: int) -> OcrEngine:
    from extractors.ocr.openvino import OpenVinoEngine  # noqa: PLC0415  heavy: only for who asks for it

    return OpenVinoEngine(open_models(models), threads)


def _blank(models: Path | None, threads: int) -> OcrEngine:
    from extractors.ocr.blank import BlankEngine  # noqa: PLC0415  like its siblings

    return BlankEngine()


def _replay(models: Path | None, threads: int) -> OcrEngine:
    from extractors.ocr.replay import ReplayEngine  # noqa: PLC0415  like its siblings

    return ReplayEngine(models or Path("recordings"))


ENGINES: Final[dict[str, EngineFactory]] = {"openvino": _openvino, "paddle": _paddle, "blank": _blank, "replay": _replay}


def default_engine() -> str:
    """``openvino`` where its runtime is installed, ``paddle`` elsewhere."""
    return "openvino" if importlib.util.find_spec("openvino") else "paddle"


def open_engine(name: str | None = None, models: Path | None = None, threads: int | None = None) -> OcrEngine:
    """Open an engine.

    Args:
        name: a key of ``ENGINES``; None for the default.
        models: a folder of official models (for ``replay``: of the recording); None for the fetched ones.
        threads: for the runtime; None for one per core.

    Raises:
        UnknownEngineError: no such engine.
        ModelsError: the models are missing, altered or out of reach.
    """
    chosen = name or default_engine()
    if chosen not in ENGINES:
        raise UnknownEngineError(f"no OCR engine is called {chosen!r}; there are: {', '.join(ENGINES)}")
    return ENGINES[chosen](models, threads or os.cpu_count() or 1)
