"""Names of places, as offices and people write them."""

import re
from typing import Final

_SIGN: Final = re.compile(r"(?:特别行政区|自治[区州县旗]|[省市区县旗盟])")
_SHORTEST: Final = 2
"""Characters of a place's name without its sign; one alone proves nothing."""


def parts_of(place: str) -> tuple[str, ...]:
    """The places named in a text, without their signs, widest first.

    >>> parts_of("样例省云上市山前区")
    ('样例', '云上', '山前')
    """
    return tuple(part for part in _SIGN.split("".join(place.split())) if len(part) >= _SHORTEST)


def names_place(text: str, place: str) -> bool:
    """Whether a text names a place, or one that lies in it or around it: the two share the name of a place.

    >>> names_place("云上市公共就业服务中心", "样例省云上市"), names_place("远山市", "云上市")
    (True, False)
    """
    return any(part in text for part in parts_of(place)) or any(part in place for part in parts_of(text))
