"""Which lines of a page run across its print: what a copy is for, said at an angle, once or all over it.

The print of a paper lies in one direction, however the picture was taken. A mark that was laid over the picture lies in another
one, and tells itself by saying the same again and again, or by the words that such marks are made of. Other things that lie
askew (a stamp's ring, another paper) do neither.
"""

import math
import re
from collections.abc import Sequence, Set
from difflib import SequenceMatcher
from itertools import combinations
from statistics import median
from typing import Final

from extractors.evidence import Box, Point, TextLine
from extractors.text.fold import fold

ACROSS_DEG: Final = 8.0
"""Least angle between a mark and the print under it: perspective fans a card's rows out by up to 5 degrees, marks are set at 15
to 45."""
_ALONG_DEG: Final = 7.0
"""How far the pieces of a mark lie from its own direction: short pieces, and those that print tears, are boxed less exactly."""
_NEAR_DEG: Final = 12.0
"""How far from it they may lie where they are nearer to it than to the print."""
_FAR_DEG: Final = 15.0
_FEW: Final = 3
"""How far from the print's direction a line is that no tilt explains, and how many such lines a mark may be torn into; a second
paper in the picture has more."""
_LARGE: Final = 1.6
"""How many times as high as the print they are; the letters of a company's ring are 1.3 times as high as a form's."""
_LEAST_SAID: Final = 3
"""Characters of a line that is surely text: strokes are read as one or two."""
_LONG: Final = 2.2
"""Length of a line, in its heights, from which its box tells a direction."""
_SAME_RUN: Final = 4
_SAME_SHARE: Final = 0.6
"""Characters in a row that two lines have in common where they say the same, and their share of the shorter one: two places on
a card have their city in common. Digits do not count: a day of birth stands in the number, too."""
_NO_WORDS: Final = re.compile(r"[\W\d_]")
_FOR: Final = re.compile(r"[仅只](?:供|限|用)|(?:使用|之用)$|复印无效|他用无效|再次复印|不得转用")
"""Words that marks for a purpose are made of (DOMAIN 1.2)."""
_FEWEST: Final = 2
"""Lines of print that tell its direction; where a mark left fewer whole, the page is taken to be level."""


def slanted_marks(lines: Sequence[TextLine], size_px: tuple[int, int], seals: Sequence[Box] = ()) -> frozenset[int]:
    """The indices of a page's lines that are a mark laid across it. ``size_px``: width and height of the page.

    ``seals``: where seals were found, whose rings are read in pieces that lie askew.
    """
    slopes = {at: slope for at, line in enumerate(lines) if (slope := slope_of(line, size_px)) is not None}
    rings = {at for at in slopes if any(_holds_middle(seal, lines[at].box) for seal in seals)}
    telling = _telling(lines, slopes, rings)
    if not telling:
        return _alone(lines, slopes, size_px) - rings
    along = median(slopes[at] for at in telling)
    others = [slope for at, slope in slopes.items() if at not in rings and abs(slope - along) > _ALONG_DEG]
    rows = median(others) if len(others) >= _FEWEST else 0.0
    if abs(rows - along) < (ACROSS_DEG if len(others) >= _FEWEST else _FAR_DEG):
        return frozenset()
    return frozenset(at for at, slope in slopes.items() if abs(slope - along) < min(abs(slope - rows), _NEAR_DEG))


def _alone(lines: Sequence[TextLine], slopes: dict[int, float], size_px: tuple[int, int]) -> frozenset[int]:
    """A few large lines far out of the print's direction and in the midst of it, whatever they say: what was read
    of one large mark. Stamps lie askew as well, and are set in letters of the print's size."""
    rows = median(slopes.values()) if slopes else 0.0
    askew = {at for at, slope in slopes.items() if abs(slope - rows) >= _FAR_DEG}
    level = [lines[at].box for at in slopes if at not in askew]
    if len(askew) > _FEW or len(level) < _FEWEST:
        return frozenset()
    usual = median(_height(lines[at], size_px) for at in slopes if at not in askew)
    large = {at for at in askew if len(lines[at].text) >= _LEAST_SAID and _height(lines[at], size_px) >= _LARGE * usual}
    whole = (
        min(box[0] for box in level),
        min(box[1] for box in level),
        max(box[2] for box in level),
        max(box[3] for box in level),
    )
    return frozenset(at for at in large if _holds_middle(whole, lines[at].box))


def _holds_middle(whole: Box, box: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return whole[0] < x < whole[2] and whole[1] < y < whole[3]


def _telling(lines: Sequence[TextLine], slopes: dict[int, float], rings: Set[int]) -> set[int]:
    """The lines that say what another one says in the same direction, or what marks are made of; of several directions the one
    in which most of them lie beside fewest that say something of their own.

    The print may repeat itself as well, row by row of a table, and say at its foot what it is for: a level direction in which
    more is said once than in all others is its own.
    """
    said = {at: fold(lines[at].text).replace(" ", "") for at in slopes}
    for_use = {at for at, text in said.items() if _FOR.search(text)}
    said = {at: words for at, text in said.items() if at not in rings and len(words := _NO_WORDS.sub("", text)) >= _SAME_RUN}
    repeated = {
        at
        for pair in combinations(said, 2)
        if abs(slopes[pair[0]] - slopes[pair[1]]) <= _ALONG_DEG and _say_the_same(said[pair[0]], said[pair[1]])
        for at in pair
    }
    telling = for_use | repeated
    once = slopes.keys() - telling - rings
    groups = {}
    for first in telling:
        group = {at for at in telling if abs(slopes[at] - slopes[first]) <= _ALONG_DEG}
        own = sum(abs(slopes[at] - slopes[first]) <= _ALONG_DEG for at in once)
        if own < len(once) - own or own == 0 or (group & for_use and abs(slopes[first]) >= ACROSS_DEG):
            groups[first] = (len(group) - own, group)
    return max(groups.values(), key=lambda one: one[0], default=(0, set[int]()))[1]


def _say_the_same(one: str, other: str) -> bool:
    match = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return match.size >= max(_SAME_RUN, _SAME_SHARE * min(len(one), len(other)))


def slope_of(line: TextLine, size_px: tuple[int, int]) -> float | None:
    """The direction of a line in degrees, rising clockwise from level; None where it is too short to have one."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = _corners(line, size_px)
    run, rise = (bx + cx - ax - dx) / 2, (by + cy - ay - dy) / 2
    return math.degrees(math.atan2(rise, run)) if math.hypot(run, rise) >= _LONG * _height(line, size_px) else None


def _height(line: TextLine, size_px: tuple[int, int]) -> float:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = _corners(line, size_px)
    return (math.hypot(dx - ax, dy - ay) + math.hypot(cx - bx, cy - by)) / 2


def _corners(line: TextLine, size_px: tuple[int, int]) -> list[Point]:
    return [(x * size_px[0], y * size_px[1]) for x, y in line.quad]
