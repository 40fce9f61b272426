"""Labels that stand by themselves and are called what the schema calls a field: 身份证号码：, 离职日期 in a cell of its own."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

from extractors.schema import FieldSchema
from extractors.text.fold import HAN_CLASS
from extractors.text.passage import Span

_LABEL: Final = re.compile(
    rf"(?:(?<=[\n\t。;,、)])|^|(?<=\s\s))\s*(?:[(]?[一二三四五六七八九十\d]{{1,2}}[)、.])?\s*"
    rf"(?P<label>[{HAN_CLASS}](?:[{HAN_CLASS}/()]|\s(?=[{HAN_CLASS}])){{1,15}}?)\s*(?=:|_|\t|\n|\s{{3}}|$)"
)
"""Words between a line's beginning, a gap or a stop, and a colon, a gap or the line's end."""
_ALIKE: Final = 80
"""Likeness (0..100, rapidfuzz) of a label to a field's name from which it is that field's."""
_LEAD: Final = 8
"""By which the best field must be ahead of every other."""
_ASKED: Final = re.compile("人的?|本|的|其|所|填写|公民|居民|我|号码$|码$")
"""What labels have and names lack, or the other way round, without meaning another field."""
_REMEMBERED: Final = 4096


def formal_labels(text: str, schema: Mapping[str, FieldSchema]) -> Iterator[tuple[str, Span]]:
    """The fields that labels in a text surely ask for, with where the labels stand."""
    names = tuple((name, field.zh) for name, field in schema.items())
    for match in _LABEL.finditer(text):
        field = _field_of(re.sub(r"\s", "", match["label"]), names)
        if field is not None:
            yield field, match.span("label")


@lru_cache(maxsize=_REMEMBERED)
def _field_of(label: str, names: tuple[tuple[str, str], ...]) -> str | None:
    ranked = sorted(((fuzz.ratio(_plain(label), _plain(zh)), name) for name, zh in names), reverse=True)
    (best, name), (second, _) = ranked[0], ranked[1] if len(ranked) > 1 else (0.0, "")
    return name if best >= _ALIKE and best - second >= _LEAD else None


def _plain(label: str) -> str:
    return _ASKED.sub("", re.sub(r"\(.*?\)", "", label)) or label
