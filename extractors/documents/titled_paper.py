"""A paper that is known by its title and by what it says; without a title of its own, by what it says alone."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from extractors.documents.body import Found, Part, part_of
from extractors.documents.reader import Sheet
from extractors.documents.reading.assign import read_fields
from extractors.documents.reading.columns import in_pairs
from extractors.documents.reading.tagger import types_of
from extractors.documents.regions import split_at
from extractors.documents.second_look import completed
from extractors.documents.sentences import sentences_of
from extractors.documents.title import Title, is_headed, is_of_another_kind, set_as_text
from extractors.documents.two_readings import read_twice
from extractors.evidence import Document, DocumentType, FieldReading, Trait
from extractors.schema import NAMES, PAPERS
from extractors.text.passage import Passage, compose
from extractors.text.rows import Row
from extractors.text.script import to_simplified

BY_TITLE: Final = 0.99
BY_BOTH: Final = 0.95
BY_HEADING: Final = 0.85
BY_CONTENT: Final = 0.75
"""Confidence: a known title over what such a paper says; one that is like a known title, or ends with one; a heading that says
little (证明) or is not known; and none at all, or what it says is not sure. Below a heading's, a person is asked whether it is
one."""
SURELY: Final = 0.8
"""How likely (0..1) a page is of a type by all that it says for that to be sure."""
PROBABLY: Final = 0.7
"""How likely a page must be of a type below a heading that no known title is like. Of 500 papers of no type 1 is as likely, and
surely one, of 500 of a type that lost their titles 498, and 495 surely (the press)."""
SURELY_ANOTHER: Final = 0.9
"""How likely it must be of another type for its own title not to count."""
LENT: Final = 0.3
"""The same below a title that other papers lend it."""
HARDLY: Final = 0.1
"""How likely, at most, it is of the type that its title names where what stands below it is surely something else."""
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
class TitledPaper:
    """Reads one type of paper; which fields it has is in its schema, and what such papers say the tagger has learnt.

    ``must_say``: what such a paper decides or declares; one that does not is none, whatever it is headed. ``denies``: what one
    under the same title says that decides otherwise (不予受理). ``lends``: titles of other papers that may head one (公证书).
    ``several``: a sheet may hold more than one of them, each under its title. ``topmost``: its title must be the sheet's first.
    ``traits`` are looked for, ``finish`` is what is like no other paper.
    """

    type: DocumentType
    must_say: re.Pattern[str] | None = None
    denies: re.Pattern[str] | None = None
    lends: re.Pattern[str] | None = None
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
        title = own[0] if own and (not self.topmost or titles[0] == own[0]) else self._lent(sheet) or self._plain(sheet)
        if title is None and not self._may_be_untitled(sheet):
            return ()
        document = self._under(sheet, title, rows)
        return () if document is None else (document,)

    def _may_be_untitled(self, sheet: Sheet) -> bool:
        """Whether a sheet without a title of this type is one: by all it says, unless another paper's title heads it."""
        likely = sheet.types.get(self.type, 0.0)
        if not sheet.titles and is_of_another_kind(sheet.rows, self.type):
            return False
        if likely < SURELY or not sheet.titles:
            return likely >= SURELY or (likely >= PROBABLY and not sheet.titles and is_headed(sheet.rows))
        other = sheet.titles[0]
        return other.score < _EXACT if other.type not in _SAYING_LITTLE else sheet.types.get(other.type, 0.0) < HARDLY

    def _plain(self, sheet: Sheet) -> Title | None:
        """A title no larger than the text, where no other heads the sheet and this is surely one by all that it says."""
        return None if sheet.titles or sheet.types.get(self.type, 0.0) < SURELY else set_as_text(sheet.rows, self.type)

    def _lent(self, sheet: Sheet) -> Title | None:
        """The other paper's title that heads the sheet, where it may head one of this type and this is likely one."""
        first = sheet.titles[0] if sheet.titles and self.lends else None
        lent = first and self.lends and self.lends.search(first.text) and sheet.types.get(self.type, 0.0) >= LENT
        return first if lent else None

    def _parts(self, sheet: Sheet, rows: tuple[Row, ...], own: list[Title]) -> Iterator[Document]:
        for title, region in split_at(sheet, rows, own):
            document = self._under(sheet, title, region)
            if document is not None:
                yield document.model_copy(update={"box": part_of(sheet.page_number, region).box})

    def _under(self, sheet: Sheet, title: Title | None, rows: tuple[Row, ...]) -> Document | None:
        """The paper that some rows are, below their title."""
        part = part_of(sheet.page_number, tuple(_below(rows, title) if title else rows))
        if not self._says_so(part) or (title and self._is_surely_another(part, sheet)):
            return None
        whole = part_of(sheet.page_number, rows)
        fields, lacks = self._read(sheet, whole, compose([(item.line, "") for item in title.placed]) if title else None)
        is_likely = title is not None and self._is_likely(types_of(part))
        is_form = title is not None and any(field.state != "read" for field in fields.values())
        if not is_likely and not is_form and not self._is_proven([name for name, field in fields.items() if field.value]):
            return None
        shown = tuple(trait for trait, shows in (self.traits or {}).items() if shows(part, title))
        return Document(
            type=self.type,
            pages=(sheet.page_number,),
            confidence=self._sureness(sheet, title),
            title=title.text if title else "",
            fields=fields,
            lacks=lacks,
            traits=shown,
        )

    def _sureness(self, sheet: Sheet, title: Title | None) -> float:
        """How sure the type is: by its title and, where that is not quite a known one, by all that it says as well."""
        is_sure = sheet.types.get(self.type, 0.0) >= SURELY
        if title is not None:
            return round(max(BY_TITLE * title.score, BY_BOTH if is_sure else 0.0), 4)
        return BY_HEADING if is_sure and is_headed(sheet.rows) else BY_CONTENT

    def read_on(self, sheet: Sheet) -> Mapping[str, FieldReading]:
        """The fields on a page that goes on with a paper of this type."""
        return self._read(sheet, part_of(sheet.page_number, sheet.rows))[0]

    def _says_so(self, part: Part) -> bool:
        text = sentences_of(part.body).text
        says = self.must_say is None or self.must_say.search(text) is not None
        return says and (self.denies is None or self.denies.search(text) is None)

    def _is_surely_another(self, part: Part, sheet: Sheet) -> bool:
        """Whether what stands below a title of this type, and the page as a whole, can only be another paper."""
        return self._is_another(sheet.types) and self._is_another(types_of(part))

    def _is_likely(self, types: Mapping[str, float]) -> bool:
        """Whether it may be of this type by what it says; of a type that the model has not learnt, its title alone tells."""
        is_learnt = not types or self.type in types
        return types.get(self.type, 0.0) >= HARDLY if is_learnt else True

    def _is_another(self, types: Mapping[str, float]) -> bool:
        return not self._is_likely(types) and max(types.values(), default=0.0) >= SURELY_ANOTHER

    def _is_proven(self, told: Collection[str]) -> bool:
        """Whether the fields that were read on a page are such a paper's: some, and somebody's name."""
        names = {name for name in told if PAPERS[self.type].fields[name].kind in NAMES}
        return len(told) >= _LEAST_FIELDS and bool(names)

    def _read(
        self, sheet: Sheet, part: Part, heading: Passage | None = None
    ) -> tuple[Mapping[str, FieldReading], tuple[str, ...]]:
        """The fields, and the names of those that are surely lacking, whichever ink is read."""
        schema = PAPERS[self.type]
        lacks: list[frozenset[str]] = []

        def fields_of(one: Part) -> Mapping[str, Found]:
            told = in_pairs(one, schema.fields)
            filled = read_fields(told, schema.fields)
            lacks.append(filled.lacks)
            return self.finish(Reading(told, dict(filled.fields), heading))

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
