"""Simplified characters in what mainland papers print simplified.

The recogniser knows both scripts and now and then reads a line set in a brush-like face as traditional. Firms, addresses and
offices are registered in standard characters. In people's names, too, a traditional character is far more often misread than
registered; variants that the table of standard characters (通用规范汉字表, 2013) keeps for names stay as they are.
"""

from typing import Final

from extractors.evidence import Document, FieldReading
from extractors.schema import Kind, kind_of
from extractors.text.script import to_simplified

_SPELT_AS_NAMES: Final[frozenset[Kind]] = frozenset({"person", "people", "value"})
_SPELT_AS_WORDS: Final[frozenset[Kind]] = frozenset({"firm", "party", "office", "place", "choice", "words", "money", "code"})
_KEPT_IN_NAMES: Final = frozenset("昇喆堃淼犇龢甯邨氾頫陞剋乾徵锺麽菓祐崑崙峯璿叡澂稜麴")
"""Standard for names beside the characters they are variants of, or common in names all the same (DOMAIN 8.4)."""
_OTHER_SCRIPTS: Final = frozenset(
    {"residence_permit", "foreigner_card", "hk_macao_permit", "taiwan_permit", "passport", "regional_card"}
)
"""Cards whose holders' names may well be printed in traditional characters."""


def simplified(document: Document) -> Document:
    """Return the document with those fields in simplified characters; ``raw`` keeps what was read."""
    changed = {name: _respelt(document, name, field) for name, field in document.fields.items() if field.value}
    changed = {name: field for name, field in changed.items() if field != document.fields[name]}
    return document.model_copy(update={"fields": {**document.fields, **changed}}) if changed else document


def _respelt(document: Document, name: str, field: FieldReading) -> FieldReading:
    kind = kind_of(document.type, name)
    if kind in _SPELT_AS_WORDS:
        return field.model_copy(update={"value": to_simplified(field.value)})
    if kind in _SPELT_AS_NAMES and _OTHER_SCRIPTS.isdisjoint(document.traits):
        value = "".join(one if one in _KEPT_IN_NAMES else to_simplified(one) for one in field.value)
        if value != field.value:
            return field.model_copy(update={"value": value, "doubts": (*field.doubts, "respelt")})
    return field
