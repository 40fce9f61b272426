"""授权委托书 and its other names: who lets whom do what, and until when (DOMAIN 4). A letter of introduction (介绍信) is none.

Besides the published fields it reads what stands beside them: ``principal_uscc``, ``legal_rep``, ``agent_role`` and
``valid_from``.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from extractors.documents import authorization_patterns as patterns
from extractors.documents.authorization_period import lasts_until
from extractors.documents.body import Found, Part, found_date, part_of
from extractors.documents.papers import date_after, id_after, id_in, signed_by, signed_on, with_next
from extractors.documents.reader import Sheet
from extractors.documents.second_look import completed
from extractors.documents.sentences import Sentences, sentences_of
from extractors.documents.title import Title, find_titles
from extractors.documents.two_readings import read_twice
from extractors.evidence import Document, DocumentType, FieldReading, Trait
from extractors.text.fold import fold_name
from extractors.text.identifiers import find_uscc
from extractors.text.labels import Labelled, find_labels
from extractors.text.names import read_organisation, read_person
from extractors.text.rows import Row, rows_of

_CERTAIN: Final = 0.99
_TITLE_ONLY: Final = 0.85
"""Confidence: a known title over words of authorisation, and such a title alone."""


@dataclass(frozen=True, slots=True)
class AuthorizationLetterReader:
    """Reads letters of authorisation."""

    @property
    def type(self) -> DocumentType:
        """``authorization_letter``."""
        return "authorization_letter"

    def find(self, sheet: Sheet) -> tuple[Document, ...]:
        """The letter on the sheet, if its title says that it is one."""
        rows = _rows(sheet)
        titles = find_titles(rows)
        if not titles or titles[0].type != self.type:
            return ()
        return (_read(sheet, titles[0], rows),)

    def read_on(self, sheet: Sheet) -> Mapping[str, FieldReading]:
        """The fields on a page that goes on with a letter."""
        part = part_of(sheet.page_number, _rows(sheet))
        found = completed(sheet, part, read_twice(part, _fields), "principal")
        return {name: item.reading(sheet.page_number) for name, item in found.items()}


def _rows(sheet: Sheet) -> tuple[Row, ...]:
    return rows_of(sheet.lines, sheet.width_px, sheet.height_px)


def _read(sheet: Sheet, title: Title, rows: tuple[Row, ...]) -> Document:
    part = part_of(sheet.page_number, tuple(row for row in rows if not set(row.placed) & set(title.placed)))
    text = sentences_of(part.body).text
    fields = completed(sheet, part, read_twice(part, _fields), "principal")
    traits: tuple[Trait, ...] = ("until_done",) if patterns.UNTIL_DONE.search(text) else ()
    certain = _CERTAIN if patterns.WORDS.search(text) else _TITLE_ONLY
    return Document(
        type="authorization_letter",
        pages=(sheet.page_number,),
        confidence=round(certain * title.score, 4),
        title=title.text,
        fields={name: found.reading(sheet.page_number) for name, found in fields.items()},
        traits=traits,
    )


def _fields(part: Part) -> dict[str, Found | None]:
    sentences = sentences_of(part.body)
    labels = find_labels(part.rows, patterns.LABELS)
    issued = signed_on(part, [label for label in labels if label.name == "issue_date"], patterns.SIGNATURE)
    period = _period(labels, sentences)
    if not (period["valid_until"] and period["valid_until"].value):
        period["valid_until"] = lasts_until(sentences, issued) or period["valid_until"]
    return {
        "principal": _principal(labels, part, sentences),
        "agent_name": _agent(labels, sentences),
        "agent_id": _agent_id(labels, part, sentences),
        "matter": _matter(labels, sentences),
        **period,
        "issue_date": issued,
        "legal_rep": _person(labels, "legal_rep") or _first(sentences, patterns.REP),
        "principal_uscc": _uscc(part),
        "agent_role": _role(sentences),
    }


def _principal(labels: tuple[Labelled, ...], part: Part, sentences: Sentences) -> Found | None:
    own = [label for label in labels if label.name == "principal"]
    for label in own:
        name = read_organisation(label.text)
        if name:
            return Found(name, label.passage, label.cell)
    for match in sentences.search(patterns.PRINCIPAL):
        name = read_organisation(match["v"])
        if name:
            return Found(name, sentences.passage, sentences.span(*match.span("v")))
    person = _person(labels, "principal") or _first(sentences, patterns.PERSON_PRINCIPAL)
    signer = signed_by(part)
    blank = next((Found("", label.passage, label.label, "blank") for label in own if not label.text), None)
    return signer or person or blank


def _agent(labels: tuple[Labelled, ...], sentences: Sentences) -> Found | None:
    # A label that asks for the name comes first; a mere 受托人 at the foot may be where the agent signs.
    asking = tuple(label for label in labels if "姓名" in label.passage.text[slice(*label.label)])
    found = _person(asking, "agent_name") or _first(sentences, patterns.AGENT) or _person(labels, "agent_name")
    if found is not None:
        return found
    own = [label for label in labels if label.name == "agent_name" and not label.text]
    return Found("", own[0].passage, own[0].label, "blank") if own else None


def _person(labels: tuple[Labelled, ...], name: str) -> Found | None:
    for label in labels:
        person = read_person(label.text) if label.name == name else None
        if person:
            return Found(person, label.passage, label.cell)
    return None


def _first(sentences: Sentences, wordings: tuple[re.Pattern[str], ...]) -> Found | None:
    for match in sentences.search(wordings):
        person = read_person(match["v"])
        if person:
            return Found(person, sentences.passage, sentences.span(*match.span("v")))
    return None


def _agent_id(labels: tuple[Labelled, ...], part: Part, sentences: Sentences) -> Found | None:
    """The number that follows the agent's name, not the one of whoever gives the authority."""
    own = [label for label in labels if label.name == "agent_id"]
    if own:
        return _labelled_id(own, part, sentences)
    owners = [(_owner(labels[:at], label), label) for at, label in enumerate(labels) if label.name == "id"]
    of_agent = [label for owner, label in owners if owner == "agent_name"]
    if of_agent:
        return _labelled_id(of_agent[:1], part, sentences)
    for match in sentences.search(patterns.AGENT):
        if read_person(match["v"]):
            return _id_behind(sentences, match.end("v"))
    if any(owner == "other" for owner, _ in owners):
        return None
    return id_after([label for _, label in owners][-1:], sentences, patterns.AGENT_ID)


def _labelled_id(labels: Sequence[Labelled], part: Part, sentences: Sentences) -> Found | None:
    """The number behind a label, or at the start of the next row where a sentence breaks between the two."""
    found = id_after(labels, sentences, ())
    if found is not None and found.state == "illegible":
        broken = _id_across(labels[0], part)
        return broken or found
    if found is None or found.state != "blank":
        return found
    wrapped = (
        id_in(row.passage, start.span())
        for above, row in pairwise(part.rows)
        if any(label.passage is above.passage for label in labels) and (start := patterns.ROW_OF_ID.match(row.passage.text))
    )
    return next((number for number in wrapped if number is not None), found)


def _id_across(label: Labelled, part: Part) -> Found | None:
    """A number that begins on its label's row and ends on the next one."""
    for above, row in pairwise(part.rows):
        if label.passage is above.passage:
            return id_in(*with_next(above.passage, row.passage))
    return None


def _owner(before: Sequence[Labelled], own: Labelled) -> Literal["agent_name", "other", ""]:
    """Whom a number belongs to: the person that the labels before its own ask for last, unless its row speaks of the agent."""
    row = own.passage.text[: own.label[0]]
    on_row = list(patterns.WHO.finditer(row))
    if on_row and on_row[-1]["agent"]:
        return "agent_name"
    if on_row and read_person(row[on_row[-1].end() :].strip(" :\t")):
        return "other"
    people = [label for label in before if label.name in ("agent_name", "legal_rep") or _names_a_person(label)]
    if not people:
        return ""
    return "agent_name" if people[-1].name == "agent_name" else "other"


def _names_a_person(label: Labelled) -> bool:
    """Whether a principal is a person, who has a number; firms have none."""
    return label.name == "principal" and bool(read_person(label.text)) and not read_organisation(label.text)


def _id_behind(sentences: Sentences, at: int) -> Found | None:
    """The number behind the agent's name, up to where somebody else is named."""
    other = patterns.OTHER_PERSON.search(sentences.text, at)
    end = other.start() if other else len(sentences.text)
    found = id_in(sentences.passage, (sentences.span(at, at)[0], sentences.span(end, end)[0]))
    if found is not None:
        return found
    label = next((match for match in sentences.search(patterns.AGENT_ID) if at <= match.start() < end), None)
    return Found("", sentences.passage, sentences.span(*label.span()), "blank") if label else None


def _matter(labels: tuple[Labelled, ...], sentences: Sentences) -> Found | None:
    for match in sentences.search(patterns.MATTER):
        value = fold_name(sentences.passage.text[slice(*sentences.span(*match.span("v")))]).strip(":,。;")
        if value:
            return Found(value, sentences.passage, sentences.span(*match.span("v")))
    own = [label for label in labels if label.name == "matter"]
    for label in own:
        if label.text:
            return Found(fold_name(label.text).strip(":,。;"), label.passage, label.cell)
    if own:
        return Found("", own[0].passage, own[0].label, "blank")
    blank = next(sentences.search(patterns.MATTER_BLANK), None)
    return Found("", sentences.passage, sentences.span(*blank.span()), "blank") if blank else None


def _period(labels: tuple[Labelled, ...], sentences: Sentences) -> dict[str, Found | None]:
    for match in sentences.search(patterns.PERIOD):
        groups = match.groupdict()
        first = found_date(sentences.date(groups["a"]), sentences.passage) if groups.get("a") else None
        return {"valid_from": first, "valid_until": found_date(sentences.date(groups["b"]), sentences.passage)}
    start = next((found_date(sentences.date(match["a"]), sentences.passage) for match in sentences.search(patterns.FROM)), None)
    until = (
        None if patterns.UNTIL_DONE.search(sentences.text) else date_after([label for label in labels if label.name == "valid"])
    )
    return {"valid_from": start, "valid_until": until}


def _uscc(part: Part) -> Found | None:
    for row in part.rows:
        reading = find_uscc(row.passage.text)
        if reading is not None and re.search("[A-Z]", reading.value[:17]):
            return Found(
                reading.value,
                row.passage,
                (0, len(row.passage.text)),
                checksum_ok=reading.valid,
                repaired=reading.repaired,
            )
    return None


def _role(sentences: Sentences) -> Found | None:
    match = patterns.ROLE.search(sentences.text)
    return Found(match["v"], sentences.passage, sentences.span(*match.span("v"))) if match else None


READER: Final = AuthorizationLetterReader()
