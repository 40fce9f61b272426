"""The table of ``file_problems``."""

import pytest

from tests.validators.cases import Row, answer, broken, case, license_, sent
from validators.checks.file_problems import CHECK

ROWS = (
    Row("opens", case(sent(license_())), "ok"),
    Row("no file", case(), "n/a"),
    Row("empty", case(broken("empty")), "file.empty"),
    Row("damaged", case(broken("corrupt")), "file.corrupt"),
    Row("one page damaged", case(broken("corrupt", page_=2)), "file.corrupt/page"),
    Row("password", case(broken("encrypted")), "file.encrypted"),
    Row("too many pixels", case(broken("pixel_bomb")), "file.pixel_bomb"),
    Row("script inside", case(broken("active_content")), "file.active_content"),
    Row("text without its font", case(broken("font_missing", page_=1)), "file.font_missing"),
    Row("failed in our hands", case(broken("unreadable")), "file.corrupt/unreadable"),
    Row("judged elsewhere", case(broken("too_large")), "ok"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_file_problems(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
