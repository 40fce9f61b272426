"""The table of ``card_sides_agree``."""

import pytest

from tests.validators.cases import NOTHING_TOLD, Row, answer, back, case, front, sent
from validators.checks.card_sides_agree import CHECK

ROWS = (
    Row("issued where registered", case(sent(front(), back(), slot="legal_rep_id")), "ok"),
    Row("a piece of an address", case(sent(front(address="路288号仅供办"), back(), slot="legal_rep_id")), "n/a"),
    Row("no back", case(sent(front(), slot="legal_rep_id")), "n/a"),
    Row(
        "issued elsewhere",
        case(sent(front(), back(authority="远海市公安局港前分局"), slot="legal_rep_id")),
        "field.inconsistent/card_sides",
    ),
    Row(
        "county police",
        case(sent(front(address="样例省云上县一号"), back(authority="云上县公安局"), slot="legal_rep_id")),
        "ok",
    ),
    Row(
        "sides in two files, one card in all",
        case(sent(front(), name="1.jpg"), sent(back(authority="远海市公安局"), name="2.jpg"), declared=NOTHING_TOLD),
        "field.inconsistent/card_sides",
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_card_sides_agree(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
