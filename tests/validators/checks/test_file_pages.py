"""The table of ``file_pages``."""

import pytest

from tests.validators.cases import Row, answer, broken, case, license_, sent, whole_case
from validators.checks.file_pages import CHECK

ROWS = (
    Row("at the limit", case(sent(license_(), page_count=30)), "ok"),
    Row("above", case(sent(license_(), page_count=31)), "file.too_many_pages"),
    Row("the policy's limit", case(sent(license_(), page_count=3)), "file.too_many_pages", limits={"max_pages": 2}),
    Row("too many to be read", case(broken("too_many_pages")), "file.too_many_pages"),
    Row(
        "a contract beside all that is asked for",
        case(*whole_case().files, broken("too_many_pages")),
        "file.too_many_pages/extra",
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_file_pages(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
