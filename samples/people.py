"""Fictitious people with ID numbers of counties that do not exist, and cards whose term fits their age."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from samples.codes import person_check
from samples.regions import ESTATES, REGIONS, ROADS, VILLAGES, Region

Sex = Literal["男", "女"]
LONG_TERM: Final = "长期"

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范石廖贾韦付方邹熊孟秦邱侯江尹薛闫雷龙黎史陶贺顾毛郝龚邵覃武莫尚温康施牛洪樊童褚祝岳"
    "柴戚殷乔闵佟甄麻肖仇缪阮单卞"
)
_COMPOUND = ("欧阳", "上官", "司马", "诸葛", "司徒", "尉迟", "皇甫", "夏侯", "令狐", "端木", "慕容", "东方")
_MALE = (
    "伟强磊军勇杰涛斌波辉健鹏浩宇泽轩俊博文昊天睿宏志刚林森海峰建国明亮子墨一鸣家豪嘉诚启航振华立群景行德胜佳永康晨旭世昌思远"
)
_FEMALE = "芳娜敏静丽艳娟霞婷玲雪梅琳慧颖洁莉倩薇佳怡欣悦雨桐诗涵梦瑶紫萱思琪若兰晓燕春红秀英玉珍淑华美玲子涵一诺可馨语嫣"
_RARE = "喆堃彧玥赟翀昇峯琰犇曌翊祎邕妤婧嫄甯珺璟晟熠焱劼铖倞縢稜奡"
_UYGHUR_FIRST = ("买买提", "阿卜杜拉", "艾力", "吐尔逊", "古丽娜尔", "阿依古丽", "热依汗", "帕提古丽", "艾合买提", "玉素甫")
_UYGHUR_LAST = ("艾合买提", "吐尔逊", "买买提明", "阿卜力孜", "依明", "卡德尔", "玉山", "亚森", "热合曼")
_TIBETAN = ("扎西次仁", "卓玛央金", "次仁旺堆", "格桑梅朵", "洛桑顿珠", "德吉白珍")
_MONGOL = ("巴特尔", "其其格", "乌兰托娅", "阿拉坦仓", "苏和巴特", "萨仁高娃")
_MINORITIES = ("蒙古", "回", "苗", "壮", "满", "侗", "瑶", "土家", "彝", "畲", "布依", "朝鲜", "白")

_COMPOUND_SHARE, _RARE_SHARE, _MINORITY_SHARE, _SINGLE_SHARE = 0.05, 0.12, 0.1, 0.2
"""Shares of names harder to read than most: compound surname, rare character, minority name, one given character."""

_OLDEST_CARD_YEARS = 9
"""Cards are drawn at most this long ago, so that even a ten-year card is still valid."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who does not exist, and their card. ``valid_until`` None is 长期."""

    name: str
    sex: Sex
    ethnicity: str
    birth: date
    address: str
    id_number: str
    authority: str
    valid_from: date
    valid_until: date | None


def id_number(region_code: str, birth: date, sequence: int) -> str:
    """The 18 characters for a birth date and a sequence number of 0..999 (odd for men, even for women)."""
    first_17 = f"{region_code}{birth:%Y%m%d}{sequence:03d}"
    return first_17 + person_check(first_17)


def years_after(start: date, years: int) -> date:
    """The same day some years on; 29 February becomes the 28th where there is none."""
    try:
        return start.replace(year=start.year + years)
    except ValueError:
        return start.replace(year=start.year + years, day=28)


def age_on(birth: date, day: date) -> int:
    """Full years of age."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def term_end(birth: date, valid_from: date) -> date | None:
    """When a card issued on a day ends (居民身份证法 5): 5, 10 or 20 years by age, None is 长期 from 46 on."""
    age = age_on(birth, valid_from)
    for below, years in ((16, 5), (26, 10), (46, 20)):
        if age < below:
            return years_after(valid_from, years)
    return None


def draw_person(rng: random.Random, today: date, sex: Sex | None = None) -> Person:
    """A working-age person whose card is valid on ``today`` and for at least half a year after."""
    sex = sex or _draw_sex(rng)
    region = rng.choice(REGIONS)
    birth = today - timedelta(days=rng.randint(19 * 366, 62 * 365))
    name, ethnicity = _draw_name(rng, sex)
    sequence = rng.randrange(1, 499) * 2 + (1 if sex == "男" else 0)
    valid_from = today - timedelta(days=rng.randint(40, _OLDEST_CARD_YEARS * 365))
    valid_from = max(valid_from, years_after(birth, 16) + timedelta(days=30))
    return Person(
        name=name,
        sex=sex,
        ethnicity=ethnicity,
        birth=birth,
        address=_draw_address(rng, region),
        id_number=id_number(region.code, birth, sequence),
        authority=region.police,
        valid_from=valid_from,
        valid_until=term_end(birth, valid_from),
    )


def _draw_sex(rng: random.Random) -> Sex:
    return "男" if rng.random() < 0.5 else "女"


def _draw_name(rng: random.Random, sex: Sex) -> tuple[str, str]:
    if rng.random() < _MINORITY_SHARE:
        return _draw_minority_name(rng)
    surname = rng.choice(_COMPOUND) if rng.random() < _COMPOUND_SHARE else rng.choice(_SURNAMES)
    pool = _MALE if sex == "男" else _FEMALE
    given = [rng.choice(pool) for _ in range(1 if rng.random() < _SINGLE_SHARE else 2)]
    if rng.random() < _RARE_SHARE:
        given[-1] = rng.choice(_RARE)
    ethnicity = rng.choice(_MINORITIES) if rng.random() < _MINORITY_SHARE else "汉"
    return surname + "".join(given), ethnicity


def _draw_minority_name(rng: random.Random) -> tuple[str, str]:
    people = rng.choice(("维吾尔", "维吾尔", "哈萨克", "藏", "蒙古"))
    if people == "藏":
        return rng.choice(_TIBETAN), people
    if people == "蒙古":
        return rng.choice(_MONGOL), people
    return f"{rng.choice(_UYGHUR_FIRST)}·{rng.choice(_UYGHUR_LAST)}", people


def _draw_address(rng: random.Random, region: Region) -> str:
    if rng.random() < 0.3:
        return f"{region.address}{rng.choice(VILLAGES)}{rng.randint(1, 12)}组{rng.randint(1, 160)}号"
    road = f"{rng.choice(ROADS)}{rng.randint(1, 988)}号"
    if rng.random() < 0.35:
        return f"{region.address}{road}"
    house = f"{rng.randint(1, 36)}{rng.choice(('幢', '号楼', '栋'))}{rng.choice(('', '2单元', '1单元'))}"
    return f"{region.address}{road}{rng.choice(ESTATES)}{house}{rng.randint(1, 32)}0{rng.randint(1, 6)}室"
