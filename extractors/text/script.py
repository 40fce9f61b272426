"""Simplified characters for text that a recogniser, which knows both scripts, read as traditional."""

from functools import cache

import opencc


def to_simplified(text: str) -> str:
    """Convert traditional characters to the simplified ones of mainland papers; all others stay.

    >>> to_simplified("瑞誠商貿有限公司")
    '瑞诚商贸有限公司'
    """
    return str(_converter().convert(text))


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
