"""What is said, in both languages: the same reasons, the same words, and nothing Chinese left over in English."""

import re
from string import Formatter

import pytest

from extractors.schema import PAPERS
from tests.validators.cases import FIRM, OTHER_FIRM, back, case, certificate, front, license_, sent, told
from tests.validators.test_catalogue import SAID
from validators.check import CannotTell, Finds
from validators.policy import load_policy
from validators.policy_file import scenarios
from validators.reasons import CATALOGUE, Reason
from validators.run import judge
from validators.wording import Language, english, wording_of

HAN = re.compile(r"[一-鿿]")
AS_IT_STANDS = ("存根", "留存联", "至办理完毕止")
"""Words quoted from papers."""
EN = wording_of("en")


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("reason", CATALOGUE.reasons.values(), ids=lambda reason: reason.key)
def test_every_reason_is_said_in_english_with_the_same_words(reason: Reason) -> None:
    said = english().reasons[reason.key]
    assert placeholders(said.what[-1]) == placeholders(reason.what[-1])
    assert len(said.what) == len(reason.what)
    for name in ("maybe", "do", "fix", "advice"):
        assert bool(getattr(said, name)) == bool(getattr(reason, name)), name
    plain = " ".join((*said.what, *said.maybe, *said.do, *said.fix, *said.sms, said.detail, said.advice))
    for words in AS_IT_STANDS:
        plain = plain.replace(words, "")
    assert not HAN.search(plain)


def test_nothing_else_is_in_the_english_catalogue() -> None:
    assert set(english().reasons) == set(CATALOGUE.reasons)
    assert set(english().doubts) == set(CATALOGUE.doubts)
    assert {*english().names, *PAPERS} == set(CATALOGUE.names)


@pytest.mark.parametrize(("name", "outcome"), SAID, ids=[f"{name}-{outcome.reason}" for name, outcome in SAID])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_details_have_their_words(language: Language, name: str, outcome: Finds | CannotTell) -> None:
    assert "{" not in wording_of(language).detail(CATALOGUE.reasons[outcome.reason], outcome.words, "misreading")


@pytest.mark.parametrize("scenario", scenarios())
def test_what_policies_ask_for_has_an_english_name(scenario: str) -> None:
    for requirement in load_policy(scenario).requirements:
        assert not requirement.title or requirement.title_en


def test_a_whole_packet_in_english() -> None:
    given = case(sent(license_()), sent(front()), sent(certificate(employer_name=OTHER_FIRM)), declared=told(reason="其他"))
    findings = judge(given, load_policy("employer_withdrawal"), language="en")
    assert [one.message for one in findings if one.severity == "bounce"] == [
        f"The certificate is by {OTHER_FIRM}, the licence is that of {FIRM}. Please upload both of one firm.",
        "Legal representative's ID card: the emblem side is missing. Please photograph it and add it.",
        "You chose another reason and did not write which. Please write it and hand in again.",
    ]
    assert findings[0].detail == f"certificate: {OTHER_FIRM}; licence: {FIRM}"


def test_titles_of_policies_are_translated() -> None:
    given = case(sent(license_()), sent(front(), back()), declared=told())
    (found,) = judge(given, load_policy("employer_withdrawal"), language="en")
    assert found.message == "Missing: termination certificate (or agreement, or withdrawal application). Please add it."


def test_several_names_in_a_row() -> None:
    reason = CATALOGUE.reasons["field.unproven_change/link"]
    assert EN.detail(reason, {"seen": "公安机关证明", "field": "更正前信息、更正后信息"}, "") == (
        "police certificate: not seen: old value, new value"
    )


def test_advice_says_where_to_go() -> None:
    told_ = case(declared=told(reason="单位注销"))
    first = judge(told_, load_policy("employer_withdrawal"))[0]
    assert "窗口" in first.advice
    assert "counter" in judge(told_, load_policy("employer_withdrawal"), language="en")[0].advice
