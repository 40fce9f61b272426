"""The table of ``file_format``."""

import pytest

from tests.validators.cases import Row, answer, broken, case, license_, sent
from validators.checks.file_format import CHECK

ROWS = (
    Row("taken", case(sent(license_(), format="png")), "ok"),
    Row("iPhone", case(sent(license_(), format="heic")), "ok"),
    Row("read, not taken", case(sent(license_(), format="webp")), "file.unsupported_format"),
    Row("taken here", case(sent(license_(), format="webp")), "ok", limits={"formats": ["webp"]}),
    Row("no format of ours", case(broken("unsupported")), "file.unsupported_format"),
    Row("empty", case(broken("empty")), "n/a"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_file_format(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
