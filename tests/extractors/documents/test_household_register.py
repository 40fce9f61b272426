"""Pages of household registers: first page, members' cards, changes; and forms that ask for the same."""

import pytest

from tests.extractors.documents.papers import LI, LI_BIRTH, LI_ID, ZHAO, kinds, seen, values

FIRST = (
    f"户别 | 家庭户 |  | 户主姓名 | {ZHAO}",
    "户号 | 01099203 |  | 住址 | 云上市山前区云杉路8号",
    "省级公安机关户口专用章",
    "承办人签章：",
    "> 2015年6月3日签发",
)
MEMBER = (
    f"姓名 | {LI} |  | 户主或与户主关系 | 女儿",
    "曾用名 | 李斯涵 |  | 性别 | 女",
    "出生地 | 样例省云上市 |  | 民族 | 汉族",
    "籍贯 | 样例省云上市 |  | 出生日期 | 1995年1月12日",
    "本市（县）其他住址 |  | | 宗教信仰 |",
    f"公民身份证件编号 |  | {LI_ID} | 身高 | ",
    "文化程度 | 大学本科 | 婚姻状况 | 未婚",
    "服务处所 |  | | 职业 |",
    "何时由何地迁来本市（县） |  | 1995年2月1日出生登记",
    "承办人签章： |  | 登记日期：2015年6月3日",
)
CHANGES = (
    "项目 | 变更、更正后的内容 |  | 变更、更正日期 | 承办人签章",
    f"姓名 | {LI} |  | 2023年5月6日 | 张红",
)
TOLD = {
    "name": LI,
    "relation": "女儿",
    "former_name": "李斯涵",
    "sex": "女",
    "ethnicity": "汉",
    "birth": LI_BIRTH,
    "id_number": LI_ID,
    "registered_on": "2015-06-03",
}


@pytest.mark.parametrize("title", [("# 常住人口登记卡",), ("# 常住人曰登记卡",), ("# 居民户口簿",), ()])
def test_a_members_card_is_read(title: tuple[str, ...]) -> None:
    (document,) = seen(*title, *MEMBER)
    assert (document.type, document.title) == ("household_register", "常住人口登记卡")
    read = values(document)
    assert {field: read.get(field) for field in TOLD} == TOLD


@pytest.mark.parametrize("title", [("# 居民户口簿",), ("# 居民户口薄",), ()])
def test_a_first_page_is_read(title: tuple[str, ...]) -> None:
    (document,) = seen(*title, *FIRST)
    assert (document.type, document.title) == ("household_register", "居民户口簿")
    assert values(document) == {"head": ZHAO, "address": "云上市山前区云杉路8号", "registered_on": "2015-06-03"}


def test_changes_on_the_card_are_told() -> None:
    (document,) = seen("# 常住人口登记卡", *MEMBER, "登记事项变更和更正记载", *CHANGES)
    assert values(document)["changes"] == f"姓名 {LI} 2023-05-06"
    assert values(document)["name"] == LI


def test_a_page_of_changes_alone_is_one_too() -> None:
    (document,) = seen("登记事项变更和更正记载", *CHANGES)
    assert (document.type, document.title) == ("household_register", "登记事项变更和更正记载")
    assert values(document) == {"changes": f"姓名 {LI} 2023-05-06"}


def test_a_copy_of_two_pages_is_two_documents() -> None:
    first, second = seen(*FIRST, "", "# 常住人口登记卡", *MEMBER)
    assert (first.title, second.title) == ("居民户口簿", "常住人口登记卡")
    assert values(first)["head"] == ZHAO
    assert values(second)["name"] == LI


def test_two_members_on_a_sheet_are_two_documents() -> None:
    other = tuple(row.replace(LI, ZHAO).replace("女儿", "户主") for row in MEMBER)
    first, second = seen("# 常住人口登记卡", *other[:6], "# 常住人口登记卡", *MEMBER[:6])
    assert (values(first)["name"], values(second)["name"]) == (ZHAO, LI)
    assert values(first)["relation"] == "户主"


@pytest.mark.parametrize(
    "rows",
    [
        ("# 入户申请表", f"姓名 | {LI}", "户主姓名 | 赵明远", "与户主关系 | 女儿", f"公民身份号码 |  | {LI_ID}"),
        ("# 户籍证明", f"兹证明{LI}，公民身份号码{LI_ID}，户主赵明远，与户主关系为女儿。", "> 云上市公安局河东派出所"),
        ("# 情况说明", "本人户别为家庭户，户主姓名赵明远，特此说明。"),
    ],
)
def test_other_papers_are_none(rows: tuple[str, ...]) -> None:
    assert "household_register" not in kinds(*rows)
