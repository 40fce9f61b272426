"""A name on the page settles glyphs that may be its characters, and no others."""

import pytest

from extractors.evidence import Seal, TextLine
from extractors.marks.seal_context import settled_by_print

PRINTED = "证明单位：样例市晨光科技有限公司（盖章）"


def seal(text: str, alternatives: dict[int, str]) -> Seal:
    others = tuple(alternatives.get(place, "") for place in range(len(text)))
    return Seal(
        kind="round", text=text, center_text="", color="red", visible=1.0, page=1, box=(0.5, 0.5, 0.7, 0.7), confidence=0.9,
        text_confidence=0.5, alternatives=others,
    )  # fmt: skip


def line(text: str) -> TextLine:
    return TextLine(quad=((0.1, 0.1), (0.9, 0.1), (0.9, 0.2), (0.1, 0.2)), text=text, score=0.99)


@pytest.mark.parametrize(
    ("read", "alternatives", "settled"),
    [
        ("样例市晨先科技有限公司", {4: "光元"}, "样例市晨光科技有限公司"),
        ("样例市晨□科技有限公司", {4: "先光"}, "样例市晨光科技有限公司"),
        ("样例市晨先科技有限公司", {}, "样例市晨先科技有限公司"),
        ("样例市晨先科技有限公司", {4: "元"}, "样例市晨先科技有限公司"),
        ("样例市晨□科技有很公司", {8: "限"}, "样例市晨□科技有限公司"),
        ("别处市晨先贸易有限公司", {0: "样", 1: "例", 4: "光", 5: "科", 6: "技"}, "别处市晨先贸易有限公司"),
        ("晨先公司", {1: "光"}, "晨先公司"),
    ],
    ids=[
        "may be it",
        "unread, may be it",
        "read for sure",
        "something else",
        "shows nothing of it",
        "too little the same",
        "short",
    ],
)
def test_a_printed_name_settles_what_it_may(read: str, alternatives: dict[int, str], settled: str) -> None:
    (found,) = settled_by_print([seal(read, alternatives)], [line(PRINTED)])
    assert found.text == settled


def test_two_names_that_both_fit_settle_nothing() -> None:
    doubtful = seal("样例市晨先科技有限公司", {4: "光元"})
    (found,) = settled_by_print([doubtful], [line(PRINTED), line("样例市晨元科技有限公司")])
    assert found == doubtful


def test_print_that_was_read_with_and_without_the_ink_counts_both_ways() -> None:
    printed = line("样例市晨克科技有限公司").model_copy(update={"colour_text": PRINTED})
    (found,) = settled_by_print([seal("样例市晨先科技有限公司", {4: "光"})], [printed])
    assert found.text == "样例市晨光科技有限公司"
