"""A form whose labels are always the same words: the pages of a household register, a sheet about an account."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from extractors.documents.answers import Answers, answers_of
from extractors.documents.body import Found, Part, part_of
from extractors.documents.reader import Sheet
from extractors.documents.regions import split_at
from extractors.documents.second_look import completed
from extractors.documents.sentences import sentences_of
from extractors.documents.title import Title, headed_otherwise, set_as_text
from extractors.documents.two_readings import read_twice
from extractors.evidence import Document, DocumentType, FieldReading
from extractors.schema import PAPERS
from extractors.text.labels import Spellings
from extractors.text.passage import Passage, compose
from extractors.text.rows import Row

BY_TITLE: Final = 0.99
BY_CONTENT: Final = 0.75
"""Confidence: a known title over what such a paper says, and a paper whose title was cut off or misread."""


@dataclass(frozen=True, slots=True)
class LabelledForm:
    """Reads one type of paper.

    ``labels``: the spellings of each field's label. ``content``: what every such paper says below its title. ``alone``: all
    that a page must say to be one without a title; empty for types that are never taken without theirs. ``contrary``: what
    shows that it is another paper. ``borrowed``: other papers' titles that it may bear, and what it must say below one.
    ``several``: a sheet may hold more than one of them, each under its title.
    """

    type: DocumentType
    labels: Spellings
    content: re.Pattern[str]
    read: Callable[[Answers], Mapping[str, Found | None]]
    alone: tuple[re.Pattern[str], ...] = ()
    contrary: re.Pattern[str] | None = None
    borrowed: tuple[re.Pattern[str], re.Pattern[str]] | None = None
    several: bool = False

    def find(self, sheet: Sheet) -> tuple[Document, ...]:
        """The paper on the sheet: its topmost title is one of this type's, or there is none and it speaks for itself."""
        rows, titles = sheet.rows, sheet.titles
        own = [title for title in titles if title.type == self.type] if self.several else []
        if len(own) > 1:
            parts = [(title, part_of(sheet.page_number, region)) for title, region in split_at(sheet, rows, own)]
            found = [(self._under(sheet, title, part.rows), part.box) for title, part in parts]
            return tuple(document.model_copy(update={"box": box}) for document, box in found if document is not None)
        title = titles[0] if titles and (titles[0].type == self.type or self._may_bear(titles[0])) else None
        title = title or (None if titles else set_as_text(rows, self.type))
        if title is None and (titles or headed_otherwise(rows, self.type)):
            return ()
        document = self._under(sheet, title, rows)
        return () if document is None else (document,)

    def _under(self, sheet: Sheet, title: Title | None, rows: tuple[Row, ...]) -> Document | None:
        """The paper that some rows are, below their title."""
        part = part_of(sheet.page_number, tuple(_below(rows, title) if title else rows))
        if not self._speaks(part, title):
            return None
        return Document(
            type=self.type,
            pages=(sheet.page_number,),
            confidence=round(BY_TITLE * title.score, 4) if title else BY_CONTENT,
            title=title.text if title else "",
            fields=self._fields(sheet, part, compose([(item.line, "") for item in title.placed]) if title else None),
        )

    def read_on(self, sheet: Sheet) -> Mapping[str, FieldReading]:
        """The fields on a page that goes on with a paper of this type."""
        return self._fields(sheet, part_of(sheet.page_number, sheet.rows))

    def _may_bear(self, title: Title) -> bool:
        return self.borrowed is not None and bool(self.borrowed[0].search(title.text))

    def _speaks(self, part: Part, title: Title | None) -> bool:
        text = sentences_of(part.body).text
        if self.contrary is not None and self.contrary.search(text):
            return False
        wanted = (self.content,) if title else self.alone
        if title and title.type != self.type and self.borrowed:
            wanted = (self.content, self.borrowed[1])
        return bool(wanted) and all(pattern.search(text) for pattern in wanted)

    def _fields(self, sheet: Sheet, part: Part, heading: Passage | None = None) -> Mapping[str, FieldReading]:
        found = read_twice(part, lambda one: _there(self.read(answers_of(one, self.labels, heading))))
        return {
            name: item.reading(sheet.page_number) for name, item in completed(sheet, part, found, PAPERS[self.type]).items()
        }


def _there(found: Mapping[str, Found | None]) -> dict[str, Found]:
    return {name: item for name, item in found.items() if item is not None}


def _below(rows: tuple[Row, ...], title: Title) -> Iterator[Row]:
    return (row for row in rows if not set(row.placed) & set(title.placed))


def spelt(**words: str) -> Spellings:
    """Labels written as words parted by spaces; ``_`` names the labels that only end the value before them."""
    return {"" if name == "_" else name: tuple(text.split()) for name, text in words.items()}
