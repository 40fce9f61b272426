"""Characters that look alike in print, by how their drawings correlate: ``alike_glyphs.txt``, made by training.alike_glyphs.

They are too many to hold one person's name for another's: most have ten others, on the average. Among the
characters of a firm's name that stand as they should, one of them is more likely a misreading than another firm.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


def glyphs_alike(one: str, other: str) -> bool:
    """Whether two characters look alike in print.

    >>> glyphs_alike("朴", "扑"), glyphs_alike("松", "柏")
    (True, False)
    """
    return other in alike_to(one)


def alike_to(char: str) -> str:
    """Those that look like a character, the nearest first; empty where none does.

    >>> alike_to("氨")[:3]
    '氦氮氰'
    """
    return _alike().get(char, "")


@cache
def _alike() -> Mapping[str, str]:
    lines = files("validators").joinpath("alike_glyphs.txt").read_text(encoding="utf-8").splitlines()
    return MappingProxyType({line[0]: line[1:] for line in lines})
