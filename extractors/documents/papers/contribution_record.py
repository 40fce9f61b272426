"""参保证明, 权益记录单: where, through whom and from when to when a person paid contributions (DOMAIN 4)."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from extractors.documents.body import Found
from extractors.documents.kinds.times import months
from extractors.documents.office_places import with_region
from extractors.documents.titled_paper import Reading, TitledPaper

_MONTHS: Final = re.compile(r"(?:19|20)\d{2}[-./年]?\d{1,2}月?(?:[-~至—](?:19|20)\d{2}[-./年]?\d{1,2}月?)?")
_LEAST_ROWS: Final = 2
_FIRST_CELLS: Final = 3


def _finished(reading: Reading) -> Mapping[str, Found]:
    """With the first and the last of the months that rows of payments begin with, where no words say them, and the region."""
    fields = with_region(reading.fields)
    paid = list(_paid_months(reading))
    if len(paid) < _LEAST_ROWS or any(name in fields and fields[name].value for name in ("first_month", "last_month")):
        return fields
    first, last = min(paid, key=lambda one: one.value), max(paid, key=lambda one: one.value)
    return {**fields, "first_month": first.doubted("elsewhere"), "last_month": last.doubted("elsewhere")}


def _paid_months(reading: Reading) -> Iterator[Found]:
    """The month that is a cell of its own among the first of its row; both ends of a term in one."""
    for row in reading.part.rows:
        for cell in list(re.finditer(r"[^\s]+", row.passage.text))[:_FIRST_CELLS]:
            if _MONTHS.fullmatch(cell[0]):
                yield from months(row.passage, cell.span())


READER: Final = TitledPaper(
    type="contribution_record",
    finish=_finished,
)
