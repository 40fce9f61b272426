"""The heading of a paper: found on the page and named by the known title it is nearest to."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from statistics import median
from typing import Final

from rapidfuzz import fuzz

from extractors.documents.titles import TITLES
from extractors.evidence import DocumentType
from extractors.schema import bare_title
from extractors.text.fold import fold
from extractors.text.rows import Row
from extractors.text.script import to_simplified
from extractors.text.straight import Placed

_REMEMBERED: Final = 4096
"""Headings whose titles are remembered: every reader of a page asks about the same lines."""
_SHORTEST_TITLE: Final = 2
_LONGEST_TITLE: Final = 40
"""Characters in a heading, the name of the company before it included."""
_BIG: Final = 1.2
"""A heading is at least this many times the usual line height, or stands alone in the middle of the page."""
_LARGER: Final = 1.08
_EXACT: Final = 0.95
"""A title without a character misread may be as little larger than the text where nothing stands above it: over the short lines
of a form it is in the middle of the page, and not of the text."""
_OFF_CENTRE: Final = 0.12
"""How far a centred heading's middle may lie from the middle of the text, as a share of the text's width."""
_SHORT: Final = 5
_WHOLE: Final = 1.0
_LEAST_SHORT: Final = 0.75
_LEAST_LONG: Final = 0.8
"""Least likeness (0..1, rapidfuzz ratio) for titles of two characters, of up to five, and for longer ones."""
_PERHAPS: Final = 0.5
"""A heading at least this like a title may be that title, half of it misread."""
_LEAST_LEAD: Final = 0.05
"""The best title must be ahead of the best title of any other type by this much: 禺职证明 may be 离职证明 or 在职证明."""
_SPECK_BELOW: Final = 0.5
"""Score (0..1) of a line below which what stands there may be a fold or a stain, and is nothing beside a heading."""
_SAME_HEADING_EM: Final = 1.2
"""Two rows make one heading when less than this many line heights lie between them."""

_COPY: Final = re.compile(
    r"[(\[【]?(?:第?[一二三四1234]联)?[: ]?(存根联?|单位留存联?|单位联|留存联|存查联?|副本|正本|样本|样例|样张|回执|"
    r"中文译本|译本|译文|翻译件|复印件|"
    r"个人联|本人联|职工联)[)\]】]?$"
)
_COUNTERFOIL: Final = re.compile(r"存根|留存|存查|单位联")
_NOT_A_HEADING: Final = re.compile(r"^(?:\d+[.、)]|[(]\d+[)]|[①-⑳□☐■☑√✓◇◆●○])|[。;,]$|兹|特此|如下|材料|提交|附件|应当|根据")
_ISSUER: Final = re.compile(r"^.{2,40}?(?:公司|集团|[厂店]|中心|医院|学校|大学|事务所|合作社|[省市区县]|单位)(?:单位)?(?=.{3})")

_TOPMOST: Final = 5
_MAY_HEAD: Final = re.compile(r"[\u4e00-\u9fff()A-Za-z/·]{2,24}")
_A_FIRM: Final = re.compile(
    r"(?:公司|集团|[厂店]|中心|医院|学校|个体工商户\)?|[局处部园]|盖章\)|签字\))$|^(?:兹|本人|我|根据|经|因|以下|现)"
)
_KINDS: Final = re.compile(
    "(?:证明|申请|申领|登记|审批|通知|决定|裁决|裁定|判决|调解|协议|合同|委托|授权|声明|承诺|说明|名册|清单|名单|明细|记录|报告|收据|发票|简历|"
    "存折|病历|处方|账单)$"
)
"""Words for kinds of paper, without the 书, 表 or 单 that may follow them."""
_REMARK: Final = re.compile(r"\([^()]{1,12}\)$")
"""What a form adds to its title: whom it is for, who keeps it."""
_ASIDE: Final = re.compile(r"(?<=.{2})\([^()]{2,10}\)(?=.{2})")
"""What a title says in brackets by the way: 退场(解除劳动合同)证明单."""
_SHORTEST_ENDING: Final = 4
"""Characters of a known title, its closing 书 or 表 aside, that a longer heading may end with: shorter ones end too many."""
_BY_ENDING: Final = 0.8
_ABOUT: Final = re.compile(r"^关于.{2,30}的(?=.{4,6}$)")
"""What a statement's heading says it is about (关于本人就业情况的情况说明)."""
_WITH: Final = re.compile(
    r"^关于(?:与|同|和|对)?.{2,12}?(?:同志|先生|女士|员工|职工)?的?(?=(?:解除|终止|离职|聘用)[^的]{0,12}的?证明)"
)
"""With whom what a certificate's heading tells of was done (关于与某某解除劳动合同的证明)."""
_WHOSE: Final = re.compile(r"^关于((?:解除|终止)+)(?:与)?.{2,12}?(?:同志|先生|女士|员工|职工)?的?(?=(?:劳动|聘用))")
_OF: Final = re.compile(r"的(?=证明)")


@dataclass(frozen=True, slots=True)
class Title:
    """A heading: ``score`` is its likeness to the nearest known title, ``counterfoil`` that it calls itself a 存根."""

    type: DocumentType
    text: str
    score: float
    placed: tuple[Placed, ...]
    counterfoil: bool = False

    @property
    def top(self) -> float:
        """In straightened pixels."""
        return min(item.top for item in self.placed)

    @property
    def left(self) -> float:
        """In straightened pixels."""
        return min(item.left for item in self.placed)

    @property
    def right(self) -> float:
        """In straightened pixels."""
        return max(item.right for item in self.placed)


def name_title(text: str) -> tuple[DocumentType, float] | None:
    """The type whose title a heading is nearest to, and how near (0..1); None where it is near to none or to two types.

    >>> name_title("解 除(终 止)劳 动 合 同 证 明 书")
    ('termination_certificate', 1.0)
    """
    plain, whole = _plain(text), bare_title(fold(text))
    if whole in _BY_TITLE:  # 减员回执: the receipt is the paper itself, not a copy of one
        return _BY_TITLE[whole], 1.0
    told = _OF.sub("", _WHOSE.sub(r"\1", _WITH.sub("", plain)))
    bare = _plain(_REMARK.sub("", re.sub(r"\s", "", fold(text))))
    aside = _plain(_ASIDE.sub("", re.sub(r"\s", "", fold(text))))
    wordings = (plain, _ISSUER.sub("", plain), plain[len(_longest_issuer(plain)) :], _ABOUT.sub("", plain), told, bare, aside)
    for candidate in wordings:
        named = _nearest(candidate)
        if named is not None:
            return named
    return _ending(bare)


def _ending(plain: str) -> tuple[DocumentType, float] | None:
    """The type of the known title that a longer heading ends with (人力资源社会保障业务授权委托书)."""
    ends = [plain[start:] for start in range(1, len(plain) - _SHORTEST_ENDING + 1)]
    return next(((_BY_TITLE[end], _BY_ENDING) for end in ends if end in _BY_TITLE), None)


def find_titles(rows: Sequence[Row]) -> tuple[Title, ...]:
    """Every known heading on the page from top to bottom. Of two that share a line the one nearer to a title is it."""
    found: list[Title] = []
    usual = _usual_height(rows)
    titles = [title for group, set_off in _candidates(rows) if (title := _as_title(group, set_off, rows, usual))]
    for title in sorted(titles, key=lambda title: -title.score):
        if not any(item in known.placed for known in found for item in title.placed):
            found.append(title)
    return tuple(sorted(found, key=lambda title: (title.top, title.left)))


def set_as_text(rows: Sequence[Row], type_: DocumentType) -> Title | None:
    """The title of a type that is set as the text: alone on one of the topmost lines, or word for word beside a system's menu.

    Only what the rest of the page says makes it the title.
    """
    upper = rows[: max(_TOPMOST, len(rows) // 3)]
    alone = [row.placed[0] for row in rows[:_TOPMOST] if len(row.placed) == 1]
    beside = [item for row in upper for item in row.placed if item not in alone]
    for item, least in (*((one, 0.0) for one in alone), *((one, _EXACT) for one in beside)):
        text = to_simplified(re.sub(r"\s", "", fold(item.line.text)))
        if _SHORTEST_TITLE < len(text) <= _LONGEST_TITLE and not _NOT_A_HEADING.search(text):
            named = name_title(text)
            if named is not None and named[0] == type_ and named[1] >= least:
                return Title(type_, text, named[1], (item,))
    return None


def headed_otherwise(rows: Sequence[Row], type_: DocumentType) -> bool:
    """Whether a line set larger than the text stands above it and says something else than a title of this type, misread."""
    usual = _usual_height(rows)
    upper = [row for row in rows[: max(1, len(rows) // 4)] if row.height >= _BIG * usual]
    texts = [to_simplified(_plain("".join(item.line.text for item in row.placed))) for row in upper]
    return any(len(text) > _SHORTEST_TITLE and _ISSUER.sub("", text) and _likeness(text, type_) < _PERHAPS for text in texts)


def is_of_another_kind(rows: Sequence[Row], type_: DocumentType) -> bool:
    """Whether a heading ends with a word that no title of a type ends with: an application (申请表) is no proof (证明)."""
    return any(names_another_kind(text, type_) for text in _headings(rows))


def names_another_kind(heading: str, type_: DocumentType) -> bool:
    """Whether a heading ends with such a word, and holds none that titles of the type end with (授权委托登记表)."""
    own, plain = _kinds_of(type_), _plain(heading)
    return bool(own and _kind_of(plain)) and not any(kind in plain for kind in own)


@cache
def _kinds_of(type_: DocumentType) -> frozenset[str]:
    return frozenset(kind for title, known in _KNOWN if known == type_ and (kind := _kind_of(title)))


def _kind_of(plain: str) -> str:
    """The word for its kind that a bare title ends with; empty where it ends with none."""
    match = _KINDS.search(plain)
    return match[0] if match else ""


def is_headed(rows: Sequence[Row]) -> bool:
    """Whether a heading, known or not, stands above the text: a few words alone, and no firm's name or begun sentence.

    On the page's first line they may be set as the text is.
    """
    return bool(_headings(rows))


def _headings(rows: Sequence[Row]) -> list[str]:
    upper = rows[:_TOPMOST] if len(rows) > _TOPMOST else rows[:1]
    usual = _usual_height(rows)
    alone = [
        row.placed for at, row in enumerate(upper) if len(row.placed) == 1 and (at == 0 or _prominent(row.placed, rows, usual))
    ]
    texts = [re.sub(r"\s", "", fold(placed[0].line.text)) for placed in alone]
    return [text for text in texts if _MAY_HEAD.fullmatch(text) and not _A_FIRM.search(text)]


def _likeness(plain: str, type_: DocumentType) -> float:
    return max(fuzz.ratio(plain, title) / 100 for title, known in _KNOWN if known == type_)


def heading_text(rows: Sequence[Row]) -> str:
    """The page's heading, or its most prominent line among its upper rows, whatever it says; empty on an empty page."""
    headings = _headings(rows)
    if headings:
        return headings[0][:_LONGEST_TITLE]
    upper = [item for row in rows[: max(3, len(rows) // 3)] for item in row.placed]
    best = max(upper, key=lambda item: item.height, default=None)
    return "" if best is None else re.sub(r"\s", "", fold(best.line.text))[:_LONGEST_TITLE]


def _plain(text: str) -> str:
    compact = re.sub(r"\s", "", fold(text))
    return bare_title(_COPY.sub("", compact))


_KNOWN: Final = tuple((bare_title(title), type_) for type_, titles in TITLES.items() for title in titles)

_BY_TITLE: Final = dict(_KNOWN)


def _longest_issuer(plain: str) -> str:
    """The name of a company before a title, up to its last possible end."""
    ends = [match.end() for match in re.finditer(r"公司|集团|中心|单位|[省市区县]", plain[:-3])]
    return plain[: ends[-1]] if ends else ""


@lru_cache(maxsize=_REMEMBERED)
def _nearest(plain: str) -> tuple[DocumentType, float] | None:
    """Kept for a page's headings: every reader asks about the same ones."""
    best: dict[DocumentType, float] = {}
    for title, type_ in _KNOWN:
        best[type_] = max(best.get(type_, 0.0), fuzz.ratio(plain, title) / 100)
    (first, score), (_, second) = sorted(best.items(), key=lambda item: -item[1])[:2]
    least = _WHOLE if len(plain) <= _SHORTEST_TITLE else _LEAST_SHORT if len(plain) <= _SHORT else _LEAST_LONG
    return (first, score) if score >= least and score - second >= _LEAST_LEAD else None


def _candidates(rows: Sequence[Row]) -> Iterator[tuple[tuple[Placed, ...], tuple[Placed, ...]]]:
    """Whole rows, pairs of close rows, then single lines: a title may be letter-spaced, broken, or one of two abreast.

    Each with the lines that have to be set off from the text for it to be a heading.
    """
    for row in rows:
        if _are_titles_abreast(row):
            yield from (((item,), row.placed) for item in row.placed)
        yield row.placed, row.placed
    for row, following in itertools.pairwise(rows):
        if following.top - row.bottom < _SAME_HEADING_EM * min(row.height, following.height):
            pair = (*row.placed, *following.placed)
            yield pair, pair
    for row in rows:
        if len(row.placed) > 1:
            yield from (((item,), (item,)) for item in row.placed)


def _are_titles_abreast(row: Row) -> bool:
    """Whether two lines of a row are titles by themselves: a stub's and, beside it, its paper's."""
    named = [name_title(item.line.text) for item in row.placed if len(row.placed) > 1]
    return sum(one is not None and one[1] >= _EXACT for one in named) > 1


def _as_title(group: tuple[Placed, ...], set_off: tuple[Placed, ...], rows: Sequence[Row], usual: float) -> Title | None:
    text = to_simplified(re.sub(r"\s", "", fold("".join(item.line.text for item in group))))
    if not _SHORTEST_TITLE <= len(text) <= _LONGEST_TITLE or _NOT_A_HEADING.search(text):
        return None
    named = name_title(text)
    if named is None or not (_prominent(set_off, rows, usual) or (named[1] >= _EXACT and _on_top(set_off, rows, usual))):
        return None
    copy = _COPY.search(text)
    return Title(named[0], text, named[1], group, bool(copy and _COUNTERFOIL.search(copy[0])))


def _on_top(group: tuple[Placed, ...], rows: Sequence[Row], usual: float) -> bool:
    """Whether a heading is all that stands in the topmost row, and larger than the text."""
    return rows[0].placed == group and min(item.height for item in group) >= _LARGER * usual


def _usual_height(rows: Sequence[Row]) -> float:
    return median([item.height for row in rows for item in row.placed]) if rows else 0.0


def _prominent(group: tuple[Placed, ...], rows: Sequence[Row], usual: float) -> bool:
    if min(item.height for item in group) >= _BIG * usual:
        return True
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    middle = (min(item.left for item in group) + max(item.right for item in group)) / 2
    beside = {item for row in rows if set(row.placed) & set(group) for item in row.placed if item.line.score >= _SPECK_BELOW}
    alone = not beside - set(group)
    return alone and abs(middle - (left + right) / 2) <= _OFF_CENTRE * (right - left)
