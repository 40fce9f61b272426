"""The table of ``reason_conflict``."""

import pytest

from tests.validators.cases import NOTHING_TOLD, Row, answer, case, certificate, sent, told
from validators.checks.reason_conflict import CHECK

ROWS = (
    Row("fits", case(sent(certificate())), "ok"),
    Row("none typed", case(sent(certificate()), declared=NOTHING_TOLD), "n/a"),
    Row("none stated", case(sent(certificate(reason=None))), "n/a"),
    Row("retired, not left", case(sent(certificate(reason="达到法定退休年龄"))), "scenario.reason_conflict"),
    Row(
        "left, not closed",
        case(sent(certificate()), declared=told(reason="单位注销")),
        "scenario.reason_conflict scenario.reason_conflict/no_notice",
    ),
    Row("a list to be ticked", case(sent(certificate(reason="协商一致解除达到退休年龄合同期满"))), "n/a"),
    Row("closed, no notice", case(declared=told(reason="单位注销")), "scenario.reason_conflict/no_notice"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_reason_conflict(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
