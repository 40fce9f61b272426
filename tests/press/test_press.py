"""The press keeps its word: the same seed gives the same paper, and what it calls true stands on the paper."""

import random
import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.press import PressPaper, compose
from tests.press.facts import OTHER_FACTS
from tests.press.kinds import KINDS
from tests.press.kinds.kind import Kind
from tests.press.measure import is_right, judge
from tests.press.numbers import body_check, code_check, credit_code, id_check, id_number
from tests.press.reading import fields_of
from tests.press.shrink import record, replay, shrunk

SEEDS = st.integers(0, 2**32)
TYPES = sorted({kind.type for kind in KINDS.options})


def bare(text: str) -> str:
    """The ink of a text, in one width."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text) if sign not in " _、")


def text_at(paper: PressPaper, name: str) -> str:
    """The text of all lines that reach into a field's box, in reading order."""
    left, top, right, foot = paper.boxes[name]
    reaching = []
    for line in paper.lines:
        x0, y0, x1, y1 = line.box
        if x0 < right and x1 > left and y0 < foot and y1 > top:
            reaching.append(line.text)
    return bare("".join(reaching))


def stands_in(value: str, text: str) -> bool:
    """Whether the characters of a value stand in a text in their order, whatever stands between."""
    rest = iter(text)
    return all(sign in rest for sign in bare(value))


@given(seed=SEEDS)
@settings(max_examples=50, deadline=None)
def test_the_same_seed_gives_the_same_paper(seed: int) -> None:
    assert compose(random.Random(seed)) == compose(random.Random(seed))


@given(seed=SEEDS)
@settings(max_examples=300, deadline=None)
def test_every_value_stands_in_the_lines_at_its_box(seed: int) -> None:
    paper = compose(random.Random(seed))
    for name, printed in paper.printed.items():
        if bare(printed) and name not in paper.smudged:
            assert stands_in(printed, text_at(paper, name)), (name, printed, paper.recipe)


@given(seed=SEEDS)
@settings(max_examples=200, deadline=None)
def test_places_run_along_the_line_and_everything_lies_on_the_page(seed: int) -> None:
    for line in compose(random.Random(seed)).lines:
        assert line.text
        assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in line.quad)
        if line.places is not None:
            assert len(line.places) == len(line.text)
            assert list(line.places) == sorted(line.places)
            assert 0 <= line.places[0] <= line.places[-1] <= 1000


@given(seed=SEEDS)
@settings(max_examples=200, deadline=None)
def test_truth_is_normalised_and_apart_from_what_is_absent(seed: int) -> None:
    paper = compose(random.Random(seed))
    assert paper.absent.isdisjoint(paper.truth)
    for name, value in paper.truth.items():
        assert value == unicodedata.normalize("NFKC", value).replace(" ", "")
        if name.endswith(("_id", "id_number")) and value and "*" not in value and name != "registration_id":
            assert id_check(value[:17]) == value[17]


@pytest.mark.parametrize("type_", TYPES)
def test_a_paper_of_every_type_states_something(type_: str) -> None:
    for seed in range(25):
        paper = compose(random.Random(seed), type_)  # type: ignore[arg-type]  # one of the schema's types
        assert paper.type == type_
        assert any(paper.truth.values())
        assert paper.lines


@pytest.mark.parametrize("kind", KINDS.options, ids=lambda kind: kind.type)
def test_a_kind_has_words_for_all_that_it_states(kind: Kind) -> None:
    known = kind.facts.keys() | OTHER_FACTS.keys() | {"people", "roster_count"}
    assert kind.wording.facts <= known
    for name in kind.wording.listed("pairs"):
        assert f"label.{name}" in kind.wording
        assert name in known or f"value.{name}" in kind.wording


@pytest.mark.parametrize(("type_", "least"), [("termination_certificate", 25), ("authorization_letter", 20), ("ruling", 5)])
def test_letters_are_worded_in_many_ways(type_: str, least: int) -> None:
    assert sum(kind.wording.alternatives("letter") for kind in KINDS.options if kind.type == type_) >= least


@pytest.mark.parametrize("code", ["91110105PDY00001XG", "92330106PDY000271C", "93510104PDY003106R", "52310000PDY005128B"])
def test_check_characters_of_credit_codes_are_those_of_the_standard(code: str) -> None:
    assert body_check(code[8:16]) == code[16]
    assert code_check(code[:17]) == code[17]


@given(seed=SEEDS)
def test_made_up_numbers_carry_right_check_characters(seed: int) -> None:
    fill = random.Random(seed)
    code = credit_code(fill, "91")
    assert (body_check(code[8:16]), code_check(code[:17])) == (code[16], code[17])
    number = id_number(fill, date(1988, 2, 29), "女")
    assert (id_check(number[:17]), int(number[16]) % 2) == (number[17], 0)


def test_a_recorded_paper_is_the_composed_one() -> None:
    assert replay(record(random.Random(5), None)) == compose(random.Random(5))


def test_shrinking_keeps_the_failure_and_makes_the_paper_smaller() -> None:
    def fails(paper: PressPaper) -> bool:
        return any("公司" in line.text for line in paper.lines)

    tape = record(random.Random(11), "authorization_letter")
    small = shrunk(tape, fails, tries=200)
    assert fails(replay(small))
    assert len(replay(small).lines) <= len(replay(tape).lines)
    assert sum(map(bool, small.drawn)) < sum(map(bool, tape.drawn))


def test_free_text_is_right_in_part_and_all_else_as_a_whole() -> None:
    assert is_right("reason", "个人原因", "因个人原因")
    assert not is_right("reason", "个人原因", "人")
    assert not is_right("employee_name", "张三", "张三丰")
    assert not is_right("employee_name", "张三", None)


def test_an_unrecognised_paper_has_every_stated_field_wrong() -> None:
    paper = compose(random.Random(3))
    verdicts = {outcome.verdict for outcome in judge(paper, fields_of((), paper.type)) if outcome.expected}
    assert verdicts == {"wrong"}
