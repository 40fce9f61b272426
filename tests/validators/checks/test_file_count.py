"""The table of ``file_count``."""

import pytest

from tests.validators.cases import Row, answer, case, front, license_, sent, whole_case
from validators.checks.file_count import CHECK

ROWS = (
    Row("few", case(sent(license_())), "ok"),
    Row("too many", case(sent(license_()), sent(front())), "file.too_many_files", limits={"max_files": 1}),
    Row("as many as are taken", whole_case(), "ok", limits={"max_files": 3}),
    Row("too many, and nothing is lacking", whole_case(), "file.too_many_files/extra", limits={"max_files": 1}),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_file_count(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
