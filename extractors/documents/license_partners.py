"""Who stands on a partnership's licence: firms with their delegates, several partners, and foreigners under two names."""

import re
from itertools import pairwise
from typing import Final

from extractors.documents.license_labels import Label
from extractors.documents.license_layout import Cell
from extractors.documents.license_values import Value
from extractors.evidence import FieldReading
from extractors.text.fold import fold, fold_name, fold_person
from extractors.text.names import read_organisation, read_person

_PARTNERS: Final = "合伙"
"""Ends the label of those who manage a partnership (执行事务合伙人), its last character perhaps lost."""
_DELEGATE: Final = re.compile(r"\((?:执行事务合伙人)?(?:委派|委托|授权|指定)?的?代表人?[:为是]?([^()]+(?:\([^()]*\))?)\)")
"""The person whom a firm sends, behind its name."""
_OF_LABEL: Final = re.compile(r"^\((?:委派|委托|授权)代表人?\):?")
"""The end of a label that asks for the delegate at once (执行事务合伙人(委派代表))."""
_BETWEEN: Final = re.compile(r"[、;/]|(?<![A-Za-z]),|,(?![A-Za-z ])")
"""Between two partners. A comma between Latin letters parts a surname from the other names."""
_GAP: Final = 0.8
"""A gap this wide, in heights, parts two people's names."""
_APART: Final = "、"
_IN_TWO_SCRIPTS: Final = 2


def is_of_partners(label: Label) -> bool:
    """Whether a label asks for those who manage a partnership."""
    return label.field == "legal_rep" and _PARTNERS in label.text


def people_text(value: Value) -> str:
    """What stands behind the label of a person or of partners, folded: Latin words keep their spaces, and names that only a gap
    parts get a comma.
    """
    pieces = [piece for cell in value.cells for piece in _pieces(cell)]
    names = len(pieces) > 1 and all(_is_han_name(piece) for piece in pieces) and _are_apart(value.cells)
    text = _APART.join(pieces) if names and is_of_partners(value.label) else "".join(map(_spaced, value.cells))
    folded = fold_person(text.lstrip(":：")) if _has_latin(text) else fold_name(text if names else value.text)
    return _OF_LABEL.sub("", folded)


def are_partners(text: str) -> bool:
    """Whether a folded text names partners: people, or firms each perhaps with its delegate in brackets.

    >>> are_partners("样例投资有限公司(委派代表:王样本)、李样本"), are_partners("样例投")
    (True, True)
    >>> are_partners("样例投资管理有限公司(委派代")
    False
    """
    delegates = [match[1] for match in _DELEGATE.finditer(text)]
    partners = [part for part in _BETWEEN.split(_DELEGATE.sub("、", text)) if part]
    return (
        bool(partners) and all(map(is_person, delegates)) and all(is_person(one) or read_organisation(one) for one in partners)
    )


def is_person(text: str) -> bool:
    """Whether a folded text is a person's name, or a foreigner's with the Chinese one that goes with it.

    >>> is_person("JOHN SMITH(约翰·史密斯)"), is_person("约翰·史密斯 JOHN SMITH"), is_person("样例公司(样例)")
    (True, True, False)
    """
    if read_person(text) is not None:
        return True
    parts = [
        part.strip(" ,") for part in re.split(r"[()]|(?<=[A-Za-z.])\s*(?=[^\x00-\x7f])|(?<=[^\x00-\x7f])\s*(?=[A-Za-z])", text)
    ]
    parts = [part for part in parts if part]
    latin = [part for part in parts if part.isascii()]
    return (
        len(parts) == _IN_TWO_SCRIPTS
        and len(latin) == 1
        and all(part.isascii() or read_person(part) is not None for part in parts)
    )


def with_delegate(partner: FieldReading | None, delegate: FieldReading | None) -> FieldReading | None:
    """A managing firm with its delegate, where the licence has a label of its own for the latter (委派代表)."""
    if delegate is None or not delegate.value:
        return partner
    if partner is None or not partner.value:
        return delegate
    firm = partner.value.rstrip("(,、")
    return partner.model_copy(
        update={
            "value": f"{firm}(委派代表:{delegate.value})",
            "raw": f"{partner.raw} {delegate.raw}",
            "confidence": min(partner.confidence, delegate.confidence),
            "doubts": tuple(sorted({*delegate.doubts, *(doubt for doubt in partner.doubts if doubt != "odd_shape")})),
        }
    )


def _pieces(cell: Cell) -> list[str]:
    return _spaced(cell).split()


def _spaced(cell: Cell) -> str:
    """A cell's text with the spaces that its line has there."""
    line = cell.line.text
    marks = [at for at, char in enumerate(line) if not char.isspace()]
    start = "".join(line[at] for at in marks).find(cell.text)
    if start < 0 or not cell.text:
        return cell.text
    return line[marks[start] : marks[start + len(cell.text) - 1] + 1]


def _is_han_name(text: str) -> bool:
    return not text.isascii() and 1 < len(text) <= len("欧阳样本") and read_person(fold(text)) is not None


def _are_apart(cells: tuple[Cell, ...]) -> bool:
    """Whether cells on one row lie so far apart that each is a name, and not a piece of one."""
    return all(not one.beside(other) or other.left - one.right > _GAP * one.height for one, other in pairwise(cells))


def _has_latin(text: str) -> bool:
    return re.search(r"[A-Za-z]", text) is not None
