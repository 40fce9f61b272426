"""The table of ``card_term``."""

import pytest

from tests.validators.cases import AGENT, REP, Row, answer, back, case, front, sent, told, with_traits
from validators.checks.card_term import CHECK

ROWS = (
    Row("20 years at 32", case(sent(front(), back(), slot="legal_rep_id")), "ok"),
    Row("no card", case(), "n/a"),
    Row(
        "expired anyway",
        case(sent(front(), back(valid_from="2010-05-01", valid_until="2022-05-01"), slot="legal_rep_id")),
        "n/a",
    ),
    Row("12 years", case(sent(front(), back(valid_until="2034-05-01"), slot="legal_rep_id")), "field.inconsistent/card_term"),
    Row(
        "10 years at 32",
        case(sent(front(), back(valid_until="2032-05-01"), slot="legal_rep_id")),
        "field.inconsistent/card_term",
    ),
    Row(
        "10 years at 25",
        case(sent(front(), back(valid_from="2016-03-06", valid_until="2026-03-06"), slot="legal_rep_id")),
        "ok",
    ),
    Row("for ever at 32", case(sent(front(), back(valid_until="长期"), slot="legal_rep_id")), "field.inconsistent/card_term"),
    Row(
        "for ever at 46",
        case(sent(front(birth="1970-01-01", id_number=None), back(valid_until="长期"), slot="legal_rep_id")),
        "ok",
    ),
    Row(
        "issued on 29 February",
        case(sent(front(), back(valid_from="2020-02-29", valid_until="2040-02-28"), slot="legal_rep_id")),
        "ok",
    ),
    Row(
        "a day off",
        case(sent(front(), back(valid_from="2020-03-01", valid_until="2040-02-29"), slot="legal_rep_id")),
        "ok",
    ),
    Row(
        "sides that may belong to two cards",
        case(
            sent(front(REP), name="1.jpg"),
            sent(front(AGENT), name="2.jpg"),
            sent(back(), name="3.jpg"),
            sent(back(valid_until="2032-05-01"), name="4.jpg"),
            declared=told("agent"),
        ),
        "ok",
    ),
    Row(
        "temporary, fresh",
        case(sent(with_traits(front(valid_from="2024-05-01"), "temporary_card"), slot="legal_rep_id")),
        "ok",
    ),
    Row(
        "temporary, stale",
        case(sent(with_traits(front(valid_from="2024-01-01"), "temporary_card"), slot="legal_rep_id")),
        "field.inconsistent/card_term",
    ),
    Row(
        "temporary, expired as it says",
        case(
            sent(
                with_traits(front(valid_from="2024-01-01", valid_until="2024-04-01"), "temporary_card"),
                slot="legal_rep_id",
            )
        ),
        "n/a",
    ),
    Row(
        "temporary, undated",
        case(sent(with_traits(front(), "temporary_card"), slot="legal_rep_id")),
        "field.inconsistent/card_term?",
    ),
    Row(
        "residence permit",
        case(sent(with_traits(front(), "residence_permit"), back(valid_until="2023-05-02"), slot="legal_rep_id")),
        "n/a",
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_card_term(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
