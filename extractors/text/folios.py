"""What a page says about its place among others: 第 1 页 共 3 页, 1/3, Page 1 of 3."""

import re
from collections.abc import Sequence
from typing import Final

from extractors.evidence import Folio
from extractors.text.numerals import read_small_number
from extractors.text.rows import Row

_N: Final = r"[0-9一二三四五六七八九十两]{1,3}"
_PRINTED: Final = (
    re.compile(rf"第(?P<number>{_N})页[,/、;(（-]{{0,2}}[共总](?:计)?(?P<count>{_N})页"),
    re.compile(rf"[共总](?:计)?(?P<count>{_N})页[,/、;-]?第(?P<number>{_N})页"),
    re.compile(r"(?i:page)(?P<number>\d{1,2})(?i:of)(?P<count>\d{1,2})"),
)
_BARE: Final = re.compile(r"[-—(]?(?:第|页码:?)?(?P<number>\d{1,2})/(?P<count>\d{1,2})(?:页)?[-—)]?")
"""Two numbers alone on a line: only at the foot, where nothing else looks like that."""
_MARGIN: Final = 0.12
"""Share of the text's height at its top and its bottom where page numbers stand."""
_MOST_PAGES: Final = 60


def find_folio(rows: Sequence[Row]) -> Folio | None:
    """The page's number and how many there are, where its head or foot tells both; None for anything else."""
    if not rows:
        return None
    top, bottom = min(row.top for row in rows), max(row.bottom for row in rows)
    margin = _MARGIN * (bottom - top)
    for row in reversed(rows):
        text = row.passage.compact[0]
        foot = row.top >= bottom - margin
        if foot or row.bottom <= top + margin:
            matches = [pattern.search(text) for pattern in _PRINTED] + ([_BARE.fullmatch(text)] if foot else [])
            folio = next((folio for match in matches if match and (folio := _folio(match)) is not None), None)
            if folio is not None:
                return folio
    return None


def _folio(match: re.Match[str]) -> Folio | None:
    number, count = read_small_number(match["number"]), read_small_number(match["count"])
    if number is None or count is None or not 1 <= number <= count <= _MOST_PAGES:
        return None
    return Folio(number=number, count=count)
