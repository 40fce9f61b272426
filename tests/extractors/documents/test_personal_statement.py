"""What people declare themselves: statements and accounts, in sentences, items and lines."""

import pytest

from extractors.documents.papers.personal_statement import READER
from tests.extractors.documents.asking import ID, kind, only, read, titled
from tests.extractors.documents.lines import sheet

TITLES = titled(
    "个人声明 个人声明书 声明书 情况说明 情况说明书 个人情况说明 关于本人从未就业的情况说明 个_人_声_明 情况说朋 個人聲明"
)
STATEMENT = (
    f"本人王芳，身份证号码：{ID}，现就本人社会保险重复参保情况作如下说明：",
    "本人自愿保留样例市的社会保险账户，注销其他账户。",
    "以上情况属实，如有虚假，本人愿承担一切法律责任。",
    "> 声明人：王芳",
    "> 2024年6月3日",
)
WHOLE = {"name": "王芳", "id_number": ID, "subject": "本人社会保险重复参保", "issue_date": "2024-06-03"}


@pytest.mark.parametrize("title", TITLES)
def test_its_titles_are_recognised(title: str) -> None:
    assert kind(f"# {title}", *STATEMENT) == "personal_statement"


def test_without_a_title_it_is_known_by_what_it_says_though_less_surely() -> None:
    assert 0.5 < only(READER, *STATEMENT).confidence < 0.8


def test_a_statement_is_read() -> None:
    assert read(READER, "# 个人声明", *STATEMENT) == WHOLE


def test_items_are_read() -> None:
    found = read(
        READER,
        "# 声明书",
        "声明人：王芳",
        f"身份证号码：{ID}",
        "本人郑重声明如下：",
        "一、本人从未与任何单位建立劳动关系。",
        "二、本人提供的材料真实有效。",
        "> 声明人（签字）：",
        "> 2024年6月3日",
    )
    assert found == {**WHOLE, "subject": "本人从未与任何单位建立劳动关系"}


def test_a_heading_tells_what_it_is_about() -> None:
    found = read(READER, "# 关于选择养老保险保留地的情况说明", f"我是王芳，身份证号码{ID}。", "说明如下。", "> 2024年6月3日")
    assert found == {**WHOLE, "subject": "选择养老保险保留地"}


def test_the_subject_may_stand_below_its_label() -> None:
    rows = ("声明人姓名：王芳", f"身份证号码：{ID}", "说明事项：", "选择保留样例市的养老保险账户并注销其他账户")
    found = read(
        READER, "# 声明书", *rows, "本人声明以上情况属实，如有虚假，愿承担一切法律责任。", "> 声明人：王芳", "> 2024年6月3日"
    )
    assert found == {**WHOLE, "subject": "选择保留样例市的养老保险账户并注销其他账户"}


@pytest.mark.parametrize("row", ["说明事项：    日期：", "说明事项："])
def test_the_declaration_is_not_its_subject(row: str) -> None:
    found = read(READER, "# 声明书", "声明人姓名：王芳", row, "本人自愿声明以上情况属实。", "> 声明人：王芳")
    assert "以上情况属实" not in found.get("subject", "")


@pytest.mark.parametrize(
    "rows",
    [
        ("# 个人声明", "请假一天。"),
        ("# 情况说明", "样例科技有限公司现就王芳离职情况说明如下。我公司已为其办理手续。"),
        ("# 关于用工关系处理情况的说明", "清算组现就用工关系说明如下：本人负责。"),
        ("# 遗失声明", "本人身份证遗失，声明作废。"),
        ("# 承诺书", "本人承诺遵守规定。"),
    ],
)
def test_what_is_none(rows: tuple[str, ...]) -> None:
    assert READER.find(sheet(*rows)) == ()
