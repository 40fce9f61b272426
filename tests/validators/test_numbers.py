"""ID numbers: possible ones, and the same ones."""

import pytest

from validators.numbers import Numbers, compare_numbers, is_attempt, is_possible, sex_of, sure_of_numbers
from validators.values import Value

MING, XIAO = "110199199003070113", "440399198512240267"


@pytest.mark.parametrize(
    ("number", "possible"),
    [
        (MING, True),
        ("32019919950112008X", True),
        ("810000189912310152", True),
        ("944103189912310272", True),
        ("110199199003070114", False),
        ("110199199002300116", False),
        ("11019919900307011", False),
        ("E12345678", False),
        ("", False),
    ],
)
def test_possible(number: str, possible: bool) -> None:
    assert is_possible(number) is possible


@pytest.mark.parametrize(
    ("number", "attempt"), [(MING, True), ("110199900307011", True), ("E12345678", False), ("12345678", False)]
)
def test_attempt(number: str, attempt: bool) -> None:
    assert is_attempt(number) is attempt


@pytest.mark.parametrize(("number", "sex"), [(MING, "男"), (XIAO, "女"), ("1101", "")])
def test_sex(number: str, sex: str) -> None:
    assert sex_of(number) == sex


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (Value(MING), Value(MING), Numbers.SAME),
        (Value(MING), Value(XIAO), Numbers.DIFFERENT),
        (Value(MING), None, Numbers.UNKNOWN),
        (Value(MING), Value("1101**********0113", masked=True), Numbers.SAME),
        (Value(MING), Value("1101**********0213", masked=True), Numbers.UNSURE),
        (Value(MING), Value("4403**********0267", masked=True), Numbers.DIFFERENT),
        (Value(MING), Value("110199199003070118"), Numbers.UNSURE),
        (Value(MING), Value("110199199003079999"), Numbers.DIFFERENT),
        (Value(MING), Value("110199198803070113", sound=False), Numbers.UNSURE),
        (Value(MING), Value("110199900307011"), Numbers.UNSURE),
        (Value("H03123456"), Value("H0312345602"), Numbers.SAME),
        (Value("0123456701"), Value("01234567"), Numbers.SAME),
        (Value("H03123456"), Value("H03123457"), Numbers.UNSURE),
        (Value("H03123456"), Value("H09876543"), Numbers.DIFFERENT),
        (Value("H03123456"), Value("E12345678"), Numbers.UNSURE),
        (Value("E12345678"), Value("E87654321"), Numbers.UNSURE),
        (Value("USA110081080310"), Value("931840198503210019"), Numbers.UNSURE),
        (Value("810000189912310152"), Value("H03123456"), Numbers.UNSURE),
    ],
)
def test_comparison(one: Value, other: Value | None, relation: Numbers) -> None:
    assert compare_numbers(one, other) is relation


def test_the_renewals_of_a_permit_do_not_count_when_it_is_weighed() -> None:
    renewed, other = Value("H0312345602"), Value("H09876543")
    assert sure_of_numbers(renewed, other) == sure_of_numbers(Value("H03123456"), other)
