"""Which of several options is ticked: the box stands before its option (☑是 □否) or behind it (是☑ 否□)."""

import re
from dataclasses import dataclass
from typing import Final

_OPTION: Final = r"[\u4e00-\u9fff]{1,8}"
_TICK, _BOX = "[■√☑☒✓✔●✅▇█]", "[□☐○◯〇]"
_TICKED: Final = re.compile(rf"[(\[]?{_TICK}[)\]]?\s*({_OPTION})")
_EMPTY: Final = re.compile(rf"(?:{_BOX}|\(\s*\)|\[\s*\])\s*({_OPTION})")
_TICKED_BEFORE: Final = re.compile(rf"({_OPTION})\s?[(\[]?{_TICK}")
_EMPTY_BEFORE: Final = re.compile(rf"({_OPTION})\s?(?:[(\[]?{_BOX}|\(\s*\)|\[\s*\])")
_BEHIND: Final = re.compile(
    rf"\s*{_OPTION}(?:[(\[]?{_TICK}[)\]]?(?:\s|$)|(?:[(\[]?(?:{_TICK}|{_BOX})|[(\[]).*(?:{_TICK}|{_BOX}|[)\]])\s*$)"
)
"""The first option has its mark right behind it, and a gap or the last option's mark follows: boxes stand behind."""
_EITHER: Final = re.compile(rf"\s*{_OPTION}[(\[]?{_TICK}[)\]]?{_OPTION}\s*$")


@dataclass(frozen=True, slots=True)
class Option:
    """The option that is ticked; '' where no tick was read, or more than one. ``seen``: its tick was."""

    value: str
    seen: bool = True


def chosen(text: str) -> Option | None:
    """The ticked one of the options in a folded text; None where there are no boxes.

    >>> chosen("☑是 □否").value, chosen("是□ 否☑").value, chosen("全部结清")
    ('是', '否', None)
    """
    if _EITHER.match(text):
        return Option("")
    behind = _BEHIND.match(text)
    ticked, empty = (pattern.findall(text) for pattern in ((_TICKED_BEFORE, _EMPTY_BEFORE) if behind else (_TICKED, _EMPTY)))
    if not ticked and not empty:
        return None
    if len(ticked) == 1:
        return Option(ticked[0])
    bare = [option for option in re.findall(_OPTION, text) if option not in empty]
    return Option(bare[0], seen=False) if not ticked and len(bare) == 1 else Option("")
