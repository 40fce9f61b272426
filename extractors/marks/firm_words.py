"""Words that the names of firms and offices are made of, and what they tell of glyphs that are worn or covered.

The legal forms are those of the rules on business names (企业名称登记管理规定实施办法), the trades words of GB/T 4754, the
regions provinces and prefectures. What a firm calls itself is in no list, and is never guessed.
"""

from typing import Final

from extractors.marks.firm_regions import AREAS, CITIES

_ENDINGS: Final = """
    有限公司 有限责任公司 合伙企业 农民专业合作社 （有限合伙） （普通合伙） （特殊普通合伙） （个人独资）
"""
"""Where most of one of these stands nothing else can, so a glyph gives way to it even where it was read for sure."""
_OTHERS: Final = """
    股份有限公司 分公司 个人独资企业 （集团） 集团有限公司 事务所
    经营部 营业部 便利店
    工作室 办事处 第一分公司 第二分公司 第三分公司
    信息技术 文化传媒 供应链管理 人力资源服务 人力资源 物业服务 物业管理 餐饮管理 餐饮服务 建筑工程 建筑劳务 建筑装饰
    装饰工程 机械制造 机械设备 生物医药 生物科技 医疗器械 电子商务 电子科技 网络科技 信息科技 软件科技 国际贸易 进出口贸易
    企业管理 投资管理 资产管理 财务管理 咨询服务 管理咨询 技术服务 科技发展 环保科技 新能源 新材料 房地产开发 房地产经纪
    汽车销售 汽车租赁 货物运输 教育科技 教育咨询 广告传媒 家政服务 保安服务 劳务派遣 食品加工 理发店
    市市场监督管理局 县市场监督管理局 区市场监督管理局 旗市场监督管理局 市公安局 县公安局 区公安局 旗公安局
    市场监督管理局 工商行政管理局 行政审批局 行政审批服务局 人力资源和社会保障局 公安局 派出所 税务局 社会保险
    公共就业服务中心
"""
"""Legal forms, trades and offices: only glyphs in doubt give way to them."""
_REGIONS: Final = (
    *AREAS,
    *(f"{city}市" for city in CITIES),
    *(f"（{city}）" for city in CITIES),
    *(city for city in CITIES if len(city) > 2),  # noqa: PLR2004  two characters fit anywhere
)

ENDING_WEIGHT: Final = 4.0
OTHER_WEIGHT: Final = 1.5
"""What a word that fits speaks for each of its characters, in logarithms."""
LEAST_SAME: Final = 0.6
"""Share of a word that must be read as it is."""

WORDS: Final[dict[str, float]] = {
    **dict.fromkeys((*_OTHERS.split(), *_REGIONS), OTHER_WEIGHT),
    **dict.fromkeys(_ENDINGS.split(), ENDING_WEIGHT),
}
"""Every word with the weight of its characters. Words of two characters fit anywhere: there are none."""

MUST_SHOW: Final = frozenset(_REGIONS)
"""Words of which there are many alike: a glyph that shows nothing of its character is not taken for it."""
LEAST_SHOWN: Final = 0.02
"""Likelihood from which a glyph shows something of a character."""

OPENINGS: Final = tuple(city for city in CITIES if len(city) == 2)  # noqa: PLR2004  longer ones are words with 市, or in brackets
OPENING_WEIGHT: Final = 2.0
"""Cities of two characters, which many names begin with, and what they speak for each character there."""
