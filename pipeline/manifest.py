"""Reading ``packet.json``: tolerant of what is new, strict about what is wrong."""

import unicodedata
from collections.abc import Mapping
from pathlib import PurePosixPath, PureWindowsPath
from typing import Final

import structlog
from pydantic import ValidationError

from pipeline.errors import ManifestError
from pipeline.packet import SLOTS, Manifest

MAX_MANIFEST_BYTES: Final = 1 << 20
"""A mebibyte: a manifest lists a few dozen files, whatever is larger is not one."""

_log = structlog.get_logger()


def parse_manifest(content: bytes, where: str) -> Manifest:
    """Read a manifest from UTF-8 JSON, with or without a byte order mark. ``where`` names it in errors.

    Raises:
        ManifestError: not JSON, a value of the wrong kind, or a file outside the packet.
    """
    if len(content) > MAX_MANIFEST_BYTES:
        raise ManifestError(f"{where} is larger than {MAX_MANIFEST_BYTES} bytes")
    try:
        manifest = Manifest.model_validate_json(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ManifestError(f"{where} is not UTF-8 (byte {error.start})") from error
    except ValidationError as error:
        raise ManifestError(f"{where}: {_first_problem(error)}") from error
    _require_sound_names(manifest, where)
    _note_what_is_passed_over(manifest)
    return manifest


def fold_name(name: str) -> str:
    """Return a file name as it is compared: ``/`` between folders, accents composed (macOS stores them apart)."""
    return unicodedata.normalize("NFC", PureWindowsPath(name).as_posix())


def is_inside(folded_name: str) -> bool:
    """Whether a folded name stays inside the packet's folder."""
    path = PurePosixPath(folded_name)
    return ".." not in path.parts and not path.is_absolute() and not PureWindowsPath(folded_name).drive


def slots_by_name(manifest: Manifest) -> Mapping[str, tuple[str | None, ...]]:
    """Return each listed file's slots: one, or several where the same upload was chosen for several places.

    A slot that we do not know is None: newer callers may name more than we do.
    """
    slots: dict[str, dict[str | None, None]] = {}
    for listed in manifest.files:
        slots.setdefault(fold_name(listed.name), {})[listed.slot if listed.slot in SLOTS else None] = None
    return {name: tuple(given) for name, given in slots.items()}


def _first_problem(error: ValidationError) -> str:
    problems = error.errors(include_url=False)
    place = ".".join(str(part + 1) if isinstance(part, int) else part for part in problems[0]["loc"])
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return f"{place}: {problems[0]['msg']}{more}" if place else f"{problems[0]['msg']}{more}"


def _require_sound_names(manifest: Manifest, where: str) -> None:
    for name in (fold_name(listed.name) for listed in manifest.files):
        if not is_inside(name):
            raise ManifestError(f"{where}: files: {name} is not inside the packet")


def _note_what_is_passed_over(manifest: Manifest) -> None:
    """Note how many: what they are called is the caller's own text, which may hold anything."""
    unknown_slots = {listed.slot for listed in manifest.files if listed.slot and listed.slot not in SLOTS}
    if unknown_slots:
        _log.warning("slots that are not known are passed over", count=len(unknown_slots))
    if manifest.declared.model_extra:
        _log.info("declared values that are not known are passed over", count=len(manifest.declared.model_extra))
