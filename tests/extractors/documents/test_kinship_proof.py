"""Proofs of kinship, in their layouts: the insured or deceased is ``name``; and papers about other relations."""

import pytest

from tests.extractors.documents.papers import LI, LI_ID, POLICE, SUN, SUN_ID, ZHAO, ZHAO_ID, Layout, kinds, seen, values

VILLAGE = "云上市山前区河东社区居民委员会"
LAYOUTS = {
    "with": Layout(
        (
            "# 亲属关系证明",
            f"兹证明我社区居民{ZHAO}（身份证号码：{ZHAO_ID}）与{SUN}（身份证号码：{SUN_ID}）系夫妻关系。",
            "特此证明。",
            f"> {VILLAGE}",
            "> 2024年3月2日",
        ),
        {"relation": "夫妻"},
    ),
    "of the dead": Layout(
        (
            "# 亲属关系证明",
            f"兹证明{SUN}，女，身份证号码{SUN_ID}，系死者{ZHAO}（身份证号码{ZHAO_ID}）之妻。",
            "特此证明。",
            f"> {POLICE}",
            "> 2024年3月2日",
        ),
        {"relation": "妻", "authority": POLICE},
    ),
    "of the dead, brackets not read": Layout(
        (
            "# 亲属关系证明",
            f"兹证明{SUN}（身份证号码：{SUN_ID}系死者",
            f"{ZHAO}（身份证号码：{ZHAO_ID}之妻。",
            "特此证明。",
            f"> {POLICE}",
            "> 2024年3月2日",
        ),
        {"relation": "妻", "authority": POLICE},
    ),
    "table": Layout(
        (
            "# 直系亲属关系证明",
            f"参保人姓名 | {ZHAO}",
            f"参保人身份证号码 |  | {ZHAO_ID}",
            f"申请人姓名 | {SUN}",
            f"申请人身份证号码 |  | {SUN_ID}",
            "与参保人关系 | 妻子",
            "以上情况属实，特此证明。",
            f"> {VILLAGE}",
            "> 2024年3月2日",
        ),
        {"relation": "妻子"},
    ),
    "marriage": Layout(
        (
            "# 结婚证",
            "登记日期：2024年3月2日",
            f"姓名：{ZHAO} |  | 性别：男",
            f"身份证件号：{ZHAO_ID}",
            f"姓名：{SUN} |  | 性别：女",
            f"身份证件号：{SUN_ID}",
            "结婚申请，符合《中华人民共和国民法典》规定，予以登记，发给此证。",
        ),
        {"authority": ""},
    ),
    "notary": Layout(
        (
            "# 公证书",
            f"兹证明{ZHAO}（男，身份证号码{ZHAO_ID}）与{SUN}（女，身份证号码{SUN_ID}）是夫妻关系。",
            "> 云上市山前公证处",
            "> 2024年3月2日",
        ),
        {"relation": "夫妻", "authority": "云上市山前公证处"},
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_is_read(name: str) -> None:
    (document,) = seen(*LAYOUTS[name].rows)
    assert document.type == "kinship_proof"
    expected = {
        "name": ZHAO,
        "id_number": ZHAO_ID,
        "relative": SUN,
        "relative_id": SUN_ID,
        "issue_date": "2024-03-02",
        "authority": VILLAGE,
        **LAYOUTS[name].values,
    }
    read = values(document)
    assert {field: read.get(field, "") for field in expected} == expected


@pytest.mark.parametrize("title", ["亲属关系证眀", "亲厲关系证明", "直系亲属关系征明"])
def test_titles_read_with_a_slip_are_known(title: str) -> None:
    assert kinds(f"# {title}", *LAYOUTS["with"].rows[1:]) == ["kinship_proof"]


@pytest.mark.parametrize(
    "rows",
    [
        ("# 解除劳动关系证明", f"兹证明{LI}（身份证号码{LI_ID}）于2024年3月2日与我单位解除劳动关系。", "> 样例科技有限公司"),
        ("# 公证书", f"兹证明{LI}于2024年3月2日在委托书上签名。", "> 云上市山前公证处"),
        ("# 离婚证", f"姓名：{ZHAO}", f"姓名：{SUN}", "离婚申请予以登记。"),
        ("# 户籍证明", f"兹证明{LI}，公民身份号码{LI_ID}，户籍地址为云上市。", f"> {POLICE}"),
    ],
)
def test_other_papers_are_none(rows: tuple[str, ...]) -> None:
    assert "kinship_proof" not in kinds(*rows)
