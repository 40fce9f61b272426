"""The table of ``seal_placed``."""

import pytest

from tests.validators.cases import Row, answer, case, certificate, sent
from tests.validators.marks import marked, seal
from validators.checks.seal_placed import CHECK

FAR = seal(box=(0.4, 0.8, 0.6, 0.94))

ROWS = (
    Row("on the name and the date", case(sent(marked(certificate(), seal()))), "ok"),
    Row("no seal", case(sent(marked(certificate()))), "n/a"),
    Row("far away", case(sent(marked(certificate(), FAR))), "seal.misplaced"),
    Row("a second one far away", case(sent(marked(certificate(), FAR, seal()))), "ok"),
    Row("neither name nor date was read", case(sent(marked(certificate(employer_name=None, issue_date=None), FAR))), "n/a"),
    Row("electronic", case(sent(marked(certificate(), seal(kind="electronic", box=(0.4, 0.8, 0.6, 0.9))))), "n/a"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_seal_placed(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
