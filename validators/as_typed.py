"""Names with characters that the recogniser does not know count as typed where what was read may be what comes back of them.

陈尛尛 is read as 陈称称 on one paper and as 陈小 on the next. Nobody can compare those two; each fits the name that was typed.
"""

from collections.abc import Iterator
from typing import Final

from extractors.evidence import Document, FieldReading
from extractors.schema import Kind, fields_of, kind_of
from validators.case import Case, CaseFile, Declared, Sighting
from validators.known_characters import can_be_read, holds_unknown
from validators.persons import Person
from validators.slips import holds_as_it_reads, reads_as
from validators.values import read, typed

_OF_PEOPLE: Final = frozenset[Kind]({"person", "party"})
_OF_FIRMS: Final = frozenset[Kind]({"firm", "party"})
_TELLING: Final = 2
"""Known characters of a person's name by which it is told even where no number stands beside it."""


def with_unknown_characters(case: Case) -> Case:
    """The case with those names as they were typed. What was read stays as the reading's ``raw``."""
    names = tuple(_typed_names(case.declared))
    return case.model_copy(update={"files": tuple(_file(file, names) for file in case.files)}) if names else case


def is_told_by_little(case: Case, seen: Sighting, field: str) -> bool:
    """Whether a name counts as typed though next to nothing of it could be compared: no number, no code, one character."""
    reading, value = seen.field(field), read(seen, field)
    if reading is None or value is None or "respelt" not in reading.doubts or not holds_unknown(value.text):
        return False
    if kind_of(seen.document.type, field) in _OF_FIRMS and value.text == case.declared.employer_name:
        return False
    code = read(seen, "uscc")
    if code is not None and code.text == case.declared.uscc:
        return False
    numbers = {read_.text for name in fields_of(seen.document.type, "id_number") if (read_ := read(seen, name))}
    known = sum(map(can_be_read, value.text))
    return known < _TELLING and not any(
        person.name and person.number and person.name.text == value.text and person.number.text in numbers
        for person in _people(case.declared)
    )


def _typed_names(told: Declared) -> Iterator[tuple[str, frozenset[Kind]]]:
    if holds_unknown(told.employer_name):
        yield told.employer_name, _OF_FIRMS
    for person in _people(told):
        if person.name and holds_unknown(person.name.text):
            yield person.name.text, _OF_PEOPLE


def _people(told: Declared) -> Iterator[Person]:
    yield Person(typed(told.employee_name), typed(told.employee_id))
    yield Person(typed(told.agent_name), typed(told.agent_id))
    yield Person(typed(told.applicant_name), typed(told.applicant_id))
    yield Person(typed(told.legal_rep_name))
    yield Person(typed(told.payee_name))
    yield from (Person(typed(one.name), typed(one.id_number)) for one in told.employees)


def _file(file: CaseFile, names: tuple[tuple[str, frozenset[Kind]], ...]) -> CaseFile:
    documents = tuple(_document(document, names) for document in file.evidence.documents)
    if documents == file.evidence.documents:
        return file
    return file.model_copy(update={"evidence": file.evidence.model_copy(update={"documents": documents})})


def _document(document: Document, names: tuple[tuple[str, frozenset[Kind]], ...]) -> Document:
    changed = {
        field: as_typed
        for field, reading in document.fields.items()
        if (as_typed := _as_typed(reading, kind_of(document.type, field), names)) is not None
    }
    return document.model_copy(update={"fields": {**document.fields, **changed}}) if changed else document


def _as_typed(reading: FieldReading, kind: Kind, names: tuple[tuple[str, frozenset[Kind]], ...]) -> FieldReading | None:
    if reading.state != "read" or not reading.value:
        return None
    for name, kinds in names:
        fits = reads_as(name, reading.value) or (kinds is _OF_FIRMS and holds_as_it_reads(reading.value, name))
        if kind in kinds and fits and reading.value != name:
            raw = reading.raw or reading.value
            return reading.model_copy(update={"value": name, "raw": raw, "doubts": (*reading.doubts, "respelt")})
    return None
