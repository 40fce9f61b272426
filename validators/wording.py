"""What is said, in the language asked for: the catalogue's texts with their words filled in.

Checks give the names of things in Chinese; other languages put their own in their place.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal

from extractors.frozen import Frozen
from extractors.schema import PAPERS
from extractors.schema.identity import IDENTITY_PAPERS
from validators.reasons import CATALOGUE, Reason
from validators.requirements import Requirement

Language = Literal["zh", "en"]

ENGLISH_TOML: Final = files("validators").joinpath("reasons.en.toml").read_text(encoding="utf-8")


_AND: Final = "、"
_BECAUSE: Final = "："
_WHAT_TO_DO: Final = re.compile("，(?:请|建议)[^，]*$")
"""What a message asks for at its end: while a person looks, nothing is to be done."""


class Texts(Frozen):
    """A reason's texts in another language."""

    message: str
    detail: str = ""
    unsure: str = ""
    advice: str = ""


class Translation(Frozen):
    """The catalogue in another language, by the same keys."""

    doubt_prefix: str
    reasons: Mapping[str, Texts]
    doubts: Mapping[str, str]
    names: Mapping[str, str]
    phrases: Mapping[str, str]
    """Words that checks put where a value should be."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How things are said. ``names`` maps names as checks give them to those of the language."""

    doubt_prefix: str
    reasons: Mapping[str, Texts]
    doubts: Mapping[str, str]
    names: Mapping[str, str]

    def message(self, reason: Reason, words: Mapping[str, str], *, softened: bool) -> str:
        """What the applicant reads; ``softened``: as a question that a person will settle."""
        texts = self.reasons[reason.key]
        text = texts.message if not softened else texts.unsure or self.doubt_prefix + _WHAT_TO_DO.sub("", texts.message)
        return text.format(**self._named(words))

    def detail(self, reason: Reason, words: Mapping[str, str], doubt: str, behind: Sequence[str] = ()) -> str:
        """What the reviewer reads, with the doubt where there is one, and what is ``behind`` it."""
        told = _BECAUSE.join(part for part in (self.doubts[doubt], _AND.join(behind)) if part) if doubt else ""
        return self.reasons[reason.key].detail.format(**self._named(words)) + (f"（{told}）" if told else "")

    def advice(self, reason: Reason) -> str:
        """What to do where no upload helps; empty where one does."""
        return self.reasons[reason.key].advice

    def _named(self, words: Mapping[str, str]) -> Mapping[str, str]:
        return {key: self._word(word) for key, word in words.items()} if self.names else words

    def _word(self, word: str) -> str:
        """A name in this language; of several in a row, each. Values stay as they are."""
        if word in self.names:
            return self.names[word]
        parts = word.split(_AND)
        return ", ".join(self.names[part] for part in parts) if all(part in self.names for part in parts) else word


@cache
def english() -> Translation:
    """The catalogue in English."""
    return Translation.model_validate(tomllib.loads(ENGLISH_TOML))


def wording_of(language: Language, requirements: Iterable[Requirement] = ()) -> Wording:
    """The wording of a language. ``requirements`` bring the titles that a policy gives to what it asks for."""
    if language == "zh":
        texts = {key: Texts(**one.model_dump(include=set(Texts.model_fields))) for key, one in CATALOGUE.reasons.items()}
        return Wording(CATALOGUE.doubt_prefix, texts, CATALOGUE.doubts, {})
    translation = english()
    slots = {**{kind: paper.en for kind, paper in PAPERS.items()}, **translation.names}
    titles = {one.title: one.title_en or slots[one.slot] for one in requirements if one.title}
    names = dict(_of_papers())
    names.update({CATALOGUE.names[key]: name for key, name in translation.names.items()})
    names.update(titles)
    names.update(translation.phrases)
    return Wording(translation.doubt_prefix, translation.reasons, translation.doubts, names)


def _of_papers() -> Iterator[tuple[str, str]]:
    """The Chinese and English names of all papers and their fields."""
    for paper in PAPERS.values():
        yield paper.zh, paper.en
        yield from ((field.zh, field.en) for field in paper.fields.values())
    for card in IDENTITY_PAPERS.values():
        yield from ((title, card.en) for title in (card.zh, *card.titles.split()))
