"""Fictitious companies, in counties that do not exist.

Their codes are of the zone PDY00001-PDY99999, which GB 11714 keeps for private use.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from samples.codes import organisation_check, registration_check, uscc_check
from samples.people import years_after
from samples.regions import BUILDINGS, REGIONS, ROADS, Region

EntityKind = Literal["limited", "joint_stock", "individual", "sole", "partnership", "branch", "cooperative"]
ENTITY_KINDS: tuple[EntityKind, ...] = ("limited", "joint_stock", "individual", "sole", "partnership", "branch", "cooperative")
_KIND_WEIGHTS = (60, 8, 12, 4, 6, 7, 3)

TERMS_END = date(2022, 9, 1)
"""Licences issued from this day on print no term of business (DOMAIN 1.1)."""

_BRANDS = (
    "云杉", "青禾", "星渚", "澜渡", "鹿鸣川", "百叠", "木石里", "汀兰", "禾几", "北辰星", "岚图纪", "溪午", "麦浪湾",
    "砚池", "逐光者", "栖梧", "一苇", "朴初", "万象元", "知微堂", "恒璟", "瑞铖", "鼎犇", "晟喆", "嘉玥", "鑫淼",
    "翊航", "灏辰", "众禾盈", "优米多", "顺达丰", "乐巢",
)  # fmt: skip
_TRADES = (
    ("科技", "技术开发、技术咨询、技术服务、技术转让；软件开发；计算机系统服务；销售电子产品、计算机软件及辅助设备"),
    ("信息技术", "信息系统集成服务；数据处理和存储支持服务；信息技术咨询服务；互联网销售（除销售需要许可的商品）"),
    ("建筑工程", "各类工程建设活动；建设工程施工；建筑劳务分包；室内装饰装修；建筑材料销售"),
    ("人力资源服务", "人力资源服务（不含职业中介活动、劳务派遣服务）；劳务服务（不含劳务派遣）；企业管理咨询"),
    ("餐饮管理", "餐饮管理；餐饮服务；食品销售（仅销售预包装食品）；外卖递送服务；酒店管理"),
    ("物流", "道路货物运输（不含危险货物）；国内货物运输代理；普通货物仓储服务；装卸搬运；包装服务"),
    ("商贸", "日用百货销售；服装服饰批发；针纺织品及原料销售；五金产品零售；办公用品销售；货物进出口"),
    ("文化传媒", "组织文化艺术交流活动；广告设计、代理；广告制作；会议及展览服务；摄影扩印服务"),
    ("机械制造", "通用设备制造（不含特种设备制造）；机械零件、零部件加工；金属制品销售；机械设备租赁"),
    ("生物医药", "第一类医疗器械销售；化工产品销售（不含许可类化工产品）；医学研究和试验发展；技术进出口"),
    ("物业服务", "物业管理；园区管理服务；停车场服务；家政服务；专业保洁、清洗、消毒服务；园林绿化工程施工"),
    ("供应链管理", "供应链管理服务；国内贸易代理；采购代理服务；低温仓储（不含危险化学品等需许可审批的项目）"),
)
_SHOPS = (
    ("便利店", "食品销售；日用百货销售；烟草制品零售"),
    ("理发店", "理发服务；生活美容服务"),
    ("餐馆", "餐饮服务；小餐饮"),
    ("五金经营部", "五金产品零售；建筑材料销售"),
)
_CAPITALS = (
    "伍拾万元整",
    "壹佰万元整",
    "贰佰万元整",
    "伍佰万元整",
    "壹仟万元整",
    "叁仟万元整",
    "100万元人民币",
    "500万元",
    "1088万人民币",
)
_TYPES: dict[EntityKind, tuple[str, ...]] = {
    "limited": (
        "有限责任公司(自然人独资)", "有限责任公司(自然人投资或控股)", "有限责任公司（法人独资）", "有限责任公司",
        "其他有限责任公司",
        "有限责任公司(非自然人投资或控股的法人独资)",
    ),
    "joint_stock": ("股份有限公司(非上市、自然人投资或控股)", "其他股份有限公司(非上市)"),
    "individual": ("个体工商户",),
    "sole": ("个人独资企业",),
    "partnership": ("有限合伙企业", "普通合伙企业"),
    "branch": ("有限责任公司分公司(自然人投资或控股)", "有限责任公司分公司", "其他有限责任公司分公司"),
    "cooperative": ("农民专业合作社",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Company:
    """An employer that does not exist. ``registration_number`` is what its licence showed before the USCC came in.

    ``term_until`` None is 长期, ``''`` no term printed. ``legal_rep`` is whoever signs: 法定代表人, 经营者, 投资人, 负责人 …
    """

    kind: EntityKind
    name: str
    type: str
    uscc: str
    registration_number: str
    legal_rep: str
    address: str
    registered_capital: str
    established_on: date
    term_until: date | Literal[""] | None
    issued_on: date
    scope: str
    registrar: str


def uscc(kind: EntityKind, region_code: str, serial: int) -> str:
    """A unified social credit code from a serial number of 1..99999; both its checksums are right."""
    prefix = {"individual": "92", "cooperative": "93"}.get(kind, "91")
    organisation = f"PDY{serial:05d}"
    first_17 = prefix + region_code + organisation + organisation_check(organisation)
    return first_17 + uscc_check(first_17)


def registration_number(kind: EntityKind, region_code: str, serial: int) -> str:
    """A 15-digit registration number (注册号): the seventh digit tells individual traders (6) from the others (0)."""
    first_14 = f"{region_code}{6 if kind == 'individual' else 0}{serial:07d}"
    return first_14 + registration_check(first_14)


def draw_company(rng: random.Random, today: date, legal_rep: str, kind: EntityKind | None = None) -> Company:
    """A company that is in business on ``today``, represented by the person named."""
    kind = kind or rng.choices(ENTITY_KINDS, _KIND_WEIGHTS)[0]
    region, serial = rng.choice(REGIONS), rng.randint(1, 99999)
    name, scope = _draw_name(rng, kind, region)
    established_on = today - timedelta(days=rng.randint(5 * 365, 20 * 365))
    issued_on = (
        established_on
        if rng.random() < 0.3
        else established_on + timedelta(days=rng.randint(0, (today - established_on).days - 60))
    )
    return Company(
        kind=kind,
        name=name,
        type=_type_of(rng, kind, name),
        uscc=uscc(kind, region.code, serial),
        registration_number=registration_number(kind, region.code, serial),
        legal_rep=legal_rep,
        address=_draw_address(rng, region),
        registered_capital=rng.choice(_CAPITALS) if kind in ("limited", "joint_stock", "cooperative") else "",
        established_on=established_on,
        term_until=_draw_term(rng, kind, established_on, issued_on),
        issued_on=issued_on,
        scope=scope + "。（依法须经批准的项目，经相关部门批准后方可开展经营活动）",
        registrar=region.registrar,
    )


def firm_name(rng: random.Random, trade: str) -> str:
    """The name of a limited company in a line of business of one's choice."""
    return f"{rng.choice(REGIONS).short}{rng.choice(_BRANDS)}{trade}有限公司"


def _type_of(rng: random.Random, kind: EntityKind, name: str) -> str:
    """The printed type; a partnership's is in its name."""
    return rng.choice([known for known in _TYPES[kind] if kind != "partnership" or known.removesuffix("企业") in name])


def _draw_term(rng: random.Random, kind: EntityKind, established_on: date, issued_on: date) -> date | Literal[""] | None:
    """Licences print a term until the autumn of 2022; individual traders have none."""
    if issued_on >= TERMS_END or kind in ("individual", "sole", "cooperative"):
        return ""
    return None if rng.random() < 0.5 else years_after(established_on, rng.choice((30, 50))) - timedelta(days=1)


def _draw_name(rng: random.Random, kind: EntityKind, region: Region) -> tuple[str, str]:
    """A name and the line of business that goes with it."""
    brand = rng.choice(_BRANDS) + (rng.choice(_BRANDS) if rng.random() < 0.15 else "")
    county = f"{region.seat}{region.county}"
    if kind == "individual":
        shop, scope = rng.choice(_SHOPS)
        return f"{county}{brand}{shop}", scope
    if kind == "cooperative":
        return f"{county}{brand}种植农民专业合作社", "组织采购、供应成员所需的农业生产资料；组织收购、销售成员种植的农产品"
    trade, scope = rng.choice(_TRADES)
    stem = f"{region.short}{brand}{trade}"
    names: dict[EntityKind, str] = {
        "sole": f"{stem}{rng.choice(('工作室（个人独资）', '中心', '中心'))}",
        "partnership": f"{stem}合伙企业（{rng.choice(('有限合伙', '普通合伙'))}）",
    }
    return names.get(kind) or _draw_firm(rng, kind, region, (brand, trade)), scope


def _draw_firm(rng: random.Random, kind: EntityKind, region: Region, words: tuple[str, str]) -> str:
    """A company's name: place, brand, trade and legal form, with brackets in one in four."""
    brand, trade = words
    place = rng.choice((region.short, region.short, region.short, region.seat, region.seat, region.province + region.city))
    bracketed = (f"{brand}{trade}（{region.short}）", f"{brand}（{region.short}）{trade}", f"{place}{brand}（集团）")
    firm = rng.choice(bracketed) if rng.random() < 0.25 else f"{place}{brand}{trade}"
    if kind == "joint_stock":
        return f"{firm}股份有限公司"
    name = f"{firm}{rng.choice(('有限公司', '有限公司', '有限公司', '有限责任公司'))}"
    return f"{name}{rng.choice(REGIONS).short}{rng.choice(('', '', '第二'))}分公司" if kind == "branch" else name


def _draw_address(rng: random.Random, region: Region) -> str:
    road = f"{region.address}{rng.choice(ROADS)}{rng.randint(1, 1999)}号"
    return road + rng.choice(
        (
            f"{rng.randint(1, 20)}号楼{rng.randint(1, 28)}层{rng.randint(101, 2899)}",
            f"{rng.choice(BUILDINGS)}{rng.choice('ABCD')}座{rng.randint(2, 30)}0{rng.randint(1, 9)}室",
            f"{rng.choice(BUILDINGS)}{rng.randint(1, 9)}幢{rng.randint(1, 6)}楼",
            "",
            f"一层{rng.randint(101, 130)}室（集群注册）",
        )
    )
