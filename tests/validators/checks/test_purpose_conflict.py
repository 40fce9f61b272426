"""The table of ``purpose_conflict``."""

import pytest

from tests.validators.cases import Row, answer, case, license_, page, sent, whole_case
from validators.case import CaseFile
from validators.checks.purpose_conflict import CHECK


def with_mark(text: str) -> CaseFile:
    """A licence with a mark across it."""
    return sent(license_(), shown=(page(1, 1600, 2200, "营业执照", text),))


ROWS = (
    Row("no mark", whole_case(), "ok"),
    Row("nothing to bear one", case(), "n/a"),
    Row("for this service", case(with_mark("仅供办理用工备案撤销使用,再次复印无效")), "ok"),
    Row("in general words", case(with_mark("仅供办理业务使用")), "ok"),
    Row("for a loan", case(with_mark("仅供申请贷款使用")), "doc.purpose_conflict"),
    Row("for a tender, letter-spaced", case(with_mark("仅 用 于 投 标 报 名")), "doc.purpose_conflict"),
    Row("for a loan and for this", case(with_mark("仅供贷款及就业登记使用")), "ok"),
    Row("over", case(with_mark("仅供就业登记使用,有效期至2023年12月31日")), "doc.purpose_conflict/expired"),
    Row("not over", case(with_mark("仅供就业登记使用,有效期至2024年12月31日")), "ok"),
    Row("a day that no calendar has", case(with_mark("仅供就业登记使用,有效期至2023年2月31日")), "ok"),
    Row("the scope of business", case(with_mark("经营范围:银行贷款咨询服务;仅限分支机构经营")), "ok"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_purpose_conflict(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
