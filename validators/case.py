"""The case a check looks at: a packet's declared values, its files' evidence and the day it was submitted."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from extractors.evidence import Document, FieldReading, FileEvidence, Frozen, Side


class DeclaredPerson(Frozen):
    """Somebody on the applicant's list."""

    name: str = ""
    id_number: str = ""


class Declared(Frozen):
    """What the applicant typed, folded the same way as what is read. Empty strings were not given."""

    employer_name: str = ""
    uscc: str = ""
    legal_rep_name: str = ""
    employee_name: str = ""
    employee_id: str = ""
    applicant_role: str = ""
    agent_name: str = ""
    agent_id: str = ""
    reason: str = ""
    reason_detail: str = ""
    separation_date: str = ""
    employees: tuple[DeclaredPerson, ...] = ()
    applicant_name: str = ""
    applicant_id: str = ""
    registration_id: str = ""
    registered_in: str = ""
    platform: str = ""
    corrected_item: str = ""
    old_value: str = ""
    new_value: str = ""
    payee_name: str = ""
    payee_account: str = ""


class CaseFile(Frozen):
    """One uploaded file. ``slot`` is what the applicant said it is, None where nothing was said."""

    name: str
    slot: str | None = None
    evidence: FileEvidence


class Sighting(NamedTuple):
    """A document together with the file it is in."""

    file: CaseFile
    document: Document

    def field(self, name: str) -> FieldReading | None:
        """The reading of a field, or None where the document has no trace of it."""
        return self.document.fields.get(name)


class Case(Frozen):
    """Everything a check may know."""

    packet_id: str
    scenario: str
    region: str = "default"
    submitted_on: date
    declared: Declared = Declared()
    files: tuple[CaseFile, ...] = ()

    def documents(self, type_: str | None = None, side: Side | None = None) -> Iterator[Sighting]:
        """Sightings in upload order, all of them or those of one type and side."""
        for file in self.files:
            for document in file.evidence.documents:
                if type_ in (None, document.type) and side in (None, document.side):
                    yield Sighting(file, document)
