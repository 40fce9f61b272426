"""Names are told from the words around them."""

import pytest

from extractors.text.names import read_organisation, read_person


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("张三", "张三"),
        ("李 小 明", "李小明"),
        ("王芳女士", "王芳"),
        ("赵强同志", "赵强"),
        ("欧阳娜娜", "欧阳娜娜"),
        ("阿依古丽·买买提", "阿依古丽·买买提"),
        ("阿依古丽．买买提", "阿依古丽·买买提"),
        ("买买提艾力", "买买提艾力"),
        ("王□明", "王□明"),
        ("John Smith", "John Smith"),
        ("____李四____", "李四"),
        ("SMITH，JOHN DAVID", "SMITH, JOHN DAVID"),
        ("O’Brien, Séan", "O'Brien, Séan"),
        ("María de la Cruz", "María de la Cruz"),
        ("van der Berg, Jan", "van der Berg, Jan"),
        ("佟一旭 TONG, YIXU", "佟一旭 TONG, YIXU"),
        ("佟一旭（TONG YIXU）", "佟一旭(TONG YIXU)"),
    ],
)
def test_people(text: str, name: str) -> None:
    assert read_person(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "陈",
        "样例科技有限公司",
        "身份证号",
        "兹证明",
        "以下人员",
        "2024年5月",
        "（签字）",
        "事项",
        "男",
        "110199199003070113",
        "hello world",
        "申请人 Applicant Name",
        "H03123456",
    ],
)
def test_no_people(text: str) -> None:
    assert read_person(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("样例科技有限公司", "样例科技有限公司"),
        ("样例科技（北京）有限责任公司（盖章）", "样例科技(北京)有限责任公司"),
        ("样例 科技 有限 公司", "样例科技有限公司"),
        ("样例企业管理中心（有限合伙）", "样例企业管理中心(有限合伙)"),
        ("样例区小明便利店", "样例区小明便利店"),
        ("样例有限公司第二分公司", "样例有限公司第二分公司"),
        ("样例县样例种植农民专业合作社", "样例县样例种植农民专业合作社"),
    ],
)
def test_organisations(text: str, name: str) -> None:
    assert read_organisation(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "张三",
        "公司",
        "责任公司",
        "份有限公司",
        "有限责任公司",
        "分公司",
        "二分公司",
        "第二分公司",
        "特此证明。",
        "2024年5月31日",
        "单位（盖章）：",
    ],
)
def test_no_organisations(text: str) -> None:
    assert read_organisation(text) is None
