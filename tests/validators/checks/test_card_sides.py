"""The table of ``card_sides``."""

import pytest

from tests.validators.cases import (
    AGENT,
    ASKED_OF_WORKER,
    NOTHING_TOLD,
    WORKER,
    Row,
    answer,
    back,
    case,
    front,
    license_,
    sent,
    told,
    unknown,
    with_traits,
)
from validators.check import CannotTell, Finds
from validators.checks.card_sides import CHECK

ROWS = (
    Row("both in one file", case(sent(front(), back(), slot="legal_rep_id")), "ok"),
    Row("in two files", case(sent(front(), name="1.jpg"), sent(back(), name="2.jpg"), declared=NOTHING_TOLD), "ok"),
    Row("no card at all", case(sent(license_())), "n/a"),
    Row("front only", case(sent(front(), slot="legal_rep_id")), "doc.side_missing"),
    Row("back only", case(sent(back(), slot="legal_rep_id")), "doc.side_missing"),
    Row(
        "front twice",
        case(sent(front(), slot="legal_rep_id", name="1.jpg"), sent(front(), slot="legal_rep_id", name="2.jpg")),
        "doc.side_missing",
    ),
    Row(
        "two people, two sides each",
        case(sent(front(), back(), slot="legal_rep_id"), sent(front(AGENT), back(), slot="agent_id"), declared=told("agent")),
        "ok",
    ),
    Row(
        "agent's back lacking",
        case(sent(front(), back(), slot="legal_rep_id"), sent(front(AGENT), slot="agent_id"), declared=told("agent")),
        "doc.side_missing",
    ),
    Row(
        "one back for two people",
        case(sent(front(), name="1.jpg"), sent(front(AGENT), name="2.jpg"), sent(back(), name="3.jpg"), declared=told("agent")),
        "doc.side_missing?",
    ),
    Row(
        "the other side was not recognised", case(sent(front(), unknown(2), slot="legal_rep_id", pages=2)), "doc.side_missing?"
    ),
    Row("temporary card", case(sent(with_traits(front(), "temporary_card"), slot="legal_rep_id")), "ok"),
    Row("residence permit", case(sent(with_traits(front(), "residence_permit"), slot="legal_rep_id")), "doc.side_missing?"),
    Row(
        "residence permit that says everything on one side",
        case(sent(with_traits(front(valid_until="2027-05-01"), "residence_permit"), slot="legal_rep_id")),
        "ok",
    ),
    *(
        Row(f"one side of a {kind}", case(sent(with_traits(front(), kind), slot="legal_rep_id")), "ok")
        for kind in ("foreigner_card", "hk_macao_permit", "taiwan_permit", "passport", "service_card")
    ),
    Row(
        "both sides of a permit",
        case(sent(with_traits(front(), "hk_macao_permit"), with_traits(back(), "hk_macao_permit"), slot="legal_rep_id")),
        "ok",
    ),
    Row(
        "the other side of a permit only",
        case(sent(with_traits(back(), "hk_macao_permit"), slot="legal_rep_id")),
        "doc.side_missing?",
    ),
    Row("worker's own card", case(sent(front(WORKER), slot="id_card")), "doc.side_missing", asked=ASKED_OF_WORKER),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_card_sides(row: Row) -> None:
    assert answer(CHECK, row) == row.answer


def test_a_permit_is_never_said_to_lack_the_portrait_side_of_an_id_card() -> None:
    row = Row("", case(sent(with_traits(back(), "taiwan_permit"), slot="legal_rep_id")), "")
    said = [outcome.words["side"] for outcome in row.bound(CHECK).judge(row.case) if isinstance(outcome, CannotTell)]
    assert said == ["有姓名和照片的一面"]
    lacking = Row("", case(sent(back(), slot="legal_rep_id")), "")
    assert [one.words["side"] for one in lacking.bound(CHECK).judge(lacking.case) if isinstance(one, Finds)] == ["人像面"]
