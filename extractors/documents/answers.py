"""The answers a paper gives to what is asked of it: behind its labels, else in its sentences; else the blank that is left.

What a field's name is among a type's labels is what it is asked by. Patterns run over
:class:`~extractors.documents.sentences.Sentences`; their named group ``v`` is the value.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from extractors.documents.body import Found, Part, found_date
from extractors.documents.sentences import DATE, Sentences, sentences_of
from extractors.documents.signing_off import date_after, id_after, signed_on
from extractors.text.fold import fold
from extractors.text.labels import Labelled, Spellings, find_labels
from extractors.text.names import read_organisation, read_person
from extractors.text.passage import Passage

Wordings = tuple[re.Pattern[str], ...]
NOTHING: Final = frozenset({"", "为", "无", "/", "—", "-", "***"})
"""What stands in a place that is left empty."""
RECEIVER: Final = re.compile(r"签收|签字|签名|领取|本人|经办|承办|民警|收件|受理人")
"""A row with these belongs to whoever signs for the paper: its date is not the day of issue."""


def patterns(*sources: str) -> Wordings:
    """Compile wordings."""
    return tuple(re.compile(source) for source in sources)


_CLAUSE_END: Final = re.compile(r"[。;,]|特此(?:证明|说明|声明)")

_ID: Final = patterns(
    r"(?:居民)?(?:身份证|公民身份|证件|社会保障)(?:件)?(?:号码|号)?(?:为|是)?:?(?P<v>[0-9A-Za-z*×]*)",
)


@dataclass(frozen=True)
class Answers:
    """A paper ready to be asked. Every method returns None where nothing on the paper speaks of it."""

    part: Part
    labels: tuple[Labelled, ...]
    sentences: Sentences
    heading: Passage | None = None
    """The title, where one was read."""

    def behind(self, name: str) -> tuple[Labelled, ...]:
        """The labels of a field; none for the name '', whose labels are other values'."""
        return tuple(label for label in self.labels if name and label.name == name)

    def person(self, name: str, wordings: Wordings = ()) -> Found | None:
        """A person's name."""
        return self._first(name, wordings, read_person)

    def body(self, name: str, wordings: Wordings = ()) -> Found | None:
        """The name of a company or another body, only where a label or a wording gives it."""
        return self._first(name, wordings, read_organisation)

    def words(self, name: str, wordings: Wordings = ()) -> Found | None:
        """A value in free words, up to the end of its clause."""
        return self._first(name, wordings, _clause)

    def id_number(self, name: str, wordings: Wordings = _ID) -> Found | None:
        """The ID number behind a label, or in a sentence the first."""
        return id_after(self.behind(name), self.sentences, wordings)

    def day(self, name: str, wordings: Wordings = ()) -> Found | None:
        """A date."""
        labelled = date_after(self.behind(name))
        said = (found_date(self.sentences.date(match["v"]), self.sentences.passage) for match in self._said(wordings))
        return _surest((labelled, *said))

    def issued(self, name: str = "issue_date", not_ours: re.Pattern[str] = RECEIVER) -> Found | None:
        """The day at the paper's end, or behind a label that says so."""
        return signed_on(self.part, self.behind(name), not_ours)

    def _first(self, name: str, wordings: Wordings, read: Callable[[str], str | None]) -> Found | None:
        for label in self.behind(name):
            for span in (label.cell, label.rest):
                value = read(label.passage.text[slice(*span)])
                if value:
                    return Found(value, label.passage, span)
        for match in self._said(wordings):
            value = read(self._as_printed(match))
            if value:
                return Found(value, self.sentences.passage, self.sentences.span(*match.span("v")))
        return self._blank(name)

    def _as_printed(self, match: re.Match[str]) -> str:
        """The value of a sentence, with the dates in it as they stand on the page."""
        if not re.search(DATE, match["v"]):
            return match["v"]
        return re.sub(r"\s", "", self.sentences.passage.text[slice(*self.sentences.span(*match.span("v")))])

    def _said(self, wordings: Sequence[re.Pattern[str]]) -> list[re.Match[str]]:
        return list(self.sentences.search(tuple(wordings)))

    def _blank(self, name: str) -> Found | None:
        empty = (label for label in self.behind(name) if not label.rest_text)
        return next((Found("", label.passage, label.label, "blank") for label in empty), None)


def answers_of(part: Part, spellings: Spellings, heading: Passage | None = None) -> Answers:
    """Make a part of a page ready to be asked."""
    return Answers(part, find_labels(part.rows, spellings), sentences_of(part.body), heading)


def first_of(*found: Found | None) -> Found | None:
    """The first of several answers that has a value, else the first that is there."""
    return _surest(found)


def _surest(found: Sequence[Found | None]) -> Found | None:
    """The first that has a value, else the first."""
    there = [item for item in found if item is not None]
    return next((item for item in there if item.value), there[0] if there else None)


def _clause(text: str) -> str | None:
    value = re.sub(r"[\s_]", "", _CLAUSE_END.split(fold(text).strip(), maxsplit=1)[0]).strip(":,;。.、-")
    return None if value in NOTHING else value
