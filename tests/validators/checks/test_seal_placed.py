"""The table of ``seal_placed``."""

import pytest

from tests.validators.cases import FIRM, Row, answer, case, certificate, page, sent
from tests.validators.marks import marked, seal
from validators.case import CaseFile
from validators.checks.seal_placed import CHECK

FAR = seal(box=(0.4, 0.8, 0.6, 0.94))


def printed(text: str) -> CaseFile:
    """A certificate with a line of print under the seal, far from where its name was read."""
    shown = page()
    line = shown.lines[0] if shown.lines else page(1, 1600, 2200, text).lines[0]
    left, top, right, bottom = 0.42, 0.85, 0.58, 0.87
    quad = ((left, top), (right, top), (right, bottom), (left, bottom))
    line = line.model_copy(update={"text": text, "quad": quad})
    return sent(marked(certificate(), FAR), shown=(shown.model_copy(update={"lines": (line,)}),))


ROWS = (
    Row("on the name and the date", case(sent(marked(certificate(), seal()))), "ok"),
    Row("no seal", case(sent(marked(certificate()))), "n/a"),
    Row("far away", case(sent(marked(certificate(), FAR))), "seal.misplaced"),
    Row("far from the letterhead, on the name at the foot", case(printed(f"{FIRM[:3]}山{FIRM[4:]}")), "ok"),
    Row("on the words that ask for it", case(printed("单位（公章）：")), "ok"),
    Row("on other words", case(printed("本证明一式两份，双方各执一份")), "seal.misplaced"),
    Row("a second one far away", case(sent(marked(certificate(), FAR, seal()))), "ok"),
    Row("neither name nor date was read", case(sent(marked(certificate(employer_name=None, issue_date=None), FAR))), "n/a"),
    Row("electronic", case(sent(marked(certificate(), seal(kind="electronic", box=(0.4, 0.8, 0.6, 0.9))))), "n/a"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_seal_placed(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
