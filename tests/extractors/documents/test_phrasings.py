"""How offices, firms and courts put things, each a paper of its own: the type, the rows, and what they say."""

import pytest

from extractors.documents.classify import find_documents
from tests.extractors.documents.asking import kind
from tests.extractors.documents.lines import sheet

ZHAO, SUN = "110199199003070113", "440399198512240267"
FIRM = "云上市样例科技有限公司"
POLICE = "> 云上市公安局河东派出所"

Said = dict[str, str | None]
PHRASINGS: dict[str, tuple[str, tuple[str, ...], Said]] = {
    "a number changed, in a table": (
        "police_certificate",
        (
            "# 户口登记项目变更更正证明",
            "姓名 | 孙晓芸",
            "项目 | 变更前 |  | 变更后",
            f"公民身份号码 | 440399198512240259 |  | {SUN}",
            POLICE,
        ),
        {"name": "孙晓芸", "id_number": SUN, "old_value": "440399198512240259", "new_value": SUN, "changed": "公民身份号码"},
    ),
    "a name changed, in a table": (
        "police_certificate",
        (
            "# 户口登记项目变更更正证明",
            "项目 | 变更前 |  | 变更后",
            "姓名 | 赵明 |  | 赵明远",
            f"公民身份号码 | {ZHAO}",
            POLICE,
        ),
        {"name": "赵明远", "old_value": "赵明", "new_value": "赵明远", "changed": "姓名"},
    ),
    "names in quotation marks": (
        "police_certificate",
        ("# 姓名变更证明", "兹证明赵明远，男，2016年8月9日姓名由“赵明”变更为“赵明远”。", POLICE),
        {"old_value": "赵明", "new_value": "赵明远"},
    ),
    "not stopped": (
        "contribution_stop_proof",
        ("# 停保证明", f"经查询，赵明远（身份证号{ZHAO}）在我市社会保险参保状态正常，未办理停保。", "> 云上市社会保险中心"),
        {"status": "正常"},
    ),
    "who was where": (
        "contribution_stop_proof",
        ("# 停保证明", f"兹证明赵明远原在{FIRM}参加社会保险，已于2024年2月停保。"),
        {"name": "赵明远", "employer_name": FIRM, "stop_month": "2024-02"},
    ),
    "our employee": (
        "contribution_stop_proof",
        ("# 停保证明", f"兹有我单位职工赵明远，身份证号码{ZHAO}，社会保险已于2024年3月停保。"),
        {"name": "赵明远"},
    ),
    "a list of those who leave": (
        "contribution_stop_proof",
        (
            "# 社会保险参保人员减少表",
            f"单位名称：{FIRM}",
            "序号 | 姓名 | 减少日期 | 减少原因",
            "1 | 赵明远 | 202402 | 解除合同",
        ),
        {"employer_name": FIRM},
    ),
    "a receipt under its number": (
        "complaint_receipt",
        ("# 投诉受理通知书", "云山人社监受字〔2024〕第88号", "赵明远：", f"你反映{FIRM}的投诉已受理。"),
        {"name": "赵明远", "employer_name": FIRM},
    ),
    "approved once, struck off later": (
        "deregistration_notice",
        ("# 企业注销证明", f"企业名称：{FIRM}", "成立日期：2018年5月3日", "核准日期：2018年5月3日", "注销日期：2023年11月30日"),
        {"deregistered_on": "2023-11-30"},
    ),
    "asked for on another day": (
        "deregistration_notice",
        (
            "# 准予注销登记通知书",
            "（云上）登记内销字〔2024〕第98号",
            f"{FIRM}（统一社会信用代码：91110105PDY00001XG）",
            "你公司于2024年3月25日提交的注销登记申请，准予注销。",
            "> 云上市市场监督管理局",
            "> 2024年3月28日",
        ),
        {"name": FIRM, "deregistered_on": "2024-03-28"},
    ),
    "hereby certified": (
        "deregistration_notice",
        ("# 企业注销证明", f"兹证明{FIRM}已于2023年11月30日办理注销登记。"),
        {"name": FIRM, "deregistered_on": "2023-11-30"},
    ),
    "one of many firms": (
        "revocation_decision",
        ("# 行政处罚决定书", f"当事人：{FIRM}等126户企业（名单附后）", "本局决定吊销上述企业营业执照。"),
        {"name": FIRM, "penalty": "吊销营业执照"},
    ),
    "a fine and a revocation": (
        "revocation_decision",
        ("# 行政处罚决定书", f"当事人：{FIRM}", "本局决定处罚如下：罚款人民币10000元，并吊销营业执照。"),
        {"penalty": "吊销营业执照"},
    ),
    "of our village": (
        "death_certificate",
        ("# 死亡证明", f"兹证明我村村民赵明远，男，身份证号码{ZHAO}，于2024年2月11日去世。", "> 柳树村村民委员会"),
        {"name": "赵明远", "died_on": "2024-02-11"},
    ),
    "insured today": (
        "contribution_record",
        (
            "# 社会保险个人权益记录单",
            "姓名：孙晓芸",
            f"公民身份号码：{SUN}",
            "首次参保年月：2008年8月",
            "累计缴费月数：180",
            "参保状态：正常参保",
        ),
        {"first_month": "2008-08", "last_month": None},
    ),
    "a booklet issued earlier": (
        "registration_proof",
        ("# 就业创业证", "姓名：赵明远", "发证日期：2020年6月1日", "就业登记记录", "登记日期：2023年6月15日"),
        {"registered_on": "2023-06-15"},
    ),
    "a number broken over two lines": (
        "registration_proof",
        ("# 就业登记证明", "赵明远于2023年3月6日办理就业登记，就业登记编号：33010120", "2303060012。"),
        {"registration_id": "330101202303060012"},
    ),
    "a Chinese who lives abroad": (
        "emigration_proof",
        ("# 永久居留证（中文译本）", "姓名：孙晓芸", "国籍：中国", "签发国家：新西兰"),
        {"country": "新西兰"},
    ),
    "who presides": (
        "liquidation_statement",
        ("# 清算报告", "清算组负责人由赵明远担任。", "职工劳动关系已解除。", f"> {FIRM}清算组"),
        {"head": "赵明远"},
    ),
    "a team's worker": (
        "exit_confirmation",
        ("# 离场证明", "兹证明赵明远系我项目部云上市恒达建筑劳务有限公司所属班组工人，已于2024年1月15日离场。"),
        {"employer_name": "云上市恒达建筑劳务有限公司", "exited_on": "2024-01-15"},
    ),
    "boxes behind their options": (
        "exit_confirmation",
        ("# 工人退场确认单", "项目名称：城东安置房", "姓名：赵明远", "退场日期：2023年12月20日", "工资是否结清：是☑ 否□"),
        {"wages_settled": "是"},
    ),
    "to the company's leaders": (
        "resignation_letter",
        ("# 辞职报告", "尊敬的公司领导：", "本人赵明远因家庭原因申请辞职，将于2024年4月30日离职。"),
        {"employee_name": "赵明远", "employer_name": None},
    ),
    "a claim that was refused": (
        "ruling",
        (
            "# 仲裁裁决书",
            "申请人：赵明远，男",
            f"被申请人：{FIRM}",
            "申请人请求裁决解除劳动合同。裁决如下：驳回申请人关于确认双方劳动关系于2024年1月31日解除的请求。",
            "> 2024年3月1日",
        ),
        {"separation_date": None},
    ),
    "granted, and the rest refused": (
        "ruling",
        (
            "# 仲裁裁决书",
            "申请人：赵明远，男",
            f"被申请人：{FIRM}",
            "裁决如下：确认双方劳动关系于2024年1月31日解除，驳回申请人其他仲裁请求。",
            "> 2024年3月1日",
        ),
        {"separation_date": "2024-01-31"},
    ),
    "a card's number on two lines, in a cell": (
        "bank_card",
        ("# 收款账户确认书", "户名 | 赵明远", "银行账号 | 6999 9900 1234 5678", "902"),
        {"account_number": "6999990012345678902"},
    ),
    "a card's number on two lines": (
        "bank_card",
        ("# 收款账户确认书", "户名：赵明远", "银行账号： 6999 9900 1234 5678", "902"),
        {"account_number": "6999990012345678902"},
    ),
    "until it is done": (
        "authorization_letter",
        ("# 授权委托书", f"委托人：{FIRM}", "现委托孙晓芸办理撤销用工备案登记。委托期限：自签字之日起至上述事项办完为止。"),
        {"valid_until": None},
    ),
    "an agent's number broken over two lines": (
        "authorization_letter",
        (
            "# 授权委托书",
            f"委托单位：{FIRM}",
            "受托人：孙晓芸，女，现任我公司人事专员，身份证号码：4403991985",
            "12240267，联系电话13800000000。",
            "委托事项：办理用工备案撤销手续。",
        ),
        {"agent_name": "孙晓芸", "agent_id": SUN},
    ),
    "labels in two languages": (
        "termination_certificate",
        ("# 离职证明", "姓名 Name：赵明远", f"身份证号码/ID No.：{ZHAO}", "离职日期：2024年2月29日", "特此证明。"),
        {"employee_name": "赵明远", "employee_id": ZHAO},
    ),
    "next of kin, one by one": (
        "kinship_proof",
        (
            "# 亲属关系证明",
            f"赵明远，身份证号码{ZHAO}，系我社区居民。其直系亲属如下：",
            f"妻子：孙晓芸，身份证号码{SUN}。",
            "特此证明",
        ),
        {},
    ),
}


@pytest.mark.parametrize("story", PHRASINGS)
def test_what_it_says(story: str) -> None:
    type_, rows, expected = PHRASINGS[story]
    (document,) = find_documents(sheet(*rows))
    assert document.type == type_
    values = {name: (document.fields[name].value or None) if name in document.fields else None for name in expected}
    assert values == expected


@pytest.mark.parametrize(
    "rows",
    [
        (
            "# 行政处罚决定书",
            f"当事人：{FIRM}",
            "经查，当事人销售过期食品。由市场监督管理部门处罚，情节严重的，吊销营业执照。鉴于情节轻微，本局决定罚款5000元。",
        ),
        (
            "# 行政处罚决定书",
            "云山市监处罚〔2023〕77号",
            f"当事人：{FIRM}",
            "提交虚假材料取得登记的，情节严重的，依法可处吊销营业执照。本局决定罚款50000元。",
        ),
        ("# 死亡证明申请书", "本人孙晓芸申请开具赵明远的死亡证明，其于2024年2月11日死亡。"),
    ],
)
def test_what_is_no_such_paper(rows: tuple[str, ...]) -> None:
    assert kind(*rows) == "unknown"


def test_who_is_kin_is_told_by_the_police_as_well() -> None:
    assert kind("# 户籍证明", "兹证明孙晓芸与赵明远系母子关系。", POLICE) == "kinship_proof"
