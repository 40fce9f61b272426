"""The table of ``registered_elsewhere``."""

import pytest

from tests.validators.cases import Row, answer, case, paper, sent, told
from validators.checks.registered_elsewhere import CHECK

HERE = {"places": ("云上市",)}
PROOF = sent(paper("registration_proof"))
AWAY = sent(paper("registration_proof", region="远山省远山市", authority="远山市公共就业服务中心"))
ROWS = (
    Row("any place is ours", case(PROOF), "n/a"),
    Row("here", case(PROOF), "ok", HERE),
    Row("typed here", case(declared=told(registered_in="样例省云上市")), "ok", HERE),
    Row("typed elsewhere", case(declared=told(registered_in="远山市")), "scenario.wrong_region", HERE),
    Row("proof of elsewhere", case(AWAY), "scenario.wrong_region", HERE),
    Row(
        "proof of elsewhere, by the region alone",
        case(sent(paper("registration_proof", region="远山市", authority=None))),
        "scenario.wrong_region?",
        HERE,
    ),
    Row("the authority is here", case(sent(paper("registration_proof", region="远山区"))), "ok", HERE),
    Row("a proof without places", case(sent(paper("registration_proof", region=None, authority=None))), "ok", HERE),
    Row(
        "by the reason", case(declared=told(reason="其他", reason_detail="登记在外地，想跨地区撤销")), "scenario.wrong_region?"
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_registered_elsewhere(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
