"""Simplified characters in what mainland papers print simplified.

The recogniser knows both scripts and now and then reads a line set in a brush-like face as traditional. Firms, addresses and
offices are registered in standard characters. In people's names, too, a traditional character is far more often misread than
registered; variants that the table of standard characters (通用规范汉字表, 2013) keeps for names stay as they are.
"""

from functools import cache
from typing import Final

import opencc

from extractors.evidence import Document, DocumentType, FieldReading

_NAMES: Final[dict[DocumentType, frozenset[str]]] = {
    "business_license": frozenset({"legal_rep"}),
    "id_card": frozenset({"name"}),
    "termination_certificate": frozenset({"employee_name"}),
    "authorization_letter": frozenset({"agent_name", "legal_rep"}),
    "deregistration_notice": frozenset(),
    "revocation_decision": frozenset(),
    "liquidation_statement": frozenset({"head"}),
}
_WORDS: Final[dict[DocumentType, frozenset[str]]] = {
    "business_license": frozenset({"name", "type", "address", "registered_capital"}),
    "id_card": frozenset({"address", "ethnicity", "authority"}),
    "termination_certificate": frozenset({"employer_name", "position", "reason"}),
    "authorization_letter": frozenset({"principal", "matter"}),
    "deregistration_notice": frozenset({"name", "document_number", "authority"}),
    "revocation_decision": frozenset({"name", "document_number", "authority"}),
    "liquidation_statement": frozenset({"name"}),
}
_PEOPLE: Final = frozenset(
    {"name", "former_name", "employee_name", "relative", "holder", "head", "people", "old_value", "new_value", "changes"}
)
_TERMS: Final = frozenset(
    {
        "employer_name",
        "authority",
        "region",
        "address",
        "reason",
        "kind",
        "status",
        "insurance",
        "subject",
        "relation",
        "country",
        "bank",
        "changed",
    }
)
"""The same for the papers that are not listed above."""
_KEPT_IN_NAMES: Final = frozenset("昇喆堃淼犇龢甯邨氾頫陞剋乾徵锺麽菓祐崑崙峯璿叡澂稜")
"""Standard for names beside the characters they are variants of, or common in names all the same (DOMAIN 8.4)."""
_OTHER_SCRIPTS: Final = frozenset({"residence_permit", "foreigner_card"})
"""Cards whose holders' names may well be printed in traditional characters."""


def simplified(document: Document) -> Document:
    """Return the document with those fields in simplified characters; ``raw`` keeps what was read."""
    changed = {name: _respelt(document, name, field) for name, field in document.fields.items() if field.value}
    changed = {name: field for name, field in changed.items() if field != document.fields[name]}
    return document.model_copy(update={"fields": {**document.fields, **changed}}) if changed else document


def to_simplified(text: str) -> str:
    """The text in simplified characters, for words that no mainland paper prints otherwise.

    >>> to_simplified("代辦委托書")
    '代办委托书'
    """
    return str(_converter().convert(text))


def _respelt(document: Document, name: str, field: FieldReading) -> FieldReading:
    if name in _WORDS.get(document.type, _TERMS):
        return field.model_copy(update={"value": to_simplified(field.value)})
    if name in _NAMES.get(document.type, _PEOPLE) and _OTHER_SCRIPTS.isdisjoint(document.traits):
        value = "".join(one if one in _KEPT_IN_NAMES else to_simplified(one) for one in field.value)
        if value != field.value:
            return field.model_copy(update={"value": value, "doubts": (*field.doubts, "respelt")})
    return field


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
