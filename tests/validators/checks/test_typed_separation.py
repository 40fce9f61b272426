"""The table of ``typed_separation``."""

from typing import Final

import pytest

from tests.validators.cases import Row, answer, case, certificate, reading, sent, told
from validators.checks.typed_separation import CHECK

DIFFERS: Final = "match.separation_date"
ROWS = (
    Row("same", case(sent(certificate())), "ok"),
    Row("another day", case(sent(certificate(separation_date="2024-05-30"))), "match.separation_date"),
    Row(
        "one digit, which looks like the other",
        case(sent(certificate(separation_date="2024-05-18")), declared=told(separation_date="2024-05-13")),
        "match.separation_date?",
    ),
    Row("another month and day, badly read", case(sent(certificate(separation_date=reading("2023-11-02", 0.6)))), DIFFERS),
    Row("one of two certificates agrees", case(sent(certificate(), certificate(separation_date="2024-05-30"))), "ok"),
    Row("not typed", case(sent(certificate()), declared=told(separation_date="")), "n/a"),
    Row("not read", case(sent(certificate(separation_date=None))), "n/a"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_typed_separation(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
