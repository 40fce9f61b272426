"""Formats that the office does not take."""

from typing import Final

from extractors.evidence import FileFormat
from validators.case import Case, CaseFile
from validators.check import Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.finding import Place
from validators.uploads import is_spare, suffix_of

_HOW: Final[dict[str, tuple[str, ...]]] = {
    "office": (
        "doc",
        "docx",
        "docm",
        "dot",
        "dotx",
        "wps",
        "wpt",
        "rtf",
        "odt",
        "xls",
        "xlsx",
        "et",
        "ppt",
        "pptx",
        "dps",
        "ofd",
        "txt",
    ),
    "archive": ("zip", "rar", "7z", "tar", "gz", "tgz", "bz2", "xz"),
    "film": ("mov", "mp4", "m4v", "avi", "wmv", "flv", "3gp", "mkv", "webm"),
}
"""What to do instead, by how the name ends: an unread file's content tells less than what its owner knows it as."""
_HOW_OF: Final = {suffix: how for how, suffixes in _HOW.items() for suffix in suffixes}


class FormatLimits(Limits):
    """``formats`` that are taken, by content. HEIC is what iPhones save, and can be read (DOMAIN 6.2)."""

    formats: tuple[FileFormat, ...] = ("jpeg", "png", "pdf", "heic")


def run(case: Case, limits: FormatLimits) -> Outcomes:
    """A file has a format that the office takes

    The content decides, not the name. What nothing needs is a note: the film of a Live Photo, a draft, a text note. Of what is
    needed the applicant is told how to make one that is taken. Source: DOMAIN 6.2.
    """
    not_taken = [file for file in case.files if not _is_taken(file, limits)]
    for file in case.files:
        yield _judge(case, file, limits, not_taken)


def _is_taken(file: CaseFile, limits: FormatLimits) -> bool:
    evidence = file.evidence
    return evidence.format in (None, *limits.formats) and not any(one.kind == "unsupported" for one in evidence.problems)


def _judge(case: Case, file: CaseFile, limits: FormatLimits, not_taken: list[CaseFile]) -> Outcome:
    format_ = file.evidence.format
    if file not in not_taken:
        return Passes() if format_ is not None else DoesNotApply()
    told = next((one.detail for one in file.evidence.problems if one.kind == "unsupported"), "")
    words = {"seen": format_.upper() if format_ else told or "无法识别", "limit": "、".join(limits.formats).upper()}
    return Finds(_reason(case, file, limits, not_taken), Place(file=file.name), words=words)


def _reason(case: Case, file: CaseFile, limits: FormatLimits, not_taken: list[CaseFile]) -> str:
    if is_spare(case, file, limits.requirements, not_taken):
        return "file.unsupported_format/extra"
    how = _HOW_OF.get(suffix_of(file), "") if file.evidence.format is None else ""
    fits = how == "archive" or (how == "office" and "pdf" in limits.formats) or (how == "film" and "jpeg" in limits.formats)
    return f"file.unsupported_format/{how}" if fits else "file.unsupported_format"


CHECK = Check(
    run,
    FormatLimits,
    rules=(),
    reasons=("file.unsupported_format", *(f"file.unsupported_format/{case}" for case in ("extra", *_HOW))),
)
