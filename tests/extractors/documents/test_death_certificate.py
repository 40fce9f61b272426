"""Proofs of death of each kind, and papers that only mention one."""

import pytest

from tests.extractors.documents.papers import POLICE, SUN, SUN_ID, ZHAO, ZHAO_ID, Layout, kinds, seen, values

LAYOUTS = {
    "hospital": Layout(
        (
            "# 居民死亡医学证明（推断）书",
            f"死者姓名 | {ZHAO} | 性别 | 男",
            "身份证件类别 | 居民身份证",
            f"证件号码 |  | {ZHAO_ID}",
            "出生日期 | 1990年3月7日",
            "死亡日期 | 2024年2月11日",
            "死亡地点 | 医疗卫生机构",
            f"家属姓名 | {SUN} | 联系电话 | 13800000000",
            "医疗卫生机构名称 | 云上市人民医院",
            "填发日期 | 2024年2月12日",
        ),
        {"kind": "居民死亡医学证明(推断)书", "authority": "云上市人民医院"},
    ),
    "police": Layout(
        (
            "# 死亡注销户口证明",
            f"兹证明我辖区居民{ZHAO}，男，公民身份号码{ZHAO_ID}，",
            "于2024年2月11日因病死亡，已注销户口。",
            "特此证明。",
            f"> {POLICE}",
            "> 2024年2月12日",
        ),
        {"kind": "死亡注销户口证明", "authority": POLICE},
    ),
    "crematorium": Layout(
        (
            "# 火化证明",
            f"死者姓名：{ZHAO}",
            f"身份证号码：{ZHAO_ID}",
            "死亡日期：2024年2月11日",
            "火化日期：2024年2月13日",
            f"亲属姓名：{SUN}",
            f"亲属身份证号码：{SUN_ID}",
            "火化单位：云上市殡仪馆",
            "出具日期：2024年2月12日",
        ),
        {"kind": "火化证明", "authority": "云上市殡仪馆"},
    ),
    "register": Layout(
        (
            "# 户口注销证明",
            f"兹证明{ZHAO}，公民身份号码{ZHAO_ID}，因于2024年2月11日死亡，已注销户口。",
            f"> {POLICE}",
            "> 2024年2月12日",
        ),
        {"kind": "户口注销证明", "authority": POLICE},
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_kind_is_read(name: str) -> None:
    (document,) = seen(*LAYOUTS[name].rows)
    assert document.type == "death_certificate"
    expected = {
        "name": ZHAO,
        "id_number": ZHAO_ID,
        "died_on": "2024-02-11",
        "issue_date": "2024-02-12",
        **LAYOUTS[name].values,
    }
    read = values(document)
    assert {field: read.get(field) for field in expected} == expected


@pytest.mark.parametrize("title", ["居民死亡医学证明（推断）节", "居民死亡医学征明(推断)书", "死亡证明书", "居民死亡医学证明"])
def test_titles_read_with_a_slip_are_known(title: str) -> None:
    assert kinds(f"# {title}", *LAYOUTS["hospital"].rows[1:]) == ["death_certificate"]


@pytest.mark.parametrize(
    "rows",
    [
        ("# 疾病诊断证明书", f"姓名：{ZHAO}", "诊断：病毒性感冒", "> 云上市人民医院"),
        ("# 离职证明", f"兹证明{ZHAO}于2024年2月11日因病死亡，劳动合同终止。", "> 云上市样例科技有限公司"),
        ("# 亲属关系证明", f"兹证明{SUN}系死者{ZHAO}之妻。", f"> {POLICE}"),
        ("# 民事判决书", f"准予原告{SUN}与被告{ZHAO}离婚。", "> 云上市人民法院"),
    ],
)
def test_other_papers_are_none(rows: tuple[str, ...]) -> None:
    assert "death_certificate" not in kinds(*rows)
