"""Names in Latin letters and numbers of permits and passports in a sentence: SMITH, JOHN (护照号：E12345678).

Few papers are about foreigners, so the tagger knows neither their names nor their numbers by what stands around them. A name
right before the word for a number, with that number behind it, is the number's holder: of the two one tells the other.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from extractors.documents.body import Found
from extractors.documents.kinds.names import one_person
from extractors.documents.kinds.numbers import persons_numbers
from extractors.documents.reading.holders import Holder, holders
from extractors.schema import FieldSchema
from extractors.text.fold import LATIN_CLASS
from extractors.text.passage import Passage, Span

_BETWEEN: Final = (
    r"[\s,(]{0,3}(?:(?:性别|国籍)?[\s:]?(?:[男女]性?|[\u4e00-\u9fff]{1,6}(?:国|籍))[\s,(]{1,3}){0,2}(?:持)?(?:居民|公民|(?:外国人)?永久居留)?(?:身份证?|护照|证件|通行证|回乡证|台胞证|永居证|居留证|(?<![A-Za-z])(?:[Ii][Dd]|[Pp]assport|PASSPORT))"
    r"[^0-9A-Za-z,。;]{0,8}(?:N[oO]\.?)?[\s:]*"
)
"""What stands between a name and a number: a bracket or a comma, sex and nationality perhaps, and what number it is."""
_LATIN: Final = re.compile(
    rf"(?<![{LATIN_CLASS}])(?P<name>[{LATIN_CLASS}][{LATIN_CLASS}'’.,\- ]{{2,60}}?){_BETWEEN}(?=[0-9A-Z])"
)
_AFTER_NAME: Final = re.compile(_BETWEEN)
_LONGEST_NUMBER: Final = 24


def foreigners(passage: Passage, schema: Mapping[str, FieldSchema], fields: Mapping[str, Found]) -> Iterator[tuple[str, Found]]:
    """The name or the number of a person of whom the other was read, and both where nothing of the paper's only person was."""
    pairs = holders(schema)
    for pair in pairs:
        name, number = fields.get(pair.name), fields.get(pair.number)
        if name is not None and name.value and number is None:
            after = _AFTER_NAME.match(passage.text, name.span[1])
            yield from ((pair.number, one) for one in _number_at(passage, after.end() if after else -1))
        elif name is None:
            yield from _named(passage, pair, number, alone=len(pairs) == 1)


def _named(passage: Passage, pair: Holder, number: Found | None, *, alone: bool) -> Iterator[tuple[str, Found]]:
    for match in _LATIN.finditer(passage.text):
        behind = next(_number_at(passage, match.end()), None)
        same = behind is not None and number is not None and behind.span == number.span
        name = _name_in(passage, match.span("name"))
        if name is None or behind is None or not (same or (alone and number is None)):
            continue
        yield pair.name, name.doubted("weak_label")
        yield from () if same else ((pair.number, behind),)
        return


def _name_in(passage: Passage, span: Span) -> Found | None:
    """The name that ends a stretch of Latin letters: all of it, or what is left behind the words of an English sentence."""
    starts = (span[0] + word.start() for word in _WORD.finditer(passage.text[slice(*span)]))
    return next((name for at in starts for name in one_person(passage, (at, span[1]))), None)


_WORD: Final = re.compile(rf"(?<![{LATIN_CLASS}'’.\-])(?!(?:Mr|Mrs|Ms|Miss|Dr)\b)[{LATIN_CLASS}]", re.IGNORECASE)


def _number_at(passage: Passage, at: int) -> Iterator[Found]:
    """The number that begins at a place, which only its neighbour tells whose it is."""
    room: Span = (at, min(at + _LONGEST_NUMBER, len(passage.text)))
    found = next(persons_numbers(passage, room), None) if at >= 0 else None
    if found is not None and found.span[0] == at and found.state == "read":
        yield found.doubted("weak_label")
