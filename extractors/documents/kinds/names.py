"""Names of people, of firms and other bodies, and of offices."""

import re
from collections.abc import Iterator
from typing import Final

from extractors.documents.body import Found
from extractors.text.fold import HAN_CLASS, fold_name, fold_typed_person
from extractors.text.names import read_office, read_organisation, read_person
from extractors.text.passage import Passage, Span

_IN_PARTS: Final = re.compile(rf"(?=.{{6,}})[{HAN_CLASS}]{{2,8}} [{HAN_CLASS}]{{2,8}}")
"""阿依古丽 买买提: a name of five characters and more in two parts; Chinese ones that are spaced out are shorter."""
_EDGES: Final = " \t\n_:：,，。;；、.()（）[]【】〔〕\"“”'‘’<>《》/|*"


def people(passage: Passage, span: Span) -> Iterator[Found]:
    """The person whose name a span is, words of courtesy left off."""
    inner = passage.trimmed(span, _EDGES)
    name = read_person(passage.text[slice(*inner)])
    if name:
        yield Found(name, passage, inner)


def one_person(passage: Passage, span: Span) -> Iterator[Found]:
    """The one person whose name a span is: a space between the parts of a long name is its dot, and parts no two people."""
    found = next(people(passage, span), None)
    if found is None and _IN_PARTS.fullmatch(inner := passage.text[slice(*passage.trimmed(span, _EDGES))]):
        found = Found(fold_typed_person(inner), passage, passage.trimmed(span, _EDGES))
    if found is not None:
        yield found


def firms(passage: Passage, span: Span) -> Iterator[Found]:
    """The firm or other body whose name a span is."""
    inner = _balanced(passage, span)
    name = read_organisation(passage.text[slice(*inner)])
    if name:
        yield Found(name, passage, inner)


def offices(passage: Passage, span: Span) -> Iterator[Found]:
    """The office whose name a span is."""
    inner = _balanced(passage, span)
    name = read_office(passage.text[slice(*inner)]) or read_organisation(passage.text[slice(*inner)])
    if name:
        yield Found(name, passage, inner)


def parties(passage: Passage, span: Span) -> Iterator[Found]:
    """The firm or the person whose name a span is."""
    found = next(firms(passage, span), None)
    if found is None and not re.search("公司|中心|局|厂$|店$", fold_name(passage.text[slice(*span)])):
        found = next(people(passage, span), None)
    if found is not None:
        yield found


def _balanced(passage: Passage, span: Span) -> Span:
    """A span without what stands around a name; a closing bracket that belongs to the name stays."""
    start, end = passage.trimmed(span, _EDGES)
    inner = passage.text[start:end]
    if (
        end < len(passage.text)
        and passage.text[end] in ")）"
        and inner.count("(") + inner.count("（") > inner.count(")") + inner.count("）")
    ):
        end += 1
    return start, end
