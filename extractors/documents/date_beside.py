"""A date that stands beside its label on the page though not in its row: a label on two lines shares no row with its value."""

from collections.abc import Sequence

from extractors.documents.body import Found, found_date
from extractors.evidence import Box
from extractors.text.dates import parse_date
from extractors.text.fold import fold
from extractors.text.passage import compose
from extractors.text.rows import Row


def date_beside(rows: Sequence[Row], label: Found) -> Found | None:
    """The date to the right of a label that its own row leaves empty: nothing else between the two, and no label of its own."""
    place = label.passage.box(label.span) if label.state == "blank" else None
    if place is None:
        return None
    lines = [item.line for row in rows for item in row.placed if _right_of(place, item.line.box)]
    nearest = min(lines, key=lambda line: line.box[0], default=None)
    reading = parse_date(nearest.text) if nearest else None
    if nearest is None or reading is None or reading.state != "read" or reading.raw.strip() != fold(nearest.text).strip():
        return None
    return found_date(reading, compose([(nearest, "")])).doubted("elsewhere")


def _right_of(place: Box, other: Box) -> bool:
    """Whether a line stands to the right of a place, half its height at least level with it."""
    level = min(place[3], other[3]) - max(place[1], other[1])
    return other[0] >= place[2] and level >= (other[3] - other[1]) / 2
