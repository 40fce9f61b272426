"""Every sentence of the catalogue is said where it is true, and not beside it.

The rows of the checks' tables are the evidence: each kind of sentence has one that raises it, and a neighbour, a step or two
away, that does not. What stands in a sentence was read for certain, or typed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Final

import pytest

from extractors.evidence import Document
from tests.validators.cases import Row
from tests.validators.test_catalogue import rows
from validators.case import Case
from validators.check import CannotTell, Finds
from validators.reasons import CATALOGUE
from validators.registry import find_checks
from validators.sayable import UnsayableError, Word
from validators.values import Value
from validators.wording import CERTAIN_FROM, Told, wording_of

CHINESE: Final = wording_of("zh")
STEPS: Final = 4
"""Values, marks or papers in which a neighbour differs: as many as tell two people's cards apart."""
SHAKY: Final = 0.85
CHECKS: Final = find_checks()
Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


@cache
def said_about(check: str) -> tuple[tuple[Row, tuple[Finds | CannotTell, ...]], ...]:
    """The rows of a check with what it finds there."""
    return tuple((row, found(check, row)) for row in rows(check))


def found(check: str, row: Row) -> tuple[Finds | CannotTell, ...]:
    return tuple(one for one in row.bound(CHECKS[check]).judge(row.case) if isinstance(one, Finds | CannotTell))


def sentence(outcome: Finds | CannotTell) -> tuple[str, bool]:
    """Which sentence it is: the reason, and whether it is stated or put as a doubt."""
    return outcome.reason, isinstance(outcome, CannotTell)


def told(outcome: Finds | CannotTell, *, certain: bool = True) -> Told:
    """What the applicant reads where a policy leaves the severity as it is."""
    reason = CATALOGUE.reasons[outcome.reason]
    doubted = isinstance(outcome, CannotTell)
    severity = "review" if doubted and reason.severity == "bounce" else reason.severity
    return CHINESE.told(reason, outcome.words, severity, sure=certain and not doubted)


def differences(one: Json, other: Json) -> int:
    """How many values, marks or papers differ."""
    if one == other:
        return 0
    if isinstance(one, dict) and isinstance(other, dict):
        if one.get("type") != other.get("type"):
            return 1
        return sum(differences(one.get(key), other.get(key)) for key in one.keys() | other.keys())
    if isinstance(one, list) and isinstance(other, list) and all(isinstance(each, dict) for each in (*one, *other)):
        left, right = [each for each in one if each not in other], [each for each in other if each not in one]
        return abs(len(left) - len(right)) + sum(differences(*pair) for pair in zip(left, right, strict=False))
    return 1


def evidence(row: Row) -> dict[str, Json]:
    limits: dict[str, Json] = {name: str(value) for name, value in row.limits.items()}
    return {"case": row.case.model_dump(mode="json"), "limits": limits, "asked": [{"slot": str(one)} for one in row.asked]}


@pytest.mark.parametrize("check", sorted(CHECKS))
def test_every_sentence_has_evidence_that_raises_it_and_a_neighbour_that_does_not(check: str) -> None:
    known = [(evidence(row), {sentence(one) for one in outcomes}) for row, outcomes in said_about(check)]
    for said in {one for _, sentences in known for one in sentences}:
        true = [case for case, sentences in known if said in sentences]
        others = [case for case, sentences in known if said not in sentences]
        assert others, f"{said} is said of everything"
        assert min(differences(one, other) for one in true for other in others) <= STEPS, said


def variants() -> Iterator[tuple[str, int]]:
    for reason in CATALOGUE.reasons.values():
        yield from ((reason.key, number) for number in range(len(reason.what) - 1))


def _fills(text: str, words: Mapping[str, str | Value]) -> str:
    """The text with those words; empty where one of them may not be said."""
    day = CATALOGUE.joints.day
    try:
        return text.format(
            **{key: Word(word, CERTAIN_FROM, day) if isinstance(word, Value) else word for key, word in words.items()}
        )
    except (KeyError, UnsayableError):
        return ""


@pytest.mark.parametrize(("key", "number"), tuple(variants()), ids=str)
def test_every_sentence_with_names_is_said_of_evidence_and_not_when_that_is_shaky(key: str, number: int) -> None:
    text = CATALOGUE.reasons[key].what[number]
    there = [
        (check, row, outcome)
        for check, known in CHECKS.items()
        if key in known.reasons
        for row, outcomes in said_about(check)
        for outcome in outcomes
        if outcome.reason == key and isinstance(outcome, Finds)
    ]
    named = [
        (check, row, filled) for check, row, one in there if (filled := _fills(text, one.words)) in told(one).message and filled
    ]
    assert named, "no row says it"
    for check, row, filled in named:
        for one in found(check, replace(row, case=shaky(row.case))):
            assert filled not in told(one).message or not from_papers(one)


def from_papers(outcome: Finds | CannotTell) -> bool:
    """Whether a value in it was read, and not typed."""
    return any(isinstance(word, Value) and word.place.file for word in outcome.words.values())


def shaky(given: Case) -> Case:
    """The case, everything on its papers read a little less than for certain."""
    files = tuple(
        file.model_copy(
            update={"evidence": file.evidence.model_copy(update={"documents": tuple(map(_shaky, file.evidence.documents))})}
        )
        for file in given.files
    )
    return given.model_copy(update={"files": files})


def _shaky(document: Document) -> Document:
    fields = {
        name: reading.model_copy(update={"confidence": min(reading.confidence, SHAKY)})
        for name, reading in document.fields.items()
    }
    seals = tuple(
        seal.model_copy(update={"text_confidence": min(seal.text_confidence, SHAKY), "center_confidence": SHAKY})
        for seal in document.seals
    )
    sure = min(document.confidence, SHAKY) if document.title else document.confidence
    return document.model_copy(update={"fields": fields, "seals": seals, "confidence": sure})


@pytest.mark.parametrize("check", sorted(CHECKS))
def test_no_value_that_is_not_certain_stands_in_a_text(check: str) -> None:
    for row, _ in said_about(check):
        typed = row.case.declared.model_dump_json()
        for one in found(check, replace(row, case=shaky(row.case))):
            read = [word.text for word in one.words.values() if isinstance(word, Value) and word.place.file]
            texts = " ".join((told(one).message, told(one).fix, told(one).sms))
            assert not [text for text in read if len(text) > 1 and text not in typed and text in texts]


@pytest.mark.parametrize("check", sorted(CHECKS))
def test_a_doubt_repeats_no_value(check: str) -> None:
    for _, outcomes in said_about(check):
        for one in (one for one in outcomes if isinstance(one, CannotTell)):
            values = [word.text for word in one.words.values() if isinstance(word, Value)]
            assert not [text for text in values if len(text) > 1 and text in told(one).message]
