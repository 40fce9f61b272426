"""Numbers are judged by their own checksums; a look-alike is replaced only where they leave no doubt, and never silently."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.text.identifiers import (
    ILLEGAL_IN_USCC,
    USCC_ALPHABET,
    CodeReading,
    find_id_number,
    find_registration_number,
    find_uscc,
    id_check,
    organisation_check,
    read_id_number,
    read_organisation_code,
    read_registration_number,
    read_uscc,
    registration_check,
    sex_of,
    uscc_check,
)


@pytest.mark.parametrize(
    "code",
    [
        "91110105PDY00001XG",
        "92330106PDY000271C",
        "93510104PDY003106R",
        "91440300PDY0123440",
        "52310000PDY005128B",
        "N2130100PDY000992P",
    ],
)
def test_a_credit_code_passes_both_checksums(code: str) -> None:
    assert read_uscc(code) == CodeReading(code, valid=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("91110105PDY00001XH", CodeReading("91110105PDY00001XH", valid=False)),
        ("9111O105PDYOOOO1XG", CodeReading("91110105PDY00001XG", valid=True, repaired=True)),
        ("9I110105PDY0000IXG", CodeReading("91110105PDY00001XG", valid=True, repaired=True)),
        ("9233O1O6PDYO0027IC", CodeReading("92330106PDY000271C", valid=True, repaired=True)),
        ("5231000OPDY00512BB", CodeReading("52310000PDY005128B", valid=True, repaired=True)),  # one 8 read as B
        ("5231000OPDY005128Z", CodeReading("52310000PDY0051282", valid=False, repaired=True)),
        (" 9111 0105-PDY00001xg ", CodeReading("91110105PDY00001XG", valid=True)),
        ("９１１１０１０５ＰＤＹ００００１ＸＧ", CodeReading("91110105PDY00001XG", valid=True)),
        ("91110105PDY00001X", None),
        ("91110105PDY00001XG1", None),
        ("00110105PDY00001XG", None),
        ("91110105样例样例00001XG", None),
    ],
)
def test_a_credit_code_is_repaired_only_where_the_checksums_settle_it(text: str, expected: CodeReading | None) -> None:
    assert read_uscc(text) == expected


def test_the_organisation_code_inside_is_valued_with_36_characters_and_the_whole_with_31() -> None:
    assert organisation_check("PDY00001") == "X"
    assert uscc_check("91110105PDY00001X") == "G"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PDY00001-X", CodeReading("PDY00001X", valid=True)),
        ("PDY000271", CodeReading("PDY000271", valid=True)),
        ("PDY00001-1", CodeReading("PDY000011", valid=False)),
        ("PDY0001-X", None),
    ],
)
def test_an_organisation_code_is_read_with_or_without_its_hyphen(text: str, expected: CodeReading | None) -> None:
    assert read_organisation_code(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("110199000000011", CodeReading("110199000000011", valid=True)),
        ("330199600000271", CodeReading("330199600000271", valid=True)),
        ("33O199600000271", CodeReading("330199600000271", valid=True, repaired=True)),
        ("110199000000012", CodeReading("110199000000012", valid=False)),
        ("1101990000000", None),
    ],
)
def test_a_registration_number_carries_one_check_digit(text: str, expected: CodeReading | None) -> None:
    assert read_registration_number(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("110199199003070113", CodeReading("110199199003070113", valid=True)),
        ("440399198512240267", CodeReading("440399198512240267", valid=True)),
        ("32019919950112008X", CodeReading("32019919950112008X", valid=True)),
        ("810000189912310152", CodeReading("810000189912310152", valid=True)),  # Hong Kong residence permit
        ("944103189912310272", CodeReading("944103189912310272", valid=True)),  # permanent residence card of 2023
        ("110199199003070114", CodeReading("110199199003070114", valid=False)),
        ("110199199002300116", CodeReading("110199199002300116", valid=False)),  # right check digit, 30 February
        ("11O199199003070113", CodeReading("110199199003070113", valid=True, repaired=True)),
        ("110199|99003070113", CodeReading("110199199003070113", valid=True, repaired=True)),  # a pen's 1
        ("51019919G706205257", CodeReading("510199196706205257", valid=True, repaired=True)),  # a pen's 6
        ("110199900307011", None),  # 15 digits of the first generation
        ("1101**********0113", None),
    ],
)
def test_an_id_number_needs_its_check_digit_and_a_day_of_the_calendar(text: str, expected: CodeReading | None) -> None:
    assert read_id_number(text) == expected


@pytest.mark.parametrize("x", ["x", "X", "\uff38", "\uff58", "\u2169", "\u2179", "\u0425", "\u0445"])
def test_every_way_to_write_the_check_character_x_is_the_same_number(x: str) -> None:
    assert read_id_number(f"32019919950112008{x}") == CodeReading("32019919950112008X", valid=True)


def test_the_seventeenth_digit_tells_the_sex() -> None:
    assert sex_of("110199199003070113") == "男"
    assert sex_of("440399198512240267") == "女"


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("统一社会信用代码91110105PDY00001XG", "91110105PDY00001XG"),
        ("统一社会信用代码 91110105PDY00001XG (1/1)", "91110105PDY00001XG"),
        ("9111 0105 PDY0 0001 XG", "91110105PDY00001XG"),
        ("91110105PDY00001XH 91110105PDY00001XG", "91110105PDY00001XG"),
        ("证照编号26000000201810090001", None),
        ("", None),
    ],
)
def test_a_credit_code_is_found_inside_a_line(line: str, value: str | None) -> None:
    found = find_uscc(line)
    assert (found.value if found else None) == value


def test_other_numbers_are_found_inside_a_line() -> None:
    registration, person = find_registration_number("注册号 110199000000011"), find_id_number("身份证号：32019919950112008x。")
    assert registration is not None
    assert registration.value == "110199000000011"
    assert person is not None
    assert person.value == "32019919950112008X"


@given(st.text())
def test_any_text_is_read_as_a_number_or_as_none(text: str) -> None:
    for find in (find_uscc, find_registration_number, find_id_number):
        reading = find(text)
        assert reading is None or reading.value.isascii()


@given(
    st.text(alphabet=string.digits, min_size=6, max_size=6),
    st.text(alphabet=USCC_ALPHABET, min_size=8, max_size=8),
    st.data(),
)
def test_one_wrong_character_never_makes_another_valid_code_unrepaired(region: str, body: str, data: st.DataObject) -> None:
    whole = "91" + region + body
    organisation = organisation_check(body)
    code = whole + organisation + uscc_check(whole + organisation)
    index = data.draw(st.integers(2, 17))
    other = data.draw(st.sampled_from([char for char in USCC_ALPHABET if char != code[index]]))
    reading = read_uscc(code[:index] + other + code[index + 1 :])
    assert reading is None or not reading.valid or reading.repaired


@given(st.text(alphabet=string.digits, min_size=14, max_size=14), st.text(alphabet=string.digits, min_size=17, max_size=17))
def test_a_number_with_its_own_check_digit_is_consistent(registration: str, person: str) -> None:
    reading = read_registration_number(registration + registration_check(registration))
    assert reading is not None
    assert reading.valid
    assert read_id_number(person + id_check(person)) is not None


def test_no_illegal_letter_survives_in_a_credit_code() -> None:
    assert not set(USCC_ALPHABET) & {chr(code) for code in ILLEGAL_IN_USCC}
