"""A value of whatever kind it looks like: what was changed into something else may be a number, a day, a name or a word."""

from collections.abc import Iterator

from extractors.documents.body import Found
from extractors.documents.kinds import names, numbers, times, wordings
from extractors.text.passage import Passage, Span

_QUOTES = "“”‘’\"'「」『』《》"


def values(passage: Passage, span: Span) -> Iterator[Found]:
    """What a span says, as its kind is written: a number checked, a day as ISO, a name without courtesies."""
    inner = passage.trimmed(span, _QUOTES + " \n\t,:;。")
    for recognise in (numbers.id_numbers, times.days, names.people, wordings.words):
        found = [one for one in recognise(passage, inner) if one.value]
        if found:
            yield found[0]
            return
