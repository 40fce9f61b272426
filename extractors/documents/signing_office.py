"""The office that signs a paper, by its name on a line of its own at the paper's end."""

import re
from collections.abc import Sequence
from typing import Final

from extractors.documents.body import Found, Part
from extractors.documents.office_places import PLACE
from extractors.text.fold import fold
from extractors.text.names import read_office
from extractors.text.passage import Span, compose
from extractors.text.rows import Row, without_specks

_STAMP: Final = re.compile(
    r"^.{0,8}?(?:机构|机关|单位|部门)?(?:\((?:盖?公?章|签章|印章|专用章)\)|盖章):?|^(?:经办|登记|出具|受理|发证)(?:机构|机关|单位|部门):?"
)


def signing_office(part: Part) -> Found | None:
    """The office on a line of its own, lowest first; its name may be broken over two lines."""
    return _office_on(part.rows) or _office_on([without_specks(row) for row in part.rows])


def _office_on(rows: Sequence[Row]) -> Found | None:
    for index in range(len(rows) - 1, -1, -1):
        row = rows[index]
        broken = _broken_office(row, rows[index - 1]) if index else None
        if broken is not None:
            return broken
        for cell in reversed(list(re.finditer(r"[^\t]+", row.passage.text))):
            stamp = _STAMP.match(cell[0])
            span = row.passage.trimmed((cell.start() + (stamp.end() if stamp else 0), cell.end()))
            span = _without_ring(row, span)
            name = read_office(row.passage.text[slice(*span)])
            if name:
                return Found(name, row.passage, span)
    return None


def _without_ring(row: Row, span: Span) -> Span:
    """The one line in a span that is an office with its place, where pieces of a seal's ring stand beside it."""
    ends = {spot[0]: at + 1 for at, spot in enumerate(row.passage.spots) if spot is not None and span[0] <= at < span[1]}
    starts = {index: end - len(fold(row.passage.lines[index].text)) for index, end in ends.items()}
    whole = [(max(starts[index], span[0]), end) for index, end in ends.items()]
    named = [one for one in whole if (office := read_office(row.passage.text[slice(*one)])) and PLACE.match(office)]
    return named[-1] if len(ends) > 1 and named else span


_BROKEN_GAP_EM: Final = 1.5
_SHORTEST_HEAD: Final = 3


def _broken_office(row: Row, above: Row) -> Found | None:
    """An office whose name fills the row above and ends on this one; a ring's piece of the same name is no beginning of it."""
    upper, lower = above.placed[-1], row.placed[-1]
    em = min(upper.height, lower.height)
    if lower.top - upper.bottom > _BROKEN_GAP_EM * em or abs(upper.right - lower.right) > em + abs(upper.left - lower.left):
        return None
    head, tail = (re.sub(r"\s", "", fold(item.line.text)) for item in (upper, lower))
    stamp = _STAMP.match(head)
    head = head[stamp.end() if stamp else 0 :]
    if (
        len(head) < _SHORTEST_HEAD
        or re.search(r"[,。:;\d]", head)
        or read_office(head)
        or not read_office(tail)
        or PLACE.match(tail)
        or tail.startswith(head)
    ):
        return None
    name = read_office(head + tail)
    passage = compose([(upper.line, ""), (lower.line, "")])
    return Found(name, passage, (passage.text.find(head[0]), len(passage.text))) if name else None
