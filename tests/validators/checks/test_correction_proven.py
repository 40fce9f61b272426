"""The table of ``correction_proven``."""

import pytest

from extractors.evidence import DocumentType
from tests.validators.cases import STRANGER, WORKER, Row, answer, case, front, page, paper, sent, told
from validators.case import CaseFile
from validators.checks.correction_proven import CHECK

NAME, NUMBER = (
    told(corrected_item="姓名", new_value=WORKER.name),
    told(corrected_item="身份证号", new_value=WORKER.number),
)
POLICE = sent(paper("police_certificate"))


def printed(type_: DocumentType, text: str) -> CaseFile:
    """A paper of which the second change alone was read, and on which a line says both."""
    shown = page(1, 1600, 2200, text)
    line = shown.lines[0].model_copy(update={"quad": ((0.1, 0.4), (0.9, 0.4), (0.9, 0.43), (0.1, 0.43))})
    return sent(paper(type_, new_value="1995-01-12", id_number=None), shown=(shown.model_copy(update={"lines": (line,)}),))


ROWS = (
    Row("no paper", case(declared=NAME), "n/a"),
    Row("nothing to correct to", case(POLICE, declared=told()), "n/a"),
    Row("on the police's paper", case(POLICE, declared=NAME), "ok"),
    Row("in the register", case(sent(paper("household_register")), declared=NAME), "ok"),
    Row("as the card has it", case(sent(front(WORKER)), POLICE, declared=told(corrected_item="姓名")), "ok"),
    Row("another name", case(sent(paper("police_certificate", new_value="周大川")), declared=NAME), "field.unproven_change"),
    Row(
        "one character off",
        case(sent(paper("police_certificate", new_value="李思汉")), declared=NAME),
        "field.unproven_change?",
    ),
    Row("not read", case(sent(paper("police_certificate", new_value=None)), declared=NAME), "field.unproven_change?"),
    Row(
        "another number",
        case(sent(paper("household_register", id_number=STRANGER.number)), declared=NUMBER),
        "field.unproven_change",
    ),
    Row(
        "a number one digit off",
        case(sent(paper("household_register", id_number="320199199501120088")), declared=NUMBER),
        "field.unproven_change?",
    ),
    Row(
        "another birthday",
        case(
            sent(paper("household_register", birth="1996-01-12")),
            declared=told(corrected_item="出生日期", new_value="1995-01-12"),
        ),
        "field.unproven_change",
    ),
    Row(
        "the second of two changes",
        case(printed("police_certificate", f"已更正为{WORKER.number}，出生日期更正为1995年1月12日。"), declared=NUMBER),
        "ok",
    ),
    Row(
        "the second is another's",
        case(printed("police_certificate", f"已更正为{STRANGER.number}，出生日期更正为1995年1月12日。"), declared=NUMBER),
        "field.unproven_change?",
    ),
    Row("nobody says what", case(sent(paper("household_register")), declared=told(new_value="某某")), "field.unproven_change?"),
    Row(
        "nobody says what, but it is there", case(sent(paper("household_register")), declared=told(new_value=WORKER.name)), "ok"
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_correction_proven(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
