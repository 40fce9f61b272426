"""Papers of everyday life that are no evidence: what each says, in words of its own."""

from collections.abc import Mapping
from datetime import timedelta

from samples.papers.decoys import Story
from samples.papers.decoys_of_work import Kind, money, written
from samples.papers.draft import Draft
from samples.papers.form import Content

_STATIONS = ("云上南站", "山前东站", "河东站", "青禾北站")


def _statement(draft: Draft, story: Story) -> Content:
    person, company, day = story
    since = written(draft, day - timedelta(days=90))
    account = f"6999 99** **** {draft.rng.randrange(10**4):04d}"
    wage, balance = money(draft, 4000, 9000), money(draft, 100, 60000)
    return Content(
        paragraphs=(
            [f"客户姓名：{person.name}　账号：{account}　查询期间：{since}至{written(draft, day)}"],
            [f"{written(draft, day)}　代发工资　收入{wage}　余额{balance}　对方户名：{company.name}"],
            [f"{written(draft, day)}　消费　支出{money(draft, 10, 900)}　对方户名：云杉超市"],
        ),
        items=[
            ("客户姓名", [person.name]),
            ("账号", [account]),
            ("查询期间", [f"{since}至{written(draft, day)}"]),
            ("交易摘要", ["代发工资"]),
            ("收入金额", [wage]),
            ("账户余额", [balance]),
            ("对方户名", [company.name]),
        ],
        tail=(["本明细仅供参考，如与实际交易不符，以银行记录为准。"],),
        closing=(["云上农村商业银行山前支行"], [written(draft, day)]),
    )


def _ticket(draft: Draft, story: Story) -> Content:
    person, _, day = story
    rng = draft.rng
    start, end = rng.sample(_STATIONS, 2)
    train, seat = f"G{rng.randint(100, 9999)}", f"{rng.randint(1, 16):02d}车{rng.randint(1, 18):02d}{rng.choice('ABCDF')}号"
    masked = f"{person.id_number[:10]}****{person.id_number[14:]}"
    return Content(
        paragraphs=(
            [f"{start}　{train}　{end}"],
            [f"{written(draft, day)}{rng.randint(6, 21)}:{rng.randrange(60):02d}开　{seat}　二等座"],
            [f"￥{money(draft, 20, 600)}元　{masked}{person.name}"],
        ),
        items=[
            ("车次", [train]),
            ("出发站", [start]),
            ("到达站", [end]),
            ("乘车日期", [written(draft, day)]),
            ("席位", [seat]),
            ("旅客", [f"{masked}{person.name}"]),
            ("票价", [f"￥{money(draft, 20, 600)}"]),
        ],
        tail=(["买票请到12306，发货请到95306。"],),
        sealed=False,
    )


def _school(draft: Draft, story: Story) -> Content:
    person, _, day = story
    number = f"{day.year - 2}{draft.rng.randrange(10**6):06d}"
    return Content(
        paragraphs=(
            [
                f"兹证明{person.name}，性别{person.sex}，身份证号码{person.id_number}，系我校会计学专业全日制在读学生，学号{number}。"
            ],
            ["特此证明。"],
        ),
        items=[
            ("姓名", [person.name]),
            ("性别", [person.sex]),
            ("身份证号码", [person.id_number]),
            ("学号", [number]),
            ("专业", ["会计学"]),
            ("学籍状态", ["在读"]),
        ],
        tail=(["以上学生学籍情况属实，特此证明。"],),
        closing=(["云杉大学教务处"], [written(draft, day)]),
    )


def _medical(draft: Draft, story: Story) -> Content:
    person, _, day = story
    rng = draft.rng
    age, pressure = str(day.year - person.birth.year), f"{rng.randint(105, 138)}/{rng.randint(65, 88)}mmHg"
    finding = rng.choice(("未见明显异常", "腰肌劳损，建议休息一周", "上呼吸道感染，建议多饮水"))
    return Content(
        paragraphs=(
            [f"姓名：{person.name}　性别：{person.sex}　年龄：{age}岁　科别：内科"],
            [f"血压{pressure}，心肺听诊无异常。诊断意见：{finding}。"],
        ),
        items=[
            ("姓名", [person.name]),
            ("性别", [person.sex]),
            ("年龄", [age]),
            ("科别", ["内科"]),
            ("血压", [pressure]),
            ("心电图", ["窦性心律"]),
            ("诊断意见", [finding]),
        ],
        closing=([f"医师：{rng.choice(('赵强', '周敏'))}"], ["云上市人民医院"], [written(draft, day)]),
    )


def _rental(draft: Draft, story: Story) -> Content:
    person, company, day = story
    rent, until = money(draft, 900, 6000), written(draft, day + timedelta(days=364))
    return Content(
        paragraphs=(
            [f"出租方（甲方）：{company.legal_rep}　承租方（乙方）：{person.name}，身份证号码{person.id_number}"],
            [f"一、甲方将位于{person.address}的房屋出租给乙方居住，租期自{written(draft, day)}至{until}，月租金{rent}元。"],
            ["二、租期届满，本合同终止。乙方拖欠租金满一个月的，甲方有权解除合同，收回房屋。"],
        ),
        items=[
            ("出租方", [company.legal_rep]),
            ("承租方", [person.name]),
            ("承租方身份证号码", [person.id_number]),
            ("房屋坐落", [person.address]),
            ("租赁期限", [f"{written(draft, day)}至{until}"]),
            ("月租金", [rent]),
        ],
        tail=(["租期届满，本合同终止。乙方拖欠租金满一个月的，甲方有权解除合同，收回房屋。"],),
        closing=([f"甲方：{company.legal_rep}　乙方：{person.name}"], [written(draft, day)]),
        sealed=False,
    )


def _degree(draft: Draft, story: Story) -> Content:
    person, _, day = story
    number, birth = f"99901420{draft.rng.randrange(10**8):08d}", written(draft, person.birth)
    return Content(
        paragraphs=(
            [f"{person.name}，{person.sex}，{birth}生。在云杉大学管理学专业完成了本科学习计划，业已毕业，经审核符合学士学位条件，"
             "授予管理学学士学位。"],
            [f"证书编号：{number}"],
        ),
        items=[
            ("姓名", [person.name]),
            ("性别", [person.sex]),
            ("出生日期", [birth]),
            ("毕业院校", ["云杉大学"]),
            ("学位", ["管理学学士"]),
            ("证书编号", [number]),
        ],
        closing=(["校长　周敏"], ["云杉大学"], [written(draft, day)]),
    )  # fmt: skip


def _food_permit(draft: Draft, story: Story) -> Content:
    """A licence of another kind: a business licence's labels under another title."""
    _, company, day = story
    number, until = f"JY{draft.rng.randrange(10**14):014d}", written(draft, day + timedelta(days=5 * 365))
    return Content(
        paragraphs=(
            [f"经营者名称：{company.name}　统一社会信用代码：{company.uscc}　许可证编号：{number}"],
            [f"法定代表人（负责人）：{company.legal_rep}　住所：{company.address}　主体业态：餐饮服务经营者"],
            [f"经营项目：热食类食品制售　有效期至：{until}"],
        ),
        items=[
            ("经营者名称", [company.name]),
            ("统一社会信用代码", [company.uscc]),
            ("法定代表人（负责人）", [company.legal_rep]),
            ("住所", [company.address]),
            ("经营场所", [company.address]),
            ("主体业态", ["餐饮服务经营者"]),
            ("经营项目", ["热食类食品制售、冷食类食品制售"]),
            ("许可证编号", [number]),
            ("有效期至", [until]),
        ],
        closing=([f"发证机关：{company.registrar}"], [f"签发日期：{written(draft, day)}"]),
    )


def _driving(draft: Draft, story: Story) -> Content:
    """A card's labels and number under another title."""
    person, _, day = story
    until = written(draft, day + timedelta(days=6 * 365))
    items = [
        ("姓名", person.name),
        ("性别", person.sex),
        ("国籍", "中国"),
        ("住址", person.address),
        ("出生日期", person.birth.isoformat()),
        ("初次领证日期", day.isoformat()),
        ("准驾车型", draft.rng.choice(("C1", "C2", "B2"))),
        ("有效期限", f"{day.isoformat()}至{until}"),
    ]
    return Content(
        paragraphs=([f"证号：{person.id_number}"], *([f"{label}　{value}"] for label, value in items)),
        items=[("证号", [person.id_number]), *((label, [value]) for label, value in items)],
        closing=(["云上市公安局交通警察支队"],),
    )


def _loan(draft: Draft, story: Story) -> Content:
    person, company, day = story
    amount, until = money(draft, 1000, 50000), written(draft, day + timedelta(days=draft.rng.randint(30, 400)))
    return Content(
        paragraphs=(
            [f"今借到{company.legal_rep}人民币{amount}元整，于{until}前归还。如逾期不还，本人愿意承担法律责任。"],
            [f"借款人：{person.name}　身份证号码：{person.id_number}"],
        ),
        items=[
            *(("出借人", [company.legal_rep]), ("借款人", [person.name]), ("借款人身份证号码", [person.id_number])),
            *(("借款金额", [amount]), ("还款日期", [until])),
        ],
        tail=(["如逾期不还，本人愿意承担法律责任。"],),
        closing=([f"借款人：{person.name}"], [written(draft, day)]),
        sealed=False,
    )


def _insurance(draft: Draft, story: Story) -> Content:
    person, company, day = story
    number, until = f"PDY{draft.rng.randrange(10**12):012d}", written(draft, day + timedelta(days=364))
    return Content(
        paragraphs=(
            [f"保险单号：{number}　投保人：{company.name}　被保险人：{person.name}（{person.id_number}）"],
            [f"保险期间：自{written(draft, day)}零时起至{until}二十四时止。身故、伤残保险金额600,000.00元。"],
        ),
        items=[
            *(("保险单号", [number]), ("投保人", [company.name]), ("被保险人", [person.name])),
            ("证件号码", [person.id_number]),
            ("险种", ["雇主责任险"]),
            ("保险期间", [f"{written(draft, day)}至{until}"]),
            ("保险金额", ["600,000.00"]),
        ],
        closing=(["云杉财产保险股份有限公司"], [written(draft, day)]),
    )


LIFE: Mapping[str, Kind] = {
    "bank_statement": (("个人账户交易明细", "银行流水", "个人活期账户交易明细清单"), _statement),
    "train_ticket": (("电子客票行程信息单", "铁路电子客票", "火车票"), _ticket),
    "school_certificate": (("在读证明", "学籍证明", "在校生证明"), _school),
    "medical_report": (("体检报告", "疾病诊断证明书", "健康检查报告单"), _medical),
    "rental_contract": (("房屋租赁合同", "租房合同"), _rental),
    "degree": (("学士学位证书", "学位证书"), _degree),
    "food_permit": (("食品经营许可证",), _food_permit),
    "driving_licence": (("中华人民共和国机动车驾驶证", "机动车驾驶证"), _driving),
    "loan_note": (("借条", "借款合同"), _loan),
    "insurance_policy": (("雇主责任保险单", "保险单"), _insurance),
}
