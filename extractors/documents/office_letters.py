"""What an office's letters share: to whom it is written, and its number (云上市监处罚〔2024〕123号)."""

import re
from dataclasses import replace
from typing import Final

from extractors.documents.answers import Answers
from extractors.documents.body import Found
from extractors.text.fold import HAN_CLASS
from extractors.text.names import read_organisation

_OPEN, _CLOSE = r"[\[(〔【{]", r"[\])〕】}]"
_YEAR: Final = rf"(?:{_OPEN}\d{{4}}{_CLOSE}?|{_OPEN}?\d{{4}}{_CLOSE})"
"""One of its brackets may be lost."""
_SHAPE: Final = re.compile(
    rf"(?:{_OPEN}[{HAN_CLASS}]{{1,10}}{_CLOSE})?[{HAN_CLASS}]{{1,16}}?(?:_*{_YEAR}|字)_*第?\d{{1,12}}号|"
    rf"[{HAN_CLASS}]{{1,16}}字_*{_YEAR}_*第?\d+号"
)
"""The line that a number is written on is read as underscores where it begins before the number."""
_LEAD: Final = re.compile(r"^(?:文号|编号|通知书文号|决定书文号|证书编号|文书编号|案号):?")


def document_number(text: Answers, name: str) -> Found | None:
    """The first such number on the paper; brackets around the year come back as 〔〕. A blank where only its label stands."""
    for row in text.part.rows:
        compact, _ = row.passage.compact
        match = _SHAPE.search(_LEAD.sub("", compact))
        if match:
            start = compact.find(match[0])
            return Found(in_six_corners(match[0]), row.passage, row.passage.spread((start, start + len(match[0]))))
    stated = text.words(name)
    return stated if stated is None or not stated.value else replace(stated, value=in_six_corners(stated.value))


def in_six_corners(number: str) -> str:
    """A number with its year in the brackets that offices write (〔2024〕, GB/T 9704), whichever were read, and without lines.

    >>> in_six_corners("云上市监处罚_(2024)123号")
    '云上市监处罚〔2024〕123号'
    """
    return re.sub(rf"{_OPEN}?(\d{{4}}){_CLOSE}", r"〔\1〕", number.replace("_", ""))


def addressee(text: Answers) -> Found | None:
    """The firm or body that a letter begins with (某某有限公司:)."""
    for row in text.part.rows:
        compact, _ = row.passage.compact
        firm = read_organisation(compact[:-1]) if compact.endswith(":") else None
        if firm:
            return Found(firm, row.passage, (0, len(row.passage.text)))
    return None
