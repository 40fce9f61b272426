"""The table of ``resolution``."""

import pytest

from tests.validators.cases import Row, answer, case, front, in_box, license_, page, reading, sent, unknown, whole_case
from validators.checks.resolution import CHECK

UNSURE_LICENCE = license_(name=reading("杭州云杉科技有限公司", 0.7))
UNSURE_CARD = front(name=reading("陈一鸣", 0.7))

ROWS = (
    Row("enough", case(sent(license_(), shown=(page(1, 900, 1200),))), "ok"),
    Row("too few", case(sent(UNSURE_LICENCE, shown=(page(1, 799, 1200),))), "file.low_resolution"),
    Row("few, and all was read for sure", case(sent(license_(), shown=(page(1, 799, 1200),))), "ok"),
    Row("few, and nobody knows the paper", case(sent(unknown(), shown=(page(1, 799, 1200),))), "file.low_resolution"),
    Row(
        "few, and nothing needs it",
        case(*whole_case().files, sent(unknown(), shown=(page(1, 799, 1200),))),
        "file.low_resolution/extra",
    ),
    Row("digital original", case(sent(license_(), shown=(page(1, 300, 400, "营业执照", digital=True),))), "n/a"),
    Row("a card may be small", case(sent(front(), shown=(page(1, 640, 400),))), "ok"),
    Row("smaller than a card", case(sent(UNSURE_CARD, shown=(page(1, 500, 320),))), "file.low_resolution"),
    Row("card on a page", case(sent(in_box(front(), (0.2, 0.2, 0.6, 0.4)), shown=(page(),))), "ok"),
    Row(
        "card copied onto A4 at 150 dpi",
        case(sent(in_box(UNSURE_CARD, (0.2, 0.2, 0.433, 0.3)), shown=(page(1, 1240, 1754),))),
        "ok",
    ),
    Row("tiny card on a page", case(sent(in_box(UNSURE_CARD, (0.2, 0.2, 0.35, 0.25)), shown=(page(),))), "file.low_resolution"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_resolution(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
