"""What applicants are told, text by text: short enough, in plain words, and either what to do or that a person looks."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, get_args

import pytest

from extractors.schema import PAPERS
from tests.validators.test_catalogue import SAID
from validators.causes.table import CAUSES
from validators.check import CannotTell, Finds
from validators.finding import Severity
from validators.policy import load_policy
from validators.policy_file import scenarios
from validators.reasons import CATALOGUE, Reason
from validators.sayable import Words
from validators.values import Value
from validators.wording import Language, Told, english, wording_of

PLAIN_WORDS: Final[Mapping[str, Any]] = tomllib.loads((Path(__file__).parent / "plain_words.toml").read_text(encoding="utf-8"))
LANGUAGES: Final = ("zh", "en")
SEVERITIES: Final[tuple[Severity, ...]] = get_args(Severity)
WORDINGS: Final = {
    language: wording_of(language, [one for name in scenarios() for one in load_policy(name).requirements])
    for language in LANGUAGES
}
LONGEST: Final = (
    "阿卜杜热西提·阿卜杜克热木江",
    "样例省云上市山前区晨光恒丰供应链管理与信息技术服务有限公司",
    "2024-12-31",
    "110199199003070113",
)
"""The longest names that are sensible: of a person and of a firm; a day, and a number."""
NUMBER: Final = re.compile(r"[0-9Xx]{6,}")
IDENTIFIER: Final = re.compile(r"[a-z]+[_.][a-z]+")
INSTEAD: Final = frozenset(one.say for one in CAUSES.odd)
"""Reasons that are given in the place of what the checks say."""
REASONS: Final = tuple(CATALOGUE.reasons.values())


def outcomes_of(reason: Reason) -> Iterator[Finds | CannotTell]:
    """What checks say with a reason, the same words once."""
    seen: set[str] = set()
    for _, outcome in SAID:
        told = f"{type(outcome)} {sorted(outcome.words.items())}"
        if outcome.reason == reason.key and told not in seen:
            seen.add(told)
            yield outcome
    if reason.key in INSTEAD:
        yield Finds(reason.key, words={"here": Value("甲"), "there": Value("乙")})


def with_values(words: Words, text: str, confidence: float) -> Words:
    """The words with one text as every value."""
    return {
        key: replace(word, text=text, confidence=confidence, sound=True, masked=False, misplaced=False)
        if isinstance(word, Value)
        else word
        for key, word in words.items()
    }


def ways(outcome: Finds | CannotTell, severities: Iterable[Severity] = SEVERITIES) -> Iterator[tuple[Severity, bool]]:
    """How an outcome may be told: nobody is sent back for a doubt, and what was found may be put as a question."""
    for severity in severities:
        if severity != "bounce":
            yield severity, False
        if isinstance(outcome, Finds):
            yield severity, True


def told_of(language: Language, reason: Reason) -> Iterator[tuple[Severity, Told]]:
    """Everything that may be said with a reason: with its own words, with the longest names, without any."""
    for outcome in outcomes_of(reason):
        given = outcome.words
        for words in (given, *(with_values(given, text, 0.99) for text in LONGEST), with_values(given, "", 0.0)):
            for severity, sure in ways(outcome):
                yield severity, WORDINGS[language].told(reason, words, severity, sure=sure)


def texts(told: Told) -> tuple[str, ...]:
    return tuple(text for text in (told.message, told.fix, told.sms) if text)


def has(text: str, words: list[str], aside: Iterable[str] = ()) -> bool:
    for word in aside:
        text = text.replace(word, "")
    return any(word in text for word in words)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: reason.key)
def test_every_text_has_its_words_and_fits(language: Language, reason: Reason) -> None:
    lengths = WORDINGS[language].lengths
    for _, told in told_of(language, reason):
        assert len(told.message) <= lengths.named, told.message
        assert len(told.fix) <= lengths.fix, told.fix
        assert len(told.sms) <= lengths.sms, told.sms
        assert not [text for text in texts(told) if has(text, ["{", "}", *PLAIN_WORDS[language]["broken"]])]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: reason.key)
def test_a_message_without_a_name_fits_on_a_line(language: Language, reason: Reason) -> None:
    usual: tuple[Severity, ...] = ("bounce", "review") if reason.severity == "bounce" else (reason.severity,)
    for outcome in outcomes_of(reason):
        for severity, sure in ways(outcome, usual):
            told = WORDINGS[language].told(reason, with_values(outcome.words, "", 0.0), severity, sure=sure)
            assert len(told.message) <= WORDINGS[language].lengths.message, told.message


@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: reason.key)
def test_names_stand_whole_or_not_at_all_and_numbers_never_whole(reason: Reason) -> None:
    for outcome in (one for one in outcomes_of(reason) if isinstance(one, Finds)):
        for text in LONGEST:
            told = WORDINGS["zh"].told(reason, with_values(outcome.words, text, 0.99), "bounce")
            for said in texts(told):
                assert text in said or text[:5] not in said, said
                assert not NUMBER.search(said), said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: reason.key)
def test_a_text_says_what_to_do_or_that_a_person_looks_and_never_both(language: Language, reason: Reason) -> None:
    plain = PLAIN_WORDS[language]
    for severity, told in told_of(language, reason):
        said = (told.message, told.sms)
        kinds = {kind for kind in ("wait", "do", "note") if any(has(one, plain[kind], plain["aside"]) for one in said)}
        asks = severity == "bounce" or reason.do_anyway
        assert kinds == {"do" if asks else "wait" if severity == "review" else "note"}, told
        assert bool(told.fix) <= asks
        assert not has(told.fix, plain["wait"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: reason.key)
def test_texts_are_in_plain_words(language: Language, reason: Reason) -> None:
    plain = PLAIN_WORDS[language]
    known = (CATALOGUE if language == "zh" else english()).reasons[reason.key]
    for text in (*known.what, *known.maybe, *known.do, *known.fix, *known.sms, known.advice):
        words = re.sub(r"\{[a-z:]+\}", "", text)
        assert not [word for word in plain["jargon"] if word in words], text
        assert not IDENTIFIER.search(words), text
    for text in (*known.what, *known.maybe, *known.do, *known.fix, *known.sms):
        for short, whole in plain["short_names"].items():
            assert short not in text.replace(whole, ""), text


def test_short_names_are_of_papers() -> None:
    assert set(PLAIN_WORDS["zh"]["short_names"].values()) <= {paper.zh for paper in PAPERS.values()}


@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: reason.key)
def test_who_is_sent_back_is_told_how_and_has_a_text_for_a_doubt(reason: Reason) -> None:
    if reason.severity == "bounce":
        assert reason.maybe
        assert reason.do
        assert reason.fix
        assert reason.sms
    assert reason.do or reason.severity != "bounce"
    assert not reason.do_anyway or reason.do


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_reasons_say_the_same(language: Language) -> None:
    wording = WORDINGS[language]
    patterns = [wording.pattern(reason) for reason in REASONS]
    assert len(set(patterns)) == len(patterns)
    doubts = [one for reason in REASONS for one in wording.reasons[reason.key].maybe]
    assert len(set(doubts)) == len(doubts)


def test_impossible_days_and_unread_rings_stand_in_no_text() -> None:
    """What a reading has that nobody can be sure of is the reviewer's: it is in the detail alone."""
    for _, outcome in SAID:
        if outcome.reason in ("date.invalid", "date.incomplete", "seal.illegible"):
            told = WORDINGS["zh"].told(CATALOGUE.reasons[outcome.reason], outcome.words, "bounce")
            here = outcome.words["here"]
            shown = here if isinstance(here, str) else here.text
            assert not shown or not [text for text in texts(told) if shown in text]
