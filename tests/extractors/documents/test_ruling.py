"""Awards, mediations and judgments: who against whom, what ended when, by which board or court."""

import pytest

from extractors.documents.papers.ruling import READER
from tests.extractors.documents.asking import ID, kind, only, read
from tests.extractors.documents.lines import sheet

AWARD = (
    "云劳人仲案字〔2024〕第123号",
    f"申请人：王芳，女，汉族，身份证号码{ID}，住云上市。",
    "被申请人：样例科技有限公司，住所云上市山前区。",
    "法定代表人：李明，经理。",
    "申请人诉被申请人劳动争议一案，本委依法受理，现已审理终结。",
    "申请人称其于2024年4月30日被口头辞退，请求确认解除劳动关系。",
    "根据《中华人民共和国劳动合同法》的规定，裁决如下：",
    "一、申请人与被申请人的劳动关系于2024年5月31日解除。",
    "首席仲裁员：赵强",
    "> 云上市山前区劳动人事争议仲裁委员会",
    "> 二〇二四年七月十五日",
    "书记员：周敏",
)
WHOLE = {
    "kind": "裁决书",
    "case_number": "云劳人仲案字〔2024〕第123号",
    "employee_name": "王芳",
    "employer_name": "样例科技有限公司",
    "separation_date": "2024-05-31",
    "issue_date": "2024-07-15",
    "authority": "云上市山前区劳动人事争议仲裁委员会",
}


@pytest.mark.parametrize(
    ("title", "what"),
    [
        ("仲裁裁决书", "裁决书"),
        ("劳动人事争议仲裁裁决书", "裁决书"),
        ("仲裁调解书", "调解书"),
        ("民事判决书", "判决书"),
        ("民事调解书", "调解书"),
        ("裁\u3000决\u3000书", "裁决书"),
        ("云上市劳动人事争议仲裁委员会仲裁裁决书", "裁决书"),
        ("仲裁裁块书", ""),
        ("民事判決書", "判决书"),
    ],
)
def test_its_titles_are_recognised(title: str, what: str) -> None:
    rows = (f"# {title}", *AWARD)
    assert kind(*rows) == "ruling"
    assert not what or read(READER, *rows)["kind"] == what


def test_without_a_title_it_is_known_by_what_it_says_though_less_surely() -> None:
    document = only(READER, *AWARD)
    assert 0.5 < document.confidence < 0.8
    assert document.fields["kind"].value == "裁决书"


def test_an_award_is_read() -> None:
    found = read(READER, "# 仲裁裁决书", *AWARD)
    assert found == WHOLE


@pytest.mark.parametrize("printed", ["云劳人仲案字(2024)第123号", "云劳人仲案字[2024]第123号", "云劳人仲案字（2024）第123号"])
def test_a_board_s_number_comes_back_in_six_corners_whichever_brackets_were_read(printed: str) -> None:
    assert read(READER, "# 仲裁裁决书", printed, *AWARD[1:])["case_number"] == WHOLE["case_number"]


def test_a_judgment_is_read() -> None:
    found = read(
        READER,
        "云上市山前区人民法院",
        "# 民事判决书",
        "> (2024)云0199民初456号",
        "原告：样例科技有限公司，住所地云上市山前区。",
        f"被告：王芳，女，1990年3月7日出生，汉族，公民身份号码{ID}。",
        "原告与被告劳动争议一案，本院立案后依法审理，现已审理终结。",
        "判决如下：",
        "一、确认原告与被告的劳动合同于2024年5月31日解除。",
        "审判员 赵强",
        "> 二〇二四年十一月二日",
        "书记员 周敏",
    )
    assert (found["kind"], found["case_number"]) == ("判决书", "(2024)云0199民初456号")
    assert (found["employee_name"], found["employer_name"]) == ("王芳", "样例科技有限公司")
    assert (found["separation_date"], found["issue_date"]) == ("2024-05-31", "2024-11-02")
    assert found["authority"] == "云上市山前区人民法院"


def test_a_mediation_is_read() -> None:
    found = read(
        READER,
        "# 仲裁调解书",
        "> 云劳人仲字[2024]第78号",
        f"申请人：王芳，身份证号码{ID}",
        "被申请人：样例科技有限公司",
        "经本委主持调解，双方自愿达成如下协议：",
        "一、双方确认劳动关系自2024年5月31日起解除；",
        "> 云上市劳动人事争议仲裁院",
        "> 2024年7月15日",
    )
    assert (found["kind"], found["separation_date"], found["issue_date"]) == ("调解书", "2024-05-31", "2024-07-15")


@pytest.mark.parametrize(
    "rows",
    [
        ("# 民事判决书", "申请人王芳申请宣告李某死亡一案。", "宣告李某死亡。", "劳动"),
        ("# 民事判决书", "原告王芳与被告李某离婚纠纷一案。", "劳动"),
        ("# 劳动仲裁申请书", *AWARD[1:6]),
        ("# 仲裁裁决书", "请假一天。"),
        ("# 行政处罚决定书", "当事人：样例科技有限公司", "吊销营业执照。"),
        ("# 开庭通知书", *AWARD[1:4]),
    ],
)
def test_what_is_none(rows: tuple[str, ...]) -> None:
    assert READER.find(sheet(*rows)) == ()
