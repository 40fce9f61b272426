"""The table of ``seal_use``."""

import pytest

from tests.validators.cases import FIRM, Row, answer, case, certificate, sent
from tests.validators.marks import marked, seal
from validators.case import Case
from validators.checks.seal_use import CHECK


def stamped(text: str = FIRM, **changes: object) -> Case:
    return case(sent(marked(certificate(), seal(text, **changes))))


ROWS = (
    Row("the firm's own", stamped(), "ok"),
    Row("no seal", case(sent(marked(certificate()))), "n/a"),
    Row("finance", stamped(center_text="财务专用章"), "seal.wrong_kind"),
    Row("invoices", stamped(kind="oval", center_text="91110105PDY00001XG发票专用章"), "seal.wrong_kind"),
    Row(
        "invoices, known by shape and number",
        stamped(kind="oval", center_text="发景专", code="91110105PDY00001XG", code_confidence=0.9),
        "seal.wrong_kind",
    ),
    Row("oval, with a seal's number", stamped(kind="oval", code="1101050000011", code_confidence=0.9), "ok"),
    Row("contracts, hardly read", stamped(center_text="合同专用章", center_confidence=0.6), "seal.wrong_kind"),
    Row("personnel", stamped(center_text="人事专用章"), "seal.wrong_kind/personnel"),
    Row("labour contracts", stamped(center_text="劳动合同专用章"), "seal.wrong_kind/personnel"),
    Row("labour contracts, worn", stamped(center_text="动合同专用"), "seal.wrong_kind/personnel"),
    Row("on the ring", stamped(text=f"{FIRM}财务专用章"), "seal.wrong_kind"),
    Row("personnel, on the ring", stamped(text=f"{FIRM}人力资源部"), "seal.wrong_kind/personnel"),
    Row("a firm that deals in people", stamped(text="样例市晨光人力资源服务有限公司"), "ok"),
    Row("a firm that deals in finance", stamped(text="样例市晨光财务咨询有限公司"), "ok"),
    Row(
        "the firm's own beside finance",
        case(sent(marked(certificate(), seal(center_text="财务专用章"), seal()))),
        "ok",
    ),
    Row("an office's, for its business", stamped("样例市社会保险事业管理中心", center_text="业务专用章"), "seal.wrong_kind?"),
    Row("for business, the ring unread", stamped("", text_confidence=0.0, center_text="业务专用章"), "seal.wrong_kind?"),
    Row("the firm's own for business", stamped(center_text="业务专用章"), "seal.wrong_kind"),
    Row("electronic", stamped(kind="electronic", center_text="合同专用章"), "n/a"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_seal_use(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
