"""The keys that readings are stored under: all that may change what is read is in them, and nothing else.

A reading has two halves. Pixels give sheets (:mod:`extractors.read`): slow, and seldom changed. Sheets give documents
(:mod:`extractors.recognise`): milliseconds, and often changed. Each half has a key, a hash of

- the code of its modules, found by following imports from the half's own one (:mod:`extractors.sources`). What runs counts,
  constants among it; comments, docstrings, layout and annotations do not. A new module counts once one of them imports it;
- the bytes of the data files beside those modules that open any: models and tables;
- the versions of the libraries that they import, and of Python.

The key of sheets holds the engine besides: its name, its module with all of the above, and the bytes of the models it is given.
The models that are fetched are in it by their hashes, which stand in :mod:`extractors.ocr.weights` and are checked whenever
they are opened. An engine from elsewhere counts with what it imports from its own package; what its readings depend on besides
(a model that it fetches itself, a service) has to be named in its code.

Documents are kept under both keys, for they are found on sheets. Under another key of documents they are found anew on the same
sheets, and no pixel is read; under another key of sheets the file is read again. Nobody raises a version by hand.
"""

import hashlib
import importlib.util
import platform
import re
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Final, NamedTuple

from extractors.ocr.registry import ENGINES, ENGINES_WITHOUT_MODELS, UnknownEngineError, default_engine, factory_of
from extractors.ocr.replay import RECORDING_NAME
from extractors.ocr.weights import WEIGHTS, ModelsError, open_models
from extractors.sources import Reach, Sources, files_beside

ROOT: Final = Path(__file__).parents[1]
"""The folder that holds the package, whether it is installed or worked on."""

PIXELS_TO_SHEETS: Final = "extractors.read"
SHEETS_TO_DOCUMENTS: Final = "extractors.recognise"

OTHER_HALF: Final = (SHEETS_TO_DOCUMENTS, "extractors.documents")
"""Where the first half ends, with all that only lies behind it. Documents are recognised while a page is read as well, to learn
where a second look is worth it. What was seen there is kept in the sheets, and a place that nobody looked at is as good as one
where nothing was seen: so better readers of documents do with the sheets that there are. What they would have looked at besides
is seen when the file is next read for another reason."""

SEES_NOTHING: Final = frozenset({"platformdirs", "pydantic", "yaml"})
"""Libraries that find a folder, check a value, read a setting: no release of theirs reads another text off a page."""
DISTRIBUTIONS: Final = {"PIL": "pillow", "zxingcpp": "zxing-cpp", "cv2": "opencv-contrib-python"}
"""Under which name a library is installed, where it is another one: found without asking all that is installed."""

KEY_DIGITS: Final = 16
NAME_LENGTH: Final = 40
_UNSAFE: Final = re.compile(r"\W+")


class EvidenceKeys(NamedTuple):
    """What evidence is stored under, besides its content."""

    sheets: str
    documents: str


def evidence_keys(engine: str | None = None, models: Path | None = None) -> EvidenceKeys:
    """Return both keys.

    Raises:
        UnknownEngineError, ModelsError: see ``sheets_key``.
    """
    return EvidenceKeys(sheets_key(engine, models), documents_key())


@cache
def sheets_key(engine: str | None = None, models: Path | None = None, root: Path = ROOT) -> str:
    """Return the key of sheets that an engine reads. It is not opened, and fetched models need not be there.

    Args:
        engine: its name or ``module:factory`` path; None for the default.
        models: the folder of models that it is given; None for the fetched ones.
        root: the folder that holds the package.

    Raises:
        UnknownEngineError: no such engine.
        ModelsError: models that it is given are missing or cannot be read.
    """
    name = engine or default_engine()
    module, _ = factory_of(name)
    sources = Sources({**_folder_of(module), "extractors": root})
    try:
        half = sources.reach([PIXELS_TO_SHEETS, module], _is_of_other_half)
    except ModuleNotFoundError as error:
        raise UnknownEngineError(f"nothing can be kept of what the OCR engine {name!r} reads: {error}") from error
    digest = _hash([f"engine {name}", *_parts(half), *_model_parts(name, models)])
    return f"{_UNSAFE.sub('_', name)[:NAME_LENGTH]}-{digest}"


@cache
def documents_key(root: Path = ROOT) -> str:
    """Return the key of documents found on sheets. ``root`` is the folder that holds the package."""
    return _hash(_parts(Sources({"extractors": root}).reach([SHEETS_TO_DOCUMENTS], lambda _: False)))


def _is_of_other_half(module: str) -> bool:
    return any(module == other or module.startswith(f"{other}.") for other in OTHER_HALF)


def _hash(parts: list[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:KEY_DIGITS]


def _parts(half: Reach) -> list[str]:
    """All that a half depends on, a line each."""
    return [
        f"python {'.'.join(platform.python_version_tuple()[:2])}",
        *(f"module {name} {digest}" for name, digest in sorted(half.digests.items())),
        *(f"library {name} {_version_of(name)}" for name in sorted(half.libraries - SEES_NOTHING)),
        *_data_parts(half),
    ]


def _data_parts(half: Reach) -> Iterator[str]:
    for package, folder in sorted(half.folders.items()):
        for path in files_beside(folder):
            yield f"file {package} {path.relative_to(folder).as_posix()} {_sha256(path)}"


def _version_of(library: str) -> str:
    """The installed version of a library, by the name that it is imported under; empty for one that is not installed."""
    try:
        return metadata.version(DISTRIBUTIONS.get(library, library))
    except metadata.PackageNotFoundError:
        providers = sorted(set(metadata.packages_distributions().get(library, ())))  # slow: asks all that is installed
        return " ".join(f"{provider} {metadata.version(provider)}" for provider in providers)


def _folder_of(module: str) -> dict[str, Path]:
    """The top-level package of an engine's module, and the folder that it is in; nothing where there is none."""
    top = module.partition(".")[0]
    try:
        spec = importlib.util.find_spec(top)
    except (ImportError, ValueError):
        spec = None
    places = [*(spec.submodule_search_locations or ()), spec.origin] if spec else [None]
    return {top: Path(places[0]).parent} if places[0] else {}


def _model_parts(engine: str, folder: Path | None) -> Iterator[str]:
    """The bytes of the models that an engine is given: those that it opens, or all of them where we do not know it."""
    if engine == "replay":
        folder = folder or Path()
        files = [folder / RECORDING_NAME]
    elif folder is None or engine in ENGINES_WITHOUT_MODELS:
        return
    elif engine in ENGINES:
        folder = open_models(folder)
        files = [path for weight in WEIGHTS if (path := folder / weight.target).is_file()]
    else:
        files = sorted(path for path in folder.rglob("*") if path.is_file())
    for path in files:
        yield f"model {path.relative_to(folder).as_posix()} {_sha256(path)}"


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelsError(f"{path} cannot be read ({error.strerror})") from error
