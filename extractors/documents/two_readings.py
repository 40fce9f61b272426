"""A stamped paper is read twice, from its dark ink and from all ink: what both say stands, else the sounder value, unsurely."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from extractors.documents.body import Found, Part, part_of
from extractors.text.rows import in_colour

ReadFields = Callable[[Part], Mapping[str, Found]]
_DATE_LIKE: Final = re.compile(r"[\d农历]{2,6}-\d{1,2}(?:-\d{1,2})?")


def read_twice(part: Part, read: ReadFields) -> dict[str, Found]:
    """The fields of a part of a page; those that the two readings tell differently are in doubt."""
    dark = dict(read(part))
    coloured = in_colour(part.rows)
    if coloured is None:
        return {name: _of_a_day(found) for name, found in dark.items()}
    other = dict(read(part_of(part.page, coloured)))
    return {name: _of_a_day(_settled(dark.get(name), other.get(name))) for name in dict.fromkeys((*dark, *other))}


def _settled(dark: Found | None, coloured: Found | None) -> Found:
    """What the dark ink says is the better reading (the seal's strokes are gone), unless only the other makes sense."""
    if dark is not None and coloured is not None and (dark.value, dark.state) == (coloured.value, coloured.state):
        return replace(dark, settled=True)
    if dark is not None and coloured is None:
        return dark  # which is in doubt by itself, unless the other reading holds the same words
    chosen = dark if dark is not None and coloured is not None and _sense(dark) >= _sense(coloured) else coloured
    assert chosen is not None
    return chosen.doubted("readings_differ")


def _of_a_day(found: Found) -> Found:
    """The finding, doubted where it is a day and coloured ink lies over it, also where no line of the page reads otherwise."""
    stamped = any(line.covered for line in found.passage.lines_in(found.span))
    return found.doubted("stamped") if stamped and _is_day(found.value) else found


def _sense(found: Found) -> int:
    """How much sense a value makes: 0 for nothing, 1 for a part or something malformed, 2 for a whole value."""
    if not found.value:
        return 0
    if found.state != "read" or found.checksum_ok is False or found.value.count("(") != found.value.count(")"):
        return 1
    return 1 if _DATE_LIKE.fullmatch(found.value) and not _is_day(found.value) else 2


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
