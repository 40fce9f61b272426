"""What was read in a view of a page, placed back on the page as it is shown."""

from typing import TypeVar

from extractors.evidence import Document, FieldReading, PageEvidence, QrCode, Seal, Signature, TextLine
from extractors.page.rectify import View

_Mark = TypeVar("_Mark", Seal, Signature, QrCode)

WHOLE = (0.0, 0.0, 1.0, 1.0)


def lines_on_page(page: PageEvidence, view: View) -> tuple[TextLine, ...]:
    """The lines of a view."""
    return tuple(line.model_copy(update={"quad": view.quad(line.quad)}) for line in page.lines)


def codes_on_page(page: PageEvidence, view: View) -> tuple[QrCode, ...]:
    """The QR codes of a view."""
    return tuple(_moved(code, view) for code in page.codes)


def document_on_page(document: Document, view: View) -> Document:
    """A document of a view; one that is all of the view is the view's part of the page."""
    return document.model_copy(
        update={
            "box": view.box(document.box or WHOLE),
            "fields": {name: _field(field, view) for name, field in document.fields.items()},
            "seals": tuple(_moved(seal, view) for seal in document.seals),
            "signatures": tuple(_moved(signature, view) for signature in document.signatures),
        }
    )


def _field(field: FieldReading, view: View) -> FieldReading:
    return field if field.box is None else field.model_copy(update={"box": view.box(field.box)})


def _moved(mark: _Mark, view: View) -> _Mark:
    return mark.model_copy(update={"box": view.box(mark.box)})
