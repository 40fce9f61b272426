"""Pairs of a label and what it labels, as forms, lists and tables hold them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tests.press.choices import Choices, Weighted
from tests.press.sheet import joined, wide
from tests.press.teller import Teller
from tests.press.wording import LABEL, Piece
from tests.press.words import words

__all__ = ["Pair", "Style", "english_of", "make_pairs", "make_style", "padded"]


@dataclass(frozen=True)
class Pair:
    """A label and its value, which may be empty."""

    name: str
    label: str
    value: list[Piece]

    @property
    def tag(self) -> str:
        """What the label's text is marked with."""
        return LABEL + self.name

    @property
    def ems(self) -> float:
        """How wide both are when set in one line."""
        return wide(self.label) + wide(joined(self.value)) + 1


@dataclass(frozen=True)
class Style:
    """How a paper joins labels to values: what stands between, how labels are spread, pairs numbered, lines shared."""

    joint: str
    underlined: bool
    spread_to: int
    numbers: str
    per_line: int
    ends: str
    bilingual: str


_JOINTS: Final = Weighted(
    ("：", 60), (":", 14), ("  ", 7), ("    ", 4), ("： ", 8), (": ", 4), ("为", 3), ("是", 0.7), ("】", 1.5)
)
_APART: Final = 0.2
_TO: Final = re.compile(r"\s*(?:至|到|[—～~]+| - )\s*")
_TERMS: Final = {
    "contract_term": (
        ("合同起始日期", "合同终止日期"),
        ("合同起始日", "合同到期日"),
        ("劳动合同起始时间", "劳动合同终止时间"),
        ("合同开始日期", "合同结束日期"),
        ("合同起始", "合同终止"),
        ("合同生效日期", "合同届满日期"),
    )
}
"""Terms of which each end may have a label of its own, and such labels."""
_NUMBERS: Final = Weighted(
    ("", 84), ("一、", 5), ("1、", 5), ("1.", 4), ("（1）", 2), ("（一）", 2), ("①", 1.5), ("1）", 0.7), ("(1)", 0.7)
)


def make_style(choices: Choices) -> Style:
    """Return one way to join labels and values."""
    joint = choices.weighed(_JOINTS)
    style = Style(
        joint,
        joint in "：:" and choices.chance(0.22),
        choices.pick((0, 0, 0, 0, 4, 5)) if choices.chance(0.5) else 0,
        choices.weighed(_NUMBERS),
        choices.pick((1, 1, 2, 2, 3)),
        choices.pick(("", "", "", "；", "。", "，")),
        choices.pick((" ", "/", "（")) if choices.chance(0.03) else "",
    )
    choices.note(
        "pairs",
        f"joint {joint!r}{' underlined' if style.underlined else ''}, labels spread to {style.spread_to}, {style.numbers}",
    )
    return style


def make_pairs(teller: Teller, names: Sequence[str], style: Style, *, in_cell: bool) -> list[Pair]:
    """Return pairs of those names that can be told."""
    teller.in_cell = in_cell or not style.underlined
    told = [name for name in names if teller.can_tell(f"label.{name}") and _can_tell(teller, name)]
    pairs = [pair for name in told for pair in _apart(_pair(teller, name, style), teller)]
    teller.in_cell = False
    return pairs


def english_of(name: str) -> str:
    """What a bilingual form calls a field."""
    return next(
        (pair.partition("=")[2].replace("_", " ") for pair in words("labels", "english") if pair.startswith(f"{name}=")), ""
    )


def padded(value: list[Piece], ems: float, choices: Choices) -> list[Piece]:
    """Return a value on an underline of at least so many ems."""
    room = max(2, round((ems - wide(joined(value))) * 2))
    before = min(room, choices.count(0, room // 2))
    return [("_" * before, "", 0), *value, ("_" * (room - before), "", 0)]


def _can_tell(teller: Teller, name: str) -> bool:
    rule = f"value.{name}"
    return teller.can_tell(rule) if rule in teller.wording else name not in teller.withheld


def _pair(teller: Teller, name: str, style: Style) -> Pair:
    rule = f"value.{name}"
    label = joined(teller.tell(f"label.{name}"))
    if style.bilingual and english_of(name):
        label += style.bilingual + english_of(name) + ("）" if style.bilingual == "（" else "")
    value: list[Piece] = []
    if rule in teller.wording and name not in teller.blanks:
        value = teller.tell(rule)
    else:
        teller.say(name, value)
    return Pair(name, _spread(label, style.spread_to), value)


def _apart(pair: Pair, teller: Teller) -> list[Pair]:
    """A term whose first and last day have labels of their own, now and then."""
    ends = [_TO.split(text) for text, name, _ in pair.value if name == pair.name]
    if pair.name not in _TERMS or len(ends) != 1 or len(ends[0]) != 2 or not teller.choices.chance(_APART):
        return [pair]
    labels = teller.choices.pick(_TERMS[pair.name])
    teller.printed[pair.name] = "".join(ends[0])
    printing = next(number for _, name, number in pair.value if name == pair.name)
    return [Pair(pair.name, label, [(end, pair.name, printing)]) for label, end in zip(labels, ends[0], strict=True)]


def _spread(label: str, ems: int) -> str:
    """Set a short label wide, so that it fills so many ems: 姓    名."""
    gaps = len(label) - 1
    if not 0 < gaps < ems - 1 or label.isascii() or "（" in label:
        return label
    return (" " * max(1, round(2 * (ems - len(label)) / gaps))).join(label)


def number_of(style: Style, index: int) -> str:
    """The number before a pair of a numbered list."""
    if not style.numbers or index >= len(words("labels", "han_numbers")):
        return ""
    sign = next(sign for sign in "一1①" if sign in style.numbers)
    return style.numbers.replace(
        sign, {"一": words("labels", "han_numbers")[index], "1": str(index + 1), "①": chr(ord("①") + index)}[sign]
    )
