"""The table of ``typed_separation``."""

import pytest

from tests.validators.cases import Row, answer, case, certificate, sent, told
from validators.checks.typed_separation import CHECK

ROWS = (
    Row("same", case(sent(certificate())), "ok"),
    Row("another day", case(sent(certificate(separation_date="2024-05-30"))), "match.separation_date"),
    Row("one of two certificates agrees", case(sent(certificate(), certificate(separation_date="2024-05-30"))), "ok"),
    Row("not typed", case(sent(certificate()), declared=told(separation_date="")), "n/a"),
    Row("not read", case(sent(certificate(separation_date=None))), "n/a"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_typed_separation(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
