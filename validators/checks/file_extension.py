"""Names that promise another format."""

from typing import Final

from extractors.evidence import FileFormat
from validators.case import Case, CaseFile
from validators.check import Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.finding import Place
from validators.uploads import is_spare, suffix_of

_FORMATS: Final[dict[str, FileFormat]] = {
    "jpg": "jpeg",
    "jpeg": "jpeg",
    "jpe": "jpeg",
    "jfif": "jpeg",
    "png": "png",
    "pdf": "pdf",
    "heic": "heic",
    "heif": "heic",
    "webp": "webp",
    "tif": "tiff",
    "tiff": "tiff",
    "bmp": "bmp",
    "gif": "gif",
}


def run(case: Case, limits: Limits) -> Outcomes:
    """A file's name tells its format

    Any viewer opens a picture that is called another kind of picture, as phones and chat programs often do: a note. A PDF
    called a picture, or the reverse, will not open for a clerk: a person looks, unless nothing needs the file.
    Source: CONTRACT 5, ``file.extension_mismatch``.
    """
    for file in case.files:
        yield _judge(case, file, limits)


def _judge(case: Case, file: CaseFile, limits: Limits) -> Outcome:
    suffix, seen = suffix_of(file), file.evidence.format
    if not suffix or seen is None:
        return DoesNotApply()
    promised = _FORMATS.get(suffix)
    if promised == seen:
        return Passes()
    pictures = promised is not None and "pdf" not in (promised, seen)
    reason = "file.extension_mismatch/picture" if pictures else "file.extension_mismatch"
    if not pictures and is_spare(case, file, limits.requirements):
        reason = "file.extension_mismatch/extra"
    return Finds(reason, Place(file=file.name), words={"here": suffix, "seen": seen})


CHECK = Check(
    run,
    Limits,
    rules=(),
    reasons=("file.extension_mismatch", *(f"file.extension_mismatch/{kind}" for kind in ("picture", "extra"))),
)
