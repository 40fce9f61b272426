"""Where a value that has no form of its own begins and ends within the words around it."""

import math
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final

from extractors.documents.kinds import RECOGNISERS
from extractors.documents.kinds.surnames import has_compound_surname, has_surname
from extractors.documents.reading.characters import Reals
from extractors.documents.reading.tagger import Tagged
from extractors.schema import Kind
from extractors.text.fold import HAN_CLASS
from extractors.text.passage import Span

_BEYOND: Final = 3
"""Characters by which a value may begin or end elsewhere than the tags have it."""
_LEAST: Final = 0.02
"""No tag is surer than this leaves it: one sure character does not outweigh all others."""
_AT_A_BREAK: Final = 2.5
"""How much (in log odds) speaks for an edge at a gap, a sign or a line's end."""
_AFTER_A_LINK: Final = 0.7
"""The same for a value that begins right after a word which sentences put before one."""
_WITHIN_A_RUN: Final = -6.0
"""The same for an edge that cuts a number or a foreign word in two."""
_AT_A_WORD: Final = 1.5
"""The same for an edge where a word begins or ends that stands beside values."""
_WITHIN_A_WORD: Final = -3.0
"""The same for an edge inside a word that stands beside values."""
_UNBALANCED: Final = -3.0
"""The same for a value with one of two brackets."""
_SOUND: Final = 1.5
"""The same for a value that its kind takes for one."""
_SURNAME: Final = 1.5
"""The same for a name that begins with a surname."""
_FULL_NAME: Final = 1.5
"""The same for a name of three characters, or four with a surname of two: six names of seven have as many."""
_REPEATED: Final = 2.5
"""The same for a name that stands elsewhere on the paper as well, by itself: at its foot, beside a label."""
_THREE: Final = 3
_LONGEST_WORD: Final = 6
_TRIED: Final = 8
"""The likeliest spans, which are looked at more closely."""
_LINKS: Final = frozenset("系为与在由向到被给受从经对")
_USUAL: Final = range(2, 5)
"""Characters of a Chinese name."""
_RUN: Final = re.compile(r"[0-9A-Za-z]")
_WORD: Final = re.compile(rf"[{HAN_CLASS}0-9A-Za-z·]")
_PLAIN: Final = re.compile(rf"[{HAN_CLASS}]+")
_FOREIGN: Final = re.compile(rf"[{HAN_CLASS}]+(?:[·•][{HAN_CLASS}]+)+")
_IN_PARTS: Final = re.compile(rf"(?=.{{6,}})[{HAN_CLASS}]{{2,}} [{HAN_CLASS}]{{2,}}")
"""A name of five characters and more in two parts: the dot between them was written as a space, or lost."""
_PARTED: Final = re.compile(r"[\s:：,，。.;；、_]+")
_SHORTEST_PIECE: Final = 2
_PERSON_IS: Final = re.compile(rf"[{HAN_CLASS}]{{2,4}}[系是为]")
_FIRMS: Final = frozenset[Kind]({"firm", "party"})
_NAMES: Final = frozenset[Kind]({"person", "people", "firm", "office", "party"})
_PEOPLE: Final = frozenset[Kind]({"person", "people"})


def best_span(tagged: Tagged, likely: Reals, span: Span, kind: Kind) -> Span:
    """The span of a value, as its characters' tags have it, as words break, and as values of its kind are.

    A person's name of two to four characters is one without a break inside; foreign ones without a dot stay as tagged.
    """
    offsets = tagged.characters.offsets
    first, last = (int(at) for at in offsets.searchsorted(span))
    first, last = _whole_runs(tagged, first, last)
    if kind == "person" and _IN_PARTS.fullmatch(tagged.part.body.text[slice(*span)]):
        return span
    text = _text(tagged, first, last)
    is_foreign = kind in _PEOPLE and _FOREIGN.fullmatch(text) is not None
    if kind in _PEOPLE and not is_foreign and not _PLAIN.fullmatch(text):
        return span
    around = _names(tagged, first, last) if kind in _PEOPLE and not is_foreign else _around(tagged, first, last)
    scored = sorted(((_score(tagged, likely, one, (first, last)), one) for one in around), reverse=True)[:_TRIED]
    weighed = [(score + _sense(tagged, one, kind), one) for score, one in scored]
    best = max(weighed, default=None)
    chosen = span if best is None else _span(tagged, best[1])
    return _past_person(tagged, chosen) if kind in _FIRMS else chosen


def _past_person(tagged: Tagged, span: Span) -> Span:
    """A firm's name without its head (张三系样例科技有限公司的法定代表人), where it stands alone elsewhere on the paper."""
    text = tagged.part.body.text
    match = _PERSON_IS.match(text, *span)
    if match is None or not has_surname(match[0]) or not _stands_elsewhere(tagged, (match.end(), span[1])):
        return span
    return match.end(), span[1]


def _whole_runs(tagged: Tagged, first: int, last: int) -> tuple[int, int]:
    """Places widened so that they cut no number or foreign word in two."""
    count = len(tagged.characters.offsets)
    while 0 < first < count and _edge(tagged, first) == _WITHIN_A_RUN:
        first -= 1
    while 0 < last < count and _edge(tagged, last) == _WITHIN_A_RUN:
        last += 1
    return first, last


def _span(tagged: Tagged, places: tuple[int, int]) -> Span:
    offsets = tagged.characters.offsets
    return int(offsets[places[0]]), int(offsets[places[1] - 1]) + 1


def _text(tagged: Tagged, start: int, end: int) -> str:
    return "".join(tagged.part.body.text[at] for at in tagged.characters.offsets[start:end])


def _around(tagged: Tagged, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Spans that begin and end near where the tags have it, and reach over no break that the tags do not."""
    count, joints = len(tagged.characters.offsets), tagged.characters.joints
    starts = range(max(0, first - _BEYOND), min(last, first + _BEYOND + 1))
    ends = range(max(first + 1, last - _BEYOND), min(count, last + _BEYOND) + 1)
    sound_starts = [at for at in starts if not (joints[at + 1 : first + 1] > 1).any()]
    sound_ends = [at for at in ends if not (joints[last:at] > 1).any()]
    return ((start, end) for start in sound_starts for end in sound_ends if start < end)


def _names(tagged: Tagged, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Names that begin and end near where the tags have it, without a gap or a line's end in them."""
    count, joints = len(tagged.characters.offsets), tagged.characters.joints
    for start in range(max(0, first - _BEYOND), min(last, first + _BEYOND) + 1):
        for end in range(max(start, last - _BEYOND), min(count, last + _BEYOND) + 1):
            spaced = any(joints[at] > 1 for at in range(start + 1, end))
            if end - start in _USUAL and _PLAIN.fullmatch(_text(tagged, start, end)) and not spaced:
                yield start, end


def _score(tagged: Tagged, likely: Reals, places: tuple[int, int], tags: tuple[int, int]) -> float:
    """The log odds of a span, by its characters' tags and by its edges."""
    start, end = min(places[0], tags[0]), max(places[1], tags[1])
    shares = likely[start:end].clip(_LEAST, 1 - _LEAST)
    total = sum(
        math.log(share if places[0] <= at < places[1] else 1 - share) for at, share in enumerate(shares.tolist(), start=start)
    )
    return total + _edge(tagged, places[0]) + _edge(tagged, places[1]) + _link(tagged, places[0])


def _edge(tagged: Tagged, at: int) -> float:
    """How much speaks for an edge before the character at a place."""
    count = len(tagged.characters.offsets)
    if at <= 0 or at >= count or tagged.characters.joints[at] > 0:
        return _AT_A_BREAK
    before, after = _text(tagged, at - 1, at), _text(tagged, at, at + 1)
    if _RUN.match(before) and _RUN.match(after):
        return _WITHIN_A_RUN
    if not (_WORD.match(before) and _WORD.match(after)):
        return _AT_A_BREAK
    return _beside_words(tagged, at)


def _beside_words(tagged: Tagged, at: int) -> float:
    """How much words that stand beside values say of an edge at a place: it cuts one in two, or one begins or ends there."""
    around = _text(tagged, max(0, at - _LONGEST_WORD), at + _LONGEST_WORD)
    place = min(at, _LONGEST_WORD)
    spans = [match.span() for match in _words().finditer(around)]
    if any(start < place < end for start, end in spans):
        return _WITHIN_A_WORD
    return _AT_A_WORD if any(place in span for span in spans) else 0.0


@cache
def _words() -> re.Pattern[str]:
    rows = files(__package__).joinpath("words.txt").read_text(encoding="utf-8").splitlines()
    words = sorted({word for row in rows if not row.startswith("#") for word in row.split()}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


def _link(tagged: Tagged, start: int) -> float:
    return _AFTER_A_LINK if start > 0 and _text(tagged, start - 1, start) in _LINKS else 0.0


def _sense(tagged: Tagged, places: tuple[int, int], kind: Kind) -> float:
    """How much speaks for a span by what it says."""
    text = _text(tagged, *places)
    repeated = _REPEATED if kind in _NAMES and _stands_elsewhere(tagged, _span(tagged, places)) else 0.0
    if kind in _PEOPLE:
        full = len(text) == _THREE + has_compound_surname(text)
        return (_SURNAME if has_surname(text) else 0.0) + (_FULL_NAME if full else 0.0) + repeated
    brackets = _UNBALANCED if len(re.findall(r"[(（]", text)) != len(re.findall(r"[)）]", text)) else 0.0
    found = next(RECOGNISERS[kind](tagged.part.body, _span(tagged, places)), None)
    return brackets + repeated + (_SOUND if found is not None else 0.0)


def _stands_elsewhere(tagged: Tagged, span: Span) -> bool:
    """Whether the words of a span stand by themselves somewhere else on the paper."""
    text = tagged.part.body.text
    name = re.sub(r"\s", "", text[slice(*span)])
    start = 0
    for parting in (*_PARTED.finditer(text), None):
        end = parting.start() if parting else len(text)
        if len(name) >= _SHORTEST_PIECE and text[start:end] == name and not (start < span[1] and span[0] < end):
            return True
        start = parting.end() if parting else end
    return False
