"""Asks a reader about a page of rows, and tells what it found in plain values."""

from extractors.documents.classify import find_documents
from extractors.documents.reader import DocumentReader
from extractors.evidence import Document
from tests.extractors.documents.lines import sheet
from tests.extractors.documents.said import Said, said

ID = "110199199003070113"
"""The number of a person who does not exist."""


def only(reader: DocumentReader, *rows: str) -> Document:
    """The one document that the reader finds."""
    (document,) = reader.find(sheet(*rows))
    return document


def values(document: Document) -> Said:
    """What was read, by field; what is blank or unreadable is left out."""
    return said(document)


def read(reader: DocumentReader, *rows: str) -> Said:
    """The values on the page."""
    return values(only(reader, *rows))


def kind(*rows: str) -> str:
    """What the page is taken for when every reader is asked."""
    return find_documents(sheet(*rows))[0].type


def titled(titles: str) -> tuple[str, ...]:
    """Titles parted by spaces; one whose letters are spaced has ``_`` between them."""
    return tuple(title.replace("_", "\u3000") for title in titles.split())
