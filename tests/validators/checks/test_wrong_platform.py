"""The table of ``wrong_platform``."""

import pytest

from tests.validators.cases import Row, answer, case, told
from validators.checks.wrong_platform import CHECK

OTHERS = {"elsewhere": (("建筑工人", "全国建筑工人管理服务信息平台"),)}
ROWS = (
    Row("nothing told", case(), "n/a", OTHERS),
    Row("this one", case(declared=told(platform="云上市人社网上大厅")), "ok", OTHERS),
    Row(
        "the builders' platform",
        case(declared=told(platform="全国建筑工人管理服务信息平台")),
        "scenario.wrong_platform",
        OTHERS,
    ),
    Row(
        "by the reason",
        case(declared=told(reason="其他", reason_detail="在建筑工人平台登记的")),
        "scenario.wrong_platform?",
        OTHERS,
    ),
    Row("an office that keeps it", case(declared=told(platform="全国建筑工人管理服务信息平台")), "ok"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_wrong_platform(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
