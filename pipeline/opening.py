"""From settings to something that reads: the sandbox, the cache and the engine, opened for as long as a command runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from extractors.files.limits import DEFAULT_LIMITS
from extractors.keys import EvidenceKeys, evidence_keys
from extractors.ocr.registry import ENGINES_WITHOUT_MODELS, UnknownEngineError, default_engine
from extractors.ocr.weights import ModelsError, open_models
from pipeline.caching_reader import CachingReader
from pipeline.errors import EngineUnavailableError
from pipeline.evidence_cache import EvidenceCache
from pipeline.reading import UNKNOWN_ENGINE_ADVICE, EngineChoice
from pipeline.sandbox import Sandbox, SandboxLimits
from pipeline.settings import Settings, usable_cores


class Opened(NamedTuple):
    """What a command works with while it runs."""

    reader: CachingReader
    sandbox: Sandbox


@contextmanager
def open_reader(settings: Settings) -> Iterator[Opened]:
    """Open a reader; its children end with the block.

    Raises:
        EngineUnavailableError: no such engine, or its models are missing, altered or out of reach.
    """
    engine = choose_engine(settings)
    cache = EvidenceCache(settings.cache, choose_keys(settings)) if settings.evidence_cache else None
    with Sandbox(sandbox_limits(settings)) as sandbox:
        yield Opened(CachingReader(sandbox, engine, cache, DEFAULT_LIMITS.max_bytes), sandbox)


def choose_engine(settings: Settings) -> EngineChoice:
    """Return the engine that is set, its models at hand.

    Raises:
        EngineUnavailableError: the models are missing, altered or out of reach.
    """
    name = settings.engine or default_engine()
    _have_models(name, settings)
    return EngineChoice(name, settings.models, max(1, usable_cores() // settings.workers))


def choose_keys(settings: Settings) -> EvidenceKeys:
    """Return what evidence is kept under, by the engine that is set. Fetched models need not be there.

    Raises:
        EngineUnavailableError: no such engine, or the models that are set are missing.
    """
    try:
        return evidence_keys(settings.engine, settings.models)
    except ModelsError as error:
        raise EngineUnavailableError(str(error), advice="") from error
    except UnknownEngineError as error:
        raise EngineUnavailableError(str(error), UNKNOWN_ENGINE_ADVICE) from error


def sandbox_limits(settings: Settings, niceness: int = 0) -> SandboxLimits:
    """Return what the children may use, as it is set."""
    return SandboxLimits(
        workers=settings.workers,
        task_timeout_s=settings.file_timeout_s,
        memory_mb=settings.file_memory_mb,
        tasks_per_child=settings.files_per_child,
        niceness=niceness,
    )


def _have_models(engine: str, settings: Settings) -> None:
    """Fetch and check the models here, once, before many children would."""
    if engine not in ENGINES_WITHOUT_MODELS:
        try:
            open_models(settings.models)
        except ModelsError as error:
            raise EngineUnavailableError(str(error), advice="") from error
