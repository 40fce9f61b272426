"""How alike two names are: of people and of firms (DOMAIN 8.4).

Both names come folded (widths, radicals, brackets, dots). Nothing here decides: a relation says what kind of difference it is.
"""

import re
import unicodedata
from enum import Enum
from functools import cache
from itertools import permutations
from typing import Final

from opencc import OpenCC
from rapidfuzz.distance import Levenshtein

_ALIKE: Final = """
    己已巳 末未 日曰 土士 干千于 人入八 大太犬 天夭 刀力 戊戌戍 侯候 祖租 徽微 崇祟 钧钓 晴睛 冶治 赢嬴 朱未 王玉主 东车
    闫阎 肖萧 付傅 邱丘 予子 茜西 莹萤 术木 琪淇 沁泌 瑞端 午牛 遣道遗 妤好 梁粱 苇菲 展辰
    0OＯ〇 1lI| 5S 2Z 8B
"""
LOOKALIKES: Final = tuple(_ALIKE.split())
"""Characters that OCR and people mistake for one another."""

UNREADABLE: Final = frozenset("口□?？■囗*")
"""What OCR writes in place of a rare character it does not know."""

KEPT_AS_WRITTEN: Final = frozenset("喆堃峯昇乾")
"""Variants in use in names that stay distinct from the character a converter would make of them."""

RARE_VARIANTS: Final = frozenset("甯")
"""Variants that readers do not know: 甯 (宁) is read as 帘."""

_DOT: Final = "·"
_MASK: Final = "*"
"""Covers characters on purpose: any number of them."""
_FIRM_SUFFIXES: Final = (("有限责任公司", "有限公司"), ("股份公司", "股份有限公司"), ("(集团)", "集团"))
_BRANCH: Final = re.compile(r"^(.*公司)(.+分公司|.+分店|.+营业部|.+办事处|.+分支机构)$")
_BRACKETED: Final = re.compile(r"\(([^()]*)\)")
_REGION_SIGNS: Final = re.compile(r"[省市区县]")
_REGION: Final = re.compile(
    "(?:(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|"
    "青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)[省市]?|.{2,6}?[省市区县])*"
)
"""What a firm's name may begin with: provinces by name, anything smaller by its sign."""

ALIKE_FIRM_RATIO: Final = 0.90
"""Levenshtein similarity (0..1) from which two firms' names may be one name misread or mistyped (DOMAIN 8.4)."""


class PersonNames(Enum):
    """How two people's names relate."""

    SAME = "same"
    SPELLING = "spelling"
    """Equal but for traditional characters, a missing dot, or a character that nobody could read."""
    PART = "part"
    """One holds the other."""
    ONE_CHARACTER = "one character"
    OTHER_SCRIPT = "other script"
    """One is in Latin letters: whether it is the other's cannot be told."""
    DIFFERENT = "different"


class FirmNames(Enum):
    """How two firms' names relate."""

    SAME = "same"
    VARIANT = "variant"
    """The suffix is written another way, or the same parts stand elsewhere: perhaps another firm."""
    BRANCH = "branch"
    ALIKE = "alike"
    DIFFERENT = "different"


def compare_people(one: str, other: str) -> PersonNames:
    """Compare two folded names of people. Of a name in two scripts the one that fits better counts.

    Everybody puts a foreigner in characters anew (约翰·史密斯): two Chinese names of one differ less than two scripts do.
    """
    forms = ((here, there) for here in in_both_scripts(one) for there in in_both_scripts(other))
    found = {_compare(here, there) for here, there in forms}
    if "·" not in one + other:
        found = found - {PersonNames.OTHER_SCRIPT} or found
    return min(found, key=list(PersonNames).index)


def _compare(one: str, other: str) -> PersonNames:
    if one == other:
        return PersonNames.SAME
    if in_latin(one) or in_latin(other):
        return _in_scripts(one, other)
    if _spelled_alike(one, other):
        return PersonNames.SPELLING
    if one in other or other in one:
        return PersonNames.PART
    if Levenshtein.distance(simplified(one), simplified(other)) == 1:
        return PersonNames.ONE_CHARACTER
    return PersonNames.DIFFERENT


def in_both_scripts(name: str) -> tuple[str, ...]:
    """A foreigner's name and the Chinese one that papers print with it, in either order; any other name alone.

    >>> in_both_scripts("JOHN SMITH(约翰·史密斯)"), in_both_scripts("李思涵(曾用名李思函)")
    (('JOHN SMITH', '约翰·史密斯'), ('李思涵(曾用名李思函)',))
    """
    parts = [part.strip(" ,") for part in _SCRIPTS.split(name)]
    parts = [part for part in parts if part]
    latin = [part for part in parts if in_latin(part)]
    return tuple(parts) if len(parts) == _TWO and len(latin) == 1 else (name,)


_SCRIPTS: Final = re.compile(r"[()]|(?<=[A-Za-z.])\s*(?=[^\x00-\x7f])|(?<=[^\x00-\x7f])\s*(?=[A-Za-z])")
_TWO: Final = 2


def _in_scripts(one: str, other: str) -> PersonNames:
    """Two names of which one at least is, or ends, in Latin letters: by the script that both have, Chinese before Latin."""
    chinese = _chinese(one), _chinese(other)
    if all(chinese):
        return compare_people(*chinese)
    return _in_latin(one, other) if in_latin(one) and in_latin(other) else PersonNames.OTHER_SCRIPT


def _in_latin(one: str, other: str) -> PersonNames:
    """The same words in any order, or for a person to compare."""
    here, there = _words(one), _words(other)
    if sorted(here) == sorted(there) or _run_together(here, there) or _run_together(there, here):
        return PersonNames.SPELLING
    return PersonNames.PART if set(here) & set(there) else PersonNames.DIFFERENT


def in_latin(name: str) -> bool:
    """Whether a name is written in Latin letters, alone or beside Chinese ones (佟一旭 TONG, YIXU).

    >>> in_latin("José"), in_latin("佟一旭 TONG, YIXU"), in_latin("佟一旭"), in_latin("王A明")
    (True, True, False, False)
    """
    return any(_LATIN_WORD.search(word) for word in _words(name))


def _words(name: str) -> list[str]:
    """The words of a name in Latin letters, without accents and apostrophes, as passports' machine-readable lines have them."""
    plain = unicodedata.normalize("NFD", name.upper().translate(_LETTERS)).translate(_SIGNS_LEFT_OUT)
    return re.findall("[A-Z]+", "".join(char for char in plain if not unicodedata.combining(char)))


def _run_together(parted: list[str], joined: list[str]) -> bool:
    """Whether words are the same in some order, but for gaps: ANNE-MARIE and ANNEMARIE, YI XU and YIXU."""
    if not 1 < len(parted) <= _MOST_WORDS:
        return False
    wanted = {"".join(order) for order in permutations(joined)} if len(joined) <= _MOST_WORDS else set()
    return any("".join(order) in wanted for order in permutations(parted))


_MOST_WORDS: Final = 4
_LATIN_WORD: Final = re.compile("[A-Z]{2}")
_LETTERS: Final = str.maketrans({"Ø": "O", "Đ": "D", "Ł": "L", "Æ": "AE", "Œ": "OE", "Þ": "TH", "Ð": "D", "ẞ": "SS"})
"""Letters that are no plain one with an accent, as ICAO 9303 spells them."""
_SIGNS_LEFT_OUT: Final = str.maketrans("", "", "'’‘`.")
_OF_CHINESE: Final = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af·□]+")


def _chinese(name: str) -> str:
    return "".join(_OF_CHINESE.findall(name))


def rare_character(name: str, other: str) -> bool:
    """Whether the one character that differs is rare in this name (outside GB 2312) and in use in the other.

    Of characters that look alike it is enough that one is of the second level of GB 2312, and the other of the first, which
    holds those in daily use.
    """
    if len(name) != len(other):
        return False
    differing = [(here, there) for here, there in zip(name, other, strict=True) if here != there]
    if len(differing) != 1:
        return False
    here, there = differing[0]
    return (_is_rare(here) and not _is_rare(there)) or (lookalikes(here, there) and _is_daily(there) and not _is_daily(here))


def _is_daily(char: str) -> bool:
    """Whether a character is of the first level of GB 2312."""
    try:
        return char.encode("gb2312") < _SECOND_LEVEL
    except UnicodeEncodeError:
        return False


_SECOND_LEVEL: Final = b"\xd8\xa1"


def _is_rare(char: str) -> bool:
    """Variants that name givers are fond of are none: readers know them, and take them for no others."""
    if char in RARE_VARIANTS:
        return True
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return char not in KEPT_AS_WRITTEN and simplified(char) == char
    return False


_ENDS_A_BODY: Final = re.compile(r"公司|[厂店部社院校局所会行馆处站园坊铺场室]$|中心$|企业$|集团$|个体户|合伙")


def is_personal(name: str) -> bool:
    """Whether a folded name has the shape of a person's: two to four characters or a dot, and nothing that bodies end in.

    >>> is_personal("李思涵"), is_personal("阿依古丽·买买提"), is_personal("晨光餐馆"), is_personal("样例科技有限公司")
    (True, True, False, False)
    """
    if _OF_A_FIRM.search(name):
        return False
    forms = in_both_scripts(name)
    if len(forms) > 1:
        return any(is_personal(form) for form in forms)
    name = (_chinese(name) if in_latin(name) else "") or name
    if len(name) <= _NO_BODYS:
        return len(name) > 1 and not _A_DEPARTMENT.search(name)
    return (_DOT in name or len(name) <= _LONGEST_PERSON) and not _ENDS_A_BODY.search(name)


_OF_A_FIRM: Final = re.compile("投资|资本|基金|资产|咨询|科技|贸易|有限")
"""Words of firms: the beginning of a firm's name is no person's."""
_A_DEPARTMENT: Final = re.compile("人事|人力|行政|财务|劳资|综合|公司|单位")
_NO_BODYS: Final = 3
"""Characters of a name that is a person's whatever it ends in (李园): no body's is so short."""
_LONGEST_PERSON: Final = 4


def compare_firms(one: str, other: str) -> FirmNames:
    """Compare two folded names of firms."""
    if one == other or _differ_by_a_lost_bracket(one, other):
        return FirmNames.SAME
    if _head_office(one) == other or _head_office(other) == one:
        return FirmNames.BRANCH
    if _plain_suffix(one) == _plain_suffix(other) or _same_parts(one, other):
        return FirmNames.VARIANT
    if one in other or other in one:
        return FirmNames.ALIKE
    close = Levenshtein.distance(one, other) == 1 or Levenshtein.normalized_similarity(one, other) >= ALIKE_FIRM_RATIO
    if close or _all_lookalikes(one, other) or simplified(one) == simplified(other):
        return FirmNames.ALIKE
    return FirmNames.DIFFERENT


def _differ_by_a_lost_bracket(one: str, other: str) -> bool:
    """Whether two names are the same but for a bracket that lacks its other half in one of them: no name is written so."""
    bare = [re.sub(r"[()]", "", name) for name in (one, other)]
    return bare[0] == bare[1] and any(name.count("(") != name.count(")") for name in (one, other))


def lookalikes(one: str, other: str) -> bool:
    """Whether two characters are mistaken for one another."""
    return one == other or any(one in group and other in group for group in LOOKALIKES)


def _spelled_alike(one: str, other: str) -> bool:
    left, right = (simplified(name).replace(_DOT, "") for name in (one, other))
    if len(left) != len(right):
        return False
    unread = sum(a != b for a, b in zip(left, right, strict=True) if {a, b} & UNREADABLE and _MASK not in (a, b))
    known = [(a, b) for a, b in zip(left, right, strict=True) if not {a, b} & UNREADABLE]
    return unread <= 1 and bool(known) and all(a == b for a, b in known)


def _all_lookalikes(one: str, other: str) -> bool:
    return len(one) == len(other) and all(lookalikes(a, b) for a, b in zip(one, other, strict=True))


def simplified(name: str) -> str:
    """In simplified characters, but for those that people keep in their names."""
    return "".join(char if char in KEPT_AS_WRITTEN else _converter().convert(char) for char in name)


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


def _head_office(name: str) -> str:
    match = _BRANCH.match(name)
    return match[1] if match else ""


def _plain_suffix(name: str) -> str:
    for variant, plain in _FIRM_SUFFIXES:
        name = name.replace(variant, plain)
    return name


def _same_parts(one: str, other: str) -> bool:
    """北京X公司 and X(北京)公司: the region moved, in or out of brackets, or missing from one of them, or another one."""
    moved = sorted(_letters(one)) == sorted(_letters(other))
    return moved or any(part.sub("", one, count=1) == part.sub("", other, count=1) for part in (_BRACKETED, _REGION))


def _letters(name: str) -> str:
    return _REGION_SIGNS.sub("", name.replace("(", "").replace(")", ""))
