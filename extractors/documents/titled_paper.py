"""A paper that is known by its title and by what such a paper says; without a title only by much that no other paper says."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from extractors.documents.body import Found, Part, part_of
from extractors.documents.reader import Sheet
from extractors.documents.reading.assign import read_fields
from extractors.documents.reading.tagger import types_of
from extractors.documents.regions import split_at
from extractors.documents.second_look import completed
from extractors.documents.sentences import sentences_of
from extractors.documents.spelling import to_simplified
from extractors.documents.title import Title, headed_otherwise, may_be_headed
from extractors.documents.titles import TITLES
from extractors.documents.two_readings import read_twice
from extractors.evidence import Document, DocumentType, FieldReading, Trait
from extractors.schema import NAMES, PAPERS
from extractors.text.passage import Passage, compose
from extractors.text.rows import Row

BY_TITLE: Final = 0.99
BY_CONTENT: Final = 0.75
"""Confidence: a known title over what such a paper says, and a paper whose title was cut off or misread."""
LIKELY: Final = 0.3
"""How likely (0..1) a page must be of a type by all that it says for its title, or what only such papers say, to count."""
SURELY: Final = 0.8
"""How likely it must be so for a page to be of the type below a heading that nobody knows, or one that says little (情况说明);
some of its fields must be there as well. The model always leaves the other types a twentieth of doubt."""
VERY_SURELY: Final = 0.9
"""The same whatever the text says besides (工作已交接), below a heading that may be such a paper's."""
HARDLY: Final = 0.1
"""How likely, at most, it may be then of the type that its title names; and how likely, at least, what stands below a title of
this type must be one where it says nothing that only such papers say."""
_SAYING_LITTLE: Final = frozenset[DocumentType]({"personal_statement"})
"""Types whose titles other papers bear as well: everybody explains a situation (情况说明)."""
_EXACT: Final = 0.95
"""Likeness (0..1) from which a heading is another paper's title, whatever stands below."""
_LEAST_FIELDS: Final = 2


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read off a part of a page, before a paper's own rules had their say. ``heading`` is its title, if it has one."""

    part: Part
    fields: dict[str, Found]
    heading: Passage | None = None


Finish = Callable[[Reading], Mapping[str, Found]]
"""A paper's own rules: the fields as they are to be, from what was read."""
TraitOf = Callable[[Part, Title | None], bool]
"""Whether a part of a page, below its title if it has one, shows a trait."""


def as_read(reading: Reading) -> Mapping[str, Found]:
    """The fields as they were read: most papers have no rules of their own."""
    return reading.fields


@dataclass(frozen=True, slots=True)
class _Certainty:
    """How sure (0..1) a paper is of a type; ``said``: by what it says below its title, so that no field has to prove it."""

    share: float
    said: bool = False


@dataclass(frozen=True, slots=True)
class TitledPaper:
    """Reads one type of paper; which fields it has is in its schema.

    ``content``: what such papers say below their title; ``content_decides``: one that does not is none, whatever else it is
    like; ``bare_title``: the confidence (0..1) of one that does not, 0 for a type that is not taken then. ``alone``: all that a
    page must say to be one without a title, and ``proven_by``: the fields that must be read there; both empty for types that
    are never taken without theirs. ``contrary``: what shows that it is
    another paper. ``borrowed``: other papers' titles that it may bear, and what it must say below one. ``several``: a sheet may
    hold more than one of them, each under its title. ``topmost``: its title must be the sheet's first. ``traits`` are looked
    for, ``finish`` is what is like no other paper.
    """

    type: DocumentType
    content: re.Pattern[str]
    content_decides: bool = False
    bare_title: float = 0.0
    alone: tuple[re.Pattern[str], ...] = ()
    proven_by: tuple[str, ...] = ()
    contrary: re.Pattern[str] | None = None
    borrowed: tuple[re.Pattern[str], re.Pattern[str]] | None = None
    several: bool = False
    topmost: bool = True
    traits: Mapping[Trait, TraitOf] | None = None
    finish: Finish = as_read

    def find(self, sheet: Sheet) -> tuple[Document, ...]:
        """The papers of this type on the sheet."""
        rows, titles = sheet.rows, sheet.titles
        own = [title for title in titles if title.type == self.type]
        if self.several and len(own) > 1:
            return tuple(self._parts(sheet, rows, own))
        title = self._heading(titles, own)
        if title is None and not self._may_be_untitled(sheet):
            return ()
        document = self._under(sheet, title, rows)
        return () if document is None else (document,)

    def _may_be_untitled(self, sheet: Sheet) -> bool:
        """Whether a sheet without a title of this type may be one: nothing heads it, or what it says outweighs its heading."""
        surely = sheet.types.get(self.type, 0.0) >= SURELY
        if not sheet.titles:
            return surely or not headed_otherwise(sheet.rows, self.type)
        other = sheet.titles[0]
        says_little = other.type in _SAYING_LITTLE and sheet.types.get(other.type, 0.0) < HARDLY
        is_ours = other.type == "unknown" and other.score < _EXACT and any(own in other.text for own in TITLES[self.type])
        return surely and (says_little or is_ours)

    def _heading(self, titles: tuple[Title, ...], own: list[Title]) -> Title | None:
        if own and (not self.topmost or titles[0] == own[0]):
            return own[0]
        return titles[0] if titles and self.borrowed is not None and self.borrowed[0].search(titles[0].text) else None

    def _parts(self, sheet: Sheet, rows: tuple[Row, ...], own: list[Title]) -> Iterator[Document]:
        for title, region in split_at(sheet, rows, own):
            document = self._under(sheet, title, region)
            if document is not None:
                yield document.model_copy(update={"box": part_of(sheet.page_number, region).box})

    def _under(self, sheet: Sheet, title: Title | None, rows: tuple[Row, ...]) -> Document | None:
        """The paper that some rows are, below their title."""
        part = part_of(sheet.page_number, tuple(_below(rows, title) if title else rows))
        certain = self._certain(part, title, sheet) if title else self._certain_alone(part, sheet)
        if not certain.share:
            return None
        fields, lacks = self._read(sheet, part, compose([(item.line, "") for item in title.placed]) if title else None)
        told = [name for name, field in fields.items() if field.value]
        if not certain.said and not self._is_proven(told):
            return None
        shown = tuple(trait for trait, shows in (self.traits or {}).items() if shows(part, title))
        return Document(
            type=self.type,
            pages=(sheet.page_number,),
            confidence=round(certain.share * title.score, 4) if title else certain.share,
            title=title.text if title else "",
            fields=fields,
            lacks=lacks,
            traits=shown,
        )

    def read_on(self, sheet: Sheet) -> Mapping[str, FieldReading]:
        """The fields on a page that goes on with a paper of this type."""
        return self._read(sheet, part_of(sheet.page_number, sheet.rows))[0]

    def _certain(self, part: Part, title: Title, sheet: Sheet) -> _Certainty:
        """How sure it is that what stands below a title is such a paper, the title's likeness aside."""
        text = sentences_of(part.body).text
        own = title.type == self.type
        liked = own and not self.content_decides and self._is_likeliest(sheet.types)
        if self._is_other(text) and not (own and self.bare_title):
            return _Certainty(0.0)
        if self.content.search(text) and (own or (self.borrowed and self.borrowed[1].search(text))):
            return _Certainty(BY_TITLE, said=True)
        if self.bare_title:
            return _Certainty(self.bare_title, said=True)
        return _Certainty(BY_TITLE if liked and types_of(part).get(self.type, 0.0) >= HARDLY else 0.0)

    def _is_likeliest(self, types: Mapping[str, float]) -> bool:
        return max(types, key=types.__getitem__, default="") == self.type

    def _certain_alone(self, part: Part, sheet: Sheet) -> _Certainty:
        """The same for a page without a title of this type.

        Where another heading stands, the model has seen that too, and may decide. Without any, papers that look alike are too
        near one another: then it must say all that only such papers say.
        """
        text = sentences_of(part.body).text
        likely = sheet.types.get(self.type, 0.0)
        if likely >= VERY_SURELY and not self.content_decides and may_be_headed(sheet.rows, self.type):
            return _Certainty(BY_CONTENT)
        if self._is_other(text):
            return _Certainty(0.0)
        if sheet.titles or headed_otherwise(sheet.rows, self.type):
            told = likely >= SURELY and self.content.search(text) is not None
        else:
            told = likely >= LIKELY and bool(self.alone) and all(pattern.search(text) for pattern in self.alone)
        return _Certainty(BY_CONTENT if told else 0.0)

    def _is_proven(self, told: Collection[str]) -> bool:
        """Whether the fields that were read on a page without a title are such a paper's: some, and somebody's name."""
        names = {name for name in told if PAPERS[self.type].fields[name].kind in NAMES}
        return len(told) >= _LEAST_FIELDS and bool(names) and set(self.proven_by) <= set(told)

    def _is_other(self, text: str) -> bool:
        return self.contrary is not None and self.contrary.search(text) is not None

    def _read(
        self, sheet: Sheet, part: Part, heading: Passage | None = None
    ) -> tuple[Mapping[str, FieldReading], tuple[str, ...]]:
        """The fields, and the names of those that are surely lacking, whichever ink is read."""
        schema = PAPERS[self.type]
        lacks: list[frozenset[str]] = []

        def fields_of(one: Part) -> Mapping[str, Found]:
            filled = read_fields(one, schema.fields)
            lacks.append(filled.lacks)
            return self.finish(Reading(one, dict(filled.fields), heading))

        found = completed(sheet, part, read_twice(part, fields_of), schema)
        lacking = frozenset.intersection(*lacks) - found.keys()
        return {name: item.reading(sheet.page_number) for name, item in found.items()}, tuple(sorted(lacking))


def _below(rows: tuple[Row, ...], title: Title) -> Iterator[Row]:
    return (row for row in rows if not set(row.placed) & set(title.placed))


def patterns(*sources: str) -> tuple[re.Pattern[str], ...]:
    """Compile wordings."""
    return tuple(re.compile(source) for source in sources)


def from_title(reading: Reading, name: str, wording: re.Pattern[str]) -> dict[str, Found]:
    """A field that the title tells, as the wording's group ``v``; nothing where it does not."""
    if reading.heading is None:
        return {}
    match = wording.search(to_simplified(reading.heading.compact[0]))
    return {name: Found(match["v"], reading.heading, reading.heading.spread(match.span("v")))} if match else {}
