"""Papers of work and trade that are no evidence: what each says, in words of its own."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from samples.papers.decoys import Story
from samples.papers.draft import Draft
from samples.papers.form import Content

Kind = tuple[tuple[str, ...], Callable[[Draft, Story], Content]]
"""The titles a kind may bear, and what it says."""


def written(draft: Draft, day: date) -> str:
    """A day as this paper writes it."""
    return draft.date(day, "")[0].text


def money(draft: Draft, least: int, most: int) -> str:
    """An amount in yuan."""
    return f"{draft.rng.randint(least, most):,}.{draft.rng.randrange(100):02d}"


def _payslip(draft: Draft, story: Story) -> Content:
    person, company, day = story
    base, bonus, insured = money(draft, 4000, 9000), money(draft, 300, 2500), money(draft, 400, 900)
    month = f"{day.year}年{day.month}月"
    return Content(
        paragraphs=(
            [f"{person.name}：您{month}的工资已经发放。基本工资{base}元，绩效奖金{bonus}元。"],
            [f"代扣社会保险费个人缴纳部分{insured}元，个人所得税0.00元。如有疑问，请在三日内与财务部联系。"],
        ),
        items=[
            ("工资月份", [month]),
            ("姓名", [person.name]),
            ("部门", ["生产部"]),
            ("出勤天数", [str(draft.rng.randint(18, 23))]),
            ("基本工资", [base]),
            ("绩效奖金", [bonus]),
            ("养老保险", [insured]),
            ("实发工资", [money(draft, 4500, 9500)]),
        ],
        tail=(["以上工资如有疑问，请在三日内与财务部联系。"],),
        closing=([company.name], [written(draft, day)]),
    )


def _leave(draft: Draft, story: Story) -> Content:
    person, company, day = story
    until = day + timedelta(days=draft.rng.randint(1, 6))
    span = f"{written(draft, day)}至{written(draft, until)}"
    cause = draft.rng.choice(("家中有事", "身体不适需就医", "参加亲友婚礼"))
    return Content(
        greeting=("尊敬的领导：",),
        paragraphs=([f"本人{person.name}因{cause}，需请假，时间为{span}，请假期间的工作已交接给同事，望批准。"],),
        items=[
            ("申请人", [person.name]),
            ("部门", ["仓储部"]),
            ("单位", [company.name]),
            ("请假类别", [draft.rng.choice(("事假", "病假", "年休假"))]),
            ("请假事由", [cause]),
            ("请假时间", [span]),
            ("部门意见", ["同意"]),
        ],
        closing=([f"申请人：{person.name}"], [written(draft, day)]),
        sealed=False,
    )


def _vat_invoice(draft: Draft, story: Story) -> Content:
    person, company, day = story
    rng = draft.rng
    net, number = money(draft, 100, 9000), f"{rng.randrange(10**8):08d}"
    item = rng.choice(("*餐饮服务*餐费", "*办公用品*打印纸", "*信息技术服务*软件服务费", "*住宿服务*住宿费"))
    return Content(
        paragraphs=(
            [f"发票号码：{number}　开票日期：{written(draft, day)}"],
            [f"购买方名称：{person.name}　项目名称：{item}　金额：{net}　税率：6%"],
            [f"销售方名称：{company.name}　统一社会信用代码/纳税人识别号：{company.uscc}"],
        ),
        items=[
            ("发票号码", [number]),
            ("开票日期", [written(draft, day)]),
            ("购买方名称", [person.name]),
            ("销售方名称", [company.name]),
            ("统一社会信用代码/纳税人识别号", [company.uscc]),
            ("项目名称", [item]),
            ("金额", [net]),
            ("税率", ["6%"]),
        ],
        closing=([f"开票人：{company.legal_rep}"],),
    )


def _receipt(draft: Draft, story: Story) -> Content:
    person, company, day = story
    amount, cause = money(draft, 100, 5000), draft.rng.choice(("押金", "培训费", "货款", "住宿费"))
    return Content(
        paragraphs=([f"今收到{person.name}交来{cause}，人民币{amount}元整。此据。"],),
        items=[
            ("交款人", [person.name]),
            ("收款事由", [cause]),
            ("金额", [f"￥{amount}"]),
            ("收款方式", [draft.rng.choice(("现金", "转账", "微信"))]),
        ],
        closing=([f"收款单位：{company.name}"], [f"收款人：{company.legal_rep}"], [written(draft, day)]),
    )


def _resume(draft: Draft, story: Story) -> Content:
    person, company, day = story
    since = written(draft, day - timedelta(days=draft.rng.randint(400, 2000)))
    return Content(
        paragraphs=(
            [f"本人{person.name}，{person.sex}，{person.ethnicity}族，{written(draft, person.birth)}生，住{person.address}。"],
            [f"工作经历：{since}至今，{company.name}，任销售代表，负责客户开发与维护。"],
            ["自我评价：工作认真负责，善于沟通，能够承受工作压力。期望能加入贵公司。"],
        ),
        items=[
            ("姓名", [person.name]),
            ("性别", [person.sex]),
            ("民族", [person.ethnicity]),
            ("出生日期", [written(draft, person.birth)]),
            ("住址", [person.address]),
            ("工作经历", [f"{since}至今　{company.name}　销售代表"]),
            ("教育背景", ["云杉大学　市场营销　本科"]),
            ("求职意向", ["销售、客户服务"]),
        ],
        sealed=False,
    )


def _sales_contract(draft: Draft, story: Story) -> Content:
    person, company, day = story
    total, place = money(draft, 5000, 90000), person.address
    goods = draft.rng.choice(("打印设备", "钢材", "劳保用品", "冷冻食品"))
    return Content(
        paragraphs=(
            [f"甲方（供方）：{company.name}　统一社会信用代码：{company.uscc}　法定代表人：{company.legal_rep}"],
            [f"乙方（需方）：{person.name}　身份证号码：{person.id_number}"],
            [f"一、甲方向乙方供应{goods}，货款共计人民币{total}元。二、甲方于合同签订后十日内将货物送至{place}。"],
            ["三、乙方验收合格后七日内付款。四、任何一方违约，另一方有权解除合同，并要求赔偿损失。"],
        ),
        items=[
            ("供方", [company.name]),
            ("需方", [person.name]),
            ("货物名称", [goods]),
            ("合同金额", [total]),
            ("交货地点", [place]),
            ("付款方式", ["验收合格后七日内付款"]),
        ],
        tail=(["任何一方违约，另一方有权解除合同，并要求赔偿损失。本合同一式两份，自双方签字盖章之日起生效。"],),
        closing=([f"甲方（盖章）：{company.name}"], [written(draft, day)]),
    )


def _tax(draft: Draft, story: Story) -> Content:
    person, company, day = story
    paid = money(draft, 100, 3000)
    return Content(
        paragraphs=(
            [
                f"纳税人{person.name}（身份证号码：{person.id_number}）在{company.name}取得工资薪金所得，已缴个人所得税{paid}元。"
            ],
            ["特此证明。"],
        ),
        items=[
            ("纳税人名称", [person.name]),
            ("纳税人识别号", [person.id_number]),
            ("扣缴义务人", [company.name]),
            ("税种", ["个人所得税"]),
            ("税款所属时期", [f"{day.year}年1月至{day.year}年{day.month}月"]),
            ("实缴金额", [paid]),
        ],
        closing=(["税务机关（盖章）"], [written(draft, day)]),
    )


def _offer(draft: Draft, story: Story) -> Content:
    person, company, day = story
    first = written(draft, day + timedelta(days=draft.rng.randint(3, 20)))
    return Content(
        greeting=(f"{person.name}：",),
        paragraphs=(
            [f"很高兴地通知您，您已被{company.name}录用，岗位为仓库管理员，请于{first}到人力资源部报到。"],
            ["报到时请携带身份证、学历证书、原单位离职证明和体检报告。试用期三个月。"],
        ),
        items=[
            ("姓名", [person.name]),
            ("录用岗位", ["仓库管理员"]),
            ("报到时间", [first]),
            ("报到地点", [company.address]),
            ("携带材料", ["身份证、学历证书、原单位离职证明、体检报告"]),
        ],
        closing=([company.name], [written(draft, day)]),
    )


def _service_contract(draft: Draft, story: Story) -> Content:
    person, company, day = story
    fee, until = money(draft, 2000, 20000), written(draft, day + timedelta(days=365))
    return Content(
        paragraphs=(
            [f"委托方（甲方）：{company.name}　受托方（乙方）：{person.name}，身份证号码{person.id_number}"],
            [f"第一条 甲方委托乙方提供技术服务，服务期限自{written(draft, day)}至{until}，服务费{fee}元。"],
            ["第二条 本合同期满自行终止。双方协商一致，可以提前解除本合同。第三条 争议由甲方所在地法院管辖。"],
        ),
        items=[
            ("委托方（甲方）", [company.name]),
            ("受托方（乙方）", [person.name]),
            ("服务内容", ["设备维护和技术咨询"]),
            ("服务期限", [f"{written(draft, day)}至{until}"]),
            ("服务费", [fee]),
        ],
        tail=(["双方协商一致，可以提前解除本合同。争议由甲方所在地法院管辖。"],),
        closing=([f"甲方（盖章）：{company.name}"], [written(draft, day)]),
    )


WORK: Mapping[str, Kind] = {
    "payslip": (("工资条", "工资单", "员工工资发放通知单"), _payslip),
    "leave_form": (("请假条", "请假申请单", "员工请假申请表"), _leave),
    "vat_invoice": (("电子发票（普通发票）", "增值税普通发票", "增值税电子专用发票"), _vat_invoice),
    "receipt": (("收据", "收款收据", "收条"), _receipt),
    "resume": (("个人简历", "求职简历"), _resume),
    "sales_contract": (("购销合同", "产品买卖合同"), _sales_contract),
    "tax_certificate": (("税收完税证明", "纳税记录"), _tax),
    "offer": (("录用通知书", "入职通知书"), _offer),
    "service_contract": (("技术服务合同", "委托服务合同"), _service_contract),
}
