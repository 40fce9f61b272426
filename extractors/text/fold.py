"""One spelling for characters that look alike on paper but differ in the file.

The same folding is applied to what is read off a page and to what an applicant typed, so that the two can be compared.
"""

import re
import unicodedata
from typing import Final

_RADICAL_PAIRS: Final = (
    "⺟母 ⻓长 ⻔门 ⻢马 ⻋车 ⻛风 ⻅见 ⻉贝 ⻘青 ⻩黄 ⻄西 ⻬齐 ⻰龙 ⺠民 ⻆角 ⻚页 ⻜飞 ⻝食 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻮齿 "
    "⻁虎 ⻤鬼 ⻣骨 ⻙韦 ⻳龟"
)
_RADICALS: Final = {ord(pair[0]): pair[1] for pair in _RADICAL_PAIRS.split()}
"""CJK Radicals Supplement as it appears in the text of PDFs: NFKC leaves these alone (DOMAIN 8.4)."""
_INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)
"""Zero-width characters, direction marks, and variation selectors."""
_OPENING: Final = r"[\[{【\u3014〖〈《「『]"
_CLOSING: Final = r"[\]}】\u3015〗〉》」』]"
_HAN: Final = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
HAN_CLASS: Final = _HAN
"""Han characters including extensions, for use inside a regular expression's brackets."""
_NAME_DOT: Final = re.compile(rf"(?<=[{_HAN}])\s*[•・‧∙⋅●·.]\s*(?=[{_HAN}])")
_SPACES: Final = re.compile(r"\s+")
LATIN_CLASS: Final = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
"""Latin letters, those with accents among them, for use inside a regular expression's brackets."""
_LATIN_WORD: Final = re.compile(rf"[{LATIN_CLASS}]{{2}}")
_APOSTROPHES: Final = re.compile("[\u2018\u2019\u02b9\u02bb\u02bc\u2032`]")
_BETWEEN_HAN: Final = re.compile(rf"(?<=[{_HAN}·])\s+(?=[{_HAN}·])")


def fold(text: str) -> str:
    """Fold widths, compatibility forms and radicals, and drop what cannot be seen. Spaces and brackets stay.

    >>> fold("⻓沙２０２４年（样例）")
    '长沙2024年(样例)'
    """
    return unicodedata.normalize("NFKC", _INVISIBLE.sub("", text.translate(_RADICALS)))


def fold_name(text: str) -> str:
    """Fold the name of an organisation: as :func:`fold`, without spaces and with one kind of brackets.

    >>> fold_name("样例 科技【北京】有限公司")
    '样例科技(北京)有限公司'
    """
    return _SPACES.sub("", re.sub(_CLOSING, ")", re.sub(_OPENING, "(", fold(text))))


def fold_person(text: str) -> str:
    """Fold a person's name: as :func:`fold_name`, with every dot between Han characters written as U+00B7.

    Spaces between words in Latin letters stay, since they part the names of foreigners; a comma has one behind it and none
    before it, and every apostrophe is the straight one.

    >>> fold_person("阿依古丽•买买提"), fold_person("O’Brien ,Séan"), fold_person("佟 一旭  TONG,YIXU")
    ('阿依古丽·买买提', "O'Brien, Séan", '佟一旭 TONG, YIXU')
    """
    dotted = _NAME_DOT.sub("·", fold(text))
    if not _LATIN_WORD.search(dotted):
        return fold_name(dotted)
    spaced = re.sub(r"\s*,\s*", ", ", _BETWEEN_HAN.sub("", _APOSTROPHES.sub("'", dotted)))
    return _SPACES.sub(" ", re.sub(_CLOSING, ")", re.sub(_OPENING, "(", spaced))).strip()


_SHORTEST_PART: Final = 2
_DOTTED_FROM: Final = 5
"""Characters from which a name in two parts is one of those that are written with a dot: Chinese ones have four at most."""


def fold_typed_person(text: str) -> str:
    """Fold a person's name as somebody typed it: as :func:`fold_person`; the space in a long one is its dot.

    >>> fold_typed_person("阿依古丽 买买提"), fold_typed_person("欧阳 小明"), fold_typed_person("阿 依 古 丽")
    ('阿依古丽·买买提', '欧阳小明', '阿依古丽')
    """
    parts = fold(text).split()
    is_han = all(re.fullmatch(rf"[{_HAN}]{{{_SHORTEST_PART},}}", part) for part in parts)
    long = len(parts) > 1 and sum(map(len, parts)) >= _DOTTED_FROM
    return "·".join(parts) if is_han and long else fold_person(text)
