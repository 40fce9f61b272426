"""Papers that look like evidence, or were uploaded by mistake, and are none of the documents a packet asks for."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from samples.companies import Company
from samples.papers.draft import A4, Draft, new_draft
from samples.papers.paper import Paper, Point, Shown
from samples.papers.prose import Prose, flow
from samples.papers.sheet import Area, Sheet
from samples.papers.table import Cell, TableRow, draw_table
from samples.people import Person

DecoyKind = Literal[
    "employment_certificate", "income_certificate", "resignation_letter", "handover_sheet", "contract_page", "invoice",
    "termination_notice", "meeting_note", "recipe", "internship_certificate", "diploma", "dismissal",
]  # fmt: skip
Story = tuple[Person, Company, date]
"""Who, where and the day the paper was written."""


def draw_decoy(rng: random.Random, kind: DecoyKind, story: Story) -> Paper:
    """Draw a paper of the kind, which is among its tags; its type is ``unknown``, but for a letter of resignation."""
    sheet = Sheet(*A4)
    draft = replace(new_draft(rng, sheet, "chinese", hand=False), lined=False)
    anchors = _DRAW[kind](draft, story)
    shown = Shown("resignation_letter" if kind == "resignation_letter" else "unknown")
    return Paper(sheet.pdf(), *A4, (shown,), anchors, "white", tuple(sheet.handwriting), {"kind": kind})


def _page(draft: Draft, title: str, paragraphs: Sequence[str], closing: Sequence[str]) -> dict[str, Point]:
    """A title, paragraphs, and lines at the lower right; the seal's place is over the last of them."""
    y = draft.heading(draft.rng.uniform(28, 44), title) + 6
    for paragraph in paragraphs:
        prose: Prose = [paragraph]
        y = flow(draft.sheet, Area(28, y, 182, 280), prose, draft.body, draft.leading)
    y += 10
    for line in closing:
        y += draft.body.em * 2
        draft.sheet.text((180, y), line, draft.body, "right")
    return {"seal": (152.0, y - draft.body.em)} if closing else {}


def _employment(draft: Draft, story: Story) -> dict[str, Point]:
    person, company, day = story
    since = draft.date(day - timedelta(days=900), "")[0].text
    text = f"兹证明{person.name}（身份证号码：{person.id_number}）自{since}起在我单位工作，现任项目主管一职，目前仍在职。"
    return _page(draft, draft.rng.choice(("在职证明", "工作证明")), (text, "特此证明。"), (company.name, _written(draft, day)))


def _income(draft: Draft, story: Story) -> dict[str, Point]:
    person, company, day = story
    who = f"兹证明{person.name}，身份证号：{person.id_number}，系我公司正式员工，"
    text = who + "担任销售经理职务，近一年平均月收入为人民币捌仟陆佰元整（￥8,600.00）。"
    closing = (f"单位名称（盖章）：{company.name}", _written(draft, day))
    return _page(
        draft, "收入证明", (text, "本证明仅用于证明该员工的工作及收入情况，不作为任何形式的担保文件。", "特此证明。"), closing
    )


def _resignation(draft: Draft, story: Story) -> dict[str, Point]:
    person, company, day = story
    lines = (
        f"尊敬的{company.name}领导：",
        f"您好！我因个人发展原因，现向公司提出辞职申请，希望于{_written(draft, day + timedelta(days=30))}前办理完离职手续。",
        "感谢公司在我任职期间给予的信任与帮助，离职前我会认真做好工作交接。恳请批准。",
        "此致  敬礼",
    )
    title = draft.rng.choice(("辞职信", "辞职报告", "离职申请书"))
    anchors = _page(draft, title, lines, (f"申请人：{' ' * 24}", _written(draft, day)))
    y = anchors["seal"][1] - draft.body.em
    draft.sheet.write_by_hand(Area(158, y - 1.1 * draft.body.em, 184, y + 0.3 * draft.body.em), person.name, role="employee")
    return {}


def _handover(draft: Draft, story: Story) -> dict[str, Point]:
    person, company, day = story
    y = draft.heading(30, "员工离职交接单") + 4
    body = draft.body.sized(11.0)
    head = TableRow(11, (Cell(30, ["姓名"]), Cell(50, [person.name]), Cell(30, ["部门"]), Cell(50, ["市场部"])))
    items = ("工作文件及电子资料", "办公电脑及外设", "门禁卡、工牌", "财务借款结清", "钥匙及其他公司财物")
    rows = [TableRow(11, (Cell(80, [name]), Cell(40, ["已交接"]), Cell(40, [""]))) for name in items]
    y = draw_table(
        draft.sheet,
        (25, y),
        [head, TableRow(11, (Cell(80, ["交接事项"]), Cell(40, ["交接情况"]), Cell(40, ["接收人"]))), *rows],
        body,
    )
    draft.sheet.text((25, y + 12), f"{company.name}　交接日期：{_written(draft, day)}", body)
    return {"seal": (60.0, y + 14)}


def _contract(draft: Draft, story: Story) -> dict[str, Point]:
    person, company, day = story
    small = replace(draft, body=draft.body.sized(11.0))
    lines = (
        f"甲方（用人单位）：{company.name}",
        f"乙方（劳动者）：{person.name}    身份证号码：{person.id_number}",
        "根据《中华人民共和国劳动法》《中华人民共和国劳动合同法》等法律法规，甲乙双方在平等自愿、协商一致的基础上订立本合同。",
        f"第一条 本合同为固定期限劳动合同，自{_written(draft, day)}起，期限三年，其中试用期三个月。",
        "第二条 乙方同意根据甲方工作需要，担任操作岗位工作。乙方应按照甲方的要求，按时完成规定的工作数量，达到规定的质量标准。",
        "第三条 甲方安排乙方执行标准工时制度，每日工作时间不超过八小时，每周不超过四十小时。",
        "第四条 甲方每月以货币形式支付乙方工资，不得克扣或者无故拖欠。双方解除或终止劳动合同时，甲方应当一次性付清乙方工资。",
        "第五条 甲方为乙方提供必要的劳动条件和劳动工具，建立健全生产工艺流程，制定操作规程、工作规范和劳动安全卫生制度。",
    )
    return _page(small, "劳动合同书", lines, ("第 2 页 共 8 页",))


def _invoice(draft: Draft, story: Story) -> dict[str, Point]:
    person, company, day = story
    y = draft.heading(24, "购货清单（收据）") + 4
    body = draft.body.sized(11.0)
    draft.sheet.text((25, y), f"购货单位：{person.name}    开票日期：{_written(draft, day)}", body)
    names = (("办公椅", 2, 320), ("打印纸", 10, 25), ("硒鼓", 1, 268), ("文件柜", 1, 590))
    rows = [
        TableRow(10, (Cell(60, [name]), Cell(30, [str(count)]), Cell(35, [f"{price}.00"]), Cell(35, [f"{count * price}.00"])))
        for name, count, price in names
    ]
    head = TableRow(10, (Cell(60, ["货物名称"]), Cell(30, ["数量"]), Cell(35, ["单价"]), Cell(35, ["金额"])))
    total = TableRow(10, (Cell(60, ["价税合计（大写）"]), Cell(100, ["壹仟柒佰肆拾捌元整"])))
    y = draw_table(draft.sheet, (25, y + 4), [head, *rows, total], body)
    draft.sheet.text((25, y + 10), f"销售方：{company.name}    纳税人识别号：{company.uscc}", body)
    return {"seal": (150.0, y + 8)}


def _notice(draft: Draft, story: Story) -> dict[str, Point]:
    person, company, day = story
    lines = (
        f"{person.name}：",
        f"因公司经营情况发生重大变化，公司决定自{_written(draft, day + timedelta(days=30))}起解除与您的劳动合同。",
        "请您于接到本通知之日起三日内到人力资源部办理工作交接，逾期不办理的，公司将按有关规定处理。",
        "特此通知。",
    )
    return _page(draft, "解除劳动合同通知书", lines, (company.name, _written(draft, day)))


def _meeting(draft: Draft, story: Story) -> dict[str, Point]:
    person, company, day = story
    lines = (
        f"时间：{_written(draft, day)}上午九点    地点：三楼会议室",
        f"主持人：{company.legal_rep}    记录人：{person.name}",
        "一、通报上月生产任务完成情况，各车间产量均达到计划要求，质量合格率较上月提高。",
        "二、讨论下季度采购计划，由采购部于月底前报送供应商名单和价格对比。",
        "三、安全生产：各部门每周检查一次消防器材，发现问题及时上报。",
        "四、其他事项：食堂改造工程预计两周内完工。",
    )
    return _page(draft, "部门例会会议纪要", lines, ())


def _recipe(draft: Draft, story: Story) -> dict[str, Point]:
    lines = (
        "用料：番茄三个、鸡蛋四个、葱花少许、盐一小勺、白糖半勺、食用油两勺。",
        "做法：一、番茄洗净切块，鸡蛋打散加少许盐。二、热锅下油，倒入蛋液炒至凝固盛出。",
        "三、锅中再加油，放入番茄翻炒出汁，加糖和盐。四、倒入鸡蛋翻炒均匀，撒葱花出锅。",
        f"小贴士：番茄先用开水烫一下更容易去皮。{story[2].year}年家庭食谱第{story[2].month}页",
    )
    return _page(draft, "番茄炒蛋", lines, ())


def _internship(draft: Draft, story: Story) -> dict[str, Point]:
    person, company, day = story
    since = _written(draft, day - timedelta(days=90))
    text = f"兹证明{person.name}同学（身份证号码：{person.id_number}）于{since}至{_written(draft, day)}在我单位实习，表现良好。"
    return _page(draft, "实习证明", (text, "特此证明。"), (company.name, _written(draft, day)))


def _diploma(draft: Draft, story: Story) -> dict[str, Point]:
    person, _, day = story
    text = (
        f"学生{person.name}，性别{person.sex}，{_written(draft, person.birth)}生，于本校会计学专业四年制本科学习，"
        "修完教学计划规定的全部课程，成绩合格，准予毕业。"
    )
    return _page(
        draft,
        draft.rng.choice(("毕业证书", "毕业证")),
        (text, "证书编号：118991201205001234"),
        ("云杉大学", _written(draft, day)),
    )


def _dismissal(draft: Draft, story: Story) -> dict[str, Point]:
    person, company, day = story
    text = f"{person.name}连续旷工十五日，严重违反劳动纪律。经研究，决定给予{person.name}开除处分，自即日起生效。"
    return _page(draft, draft.rng.choice(("关于给予开除处分的决定", "开除决定")), (text,), (company.name, _written(draft, day)))


def _written(draft: Draft, day: date) -> str:
    return draft.date(day, "")[0].text


_DRAW: dict[DecoyKind, Callable[[Draft, Story], dict[str, Point]]] = {
    "employment_certificate": _employment,
    "income_certificate": _income,
    "resignation_letter": _resignation,
    "handover_sheet": _handover,
    "contract_page": _contract,
    "invoice": _invoice,
    "termination_notice": _notice,
    "meeting_note": _meeting,
    "recipe": _recipe,
    "internship_certificate": _internship,
    "diploma": _diploma,
    "dismissal": _dismissal,
}
DECOY_KINDS: tuple[DecoyKind, ...] = tuple(_DRAW)
