"""仲裁裁决书, 调解书, 判决书: what an arbitration board or a court settled between an employee and an employer (DOMAIN 3.2)."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from extractors.documents.body import Found
from extractors.documents.kinds.numbers import in_six_corners
from extractors.documents.sentences import sentences_of
from extractors.documents.titled_paper import Reading, TitledPaper, from_title

_KIND: Final = re.compile(r"(?P<v>裁决书|调解书|判决书)")
_SAID: Final = {"裁决如下": "裁决书", "判决如下": "判决书", "调解": "调解书", "协议如下": "调解书"}


def _finished(reading: Reading) -> Mapping[str, Found]:
    """With the kind of ruling by its title or else its words; a board's year has six-cornered brackets, a court's round."""
    fields = {**reading.fields, **(from_title(reading, "kind", _KIND) or _by_its_words(reading))}
    ended = fields.get("separation_date")
    if ended is not None and _REFUSED.search(_clause_before(ended)):
        del fields["separation_date"]
    case = fields.get("case_number")
    if case is not None and "仲" not in case.value:
        fields["case_number"] = replace(case, value=case.value.replace("〔", "(").replace("〕", ")"))
    elif case is not None:
        fields["case_number"] = replace(case, value=in_six_corners(case.value))
    return fields


_REFUSED: Final = re.compile("驳回")
"""What is said of a claim that was refused: what it claimed was not settled."""


def _clause_before(found: Found) -> str:
    """What its clause says before a value."""
    text = found.passage.text[: found.span[0]]
    return text[max(text.rfind(stop) for stop in "。;") + 1 :]


def _by_its_words(reading: Reading) -> dict[str, Found]:
    sentences = sentences_of(reading.part.body)
    at = [(sentences.text.find(words), words) for words in _SAID if words in sentences.text]
    if not at:
        return {}
    start, words = min(at)
    span = sentences.span(start, start + len(words))
    return {"kind": Found(_SAID[words], sentences.passage, span).doubted("only_mentioned")}


READER: Final = TitledPaper(
    type="ruling",
    denies=re.compile(r"宣告[^。]{0,8}(?:死亡|失踪)|离婚|刑事"),
    finish=_finished,
)
