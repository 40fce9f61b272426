"""Who represents a firm: the person on its licence, or the delegate of a firm that manages a partnership."""

import re
from dataclasses import dataclass, replace
from typing import Final

from validators.case import Sighting
from validators.names import is_personal
from validators.values import Value, read

_WORD: Final = r"(?:执行事务合伙人)?(?:委派|委托|授权|指定)的?代表人?"
_DELEGATE: Final = re.compile(
    rf"\((?:{_WORD}|代表人?)[:为是]*(?P<bracketed>[^()]+(?:\([^()]*\))?)\)?"
    rf"|\((?:委派|指派)(?P<sent>[^()]+?)(?:为|担任|作为)(?:委派)?代表\)?"
    rf"|\(?{_WORD}\)?[:为是]*(?P<plain>[^(),、;:]+(?:\([^()]*\))?)"
)
"""The person whom a firm sends, behind its name: 样例投资有限公司(委派代表:赵明远)."""
_BETWEEN: Final = re.compile(r"[、;/]|(?<![A-Za-z]),|,(?![A-Za-z ])")
"""Between two partners. A comma between Latin letters parts a surname from the other names."""
_SIGNS: Final = " ,、;:()"


@dataclass(frozen=True, slots=True)
class Representatives:
    """The people who may sign for a firm, and the firms among its partners. ``all_known``: every firm has its delegate."""

    people: tuple[str, ...]
    firms: tuple[str, ...] = ()
    all_known: bool = True


def named_in(text: str) -> Representatives:
    """Who is named where a licence, or an applicant, names a firm's representative.

    >>> named_in("样例投资有限公司(委派代表:赵明远),李思涵")
    Representatives(people=('赵明远', '李思涵'), firms=('样例投资有限公司',), all_known=True)
    >>> named_in("样例投资有限公司")
    Representatives(people=(), firms=('样例投资有限公司',), all_known=False)
    """
    delegates = [(match["bracketed"] or match["sent"] or match["plain"]).strip(_SIGNS) for match in _DELEGATE.finditer(text)]
    others = [part.strip(" ,、;:") for part in _BETWEEN.split(_DELEGATE.sub("、", text))]
    others = [part for part in others if part.strip(_SIGNS)]
    people = (*delegates, *(part for part in others if is_personal(part)))
    firms = tuple(part for part in others if not is_personal(part))
    return Representatives(tuple(dict.fromkeys(people)), firms, len(firms) <= len(delegates))


def representatives_on(license_: Sighting | None) -> tuple[Value, ...]:
    """The people on a licence who may sign for its firm, where it names people; else what stands there."""
    told = read(license_, "legal_rep")
    if told is None:
        return ()
    return tuple(replace(told, text=name) for name in named_in(told.text).people) or (told,)


def represents(license_: Sighting | None, name: str) -> bool:
    """Whether a name is, to the character, that of somebody who may sign for a licence's firm."""
    return any(name == one.text for one in representatives_on(license_))
