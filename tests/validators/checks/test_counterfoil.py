"""The table of ``counterfoil``."""

import pytest

from tests.validators.cases import Row, answer, case, certificate, sent, with_traits
from validators.checks.counterfoil import CHECK

ROWS = (
    Row("worker's copy", case(sent(certificate())), "ok"),
    Row("none", case(), "n/a"),
    Row("stub alone", case(sent(with_traits(certificate(), "counterfoil"))), "doc.counterfoil"),
    Row("both on one page", case(sent(with_traits(certificate(), "counterfoil"), certificate())), "ok"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_counterfoil(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
