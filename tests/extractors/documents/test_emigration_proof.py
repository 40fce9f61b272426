"""Proofs of having settled abroad, and of a nationality given up; papers about moving that are neither."""

import pytest

from tests.extractors.documents.papers import LI, LI_ID, POLICE, Layout, kinds, seen, values

PASSPORT = "E99012345"
CONSULATE = "中华人民共和国驻多伦多总领事馆"
EMIGRATION = {
    "letter": Layout(
        (
            "# 定居证明",
            f"兹证明{LI}，女，公民身份号码：{LI_ID}，持中国护照（护照号码：{PASSPORT}），",
            "已于2022年4月9日在加拿大定居。",
            "特此证明。",
            f"> {CONSULATE}",
            "> 2023年7月1日",
        ),
        {"kind": "定居证明", "id_number": LI_ID, "authority": CONSULATE},
    ),
    "table": Layout(
        (
            "# 永久居留证（中文译本）",
            f"姓名 | {LI} | 性别 | 女",
            "出生日期 | 1995年1月12日",
            f"护照号码 | {PASSPORT}",
            "居住国 | 加拿大",
            "类别 | 永久居民",
            "签发日期 | 2023年7月1日",
            "签发机关 | 加拿大移民局",
        ),
        {"authority": "加拿大移民局"},
    ),
    "lines": Layout(
        (
            "# 移民证明",
            f"姓名：{LI}",
            f"护照号：{PASSPORT}",
            f"身份证号码：{LI_ID}",
            "定居国家：加拿大",
            "上述人员已取得加拿大永久居留权，特此证明。",
            f"> {CONSULATE}",
            "> 2023年7月1日",
        ),
        {"kind": "移民证明", "id_number": LI_ID, "authority": CONSULATE},
    ),
}
LOSS = {
    "certificate": Layout(
        (
            "# 退出中国国籍证书",
            f"姓名：{LI}",
            "性别：女",
            f"公民身份号码：{LI_ID}",
            "根据《中华人民共和国国籍法》的规定，经审查，批准上述人员退出中国国籍。",
            "> 国家移民管理局",
            "> 2023年9月12日",
        ),
        {"authority": "国家移民管理局"},
    ),
    "a ring's piece above the office": Layout(
        (
            "# 退出中国国籍证书",
            f"姓名：{LI}",
            f"公民身份号码：{LI_ID}",
            "根据《中华人民共和国国籍法》的规定，经审查，批准上述人员退出中国国籍。",
            "> 国家移民管",
            "> 国家移民管理局",
            "> 2023年9月12日",
        ),
        {"authority": "国家移民管理局"},
    ),
    "police": Layout(
        (
            "# 户口注销证明",
            f"兹证明{LI}，女，公民身份号码{LI_ID}，因出国定居，于2023年9月10日注销户口。",
            "特此证明。",
            f"> {POLICE}",
            "> 2023年9月12日",
        ),
        {"authority": POLICE, "lost_on": "2023-09-10", "reason": "出国定居"},
    ),
    "read as traditional": Layout(
        (
            "# 户口注销证明",
            f"兹证明我辖区居民{LI}，女，公民身份號码",
            f"{LI_ID}，因出国定居，于2023年9月10日注销户口。",
            f"> {POLICE}",
            "> 2023年9月12日",
        ),
        {"authority": POLICE, "lost_on": "2023-09-10", "reason": "出国定居"},
    ),
    "table": Layout(
        (
            "# 注销户口证明",
            f"姓名 | {LI} | 性别 | 女",
            f"公民身份号码 |  | {LI_ID}",
            "注销原因 | 加入外国国籍",
            "注销日期 | 2023年9月10日",
            f"> {POLICE}",
            "> 2023年9月12日",
        ),
        {"authority": POLICE, "lost_on": "2023-09-10", "reason": "加入外国国籍"},
    ),
}


@pytest.mark.parametrize("name", EMIGRATION)
def test_every_proof_of_settling_is_read(name: str) -> None:
    (document,) = seen(*EMIGRATION[name].rows)
    assert document.type == "emigration_proof"
    expected = {"name": LI, "passport": PASSPORT, "country": "加拿大", "issue_date": "2023-07-01", **EMIGRATION[name].values}
    read = values(document)
    assert {field: read.get(field) for field in expected} == expected


@pytest.mark.parametrize("name", LOSS)
def test_every_proof_of_a_lost_nationality_is_read(name: str) -> None:
    (document,) = seen(*LOSS[name].rows)
    assert document.type == "nationality_loss_proof"
    expected = {"name": LI, "id_number": LI_ID, "issue_date": "2023-09-12", **LOSS[name].values}
    read = values(document)
    assert {field: read.get(field) for field in expected} == expected


@pytest.mark.parametrize(
    ("title", "rows", "type_"),
    [
        ("定居证眀", EMIGRATION["letter"].rows, "emigration_proof"),
        ("水久居留证", EMIGRATION["table"].rows, "emigration_proof"),
        ("退出中国国籍证节", LOSS["certificate"].rows, "nationality_loss_proof"),
        ("户口注消证明", LOSS["police"].rows, "nationality_loss_proof"),
    ],
)
def test_titles_read_with_a_slip_are_known(title: str, rows: tuple[str, ...], type_: str) -> None:
    assert kinds(f"# {title}", *rows[1:]) == [type_]


@pytest.mark.parametrize(
    "rows",
    [
        ("# 居住证", f"姓名：{LI}", "居住地址：云上市山前区"),
        ("# 暂住证", f"姓名：{LI}", "户籍地：样例省"),
        ("# 在职证明", f"兹证明{LI}系我公司员工，拟赴加拿大旅游。", "> 云上市样例科技有限公司"),
        ("# 户籍证明", f"兹证明{LI}，公民身份号码{LI_ID}，户籍地址为云上市。", f"> {POLICE}"),
    ],
)
def test_other_papers_are_neither(rows: tuple[str, ...]) -> None:
    assert not {"emigration_proof", "nationality_loss_proof"} & set(kinds(*rows))
