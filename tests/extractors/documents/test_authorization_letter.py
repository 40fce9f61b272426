"""Letters of authorisation in every layout, and what is no such letter."""

import pytest

from extractors.documents.papers.authorization_letter import READER
from extractors.evidence import Document, Quad, TextLine
from tests.extractors.documents.lines import sheet, with_lines
from tests.extractors.documents.said import Said, said
from validators.doubts import certainty_of

ID = "440399198512240267"
REP_ID = "110199199003070113"
_TITLES = (
    "授权委托书 委托书 法人授权委托书 法定代表人授权委托书 单位授权委托书 经办人授权书 代办委托书 授权书 投权委托书 授权委托节 "
    "代辦委托書 授權委託書 單位授權委託書"
)
TITLES = _TITLES.split()
LETTER = (
    "本单位：样例科技有限公司，统一社会信用代码：91110105PDY00001XG。",
    f"兹委托我单位工作人员王芳（身份证号码：{ID}），代表我单位办理撤销用工备案有关事宜。",
    "委托权限：代为提交、补正材料，领取办理结果。",
    "委托期限：自2024年5月1日起至2024年8月1日止。",
    "> 委托单位（盖章）：样例科技有限公司",
    "> 法定代表人签字：李小明",
    "> 受托人：王芳",
    "> 日期：2024年5月1日",
)


def only(*rows: str) -> Document:
    (document,) = READER.find(sheet(*rows))
    return document


def values(document: Document) -> Said:
    return said(document, "read")


@pytest.mark.parametrize("title", TITLES)
def test_every_title_in_use_is_recognised(title: str) -> None:
    assert only(f"# {title}", *LETTER).type == "authorization_letter"


@pytest.mark.parametrize("title", ["法定代表人身份证明书", "离职证明", "委托合同", "产品授权书", "承诺书"])
def test_other_papers_are_not_claimed(title: str) -> None:
    assert READER.find(sheet(f"# {title}", *LETTER)) == ()


@pytest.mark.parametrize("title", ["介绍信", "单位介绍信"])
def test_an_introduction_that_says_whom_it_lets_do_what_is_one(title: str) -> None:
    document = only(f"# {title}", *LETTER)
    assert (document.type, document.title, document.confidence) == ("authorization_letter", title, 0.99)
    assert document.fields["agent_name"].value == "王芳"


def test_a_letter_is_read() -> None:
    read = values(only("# 授权委托书", *LETTER))
    assert read == {
        "principal": "样例科技有限公司",
        "principal_uscc": "91110105PDY00001XG",
        "legal_rep": "李小明",
        "agent_name": "王芳",
        "agent_id": ID,
        "matter": "办理撤销用工备案有关事宜",
        "valid_from": "2024-05-01",
        "valid_until": "2024-08-01",
        "issue_date": "2024-05-01",
    }


def test_the_agents_number_is_not_the_legal_representatives() -> None:
    document = only(
        "# 法定代表人授权委托书",
        f"本人李小明（身份证号码{REP_ID}）系样例科技有限公司的法定代表人（负责人），",
        f"现授权委托王芳（性别：女，身份证号：{ID}）为我方代理人，以我单位名义办理用工登记撤销手续，提交、领取有关材料。代理人无转委托权。",
        "委托期限：自2024.5.1起至2024.8.1止。",
        "特此委托。",
        "> 委托单位（盖章）：",
        "> 2024.5.1",
    )
    read = values(document)
    assert (read["principal"], read["agent_name"], read["agent_id"]) == ("样例科技有限公司", "王芳", ID)
    assert "用工登记撤销手续" in read["matter"]
    assert read["legal_rep"] == "李小明"


@pytest.mark.parametrize(
    "rows",
    [
        (f"法定代表人 | 李小明 | 身份证号码 | {REP_ID}", "受托人 | 王芳 | 性别 | 女", "委托事项 | 办理撤销用工备案手续"),
        ("受托人 | 王芳 | 性别 | 女", f"法定代表人 | 李小明 | 身份证号码 | {REP_ID}", "委托事项 | 办理撤销用工备案手续"),
        (f"本人李小明（身份证号码：{REP_ID}）系样例科技有限公司法定代表人，现委托王芳办理撤销用工备案手续。",),
        (f"兹委托王芳办理撤销用工备案手续。法定代表人李小明，身份证号码：{REP_ID}。",),
    ],
)
def test_a_letter_that_gives_the_legal_representatives_number_alone_gives_none_of_the_agent(rows: tuple[str, ...]) -> None:
    read = values(only("# 授权委托书", *rows))
    assert read["agent_name"] == "王芳"
    assert "agent_id" not in read


@pytest.mark.parametrize(
    "rows",
    [
        (f"兹委托王芳（人事部负责人，身份证号码：{ID}）办理撤销用工备案手续。",),
        (f"兹委托王芳作为我公司法定代表人李小明的代理人，身份证号码：{ID}，办理撤销用工备案手续。",),
        (f"兹委托王芳为我公司授权人员，身份证号码：{ID}，办理撤销用工备案手续。",),
        ("法定代表人：李小明", "受托人：", f"身份证号码：{ID}", "委托事项：办理撤销用工备案手续"),
        ("法定代表人：李小明", f"受托人王芳，身份证号码：{ID}，办理撤销用工备案手续。"),
        ("法定代表人：李小明", f"现授权我公司人力资源部王芳，身份证号码：{ID}，办理撤销用工备案手续。"),
        ("兹委托我单位工作人员王芳（身份证号码：", f"{ID}），代表我单位办理撤销用工备案手续。"),
        (
            f"本人李小明（身份证号码：{REP_ID}）系样例科技有限公司法定代表人，",
            "现授权委托王芳（性别：女，身份证号：",
            f"{ID}）为我方代理人，办理撤销用工备案手续。",
        ),
        ("受托人身份证号码：", f"{ID}，代为办理撤销用工备案手续。"),
    ],
)
def test_the_agents_number_is_read_though_others_are_named(rows: tuple[str, ...]) -> None:
    assert values(only("# 授权委托书", *rows)).get("agent_id") == ID


@pytest.mark.parametrize(
    "rows",
    [
        ("受托人：王芳", f"委托人：李小明    身份证号码：{REP_ID}"),
        (f"受托人 | 王芳 | 委托人 | 李小明 | 身份证号码 | {REP_ID}",),
    ],
)
def test_a_person_who_gives_the_authority_has_a_number_of_their_own(rows: tuple[str, ...]) -> None:
    read = values(only("# 授权委托书", *rows, "委托事项：办理撤销用工备案手续"))
    assert read["agent_name"] == "王芳"
    assert "agent_id" not in read


def test_labels_line_by_line_are_read() -> None:
    document = only(
        "# 委托书",
        "委托单位：样例科技有限公司",
        "法定代表人：李小明",
        "受托人姓名：王芳性别：女",
        f"受托人身份证号码：{ID}",
        "委托事项：办理劳动用工备案撤销登记",
        "委托权限：提交申请、核对信息。",
        "委托期限：自委托之日起至委托事项办理完毕之日止。",
        "> 签署日期：2024-05-01",
    )
    read = values(document)
    assert read["agent_name"] == "王芳"
    assert read["matter"] == "办理劳动用工备案撤销登记"
    assert read["issue_date"] == "2024-05-01"
    assert document.traits == ("until_done",)
    assert "valid_until" not in document.fields


def test_a_table_is_read() -> None:
    document = only(
        "# 授权委托书",
        "委托单位 | 样例科技有限公司",
        f"法定代表人 | 李小明 | 身份证号码 | {REP_ID}",
        "受托人 | 王芳 | 性别 | 女",
        f"受托人身份证号码 | | {ID}",
        "委托事项 | 办理劳动用工备案撤销登记",
        "委托期限 | 自2024年5月1日起至2024年8月1日止",
        "> 委托单位（盖章）：",
        "> 2024年5月1日",
    )
    read = values(document)
    assert (read["principal"], read["agent_name"], read["agent_id"]) == ("样例科技有限公司", "王芳", ID)
    assert (read["valid_until"], read["issue_date"]) == ("2024-08-01", "2024-05-01")


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ("委托事项：________", "matter"),
        ("受托人姓名：________", "agent_name"),
        ("受托人身份证号码：________", "agent_id"),
        ("委托期限：自    年  月  日起至    年  月  日止", "valid_until"),
        ("> 日期：    年  月  日", "issue_date"),
    ],
)
def test_blanks_are_blanks(row: str, field: str) -> None:
    assert only("# 授权委托书", "委托单位：样例科技有限公司", row).fields[field].state == "blank"


def test_a_person_may_be_the_principal() -> None:
    document = only(
        "# 委托书",
        f"委托人：李小明，身份证号码：{REP_ID}",
        f"受托人：王芳，身份证号码：{ID}",
        "本人因工作原因不能亲自办理灵活就业登记撤销手续，特委托王芳代为办理撤销灵活就业登记。",
        "> 委托人：李小明",
        "> 2024年5月1日",
    )
    read = values(document)
    assert (read["principal"], read["agent_name"], read["agent_id"]) == ("李小明", "王芳", ID)


def test_the_end_of_a_name_in_a_seals_ring_is_not_the_principal() -> None:
    read = values(
        only(
            "# 委托书",
            f"本人李小明（身份证号码{REP_ID}）系",
            "样例人力资源服务有限责任公司的法定代表人（负责人），现授权委托",
            f"王芳（性别：女，身份证号：{ID}）为我方代理人，以我单位名义办理用工备案撤销登记。",
            "特此委托。",
            "委托单位（盖章）： | | | 责任公司",
            "日期：2024年5月1日",
        )
    )
    assert read["principal"] == "样例人力资源服务有限责任公司"


def test_a_watermark_up_the_margin_is_on_no_row() -> None:
    base = sheet("# 授权委托书", *LETTER)
    margin: Quad = ((0.92, 0.2), (0.95, 0.2), (0.95, 0.6), (0.92, 0.6))
    watermark = TextLine(quad=margin, text=".06C", score=0.52)
    (document,) = READER.find(with_lines(base, (*base.lines, watermark)))
    assert document.fields["issue_date"].value == "2024-05-01"


@pytest.mark.parametrize(
    ("period", "until"),
    [
        ("本委托书有效期30天。", "2024-07-01"),
        ("有效期：自本授权委托书签署之日起90日内有效，代理人无转委托权。", "2024-08-30"),
        ("委托期限：三个月。", "2024-09-01"),
        ("授权有效期为一年。", "2025-06-01"),
        ("代理人无转委托权。", None),
    ],
)
def test_a_period_is_counted_from_the_day_of_issue(period: str, until: str | None) -> None:
    rows = ("现委托王芳代表我公司办理撤销用工备案事宜。", period, "> 样例科技有限公司", "> 2024年6月1日")
    (document,) = READER.find(sheet("# 授权委托书", *rows))
    field = document.fields.get("valid_until")
    assert (field.value if field else None) == until
    assert field is None or certainty_of(field) < 0.9


@pytest.mark.parametrize("day", ["2024年2月30日", "204年3月5日", "农历2024年3月5日", "2024年3月"])
def test_nothing_is_counted_from_a_day_that_no_calendar_has(day: str) -> None:
    rows = ("# 授权委托书", "委托人：样例科技有限公司", "受托人：张三", "委托事项：办理就业登记", "本委托书有效期30天。")
    document = only(*rows, "> 样例科技有限公司", f"> {day}")
    field = document.fields.get("valid_until")
    assert field is None or not field.value


@pytest.mark.parametrize("said", ["身份证：", "证号 ", "（身份证）"])
def test_a_number_under_the_agents_name_is_the_agents(said: str) -> None:
    rows = ("委托人：吴桂兰，女，住样例市样例区样例村", f"{said}{REP_ID}", "受托人：汪晓东，男（系我儿子）", f"{said}{ID}")
    (document,) = READER.find(
        sheet("# 委托书", *rows, "我因腿脚不便，不能亲自到场，现委托汪晓东代我办理停保。", "2024年5月9日")
    )
    assert document.fields["agent_id"].value == ID


def test_a_workers_number_in_the_matter_is_not_the_agents() -> None:
    worker = "330299198703038060"
    rows = (
        f"被授权人 | 王芳 {ID}",
        f"授权内容 | 办理岑丽萍({worker})用工备案撤销",
        "有效期限 | 自2025年1月2日起至2025年4月1日止",
    )
    document = only("# 授权委托书", "授权方 | 样例科技有限公司", *rows, "日期：2025-01-02")
    assert document.fields["agent_id"].value == ID
