"""Labels that stand by themselves and are called what the schema calls a field: 身份证号码：, 离职日期 in a cell of its own."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

from extractors.schema import FieldSchema
from extractors.text.fold import HAN_CLASS
from extractors.text.passage import Passage, Span

_LABEL: Final = re.compile(
    rf"\s*(?P<item>[(]?[一二三四五六七八九十\d]{{1,2}}[)、.])?\s*"
    rf"(?P<label>[{HAN_CLASS}](?:[{HAN_CLASS}/()]|\s(?=[{HAN_CLASS}])){{1,15}}?)"
    rf"\s*(?=(?:[A-Z][A-Za-z .'’/&-]{{2,40}})?(?::|_|\t|\n|\s{{3}}|$|年[\s_]+月|(?(item)。|:)))"
)
"""Words up to a colon, a gap, an empty day's form or the line's end, of an item up to its full stop (四、原因。); the same in
English may follow."""
_NARROW: Final = re.compile(rf"\s*(?P<label>[{HAN_CLASS}]{{2,12}})\s(?=\S)")
"""Words at the beginning of a cell with a narrow gap behind them: no label unless they are called so to the character."""
_BREAK: Final = re.compile(r"[\n\t。;,、)]|\s\s")
"""What a label stands behind, if it does not begin a line."""
_ALIKE: Final = 80
"""Likeness (0..100, rapidfuzz) of a label to a field's name from which it is that field's."""
_LEAD: Final = 8
"""By which the best field must be ahead of every other."""
_ASKED: Final = re.compile("人的?|本|的|其|所|填写|公民|居民|我|号码$|码$")
"""What labels have and names lack, or the other way round, without meaning another field."""
_REMEMBERED: Final = 4096


def formal_labels(passage: Passage, schema: Mapping[str, FieldSchema]) -> Iterator[tuple[str, Span]]:
    """The fields that labels in a passage surely ask for, with where the labels stand."""
    names = tuple((name, label) for name, field in schema.items() for label in (field.zh, *field.labels.split()))
    text = passage.text
    starts = {match.end() for match in _BREAK.finditer(text)} | _line_starts(passage)
    for start in sorted(starts):
        if match := _LABEL.match(text, start):
            field = _field_of(re.sub(r"\s", "", match["label"]), names)
            if field is not None:
                yield field, match.span("label")
                continue
        if (match := _NARROW.match(text, start)) and (named := [name for name, label in names if label == match["label"]]):
            yield named[0], match.span("label")


def _line_starts(passage: Passage) -> set[int]:
    """Where a line begins, whether or not the text runs on from the one before."""
    starts = {0}
    before = None
    for at, spot in enumerate(passage.spots):
        if spot is not None and before is not None and spot[0] != before:
            starts.add(at)
        before = before if spot is None else spot[0]
    return starts


@lru_cache(maxsize=_REMEMBERED)
def _field_of(label: str, names: tuple[tuple[str, str], ...]) -> str | None:
    best: dict[str, float] = {}
    for name, known in names:
        best[name] = max(best.get(name, 0.0), fuzz.ratio(_plain(label), _plain(known)))
    ranked = sorted(((likeness, name) for name, likeness in best.items()), reverse=True)
    (likeness, name), (second, _) = ranked[0], ranked[1] if len(ranked) > 1 else (0.0, "")
    return name if likeness >= _ALIKE and likeness - second >= _LEAD else None


def _plain(label: str) -> str:
    return _ASKED.sub("", re.sub(r"\(.*?\)", "", label)) or label
