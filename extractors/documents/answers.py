"""The answers a paper gives to what is asked of it: behind its labels, else in its sentences; else the blank that is left.

What a field's name is among a type's labels is what it is asked by. Patterns run over
:class:`~extractors.documents.sentences.Sentences`; their named group ``v`` is the value.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from extractors.documents.body import Found, Part, found_date
from extractors.documents.options import chosen
from extractors.documents.sentences import DATE, Sentences, sentences_of
from extractors.documents.signing_off import date_after, id_after, mentioned_company, signed_on
from extractors.documents.signing_office import signing_office
from extractors.documents.spelling import to_simplified
from extractors.text.fold import fold, fold_name
from extractors.text.identifiers import find_uscc
from extractors.text.labels import Labelled, Spellings, find_labels
from extractors.text.months import find_months
from extractors.text.names import FIRM_PATTERN, read_office, read_organisation, read_person
from extractors.text.passage import Passage, Span

Wordings = tuple[re.Pattern[str], ...]
MONTH: Final = rf"(?:{DATE}|(?:19|20)\d\d[-./]?(?:0[1-9]|1[0-2])(?!\d))"
"""Matches one month, or the month of a date, in a pattern over sentences."""
NOTHING: Final = frozenset({"", "为", "无", "/", "—", "-", "***"})
"""What stands in a place that is left empty."""
RECEIVER: Final = re.compile(r"签收|签字|签名|领取|本人|经办|承办|民警|收件|受理人")
"""A row with these belongs to whoever signs for the paper: its date is not the day of issue."""


def patterns(*sources: str) -> Wordings:
    """Compile wordings."""
    return tuple(re.compile(source) for source in sources)


_CLAUSE_END: Final = re.compile(r"[。;,]|特此(?:证明|说明|声明)")
_NUMBER: Final = re.compile(r"(?<![0-9A-Z])[0-9A-Z][0-9A-Z\-]{5,29}(?![0-9A-Z])")

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

    def titled(self, wording: re.Pattern[str]) -> Found | None:
        """What the title says."""
        if self.heading is None:
            return None
        match = wording.search(to_simplified(self.heading.compact[0]))
        return Found(match["v"], self.heading, self.heading.spread(match.span("v"))) if match else None

    def behind(self, name: str) -> tuple[Labelled, ...]:
        """The labels of a field; none for the name '', whose labels are other values'."""
        return tuple(label for label in self.labels if name and label.name == name)

    def person(self, name: str, wordings: Wordings = ()) -> Found | None:
        """A person's name."""
        return self._first(name, wordings, read_person)

    def organisation(self, name: str, wordings: Wordings = ()) -> Found | None:
        """The name of a company or another body; one that is only mentioned where neither label nor wording gives it."""
        wrapped = (
            re.escape(label.passage.text[slice(*label.label)].strip()) for label in self.behind(name) if not label.rest_text
        )
        below = tuple(re.compile(rf"{label}:?(?P<v>{FIRM_PATTERN})") for label in wrapped)
        found = self._unbroken(self._first(name, (*wordings, *below), read_organisation), wordings, read_organisation)
        return found if found is not None and found.value else mentioned_company(self.sentences) or found

    def body(self, name: str, wordings: Wordings = ()) -> Found | None:
        """The name of a company or another body, only where a label or a wording gives it."""
        return self._first(name, wordings, read_organisation)

    def words(self, name: str, wordings: Wordings = ()) -> Found | None:
        """A value in free words, up to the end of its clause."""
        return self._first(name, wordings, _clause)

    def code(self, name: str, wordings: Wordings = ()) -> Found | None:
        """A number of 6 to 30 digits and capital letters that has no checksum of its own."""
        return self._unbroken(self._first(name, wordings, _number), wordings, _number)

    def id_number(self, name: str, wordings: Wordings = _ID) -> Found | None:
        """The ID number behind a label, or in a sentence the first."""
        return id_after(self.behind(name), self.sentences, wordings)

    def day(self, name: str, wordings: Wordings = ()) -> Found | None:
        """A date."""
        labelled = date_after(self.behind(name))
        said = (found_date(self.sentences.date(match["v"]), self.sentences.passage) for match in self._said(wordings))
        return _surest((labelled, *said))

    def last_day(self, *wordings: re.Pattern[str], unless: re.Pattern[str]) -> Found | None:
        """The date of the last sentence that gives one, and does not say ``unless``: what is settled stands last."""
        said = (match for match in self._said(wordings) if not unless.search(self.sentences.around(match)))
        found = [(match.start("v"), match["v"]) for match in said]
        dates = [found_date(self.sentences.date(sign), self.sentences.passage) for _, sign in sorted(found, reverse=True)]
        return _surest(dates)

    def month(self, name: str, wordings: Wordings = ()) -> Found | None:
        """A month; of a whole date its month."""
        for label in self.behind(name):
            found = _month(label.passage, label.rest)
            if found is not None:
                return found
        for match in self._said(wordings):
            found = _month(self.sentences.passage, self.sentences.span(*match.span("v")))
            if found is not None:
                return found
        return self._blank(name)

    def issued(self, name: str = "issue_date", not_ours: re.Pattern[str] = RECEIVER) -> Found | None:
        """The day at the paper's end, or behind a label that says so."""
        return signed_on(self.part, self.behind(name), not_ours)

    def office(self, name: str, wordings: Wordings = ()) -> Found | None:
        """The office behind a label, in a sentence, or on a line of its own, lowest first."""
        found = self._first(name, wordings, read_office)
        return found if found is not None and found.value else signing_office(self.part) or found

    def uscc(self) -> Found | None:
        """The credit code on the paper; blank behind a label that asks for it."""
        for row in self.part.rows:
            code = find_uscc(row.passage.text)
            if code is not None and re.search("[A-Z]", code.value[:17]):
                whole = (0, len(row.passage.text))
                return Found(code.value, row.passage, whole, checksum_ok=code.valid, repaired=code.repaired)
        return self._blank("uscc")

    def choice(self, name: str, wordings: Wordings = ()) -> Found | None:
        """The option behind a label whose box is ticked, or the words that stand there; illegible where no tick was read."""
        for label in self.behind(name):
            if label.rest_text:
                option = chosen(label.rest_text)
                value = _clause(label.rest_text) or "" if option is None else option.value
                found = Found(value, label.passage, label.rest)
                found = found.doubted("tick_not_seen") if option and not option.seen else found
                return replace(found, state="illegible") if option is not None and not option.value else found
        return self.said(*wordings) or self._blank(name)

    def said(self, *wordings: re.Pattern[str]) -> Found | None:
        """What the first wording that matches says, as it stands."""
        match = next(iter(self._said(wordings)), None)
        if match is None:
            return None
        span = self.sentences.span(*match.span("v"))
        return Found(fold_name(self._as_printed(match)), self.sentences.passage, span)

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

    def _unbroken(self, found: Found | None, wordings: Wordings, read: Callable[[str], str | None]) -> Found | None:
        """The value in full where the text gives it so, and behind its label the line ends early (…有限公司驻马店 | 分公司)."""
        if found is None or not found.value:
            return found
        said = ((match, read(self._as_printed(match))) for match in self._said(wordings))
        whole = [(match, value) for match, value in said if value and value != found.value and value.startswith(found.value)]
        return Found(whole[0][1], self.sentences.passage, self.sentences.span(*whole[0][0].span("v"))) if whole else found

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


def _month(passage: Passage, span: Span) -> Found | None:
    months = find_months(passage.text[slice(*span)])
    if not months:
        return None
    return Found(months[0].value, passage, (span[0] + months[0].start, span[0] + months[0].end))


def _clause(text: str) -> str | None:
    value = re.sub(r"[\s_]", "", _CLAUSE_END.split(fold(text).strip(), maxsplit=1)[0]).strip(":,;。.、-")
    return None if value in NOTHING else value


def _number(text: str) -> str | None:
    match = _NUMBER.search(re.sub(r"\s", "", fold(text)).upper())
    return match[0] if match else None
