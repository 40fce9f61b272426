"""From what was read to the case that is judged."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple

from extractors.evidence import FileEvidence, FileProblem
from extractors.text.dates import parse_date
from extractors.text.fold import fold, fold_name, fold_person, fold_typed_person
from pipeline.continued_papers import with_continued_papers
from pipeline.packet import DeclaredValues, Packet, PacketFile
from pipeline.reading import FileOutcome, ReadFailure
from pipeline.typed_dates import day_if_any, day_in_words
from validators.case import Case, CaseFile, Declared, DeclaredPerson


class FailedFile(NamedTuple):
    """A file that we failed to read."""

    name: str
    failure: ReadFailure


class Seen(NamedTuple):
    """A packet after reading: the case to judge, the files that failed, and when the reading began and ended."""

    packet: Packet
    case: Case
    failed: tuple[FailedFile, ...]
    started_at: datetime
    read_at: datetime


def build_case(packet: Packet, outcomes: Sequence[FileOutcome]) -> Case:
    """Put everything that a check may know into one value. What was typed is folded as what was read is; a paper on several
    photos is one.
    """
    pairs = zip(packet.files, outcomes, strict=True)
    return Case(
        packet_id=packet.packet_id,
        scenario=packet.scenario,
        region=packet.region,
        submitted_on=packet.submitted_on,
        declared=fold_declared(packet.declared),
        files=with_continued_papers(
            [CaseFile(name=file.name, slot=file.slot, evidence=_evidence(outcome)) for file, outcome in pairs]
        ),
    )


def failed_files(files: Sequence[PacketFile], outcomes: Sequence[FileOutcome]) -> tuple[FailedFile, ...]:
    """Return the files that we failed to read."""
    pairs = zip(files, outcomes, strict=True)
    return tuple(FailedFile(file.name, outcome) for file, outcome in pairs if isinstance(outcome, ReadFailure))


def engines_of(case: Case) -> str:
    """Return what read the packet's files, for the verdict's record."""
    return ", ".join(sorted({file.evidence.extractor for file in case.files if file.evidence.extractor}))


def fold_declared(typed: DeclaredValues) -> Declared:
    """Fold what was typed as what is read is folded: widths, brackets, spaces, capitals; dates become ISO where they can."""
    return Declared(
        employer_name=fold_name(typed.employer_name),
        uscc=_number(typed.uscc).replace("-", ""),
        legal_rep_name=fold_typed_person(typed.legal_rep_name),
        employee_name=fold_typed_person(typed.employee_name),
        employee_id=_number(typed.employee_id),
        applicant_role=fold(typed.applicant_role).strip().lower(),
        agent_name=fold_typed_person(typed.agent_name),
        agent_id=_number(typed.agent_id),
        reason=fold(typed.reason).strip(),
        reason_detail=fold(typed.reason_detail).strip(),
        separation_date=day_if_any(typed.separation_date),
        employees=tuple(
            DeclaredPerson(name=fold_typed_person(one.name), id_number=_number(one.id_number)) for one in typed.employees
        ),
        applicant_name=fold_typed_person(typed.applicant_name),
        applicant_id=_number(typed.applicant_id),
        registration_id=_number(typed.registration_id),
        registered_in=fold(typed.registered_in).strip(),
        platform=fold(typed.platform).strip(),
        corrected_item=fold(typed.corrected_item).strip(),
        old_value=_value(typed.old_value),
        new_value=_value(typed.new_value),
        payee_name=fold_typed_person(typed.payee_name),
        payee_account=_number(typed.payee_account),
        account=typed.account.folded(),
    )


def _number(text: str) -> str:
    return "".join(fold(text).split()).upper().translate(_LIKE_X)


_LIKE_X: Final = str.maketrans({"\u0425": "X", "\u2169": "X"})
"""The Cyrillic letter and the Roman numeral that stand for the X of an ID number (DOMAIN 2.1)."""
_ID_SHAPE: Final = re.compile(r"\d{14}\d{0,3}[\dxX\u0425\u0445\u2169]")


def _value(text: str) -> str:
    """A value to be corrected, by what it looks like: a day, an ID number, a sex or people (女性, 回族), else a name."""
    plain = "".join(fold(text).split())
    if _ID_SHAPE.fullmatch(plain):
        return _number(plain)
    day = day_in_words(text)
    if day:
        return day
    written = parse_date(plain)
    if written and written.state == "read" and written.valid:
        return written.value
    if plain in ("男性", "女性"):
        return plain[0]
    return plain.removesuffix("族") if 1 < len(plain) <= _LONGEST_PEOPLE and plain.endswith("族") else fold_person(text)


_LONGEST_PEOPLE: Final = 6


def _evidence(outcome: FileOutcome) -> FileEvidence:
    """Stand in for a file that failed: nothing was seen in it, and the checks must know that something may be."""
    if isinstance(outcome, FileEvidence):
        return outcome
    problem = FileProblem(kind="unreadable", detail=outcome.detail)
    return FileEvidence(sha256=outcome.sha256, size_bytes=outcome.size_bytes, format=None, page_count=0, problems=(problem,))
