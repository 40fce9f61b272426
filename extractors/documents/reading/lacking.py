"""Which fields a paper surely lacks: all its text was read, and nothing in it could be their value."""

import re
from collections.abc import Collection, Iterator, Mapping
from statistics import median
from typing import Final

from extractors.documents.body import Found, Part
from extractors.documents.kinds.times import days
from extractors.documents.reading.tagger import Tagged
from extractors.schema import FieldSchema
from extractors.text.fold import LATIN_CLASS
from extractors.text.passage import Passage, Span
from extractors.text.straight import Placed

READ_WELL: Final = 0.8
"""Score (0..1) of a line from which its text is no piece of something else."""
LEAST_WIDE: Final = 2.5
"""So many heights wide is what could be a day, a number or a firm's name; what is shorter and cannot be read is a speck."""
SOFTER: Final = 1.6
"""How many times softer than the usual one a line must be for a band of the page to be blurred: of 121 plain pages the softest
lines of 113 were less so."""
_MEASURED: Final = 2
_LEAST_LINES: Final = 4
_HARDLY: Final = 0.05
"""How likely (0..1) no character of the paper may be a field's for it to be surely missing."""
_OF_A_DAY: Final = re.compile(r"[\d年月日号]")
_DIGITS: Final = re.compile(r"\d[\dXx*×\s-]{6,}")
_LATIN_WORDS: Final = re.compile(rf"[{LATIN_CLASS}'’.\-]{{2,}}[ ,]+[{LATIN_CLASS}'’.\-]{{2,}}")
_BODY: Final = re.compile("公司|[厂店社院校所局行]|中心|集团|个体户")


def lacking(tagged: Tagged, schema: Mapping[str, FieldSchema], found: Mapping[str, Found]) -> frozenset[str]:
    """The fields of some kinds that were not found and that no unclaimed text could be."""
    if not _read_whole(tagged.part):
        return frozenset()
    passage = tagged.part.body
    claimed = [one.span for one in found.values() if one.passage is passage]
    return frozenset(
        name
        for name, field in schema.items()
        if name not in found
        and field.kind in _COULD_BE
        and float(tagged.values[name].max(initial=0.0)) < _HARDLY
        and not any(_is_free(span, claimed) for span in _COULD_BE[field.kind](passage))
    )


def _read_whole(part: Part) -> bool:
    lines = [item.line for row in part.rows for item in row.placed if not _is_speck(item)]
    sound = bool(lines) and all(line.score >= READ_WELL and line.readings_agree for line in lines)
    return sound and not is_soft_somewhere(part)


def _is_speck(item: Placed) -> bool:
    """Whether a line is too short to be a value that could be missed, and no end of a day: a glyph of a seal's, a stain."""
    is_short = item.right - item.left < LEAST_WIDE * item.height
    return is_short and item.line.score < READ_WELL and _OF_A_DAY.search(item.line.text) is None


def is_soft_somewhere(part: Part) -> bool:
    """Whether some of a part's lines are much softer than the others: beside them lines may be that nobody could detect."""
    edges = [line.legibility.edge for line in part.lines if line.legibility is not None and len(line.text) >= _MEASURED]
    return len(edges) >= _LEAST_LINES and max(edges) >= SOFTER * median(edges)


def _is_free(span: Span, claimed: Collection[Span]) -> bool:
    return not any(start < span[1] and span[0] < end for start, end in claimed)


def _days(passage: Passage) -> Iterator[Span]:
    return (found.span for found in days(passage, (0, len(passage.text))))


def _numbers(passage: Passage) -> Iterator[Span]:
    return (match.span() for match in _DIGITS.finditer(passage.text))


def _bodies(passage: Passage) -> Iterator[Span]:
    return (match.span() for match in _BODY.finditer(passage.text))


def _foreigners(passage: Passage) -> Iterator[Span]:
    return (match.span() for match in _LATIN_WORDS.finditer(passage.text))


_COULD_BE: Final = {"date": _days, "id_number": _numbers, "firm": _bodies, "party": _bodies, "person": _foreigners}
"""For some kinds what has their look, whatever the words around it; of people's names only foreign ones have any."""
