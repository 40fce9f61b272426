"""The table of ``resolution``."""

import pytest

from tests.validators.cases import Row, answer, case, front, in_box, license_, page, sent
from validators.checks.resolution import CHECK

ROWS = (
    Row("enough", case(sent(license_(), shown=(page(1, 900, 1200),))), "ok"),
    Row("too few", case(sent(license_(), shown=(page(1, 799, 1200),))), "file.low_resolution"),
    Row("digital original", case(sent(license_(), shown=(page(1, 300, 400, "营业执照", digital=True),))), "n/a"),
    Row("a card may be small", case(sent(front(), shown=(page(1, 640, 400),))), "ok"),
    Row("smaller than a card", case(sent(front(), shown=(page(1, 500, 320),))), "file.low_resolution"),
    Row("card on a page", case(sent(in_box(front(), (0.2, 0.2, 0.6, 0.4)), shown=(page(),))), "ok"),
    Row("tiny card on a page", case(sent(in_box(front(), (0.2, 0.2, 0.35, 0.25)), shown=(page(),))), "file.low_resolution"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_resolution(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
