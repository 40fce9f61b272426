"""Simplified characters for text that a recogniser, which knows both scripts, read as traditional."""

from functools import cache
from typing import Final

import opencc

_LAST_USUAL: Final = "\uffff"


def to_simplified(text: str) -> str:
    """Convert traditional characters to the simplified ones of mainland papers; all others stay.

    So do those whose simplified form came into Unicode beyond the 65,536 first characters: cards and systems print 頔, hardly
    any can print 𬱖.

    >>> to_simplified("瑞誠商貿有限公司"), to_simplified("林頔")
    ('瑞诚商贸有限公司', '林頔')
    """
    plain = str(_converter().convert(text))
    if len(plain) != len(text) or plain.isascii():
        return plain
    return "".join(old if new > _LAST_USUAL else new for old, new in zip(text, plain, strict=True))


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
