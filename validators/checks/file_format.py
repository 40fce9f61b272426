"""Formats that the office does not take."""

from extractors.evidence import FileFormat
from validators.case import Case, CaseFile
from validators.check import Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.finding import Place


class FormatLimits(Limits):
    """``formats`` that are taken, by content. HEIC is what iPhones save, and can be read (DOMAIN 6.2)."""

    formats: tuple[FileFormat, ...] = ("jpeg", "png", "pdf", "heic")


def run(case: Case, limits: FormatLimits) -> Outcomes:
    """A file has a format that the office takes

    The content decides, not the name. Source: DOMAIN 6.2.
    """
    for file in case.files:
        yield _judge(file, limits)


def _judge(file: CaseFile, limits: FormatLimits) -> Outcome:
    evidence = file.evidence
    unknown = any(problem.kind == "unsupported" for problem in evidence.problems)
    if not unknown and evidence.format in limits.formats:
        return Passes()
    if not unknown and evidence.format is None:
        return DoesNotApply()
    words = {"seen": (evidence.format or "无法识别").upper(), "limit": "、".join(limits.formats).upper()}
    return Finds("file.unsupported_format", Place(file=file.name), words=words)


CHECK = Check(run, FormatLimits, rules=(), reasons=("file.unsupported_format",))
