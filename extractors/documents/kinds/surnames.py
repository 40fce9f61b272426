"""The surnames that Chinese names begin with."""

from functools import cache
from importlib.resources import files


@cache
def _surnames() -> frozenset[str]:
    rows = files(__package__).joinpath("surnames.txt").read_text(encoding="utf-8").splitlines()
    words = [word for row in rows if not row.startswith("#") for word in row.split()]
    return frozenset(name for word in words for name in ((word,) if len(word) == _COMPOUND else word))


_COMPOUND = 2
"""Characters of a compound surname; the longer rows are single ones."""


def has_surname(name: str) -> bool:
    """Whether a name begins with a known surname.

    >>> has_surname("欧阳明"), has_surname("性别")
    (True, False)
    """
    return name[:1] in _surnames() or name[:_COMPOUND] in _surnames()


def has_compound_surname(name: str) -> bool:
    """Whether a name begins with a known surname of two characters.

    >>> has_compound_surname("诸葛明"), has_compound_surname("王芳")
    (True, False)
    """
    return name[:_COMPOUND] in _surnames()
