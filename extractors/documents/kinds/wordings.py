"""Free words, and options of which one is ticked."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from extractors.documents.body import Found
from extractors.documents.options import chosen
from extractors.text.fold import fold_name
from extractors.text.passage import Passage, Span

_EDGES: Final = " \t\n_:：,，。;；、.-—☑√✓✔■"
NOTHING: Final = frozenset({"", "为", "无", "/", "—", "-", "***", "是"})
"""What stands in a place that is left empty."""
_LED_BY: Final = re.compile(r"(?:系因|是因为|因为|由于|因(?!公))(?=.{2})")
"""What leads to a reason and is no part of it; 因公 and 因工 are."""
_PLACE: Final = re.compile(r"[\u4e00-\u9fff]{2,30}")


def words(passage: Passage, span: Span) -> Iterator[Found]:
    """What a span says, as it stands but for spaces and fill lines."""
    inner = passage.trimmed(span, _EDGES)
    led = _LED_BY.match(passage.text, *inner)
    inner = (led.end(), inner[1]) if led else inner
    value = re.sub(r"[\s_]", "", fold_name(passage.text[slice(*inner)]))
    if value not in NOTHING:
        yield Found(value, passage, inner)


def choices(passage: Passage, span: Span) -> Iterator[Found]:
    """The option that is ticked within a span, or the words that stand there; illegible where no tick was read."""
    option = chosen(passage.text[slice(*span)])
    if option is None:
        yield from words(passage, span)
        return
    found = Found(option.value, passage, span)
    found = found if option.seen else found.doubted("tick_not_seen")
    yield found if option.value else replace(found, state="illegible")


def places(passage: Passage, span: Span) -> Iterator[Found]:
    """The place whose name a span is."""
    for found in words(passage, span):
        if _PLACE.fullmatch(found.value):
            yield found
