"""The case a check looks at: a packet's declared values, its files' evidence and the day it was submitted."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, TypeVar

from extractors.evidence import Document, FieldReading, FileEvidence, Frozen, Seal, Side, Signature

Marked = TypeVar("Marked", FieldReading, Seal, Signature)
"""What stands somewhere on a page."""


class DeclaredPerson(Frozen):
    """Somebody on the applicant's list."""

    name: str = ""
    id_number: str = ""


class Account(Frozen):
    """What the portal knows of an insurance account: ``told`` in one line, ``status`` in its own words. None: not known."""

    told: str = ""
    status: str = ""
    arrears: bool | None = None
    unfinished: bool | None = None
    verified: bool | None = None


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
    account: Account = Account()


class CaseFile(Frozen):
    """One uploaded file. ``slot`` is what the applicant said it is, None where nothing was said.

    ``continues`` names the file whose last paper this one's first document goes on with: two photos of a certificate.
    """

    name: str
    slot: str | None = None
    evidence: FileEvidence
    continues: str = ""

    @property
    def last_page(self) -> int:
        """The number of its last page."""
        return max(self.evidence.page_count, *(page.number for page in self.evidence.pages), 0)


class PageAt(NamedTuple):
    """A page of an uploaded file."""

    file: str
    page: int


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
            for seen in self.papers_in(file):
                if type_ in (None, seen.document.type) and side in (None, seen.document.side):
                    yield seen

    def papers_in(self, file: CaseFile) -> Iterator[Sighting]:
        """The documents that begin in a file. One that goes on in others is shown with their pages behind its own."""
        begun = file.evidence.documents[1:] if file.continues else file.evidence.documents
        rests = self._rests(file)
        for number, document in enumerate(begun, start=1):
            yield _joined(file, document, rests) if rests and number == len(begun) else Sighting(file, document)

    def page_at(self, file: str, page: int) -> PageAt:
        """Where a page of a sighting lies among what was uploaded."""
        first = next((one for one in self.files if one.name == file), None)
        counted = 0
        for one in (first, *self._rests(first)) if first else ():
            if page <= counted + one.last_page:
                return PageAt(one.name, page - counted)
            counted += one.last_page
        return PageAt(file, page)

    def _rests(self, file: CaseFile) -> tuple[CaseFile, ...]:
        return tuple(one for one in self.files if one.continues and one.continues == file.name)


def _joined(file: CaseFile, document: Document, rests: tuple[CaseFile, ...]) -> Sighting:
    """A document with what the first documents of other files say of it, on pages that are counted on."""
    pages, offset = list(file.evidence.pages), file.last_page
    for one in rests:
        document = document.with_rest(_counted_on(one.evidence.documents[0], offset))
        pages += [page.model_copy(update={"number": page.number + offset}) for page in one.evidence.pages]
        offset += one.last_page
    documents = tuple(document if one == file.evidence.documents[-1] else one for one in file.evidence.documents)
    evidence = file.evidence.model_copy(update={"pages": tuple(pages), "page_count": offset, "documents": documents})
    return Sighting(file.model_copy(update={"evidence": evidence}), document)


def _counted_on(document: Document, offset: int) -> Document:
    def moved(mark: Marked) -> Marked:
        return mark.model_copy(update={"page": mark.page + offset})

    return document.model_copy(
        update={
            "pages": tuple(page + offset for page in document.pages),
            "fields": {name: moved(field) for name, field in document.fields.items()},
            "seals": tuple(moved(seal) for seal in document.seals),
            "signatures": tuple(moved(mark) for mark in document.signatures),
        }
    )
