"""Labels and what stands after them: glued to the label, in the next cell, or in the cell below."""

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from extractors.text.fold import HAN_CLASS, fold
from extractors.text.passage import Passage, Span, compose
from extractors.text.rows import Row
from extractors.text.straight import Placed

Spellings = Mapping[str, Sequence[str]]
"""The ways in which each label is printed, without spaces. One that is also a word of sentences ends with a colon here: it
counts only where a colon follows or where it fills its cell. The name '' is for labels that only end the value before them: OCR
may glue them to it (李明性别:男)."""

_AFTER_LABEL: Final = re.compile(
    r"(?:[/(]?[A-Za-z][A-Za-z.'/]{1,30}\)?(?=:))?(?:\((?:[^()]{0,8}(?:章|签|印|填写|公历)[^()]{0,8})\))?(?::|为(?=[^\s]))?"
)
_A_SENTENCE: Final = re.compile(r"[。;]|^(?:特此|以上|上述|本人(?!姓名)|兹|经|因|于)")
"""The text goes on under a label whose place was left empty."""
_NOTHING: Final = re.compile(r"[\s_:.,;\-—–/|]*")
_WORD_CHAR: Final = re.compile(rf"[{HAN_CLASS}A-Za-z0-9]")
_BELOW_EM: Final = 3.0
"""A cell below its label begins at most this many label heights under it."""
_BELOW_OVERLAP: Final = 0.3
"""Share of the narrower one's width by which a label and the cell below it must overlap."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label that was found and the room of its value.

    ``cell`` ends where the next wide gap or label begins, ``rest`` only at the next label or the row's end: a date written in
    widely spaced pieces is in the rest. Both are empty spans where nothing stands there.
    """

    name: str
    label: Span
    cell: Span
    rest: Span
    passage: Passage

    @property
    def text(self) -> str:
        """The text of the cell."""
        return self.passage.text[slice(*self.cell)]

    @property
    def rest_text(self) -> str:
        """The text up to the next label."""
        return self.passage.text[slice(*self.rest)]


def find_labels(rows: Sequence[Row], spellings: Spellings) -> tuple[Labelled, ...]:
    """Every label on the rows with its value, from top to bottom.

    A label counts where a word begins: not ``姓名`` in ``受托人姓名`` unless both are listed, the longer spelling wins. Spaces
    in the print (``姓    名``) do not matter.
    """
    words = _vocabulary(spellings)
    found = []
    for index, row in enumerate(rows):
        labels = words.spans(row.passage)
        for position, span in enumerate(labels):
            end = labels[position + 1][0] if position + 1 < len(labels) else len(row.passage.compact[0])
            item = _value_after(row.passage, words.names[row.passage.compact[0][slice(*span)]], span, end)
            below = _below(rows[index + 1 :], row, item, words) if item.cell[0] >= item.cell[1] else None
            if below is None or _has_colon(item):
                found.append(item)  # whatever stands below, the room beside a colon is empty
            found += [below] if below else []
    return tuple(found)


_OF_A_PERSON: Final = ("身份证", "公民身份", "居民身份")
"""Labels that sentences put 其 before, right behind a name."""


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """All spellings in one pattern, longest first; the field each belongs to; the ones that are words of sentences too."""

    pattern: re.Pattern[str]
    names: Mapping[str, str]
    weak: frozenset[str]

    def spans(self, passage: Passage) -> list[Span]:
        """The labels in a passage, as spans of its compact text."""
        text, offsets = passage.compact
        found = []
        for match in self.pattern.finditer(text):
            before = _before(passage, offsets, match.start())
            if before == "word":
                counts = not self.names[match[0]] and text[match.end() : match.end() + 1] == ":"
            else:
                strong = match[0] not in self.weak and before == "edge"
                counts = strong or _ends_cell(passage, offsets, match.end())
            if counts:
                found.append(match.span())
        return found


def _vocabulary(spellings: Spellings) -> _Vocabulary:
    names = {spelling.rstrip(":"): name for name, variants in spellings.items() for spelling in variants}
    names |= {f"其{spelling}": name for spelling, name in names.items() if spelling.startswith(_OF_A_PERSON)}
    weak = frozenset(spelling[:-1] for variants in spellings.values() for spelling in variants if spelling.endswith(":"))
    weak |= {f"其{spelling}" for spelling in weak}
    ordered = sorted(names, key=len, reverse=True)
    return _Vocabulary(re.compile("|".join(map(re.escape, ordered))), names, weak)


def _ends_cell(passage: Passage, offsets: tuple[int, ...], end: int) -> bool:
    return end == len(offsets) or passage.text[offsets[end]] in ":(" or _other_line(passage, offsets[end - 1], offsets[end])


def _other_line(passage: Passage, before: int, here: int) -> bool:
    first, second = passage.spots[before], passage.spots[here]
    return first is None or second is None or first[0] != second[0]


def _before(passage: Passage, offsets: tuple[int, ...], index: int) -> Literal["edge", "space", "word"]:
    """What stands before a place in the compact text: an edge (of a line, a sign), a mere space, or the word it is part of."""
    if index == 0 or _other_line(passage, offsets[index - 1], offsets[index]):
        return "edge"
    if not _WORD_CHAR.fullmatch(passage.text[offsets[index - 1]]):
        return "edge"
    return "space" if offsets[index] - offsets[index - 1] > 1 else "word"


def _value_after(passage: Passage, name: str, label: Span, end: int) -> Labelled:
    text, _ = passage.compact
    after = _AFTER_LABEL.match(text, label[1], end)
    start = after.end() if after else label[1]
    rest = passage.trimmed(passage.spread((start, end)))
    if _NOTHING.fullmatch(passage.text[slice(*rest)]):
        rest = (rest[0], rest[0])
    tab = passage.text.find("\t", *rest)
    cell = passage.trimmed((rest[0], tab if tab >= 0 else rest[1]))
    return Labelled(name, passage.spread(label), cell, rest, passage)


def _below(rows: Sequence[Row], own: Row, item: Labelled, words: _Vocabulary) -> Labelled | None:
    """The cell under a label that fills its own cell and has none beside it; with a colon, a line of its own under it.

    A row with labels of its own holds their values, not those of a blank above it.
    """
    heads = [placed for placed in own.placed if placed.line in item.passage.lines_in(item.label)]
    if _bare("".join(placed.line.text for placed in heads)).rstrip(":") != _bare(item.passage.text[slice(*item.label)]):
        return None
    own_values = itertools.takewhile(lambda row: not words.spans(row.passage), rows[:2])
    under = [placed for row in own_values for placed in row.placed if heads and _under(heads, placed)]
    if not under:
        return None
    passage = compose([(under[0].line, "")])
    if words.pattern.match(passage.compact[0]) or re.search(r":", passage.text):
        return None
    if _has_colon(item) and _A_SENTENCE.search(passage.compact[0]):
        return None
    span = passage.trimmed((0, len(passage.text)))
    return Labelled(item.name, (0, 0), span, span, passage)


def _has_colon(item: Labelled) -> bool:
    return item.passage.text[item.label[1] :].lstrip().startswith(":")


def _bare(text: str) -> str:
    return re.sub(r"\s", "", fold(text))


def _under(heads: Sequence[Placed], placed: Placed) -> bool:
    left, right = heads[0].left, heads[-1].right
    shared = min(right, placed.right) - max(left, placed.left)
    near = 0 < placed.top - heads[0].top <= _BELOW_EM * heads[0].height + heads[0].height
    return near and shared >= _BELOW_OVERLAP * min(right - left, placed.right - placed.left)
