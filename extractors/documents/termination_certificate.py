"""离职证明, 解除(终止)劳动合同证明书 and their other names: known by title or wording, read from labels or sentences.

A page may hold a counterfoil (存根) and the employee's slip: each is a document of its own. Notices, agreements, letters of
resignation, and proofs of employment, income or internship are other papers (DOMAIN 3.2).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from extractors.documents.body import Found, Part, part_of
from extractors.documents.certificate_fields import read_fields
from extractors.documents.certificate_patterns import COUNTERFOIL, EVIDENCE, LETTER, NAME, NO_CERTIFICATE
from extractors.documents.reader import Sheet
from extractors.documents.regions import split_at
from extractors.documents.second_look import completed
from extractors.documents.sentences import Sentences, sentences_of
from extractors.documents.title import Title, find_titles
from extractors.documents.two_readings import read_twice
from extractors.evidence import Document, DocumentType, FieldReading, Trait
from extractors.text.rows import Row, rows_of

_BY_TITLE_AND_BODY: Final = 0.99
_BY_TITLE: Final = 0.85
_BY_BODY: Final = 0.75
"""Confidence: a known title over text about an ending, such a title alone, and a letter whose title was cut off or misread."""
_LABELS_OF_A_FORM: Final = 3
"""A form without a readable title is recognised by at least this many fields beside its evidence."""


@dataclass(frozen=True, slots=True)
class TerminationCertificateReader:
    """Reads certificates of termination."""

    @property
    def type(self) -> DocumentType:
        """``termination_certificate``."""
        return "termination_certificate"

    def find(self, sheet: Sheet) -> tuple[Document, ...]:
        """Every certificate on the sheet; a counterfoil has the trait of that name."""
        rows = _rows(sheet)
        titles = find_titles(rows)
        own = [title for title in titles if title.type == self.type]
        if own:
            regions = split_at(sheet, rows, own)
            return tuple(_titled(sheet, title, region, whole=len(own) == 1) for title, region in regions)
        if titles:
            return ()
        return _untitled(sheet, rows)

    def read_on(self, sheet: Sheet) -> Mapping[str, FieldReading]:
        """The fields on a page that goes on with a certificate."""
        found = _fields(sheet, part_of(sheet.page_number, _rows(sheet)))
        return {name: item.reading(sheet.page_number) for name, item in found.items()}


def _rows(sheet: Sheet) -> tuple[Row, ...]:
    return rows_of(sheet.lines, sheet.width_px, sheet.height_px)


def _titled(sheet: Sheet, title: Title, rows: tuple[Row, ...], *, whole: bool) -> Document:
    part = part_of(sheet.page_number, tuple(row for row in rows if not set(row.placed) & set(title.placed)))
    sentences = sentences_of(part.body)
    certain = _BY_TITLE_AND_BODY if EVIDENCE.search(sentences.text) else _BY_TITLE
    traits: tuple[Trait, ...] = ("counterfoil",) if title.counterfoil or _says_counterfoil(rows) else ()
    return Document(
        type="termination_certificate",
        pages=(sheet.page_number,),
        box=None if whole else part_of(sheet.page_number, rows).box,
        confidence=round(certain * title.score, 4),
        title=title.text,
        fields={name: found.reading(sheet.page_number) for name, found in _fields(sheet, part).items()},
        traits=traits,
    )


def _untitled(sheet: Sheet, rows: tuple[Row, ...]) -> tuple[Document, ...]:
    part = part_of(sheet.page_number, rows)
    sentences = sentences_of(part.body)
    if NO_CERTIFICATE.search(sentences.text) or not EVIDENCE.search(sentences.text):
        return ()
    found = _fields(sheet, part)
    if "separation_date" not in found or not (_is_letter(sentences) or len(found) >= _LABELS_OF_A_FORM + 1):
        return ()
    fields = {name: item.reading(sheet.page_number) for name, item in found.items()}
    traits: tuple[Trait, ...] = ("counterfoil",) if _says_counterfoil(rows) else ()
    return (
        Document(type="termination_certificate", pages=(sheet.page_number,), confidence=_BY_BODY, fields=fields, traits=traits),
    )


def _fields(sheet: Sheet, part: Part) -> dict[str, Found]:
    return completed(sheet, part, read_twice(part, read_fields), "employer_name")


def _is_letter(sentences: Sentences) -> bool:
    return bool(LETTER.search(sentences.text)) and any(sentences.search(NAME))


def _says_counterfoil(rows: tuple[Row, ...]) -> bool:
    """Whether a line of its own says 存根; a note that one of three copies stays with the employer does not."""
    return any(COUNTERFOIL.match(re.sub(r"\s", "", item.line.text)) for row in rows for item in row.placed)


READER: Final = TerminationCertificateReader()
