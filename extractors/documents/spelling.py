"""Simplified characters in everything that mainland papers print simplified by rule.

The recogniser knows both scripts and now and then reads a line set in a brush-like face as traditional throughout. Firms,
addresses and offices are registered in standard characters; people's names are left alone: variant characters in them are real.
"""

from functools import cache
from typing import Final

import opencc

from extractors.evidence import Document, DocumentType

_PRINTED_SIMPLIFIED: Final[dict[DocumentType, frozenset[str]]] = {
    "business_license": frozenset({"name", "type", "address", "registered_capital"}),
    "id_card": frozenset({"address", "ethnicity", "authority"}),
    "termination_certificate": frozenset({"employer_name", "position", "reason"}),
    "authorization_letter": frozenset({"principal", "matter"}),
}


def simplified(document: Document) -> Document:
    """Return the document with those fields in simplified characters; ``raw`` keeps what was read."""
    names = _PRINTED_SIMPLIFIED.get(document.type, frozenset()) & document.fields.keys()
    changed = {
        name: field.model_copy(update={"value": value})
        for name, field in document.fields.items()
        if name in names and (value := _converter().convert(field.value)) != field.value
    }
    return document.model_copy(update={"fields": {**document.fields, **changed}}) if changed else document


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
