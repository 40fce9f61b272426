"""Reading ``packet.json``: strict, and everything that is wrong is said at once, with the nearest name that is right."""

import codecs
import json
import unicodedata
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import count
from pathlib import PurePosixPath, PureWindowsPath
from typing import Final

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from extractors.text.fold import fold
from pipeline.errors import ManifestError
from pipeline.nearest import hint, shown
from pipeline.packet import ROLES, SLOTS, DeclaredPerson, DeclaredValues, ListedFile, Manifest
from pipeline.typed_dates import NoDateError, read_typed_date
from pipeline.words import DECLARED
from pipeline.words import ROLES as ROLES_IN_CHINESE

MAX_MANIFEST_BYTES: Final = 1 << 20
"""A mebibyte: a manifest lists a few dozen files, whatever is larger is not one."""
MOST_SAID: Final = 20
"""Problems that are told at once; of more only the number."""

EXTRA: Final = "extra"
"""Where callers keep what is theirs: kept, never judged, and never refused."""
_NO_SUCH_KEY: Final = "there is no key"
_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MODELS: Final[Mapping[str, type[BaseModel]]] = {"files": ListedFile, "employees": DeclaredPerson, "declared": DeclaredValues}
"""What a part of the manifest holds, by its name."""
_DECLARED_IN_CHINESE: Final = {title: name for name, title in DECLARED.items()}
_ROLE_IN_CHINESE: Final = {title: name for name, title in ROLES_IN_CHINESE.items()}
_NO_SLOT: Final = frozenset({"", "unknown"})
"""What a caller sends for a file that is meant for no slot."""

Problem = tuple[str, str]
"""Where something is wrong, and what: no value of the manifest is repeated but names of keys, slots and the like."""


def parse_manifest(content: bytes, where: str) -> Manifest:
    """Read a manifest from JSON in UTF-8, or in what a byte order mark says. ``where`` names it in errors.

    Raises:
        ManifestError: not JSON, a key that is not known, a value that cannot be, or a file outside the packet.
    """
    if len(content) > MAX_MANIFEST_BYTES:
        raise ManifestError(f"{where} is larger than {MAX_MANIFEST_BYTES} bytes")
    text = _decoded(content, where)
    try:
        manifest, problems = Manifest.model_validate_json(text), list[Problem]()
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
        manifest, problems = _what_is_known(text), [_problem(one) for one in found]
        if any(one["type"] == "json_invalid" for one in found):
            raise _refused(where, problems) from error
    problems += [*_said_twice(text), *_values_that_cannot_be(manifest)]
    if problems:
        raise _refused(where, problems)
    return manifest


def read_kept(content: bytes) -> Manifest:
    """Read a manifest that was taken in before, perhaps under an earlier version that passed over what it did not know.

    Raises:
        pydantic.ValidationError: it cannot be used.
    """
    return Manifest.model_validate_json(content, extra="ignore")


def decoded_name(name: bytes) -> str | None:
    """Return a file's name in UTF-8 or in GBK, as Windows in Chinese writes it; None where it is neither."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return name.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def free_name(name: str, taken: Container[str]) -> str:
    """Return a name like another that nothing is called yet: ``image.jpg``, else ``image (2).jpg``.

    >>> free_name("a/image.jpg", {"a/image.jpg", "a/image (2).jpg"})
    'a/image (3).jpg'
    """
    path = PurePosixPath(name)
    numbered = (str(path.with_name(f"{path.stem} ({number}){path.suffix}")) for number in count(2))
    return name if name not in taken else next(other for other in numbered if other not in taken)


def fold_name(name: str) -> str:
    """Return a file name as it is compared: ``/`` between folders, accents composed (macOS stores them apart)."""
    return unicodedata.normalize("NFC", PureWindowsPath(name).as_posix())


def is_inside(folded_name: str) -> bool:
    """Whether a folded name stays inside the packet's folder."""
    path = PurePosixPath(folded_name)
    return ".." not in path.parts and not path.is_absolute() and not PureWindowsPath(folded_name).drive


def slots_by_name(manifest: Manifest) -> Mapping[str, tuple[str | None, ...]]:
    """Return each listed file's slots: one, or several where the same upload was chosen for several places.

    A slot that we do not know is None: manifests of earlier versions may name some.
    """
    slots: dict[str, dict[str | None, None]] = {}
    for listed in manifest.files:
        slots.setdefault(fold_name(listed.name), {})[listed.slot if listed.slot in SLOTS else None] = None
    return {name: tuple(given) for name, given in slots.items()}


def _decoded(content: bytes, where: str) -> str:
    try:
        return content.decode("utf-16" if content.startswith(_UTF_16) else "utf-8").lstrip("\ufeff")
    except UnicodeDecodeError as error:
        raise ManifestError(f"{where} is not UTF-8 (byte {error.start})") from error


def _what_is_known(text: str) -> Manifest:
    """Return a manifest without the keys that are not known, to look at all else in it; empty where it has none."""
    try:
        return read_kept(text.encode())
    except ValidationError:
        return Manifest()


def _refused(where: str, problems: Sequence[Problem]) -> ManifestError:
    said = [f"{place}: {what}" if place else what for place, what in problems[:MOST_SAID]]
    if len(problems) > MOST_SAID:
        said.append(f"and {len(problems) - MOST_SAID} more")
    if any(what.startswith(_NO_SUCH_KEY) for _, what in problems):
        said.append("what is not to be judged goes under `extra`")
    return ManifestError(f"{where}: {'; '.join(said)}", problems=tuple(problems[:MOST_SAID]))


def _problem(error: ErrorDetails) -> Problem:
    if error["type"] != "extra_forbidden":
        return _place(error["loc"]), error["msg"].removeprefix("Value error, ")
    model, name = _model_at(error["loc"]), str(error["loc"][-1])
    also = _DECLARED_IN_CHINESE if model is DeclaredValues else None
    return _place(error["loc"][:-1]), f"{_NO_SUCH_KEY} {shown(name)} {hint(name, model.model_fields, also)}"


def _place(parts: Sequence[str | int]) -> str:
    """Where in the manifest, counting from 1: files.2.name."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in parts)


def _model_at(parts: Sequence[str | int]) -> type[BaseModel]:
    named = [_MODELS[part] for part in parts[:-1] if isinstance(part, str) and part in _MODELS]
    return named[-1] if named else Manifest


def _values_that_cannot_be(manifest: Manifest) -> Iterator[Problem]:
    declared = manifest.declared
    try:
        read_typed_date(declared.separation_date)
    except NoDateError as error:
        yield "declared.separation_date", str(error)
    role = fold(declared.applicant_role).strip().lower()
    if role and role not in ROLES:
        yield "declared.applicant_role", f"there is no role {shown(role)} {hint(role, ROLES, _ROLE_IN_CHINESE)}"
    for number, listed in enumerate(manifest.files, 1):
        if listed.slot is not None and listed.slot not in SLOTS | _NO_SLOT:
            near = hint(listed.slot, sorted(SLOTS))
            yield f"files.{number}.slot", f"there is no slot {shown(listed.slot)} {near}, leave it out where none fits"
        if not is_inside(fold_name(listed.name)):
            yield f"files.{number}.name", f"{shown(listed.name)} is not inside the packet"


class _Object(dict[str, object]):
    """A JSON object, and which of its keys are there twice with two values."""

    contradicted: tuple[str, ...] = ()


def _object(pairs: list[tuple[str, object]]) -> _Object:
    kept = _Object()
    contradicted = [name for name, value in pairs if kept.setdefault(name, value) != value]
    kept.contradicted = tuple(dict.fromkeys(contradicted))
    return kept


def _said_twice(text: str) -> Iterator[Problem]:
    """Keys that one object holds twice with two values: nobody can tell which was meant. The same value twice does no harm."""
    whole: object = json.loads(text, object_pairs_hook=_object, parse_int=str, parse_float=str, parse_constant=str)
    yield from _contradictions(whole, ())


def _contradictions(value: object, place: tuple[str | int, ...]) -> Iterator[Problem]:
    if isinstance(value, _Object):
        for name in value.contradicted:
            yield _place(place), f"the key {shown(name)} is there twice with two values, keep the right one"
        for name, inner in value.items():
            if name != EXTRA:
                yield from _contradictions(inner, (*place, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _contradictions(inner, (*place, number))
