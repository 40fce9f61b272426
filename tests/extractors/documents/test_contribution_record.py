"""Records of contributions: a letter, a table of periods, and one row a month."""

import pytest

from extractors.documents.papers.contribution_record import READER
from tests.extractors.documents.asking import ID, kind, only, read, titled
from tests.extractors.documents.lines import sheet
from validators.doubts import certainty_of

TITLES = titled(
    "参保证明 社会保险参保证明 社会保险个人参保证明 社会保险个人权益记录单 个人权益记录单 缴费证明 "
    "参保缴费凭证 北京市社会保险个人权益记录 参_保_证_明 社会保睑参保证明 社会保险个人权益纪录单 "
    "社會保險參保證明"
)
LETTER = (
    f"兹证明参保人王芳（社会保障号码：{ID}）通过样例科技有限公司参加社会保险，",
    "缴费起止时间为2021年3月至2024年5月，累计缴费月数39个月，参保状态：正常缴费。",
    "特此证明。",
    "> 云上市山前区社会保险基金管理中心",
    "> 2024年6月5日",
)
WHOLE = {
    "name": "王芳",
    "id_number": ID,
    "employer_name": "样例科技有限公司",
    "region": "云上市山前区",
    "first_month": "2021-03",
    "last_month": "2024-05",
    "status": "正常缴费",
    "issue_date": "2024-06-05",
    "authority": "云上市山前区社会保险基金管理中心",
}


@pytest.mark.parametrize("title", TITLES)
def test_its_titles_are_recognised(title: str) -> None:
    assert kind(f"# {title}", *LETTER) == "contribution_record"


def test_without_a_title_it_is_known_by_what_it_says_though_less_surely() -> None:
    assert 0.5 < only(READER, *LETTER).confidence < 0.8


def test_a_letter_is_read() -> None:
    assert read(READER, "# 社会保险参保证明", *LETTER) == WHOLE


def test_a_table_of_periods_is_read() -> None:
    found = read(
        READER,
        "# 社会保险个人权益记录单",
        f"姓名 | 王芳 | 社会保障号码 | {ID}",
        "单位名称 | 样例科技有限公司",
        "参保地 | 云上市山前区 | 缴费状态 | 正常缴费",
        "险种 | 起止年月 | 缴费月数",
        "养老保险 | 202103-202405 | 39",
        "经办机构（盖章）：云上市山前区社会保险基金管理中心",
        "打印日期：2024-06-05",
    )
    assert found == WHOLE


def test_months_of_payment_are_read_unsurely() -> None:
    document = only(
        READER,
        "# 社会保险缴费证明",
        f"姓名：王芳    身份证号：{ID}",
        "养老保险 缴费年月 | 缴费基数 | 个人缴费",
        "202311 | 5000.00 | 400.00",
        "202312 | 5000.00 | 400.00",
        "202401 | 5200.00 | 416.00",
        "打印日期：2024-06-05",
    )
    first, last = document.fields["first_month"], document.fields["last_month"]
    assert (first.value, last.value) == ("2023-11", "2024-01")
    assert certainty_of(first) < 0.9


@pytest.mark.parametrize(
    "rows",
    [
        ("# 参保证明", "请假一天。"),
        ("# 收入证明", "兹证明王芳月收入八千元，社会保险正常缴费。"),
        ("# 停保证明", *LETTER),
        ("姓名 王芳 养老保险 缴费基数 5000", "身份证号 1 应发工资 8000 参保人员"),
    ],
)
def test_what_is_none(rows: tuple[str, ...]) -> None:
    assert READER.find(sheet(*rows)) == ()
