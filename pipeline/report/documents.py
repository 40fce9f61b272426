"""What was seen of a document on one page, as the lines of a table and the boxes they belong to."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from pipeline.report.marks import Mark, PageKey, draw, page_anchor
from pipeline.verdict import VerdictDocument, VerdictField, VerdictSeal, VerdictSignature
from pipeline.words import (
    BOXES,
    SEAL_COLOURS,
    SEAL_DETAILS,
    SEAL_KINDS,
    SEAL_UNREAD,
    SIGNATURE_DETAILS,
    SIGNATURE_STATES,
    SIGNERS,
    document_name,
    field_name,
    remark_on,
)

LOW_CONFIDENCE: Final = 0.9
"""Below this a reading is marked: the checks do not bounce on it either (DOMAIN 8.1)."""
NOTHING_SEEN: Final = frozenset({"blank", "unclear"})
"""States of a signature that name a lack: shown as those of a field are."""


class Row(NamedTuple):
    """One line: what it is called, what was read there, a remark, how sure it is (None: nothing to be sure of), its box."""

    name: str
    value: str
    note: str = ""
    confidence: float | None = None
    mark: Mark | None = None

    @property
    def low(self) -> bool:
        """Whether the reading is too unsure to bounce on."""
        return self.confidence is not None and self.confidence < LOW_CONFIDENCE


Entry = tuple[Row, ...]
"""A seal or a signature: the line with its box, then more about it."""


class DocumentView(NamedTuple):
    """What one of a page's documents shows there."""

    name: str
    confidence: float
    fields: tuple[Row, ...]
    seals: tuple[Entry, ...]
    signatures: tuple[Entry, ...]

    @property
    def parts(self) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
        """The entries below the fields, by heading; a heading without entries is left away."""
        parts = ((BOXES["seal"], self.seals), (BOXES["signature"], self.signatures))
        return tuple((heading, entries) for heading, entries in parts if entries)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The boxes, larger ones first: what lies under a seal can still be pointed at."""
        rows = (*(row for entry in (*self.seals, *self.signatures) for row in entry), *self.fields)
        return tuple(row.mark for row in rows if row.mark)


def document_view(position: int, document: VerdictDocument, key: PageKey) -> DocumentView:
    """Lay out what lies on one page; ``position`` tells apart two documents of a kind on the same page."""
    anchor = f"{page_anchor(key)}-{position}"
    return DocumentView(
        document_name(document.type, document.side),
        document.confidence,
        tuple(_fields(document, key, anchor)),
        tuple(
            tuple(_seal(seal, f"{anchor}-seal-{number}"))
            for number, seal in enumerate(document.seals)
            if (seal.file, seal.page) == key
        ),
        tuple(
            tuple(_signature(signature, f"{anchor}-signature-{number}"))
            for number, signature in enumerate(document.signatures)
            if (signature.file, signature.page) == key
        ),
    )


def _fields(document: VerdictDocument, key: PageKey, anchor: str) -> Iterator[Row]:
    for name, field in document.fields.items():
        if (field.file, field.page) == key:
            yield _field(field_name(name, document.type), field, f"{anchor}-{name}")


def _field(name: str, field: VerdictField, anchor: str) -> Row:
    place = draw(anchor, field.bbox, "field", name) if field.bbox else None
    return Row(name, field.value, remark_on(field), field.confidence, place)


def _seal(seal: VerdictSeal, anchor: str) -> Iterator[Row]:
    """The text comes first, since that is what a seal is looked at for."""
    kind = SEAL_KINDS[seal.kind]
    place = draw(anchor, seal.bbox, "seal", kind)
    if seal.text:
        yield Row(kind, seal.text, confidence=seal.text_confidence, mark=place)
    else:
        yield Row(kind, "", SEAL_UNREAD, mark=place)
    if seal.center_text:
        yield Row(SEAL_DETAILS["center_text"], seal.center_text, confidence=seal.center_confidence)
    if seal.code:
        yield Row(SEAL_DETAILS["code"], seal.code, confidence=seal.code_confidence)
    yield Row(SEAL_DETAILS["print"], f"{SEAL_COLOURS[seal.color]}，可见 {seal.visible:.0%}", confidence=seal.confidence)


def _signature(signature: VerdictSignature, anchor: str) -> Iterator[Row]:
    state = SIGNATURE_STATES[signature.state]
    place = draw(anchor, signature.bbox, "signature", state)
    value, note = ("", state) if signature.state in NOTHING_SEEN else (state, "")
    yield Row(SIGNERS[signature.role], value, note, signature.confidence, place)
    if signature.label:
        yield Row(SIGNATURE_DETAILS["label"], signature.label)
    if signature.text:
        yield Row(SIGNATURE_DETAILS["text"], signature.text)
