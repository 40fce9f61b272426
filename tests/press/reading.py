"""Reads a press paper through the project, as the extractors would read the same lines off a page."""

from collections.abc import Mapping, Sequence

from extractors.documents.classify import find_documents
from extractors.documents.reader import Sheet
from extractors.evidence import Document, DocumentType
from tests.press.paper import PressPaper

__all__ = ["fields_of", "read"]

_WITH_VALUE = ("read", "incomplete", "masked")


def read(paper: PressPaper) -> Mapping[str, str] | None:
    """Return the fields that are read off a paper, "" for blanks; None where its type is not recognised."""
    return fields_of(find_documents(Sheet(1, paper.width_px, paper.height_px, paper.lines)), paper.type)


def fields_of(documents: Sequence[Document], type_: DocumentType) -> Mapping[str, str] | None:
    """Return the fields of the document of that type; where a counterfoil stands on the same sheet, of the one that is none."""
    of_type = [document for document in documents if document.type == type_]
    if not of_type:
        return None
    chosen = next((document for document in of_type if "counterfoil" not in document.traits), of_type[0])
    return {
        name: reading.value if reading.state in _WITH_VALUE else ""
        for name, reading in chosen.fields.items()
        if reading.state in (*_WITH_VALUE, "blank")
    }
