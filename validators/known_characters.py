"""Characters that the recogniser can read: ``known_characters.txt``, made by training.known_characters from its own list.

Any other (尛, 飚, 岄) comes back as one or two that it does know, often with a high score, and not as the same ones each time.
"""

import re
from functools import cache
from importlib.resources import files
from typing import Final

_HAN: Final = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")


def can_be_read(char: str) -> bool:
    """Whether a character may come back as itself. Digits, letters and signs all may.

    >>> can_be_read("陈"), can_be_read("尛"), can_be_read("7")
    (True, False, True)
    """
    return char in _known() or not _HAN.match(char)


def holds_unknown(text: str) -> bool:
    """Whether a text holds a character that never comes back as itself."""
    return not all(map(can_be_read, text))


@cache
def _known() -> frozenset[str]:
    return frozenset(files("validators").joinpath("known_characters.txt").read_text(encoding="utf-8").replace("\n", ""))
