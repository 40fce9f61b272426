"""What a PDF holds besides its pages, read from its objects before anything of it is drawn."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf

from extractors.files.quiet import quiet

_SCRIPT = "JavaScript 脚本"
_LAUNCH = "启动外部程序的动作"
_ATTACHMENT = "内嵌文件"

# Actions of ISO 32000-2 §12.6.4 that run code or programs. GoTo and URI actions do what a reader's click does.
_ACTIONS = {"/JavaScript": _SCRIPT, "/Launch": _LAUNCH}
_ATTACHING_SUBTYPES = frozenset({"/FileAttachment"})

# For a file whose objects only the drawing library can make out: names as they stand in its bytes.
_RAW_NAMES = (
    (re.compile(rb"/JavaScript\b|/JS\s*[(<\d]"), _SCRIPT),
    (re.compile(rb"/Launch\b"), _LAUNCH),
    (re.compile(rb"/EmbeddedFile\b|/FileAttachment\b"), _ATTACHMENT),
)

_BEYOND_REPAIR = (pikepdf.PdfError, pikepdf.PasswordError, ValueError, RuntimeError)
"""What pikepdf raises where it cannot make sense of a file; the drawing library may still show it."""

_MAX_DEPTH = 12
"""Levels of direct objects looked into. Actions sit two or three levels deep; deeper nesting is made to exhaust readers."""

_MAX_VALUES = 400_000
"""Values looked at in one file: some two seconds. A 30-page form holds some 20 000."""


@dataclass(frozen=True, slots=True)
class PdfStructure:
    """``active`` names what runs or is attached; ``largest_image_px`` is the largest width × height an image declares."""

    active: tuple[str, ...] = ()
    largest_image_px: int = 0


def inspect_pdf(data: bytes) -> PdfStructure:
    """Look through all objects of a PDF that opens without a password. A file beyond repair is judged by its raw bytes."""
    try:
        with quiet(), pikepdf.open(BytesIO(data), suppress_warnings=True) as pdf:
            return _inspect(pdf)
    except _BEYOND_REPAIR:
        return PdfStructure(tuple(name for pattern, name in _RAW_NAMES if pattern.search(data)))


def repaired_pdf(data: bytes) -> bytes | None:
    """Rebuild a damaged PDF from the objects that can still be found. None where that fails."""
    rebuilt = BytesIO()
    try:
        with quiet(), pikepdf.open(BytesIO(data), suppress_warnings=True) as pdf:
            pdf.save(rebuilt)
    except _BEYOND_REPAIR:
        return None
    return rebuilt.getvalue()


def _inspect(pdf: pikepdf.Pdf) -> PdfStructure:
    active: set[str] = set()
    largest_px = 0
    for visited, value in enumerate(_dictionaries(pdf)):
        if visited > _MAX_VALUES:
            break
        active.update(_active_content(value))
        largest_px = max(largest_px, _declared_pixels(value))
    return PdfStructure(tuple(sorted(active)), largest_px)


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """All dictionaries of a file, those of its streams and nested direct ones included."""
    for root in pdf.objects:
        pending = [(root, 0)]
        while pending:
            value, depth = pending.pop()
            if isinstance(value, pikepdf.Stream):
                value = value.stream_dict
            if isinstance(value, pikepdf.Dictionary):
                yield value
            if depth < _MAX_DEPTH:
                pending.extend((child, depth + 1) for child in _direct_children(value))


def _direct_children(value: pikepdf.Object) -> Iterator[pikepdf.Object]:
    children: Iterable[object] = ()
    if isinstance(value, pikepdf.Array):
        children = value.as_list()
    elif isinstance(value, pikepdf.Dictionary):
        children = value.as_dict().values()
    for child in children:
        if isinstance(child, pikepdf.Object) and not child.is_indirect:
            yield child


def _active_content(value: pikepdf.Object) -> Iterator[str]:
    action = _ACTIONS.get(_name(value, "/S"))
    if action is not None:
        yield action
    if "/JS" in value:
        yield _SCRIPT
    if "/EF" in value or _name(value, "/Subtype") in _ATTACHING_SUBTYPES:
        yield _ATTACHMENT


def _declared_pixels(value: pikepdf.Object) -> int:
    if _name(value, "/Subtype") != "/Image":
        return 0
    width, height = value.get("/Width", 0), value.get("/Height", 0)
    return width * height if isinstance(width, int) and isinstance(height, int) else 0


def _name(value: pikepdf.Object, key: str) -> str:
    name = value.get(key)
    return str(name) if isinstance(name, pikepdf.Name) else ""
