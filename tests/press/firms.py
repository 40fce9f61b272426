"""Employers that do not exist: companies and branches, shops, schools, hospitals, cooperatives, partnerships and others."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tests.press.numbers import credit_code
from tests.press.people import make_person
from tests.press.places import Place
from tests.press.words import signs, words

__all__ = ["Firm", "make_company", "make_firm"]


@dataclass(frozen=True)
class Firm:
    """An employer. ``we`` are the words by which it speaks of itself, ``head_title`` is what its head is called."""

    name: str
    we: tuple[str, ...]
    head_title: str
    code_prefix: str

    def uscc(self, fill: random.Random) -> str:
        """Return a credit code of the firm's kind."""
        return credit_code(fill, self.code_prefix)


def make_firm(place: Place, fill: random.Random) -> Firm:
    """Return an employer at a place."""
    return fill.choices(_MAKERS, _SHARES)[0](place, fill)


def make_company(place: Place, fill: random.Random) -> Firm:
    """Return a company of limited liability."""
    region = _region(place, fill)
    trade, industry = _trade_name(fill), _word(fill, "industries")
    form = fill.choices(("有限公司", "有限责任公司", "股份有限公司", "集团有限公司"), (78, 12, 7, 3))[0]
    dice = fill.random()
    if dice < 0.78:
        name = region + trade + industry + form
    elif dice < 0.93:
        name = f"{trade}（{place.short_city}）{industry}{form}"
    else:
        name = f"{region}{trade}{industry}（集团）{form.removeprefix('集团')}"
    return Firm(_folded(name, fill), ("我公司", "本公司", "我司", "我单位", "本单位", "公司", "本企业"), "法定代表人", "91")


def _branch(place: Place, fill: random.Random) -> Firm:
    company = make_company(place, fill)
    town = fill.choice(
        (place.short_city, place.district[:2], place.district[:2] + "第一", f"{place.short_city}{place.district[:2]}")
    )
    name = company.name + town + fill.choice(("分公司", "分公司", "分公司", "营业部", "办事处", "分店"))
    return Firm(name, ("我公司", "我分公司", "本单位", "我单位", "我司"), "负责人", "91")


def _shop(place: Place, fill: random.Random) -> Firm:
    tail = "（个体工商户）" if fill.random() < 0.3 else ""
    owner = make_person(fill).name if fill.random() < 0.25 else _trade_name(fill)
    city = place.city if fill.random() < 0.6 and place.district.endswith("区") else ""
    name = f"{city}{place.district}{owner}{_word(fill, 'shops')}{tail}"
    return Firm(_folded(name, fill), ("本店", "我店", "我单位", "本单位"), "经营者", "92")


def _school(place: Place, fill: random.Random) -> Firm:
    return Firm(
        f"{_region(place, fill)}{_trade_name(fill)}{_word(fill, 'schools')}", ("我校", "我单位", "本校", "学校"), "校长", "52"
    )


def _hospital(place: Place, fill: random.Random) -> Firm:
    return Firm(
        f"{_region(place, fill)}{_trade_name(fill)}{_word(fill, 'hospitals')}",
        ("我院", "我单位", "本单位", "医院"),
        "法定代表人",
        "12",
    )


def _cooperative(place: Place, fill: random.Random) -> Firm:
    return Firm(
        f"{place.district}{_trade_name(fill)}{_word(fill, 'cooperatives')}",
        ("我社", "本社", "我单位", "合作社"),
        "法定代表人",
        "93",
    )


def _office(place: Place, fill: random.Random) -> Firm:
    tail = fill.choice(("（普通合伙）", "（特殊普通合伙）", "（有限合伙）", ""))
    name = f"{_region(place, fill)}{_trade_name(fill)}{_word(fill, 'offices')}{tail}"
    return Firm(_folded(name, fill), ("我所", "本所", "我单位", "本单位"), "执行事务合伙人", "91")


def _factory(place: Place, fill: random.Random) -> Firm:
    name = place.district + _trade_name(fill) + _word(fill, "factories")
    return Firm(name, ("我厂", "本厂", "我单位", "本单位"), fill.choice(("投资人", "厂长")), "91")


def _partnership(place: Place, fill: random.Random) -> Firm:
    name = f"{place.short_city}{_trade_name(fill)}企业管理{fill.choice(('合伙企业', '中心'))}（有限合伙）"
    return Firm(_folded(name, fill), ("本企业", "我单位", "本单位"), "执行事务合伙人", "91")


_MAKERS: Final[tuple[Callable[[Place, random.Random], Firm], ...]] = (
    make_company, _branch, _shop, _school, _hospital, _cooperative, _office, _factory, _partnership,
)  # fmt: skip
_SHARES: Final = (62, 8, 9, 4, 4, 3, 4, 4, 2)


def _region(place: Place, fill: random.Random) -> str:
    dice = fill.random()
    if dice < 0.45:
        return place.short_city
    if dice < 0.75:
        return place.city
    if dice < 0.85 and place.province:
        return place.province.removesuffix("省").removesuffix("壮族自治区").removesuffix("维吾尔自治区").removesuffix("自治区")
    return place.city + place.district if place.district.endswith("区") else place.district


def _trade_name(fill: random.Random) -> str:
    if fill.random() < 0.12:
        return _word(fill, "fancy")
    return "".join(fill.sample(signs("firms", "trade_signs"), fill.choices((2, 3, 4), (74, 14, 12))[0]))


def _word(fill: random.Random, kind: str) -> str:
    return fill.choice(words("firms", kind))


def _folded(name: str, fill: random.Random) -> str:
    """Return the name with the brackets that the office's typewriter had: full width, or now and then half."""
    return name.replace("（", "(").replace("）", ")") if fill.random() < 0.2 else name
