"""Settles doubtful glyphs of a ring by the words that the names of firms and offices are made of."""

from collections.abc import Iterator, Sequence
from typing import Final

from extractors.marks.firm_words import ENDING_WEIGHT, LEAST_SAME, LEAST_SHOWN, MUST_SHOW, OPENING_WEIGHT, OPENINGS, WORDS
from extractors.marks.glyph_votes import Glyph, Votes

SURE_GLYPH: Final = 0.9
"""A glyph this likely is not taken for a region's, however much of the region was read."""

LONG_REGION: Final = 4
"""Of the regions with so many characters hardly two differ in one."""


def with_words(glyphs: Sequence[Glyph], votes: Votes) -> tuple[list[Glyph], set[int]]:
    """The glyphs, with those settled that a word settles, the best words first, and where words stand."""
    within = _read_in_words(glyphs)
    settled = [glyph.settled(glyph.char) if place in within else glyph for place, glyph in enumerate(glyphs)]
    taken = set[int]()
    for _, start, word in sorted(_fitting(glyphs, votes, within), reverse=True):
        places = dict(enumerate(word, start))
        if all(settled[place].char == char for place, char in places.items() if place in taken):
            taken.update(places)
            for place, char in places.items():
                if settled[place].char != char:
                    settled[place] = settled[place].settled(char)
    return settled, within | taken


def _read_in_words(glyphs: Sequence[Glyph]) -> set[int]:
    """The places of words that were read as they are."""
    text = "".join(glyph.char for glyph in glyphs)
    starts = ((start, len(word)) for word in WORDS for start in range(len(text)) if text.startswith(word, start))
    return {place for start, length in starts for place in range(start, start + length)}


def _fitting(glyphs: Sequence[Glyph], votes: Votes, whole: set[int]) -> Iterator[tuple[float, int, str]]:
    """Words of which enough is read, and for which more speaks than against them: by how much, where, and the word.

    A glyph of a ``whole`` word gives way to no other.
    """
    for word, weight in WORDS.items():
        for start in range(len(glyphs) - len(word) + 1):
            unlike = [place for place, char in enumerate(word, start) if glyphs[place].char != char]
            if not 0 < len(unlike) <= (1 - LEAST_SAME) * len(word) or not whole.isdisjoint(unlike):
                continue
            bracket = _lacks_bracket(word, [place - start for place in unlike])
            if bracket or word not in MUST_SHOW or _alone(word, unlike, glyphs) or _shows(word, start, glyphs, votes):
                gain = (ENDING_WEIGHT if bracket else weight) * len(word) - _cost(word, start, glyphs, votes)
                if gain > 0:
                    yield gain, start, word


def with_opening(glyphs: Sequence[Glyph], votes: Votes, first: int) -> tuple[list[Glyph], int]:
    """The glyphs with a city of two characters at the beginning of the text, where one of the two is read and the other may be
    its fellow; and where the text begins then.
    """
    found: list[tuple[float, int, str]] = []
    for start in (first - 1, first):
        for city in OPENINGS if start >= 0 else ():
            part = glyphs[start : start + 2]
            if [glyph.char == char for glyph, char in zip(part, city, strict=False)].count(True) != 1:
                continue
            other = part[part[0].char == city[0]]
            gain = OPENING_WEIGHT * len(city) - _cost(city, start, glyphs, votes)
            if gain > 0 and other.likely < SURE_GLYPH and _shows(city, start, glyphs, votes):
                found.append((gain, start, city))
    if not found:
        return list(glyphs), first
    _, start, city = max(found)
    opened = list(glyphs)
    for place, char in enumerate(city, start):
        if opened[place].char != char:
            rivals = {each[place - start] for _, at, each in found if at == start} - {char, *opened[place].others}
            opened[place] = opened[place].settled(char, "".join(sorted(rivals)))
    return opened, start


def _alone(word: str, unlike: Sequence[int], glyphs: Sequence[Glyph]) -> bool:
    """Whether so much of a region's name was read that no other is like it, and the one glyph left is in doubt."""
    return len(unlike) == 1 and len(word) >= LONG_REGION and "（" not in word and glyphs[unlike[0]].likely < SURE_GLYPH


def _lacks_bracket(word: str, unlike: Sequence[int]) -> bool:
    """Whether all of a word in brackets was read but one of them: nothing else can close, or open, the other."""
    return word[0] == "（" and list(unlike) in ([0], [len(word) - 1])


def _cost(word: str, start: int, glyphs: Sequence[Glyph], votes: Votes) -> float:
    """By how much more speaks for the glyphs as they were read than for the word, in logarithms."""
    return sum(votes.over(place, glyphs[place].char, char) for place, char in enumerate(word, start))


def _shows(word: str, start: int, glyphs: Sequence[Glyph], votes: Votes) -> bool:
    """Whether every glyph shows something of its character."""
    return all(
        glyphs[place].char == char or votes.claimed(place, char) or votes.likely(place, char) >= LEAST_SHOWN
        for place, char in enumerate(word, start)
    )
