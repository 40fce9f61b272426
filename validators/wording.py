"""What is said, in the language asked for: the catalogue's texts with their words filled in.

A text either asks for something or says that a person looks, never both. Names, firms and days stand in it where they were read
for certain, and where it is not too long with them. Checks give the names of things in Chinese; other languages put their own
in their place.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Final, Literal

from extractors.frozen import Frozen
from extractors.schema import PAPERS
from extractors.schema.identity import IDENTITY_PAPERS
from validators.finding import Severity
from validators.reasons import CATALOGUE, Group, Joints, Lengths, Reason, Texts
from validators.requirements import Requirement
from validators.sayable import UnsayableError, Word, Words, text_of
from validators.values import Value

Language = Literal["zh", "en"]

ENGLISH_TOML: Final = files("validators").joinpath("reasons.en.toml").read_text(encoding="utf-8")
CERTAIN_FROM: Final = 0.90
"""Confidence (0..1) of a value from which it may be repeated (DOMAIN 8.1)."""
NEVER: Final = 2.0
"""A confidence that nothing has."""

AND: Final = "、"
"""Between the names of several things."""
AND_MORE: Final = "等"
"""Behind the first name of several things, where the others are too many for a text."""
_BECAUSE: Final = "："


class Translation(Frozen):
    """The catalogue in another language, by the same keys."""

    lengths: Lengths
    joints: Joints
    todo: Mapping[Group, str]
    reasons: Mapping[str, Texts]
    doubts: Mapping[str, str]
    names: Mapping[str, str]
    phrases: Mapping[str, str]
    """Words that checks put where a value should be."""


class Told(Frozen):
    """What the applicant reads: the short form, how to mend it, and the text message."""

    message: str
    fix: str = ""
    sms: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """How things are said. ``names`` maps names as checks give them to those of the language."""

    lengths: Lengths
    joints: Joints
    todo: Mapping[Group, str]
    reasons: Mapping[str, Texts]
    doubts: Mapping[str, str]
    names: Mapping[str, str]

    def told(self, reason: Reason, words: Words, severity: Severity, *, sure: bool = True) -> Told:
        """What the applicant reads about a finding of that severity; where it is not ``sure``, no value is repeated."""
        return self._filled(reason, _Filling(self._in_language(words), sure, self.joints.day), severity)

    def fits(self, told: Told) -> bool:
        """Whether all of it is as short as texts without names must be."""
        limits, texts = self.lengths, (told.message, told.fix, told.sms)
        return all(len(text) <= most for text, most in zip(texts, (limits.message, limits.fix, limits.sms), strict=True))

    def pattern(self, reason: Reason) -> str:
        """The usual message, its placeholders left as they are and no value in it."""
        what, do = self.reasons[reason.key].what[-1], self._to_do(reason)[-1]
        ends = {"bounce": self.joints.do.replace("{do}", do), "review": self.joints.wait, "info": self.joints.note}
        return what + (ends["bounce"] if reason.do_anyway else ends[reason.severity])

    def detail(self, reason: Reason, words: Words, doubt: str, behind: Sequence[str] = ()) -> str:
        """What the reviewer reads, with the doubt where there is one, and what is ``behind`` it."""
        plain = {key: text_of(word) for key, word in self._in_language(words).items()}
        told = _BECAUSE.join(part for part in (self.doubts[doubt], AND.join(behind)) if part) if doubt else ""
        return self.reasons[reason.key].detail.format(**plain) + (f"（{told}）" if told else "")

    def advice(self, reason: Reason) -> str:
        """What to do where no upload helps; empty where one does."""
        return self.reasons[reason.key].advice

    def _filled(self, reason: Reason, words: "_Filling", severity: Severity) -> Told:
        texts = self.reasons[reason.key]
        what = texts.what if words.sure or not texts.maybe else texts.maybe
        asks = severity == "bounce" or reason.do_anyway
        if not asks:
            end, sms_end = self.joints.note, self.joints.note + self.joints.sms_end
            if severity == "review":
                end, sms_end = self.joints.wait, self.joints.sms_wait
            message = self._message(words, tuple(one + end for one in what))
            return Told(message=message, sms=words.first(tuple(one + sms_end for one in what), self.lengths.sms))
        clauses = tuple(one + self.joints.do.replace("{do}", do) for one, do in product(what, self._to_do(reason)))
        sms = (*(texts.sms if words.sure else ()), *(one + self.joints.sms_end for one in clauses))
        return Told(
            message=self._message(words, clauses),
            fix=words.first(texts.fix, self.lengths.fix) if texts.fix else "",
            sms=words.first(sms, self.lengths.sms),
        )

    def _message(self, words: "_Filling", variants: Sequence[str]) -> str:
        """The first that fits: with a value in it, it may be longer."""
        return words.first(variants, self.lengths.named)

    def _to_do(self, reason: Reason) -> tuple[str, ...]:
        return self.reasons[reason.key].do or (self.todo[reason.group],)

    def _in_language(self, words: Words) -> Words:
        return {key: self._word(word) if isinstance(word, str) else word for key, word in words.items()}

    def _word(self, word: str) -> str:
        """A name in this language; of several in a row, each. Values stay as they are."""
        if word in self.names:
            return self.names[word]
        if word.removesuffix(AND_MORE) in self.names:
            return f"{self.names[word.removesuffix(AND_MORE)]} and more"
        parts = word.split(AND)
        return ", ".join(self.names[part] for part in parts) if all(part in self.names for part in parts) else word


@dataclass(frozen=True, slots=True)
class _Filling:
    """Words that fill texts; values among them only where all that is said is ``sure``."""

    words: Words
    sure: bool
    day: str

    def first(self, variants: Sequence[str], longest: int) -> str:
        """The first text whose words may be said and that is no longer; else the last one, which has no value in it."""
        fuller = (text for one in variants[:-1] if (text := self._unless_unsayable(one)) and len(text) <= longest)
        return next(fuller, "") or self._filled(variants[-1])

    def _unless_unsayable(self, text: str) -> str:
        """The text; empty where a word in it is not there or may not be said."""
        try:
            return self._filled(text)
        except (UnsayableError, KeyError):
            return ""

    def _filled(self, text: str) -> str:
        """The text, its first letter a capital."""
        certain_from = CERTAIN_FROM if self.sure else NEVER
        said = {
            key: Word(word, certain_from, self.day) if isinstance(word, Value) else word for key, word in self.words.items()
        }
        filled = text.format(**said)
        return filled[:1].upper() + filled[1:]


@cache
def english() -> Translation:
    """The catalogue in English."""
    return Translation.model_validate(tomllib.loads(ENGLISH_TOML))


def wording_of(language: Language, requirements: Iterable[Requirement] = ()) -> Wording:
    """The wording of a language. ``requirements`` bring the titles that a policy gives to what it asks for."""
    if language == "zh":
        return Wording(CATALOGUE.lengths, CATALOGUE.joints, CATALOGUE.todo, CATALOGUE.reasons, CATALOGUE.doubts, {})
    translation = english()
    slots = {**{kind: paper.en for kind, paper in PAPERS.items()}, **translation.names}
    titles = {one.title: one.title_en or slots[one.slot] for one in requirements if one.title}
    names = dict(_of_papers())
    names.update({CATALOGUE.names[key]: name for key, name in translation.names.items()})
    names.update(titles)
    names.update(translation.phrases)
    return Wording(translation.lengths, translation.joints, translation.todo, translation.reasons, translation.doubts, names)


def _of_papers() -> Iterator[tuple[str, str]]:
    """The Chinese and English names of all papers and their fields."""
    for paper in PAPERS.values():
        yield paper.zh, paper.en
        yield from ((field.zh, field.en) for field in paper.fields.values())
    for card in IDENTITY_PAPERS.values():
        yield from ((title, card.en) for title in (card.zh, *card.titles.split()))
