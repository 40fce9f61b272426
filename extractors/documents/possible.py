"""Nothing impossible is read: a day that no calendar has is no value, but something that nobody can read for sure."""

import re
from datetime import date
from typing import Final

from extractors.evidence import Document, FieldReading
from extractors.schema import kind_of

_DAY_LIKE: Final = re.compile(r"\d{1,6}-\d{1,2}-\d{1,2}")


def possible(document: Document) -> Document:
    """The document without values that cannot be; ``raw`` keeps what stands there, and a doubt says why it is no value."""
    changed = {
        name: _illegible(field) for name, field in document.fields.items() if _is_off_calendar(document.type, name, field)
    }
    return document.model_copy(update={"fields": {**document.fields, **changed}}) if changed else document


def _is_off_calendar(type_: str, name: str, field: FieldReading) -> bool:
    return kind_of(type_, name) in ("date", "period") and any(not _is_day(text) for text in _DAY_LIKE.findall(field.value))


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _illegible(field: FieldReading) -> FieldReading:
    read = {"value": "", "state": "illegible", "raw": field.raw or field.value}
    return field.model_copy(update={**read, "doubts": (*field.doubts, "off_calendar")})
