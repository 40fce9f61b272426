"""What a paper was read to say, compared as a clerk would: free words count where one text holds the other."""

from extractors.evidence import Document, FieldState
from extractors.schema import kind_of

_FREE = frozenset({"words", "choice"})
_LEAST = 2


class Said(dict[str, str]):
    """Values by field. Where a reason or a matter begins and ends is a matter of taste: 办理撤销用工备案 says 撤销用工备案."""

    def __init__(self, type_: str, values: dict[str, str]) -> None:
        super().__init__(values)
        self._type = type_

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, dict)
            and self.keys() == other.keys()
            and all(self._same(name, value, other[name]) for name, value in self.items())
        )

    __hash__ = None

    def _same(self, name: str, one: str, other: str) -> bool:
        if kind_of(self._type, name) not in _FREE or min(len(one), len(other)) < _LEAST:
            return one == other
        return one in other or other in one


def said(document: Document, *states: FieldState) -> Said:
    """What was read, by field, of some states; of none what has a value."""
    kept = {name: field.value for name, field in document.fields.items() if (field.state in states if states else field.value)}
    return Said(document.type, kept)
