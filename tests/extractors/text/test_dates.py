"""Every form of date in use parses, blanks are blanks, and nothing is made up."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.text.dates import find_dates, find_periods, parse_date
from extractors.text.fold import fold

_PLAIN = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"


@pytest.mark.parametrize(
    "text",
    [
        "2024年3月5日", "2024年03月05日", "2024 年 3 月 5 日", "2024-03-05", "2024-3-5", "2024.3.5", "2024.03.05",
        "2024/3/5", "2024/03/05", "20240305", "２０２４年３月５日", "２０２４．３．５", "2024年3月5号", "2024年03月05曰",
        "2 0 2 4 年 3 月 5 日",
        "_2024_年_3_月_5_日", "2024年 3月5", "二〇二四年三月五日", "二○二四年三月五日", "二O二四年三月五日",
        "二零二四年三月五日",
        "二〇二四 年 三 月 五 日", "贰零贰肆年叁月伍日", "贰零贰肆年零叁月零伍日", "2O24年3月5日",
        "20 24年3月5日", "2024年三月5日",
    ],
)  # fmt: skip
def test_every_form_in_use_parses(text: str) -> None:
    reading = parse_date(text)
    assert reading is not None
    assert (reading.value, reading.state, reading.valid, reading.doubtful) == ("2024-03-05", "read", True, False)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("二〇二四年元月廿一日", "2024-01-21"),
        ("二〇二四年正月一日", "2024-01-01"),
        ("二〇二三年十二月三十一日", "2023-12-31"),
        ("二〇二三年十二月卅一日", "2023-12-31"),
        ("二〇二三年十月二十日", "2023-10-20"),
        ("二〇一九年十一月十日", "2019-11-10"),
        ("贰零贰叁年壹拾贰月叁拾壹日", "2023-12-31"),
        ("贰零贰叁年零壹拾月贰拾伍日", "2023-10-25"),
        ("2024.10.31", "2024-10-31"),
        ("2024年12月31日", "2024-12-31"),
    ],
)
def test_chinese_numerals(text: str, value: str) -> None:
    reading = parse_date(text)
    assert reading is not None
    assert (reading.value, reading.state) == (value, "read")


@pytest.mark.parametrize(
    "text",
    [
        "March 5, 2024", "5 March 2024", "Mar. 5th, 2024", "5-Mar-2024", "MARCH 5 2024", "March5,2024",
    ],
)  # fmt: skip
def test_english_forms_parse(text: str) -> None:
    (reading,) = find_dates(text)
    assert (reading.value, reading.state, reading.valid) == ("2024-03-05", "read", True)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("31/12/2023", ["2023-12-31"]),
        ("12/31/2023", ["2023-12-31"]),
        ("12/12/2023", ["2023-12-12"]),
        ("from 17 February 2025 to 31 March 2025", ["2025-02-17", "2025-03-31"]),
        ("2014年9月1日/September1,2014", ["2014-09-01", "2014-09-01"]),
        ("02/03/2024", []),
        ("May 2024", []),
        ("maybe 3 2024", []),
        ("31/13/2024", []),
    ],
)
def test_a_day_that_may_be_a_month_is_no_date(text: str, values: list[str]) -> None:
    assert [reading.value for reading in find_dates(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "年   月   日", "年月日", "    年  月  日", "二O    年  月  日", "二〇  年  月  日", "20__年__月__日", "20  年  月  日",
        "____年____月____日", "××××年××月××日", "XXXX年XX月XX日", "****年**月**日", "202_年_月_日", "____/__/__", "20__-__-__",
    ],
)  # fmt: skip
def test_forms_left_empty_are_blank(text: str) -> None:
    reading = parse_date(text)
    assert reading is not None
    assert (reading.value, reading.state) == ("", "blank")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024年3月  日", "2024-03"),
        ("2024年3月__日", "2024-03"),
        ("2024年3月", "2024-03"),
        ("二〇二四年三月", "2024-03"),
        ("2024-03", "2024-03"),
        ("2024.3", "2024-03"),
        ("2024年  月  日", "2024"),
        ("2024年  月5日", "2024"),
        ("20__年3月5日", ""),
        ("    年3月5日", ""),
    ],
)
def test_what_lacks_a_part_is_incomplete(text: str, value: str) -> None:
    reading = parse_date(text)
    assert reading is not None
    assert (reading.value, reading.state) == (value, "incomplete")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024年2月30日", "2024-02-30"),
        ("2023年2月29日", "2023-02-29"),
        ("2024-04-31", "2024-04-31"),
        ("2024年13月5日", "2024-13-05"),
        ("204年3月5日", "204-03-05"),
        ("农历二〇二四年三月五日", "农历2024-03-05"),
    ],
)
def test_dates_no_calendar_holds_are_kept_as_written(text: str, value: str) -> None:
    reading = parse_date(text)
    assert reading is not None
    assert (reading.value, reading.state, reading.valid) == (value, "read", False)
    with pytest.raises(ValueError, match=r".+"):
        date.fromisoformat(reading.value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("二二四年三月五日", "2024-03-05"),
        ("二二○年三月五日", "2020-03-05"),
        ("二一九年三月五日", "2019-03-05"),
        ("三零二五年二月二十二日", "2025-02-22"),
        ("一〇二四年三月五日", "2024-03-05"),
        ("2024,3.5", "2024-03-05"),
    ],
)
def test_what_a_reader_lost_or_added_is_put_right_with_doubt(text: str, value: str) -> None:
    reading = parse_date(text)
    assert reading is not None
    assert (reading.value, reading.doubtful) == (value, True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("24年3月5号", "2024-03-05"),
        ("09年12月1日", "2009-12-01"),
        ("85年3月5日", "1985-03-05"),
        ("25-08-04", "2025-08-04"),
        ("入职日期：25.7.2", "2025-07-02"),
    ],
)
def test_a_year_of_two_digits_is_of_the_century_in_which_papers_are_written(text: str, value: str) -> None:
    reading = parse_date(text)
    assert reading is not None
    assert (reading.value, reading.state, reading.valid, reading.doubtful) == (value, "read", True, False)


def test_strokes_between_three_short_numbers_are_doubtful() -> None:
    """10/12/24 may be the tenth of December to whoever wrote it."""
    reading = parse_date("25/8/4止")
    assert reading is not None
    assert (reading.value, reading.doubtful) == ("2025-08-04", True)


@pytest.mark.parametrize("text", ["202年3月5日", "20243月5日", "1224年3月5日"])
def test_shapes_that_smell_of_a_lost_stroke_are_doubtful(text: str) -> None:
    reading = parse_date(text)
    assert reading is not None
    assert reading.doubtful


@pytest.mark.parametrize(
    ("text", "value", "doubtful"),
    [
        ("于202.5年10月3日", "2025-10-03", True),
        ("20·25年10月3日", "2025-10-03", True),
        ("1.2025年10月3日", "2025-10-03", False),
        ("二、2025年10月3日", "2025-10-03", False),
    ],
)
def test_a_speck_among_the_digits_of_a_year_is_doubtful_a_number_before_it_is_not(
    text: str, value: str, doubtful: bool
) -> None:
    (reading,) = find_dates(text)
    assert (reading.value, reading.state, reading.doubtful) == (value, "read", doubtful)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "本单位工作年限3年2个月",
        "工作年限5年3月",
        "三年零六个月",
        "今年3月5日",
        "110199199003070113",
        "13800002024",
        "第5条第3款",
        "2024年度",
        "3.14",
        "10.2.1.3",
        "0571-88-12-05",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert find_dates(fold(text)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "自2021年3月1日起至2024年5月31日止", "2021年3月1日至2024年5月31日", "2021.03.01-2024.05.31", "2021.3.1—2024.5.31",
        "自2021年3月1日起，至2024年5月31日止", "20210301-20240531", "2021年3月1日到2024年5月31日", "2021-03-01至2024-05-31",
        "从二〇二一年三月一日起至二〇二四年五月三十一日", "2021年3月1日一2024年5月31日", "2021.03.01 ~ 2024.05.31",
    ],
)  # fmt: skip
def test_periods(text: str) -> None:
    (period,) = find_periods(fold(text))
    assert (period.first.value, period.last.value) == ("2021-03-01", "2024-05-31")


@pytest.mark.parametrize("text", ["2014.05.01-长期", "2014.05.01至长期有效", "自2014年5月1日起至长期"])
def test_a_period_without_an_end(text: str) -> None:
    (period,) = find_periods(fold(text))
    assert (period.first.value, period.last.value) == ("2014-05-01", "长期")


def test_two_dates_of_a_sentence_are_not_a_period() -> None:
    assert find_periods("于2021年3月1日入职,2024年5月31日离职") == ()


def test_offsets_point_at_the_date() -> None:
    text = "兹证明张三于 2024 年 3 月 5 日离职,落款2024.3.6"
    assert [text[item.start : item.end] for item in find_dates(text)] == ["2024 年 3 月 5 日", "2024.3.6"]


def _numerals(number: int, digits: str, ten: str) -> str:
    tens, ones = divmod(number, 10)
    head = "" if not tens else ten if tens == 1 and ten == "十" else digits[tens] + ten
    return head + (digits[ones] if ones or not tens else "")


def _forms(day: date) -> list[str]:
    plain = "".join(_PLAIN[int(char)] for char in str(day.year))
    formal = "".join(_FORMAL[int(char)] for char in str(day.year))
    return [
        f"{day.year}年{day.month}月{day.day}日",
        day.isoformat(),
        f"{day.year}.{day.month}.{day.day}",
        f"{day.year}/{day.month:02}/{day.day:02}",
        f"{day:%Y%m%d}",
        f"{plain}年{_numerals(day.month, _PLAIN, '十')}月{_numerals(day.day, _PLAIN, '十')}日",
        f"{formal}年{_numerals(day.month, _FORMAL, '拾')}月{_numerals(day.day, _FORMAL, '拾')}日",
    ]


@given(st.dates(date(1901, 1, 1), date(2099, 12, 31)))
def test_any_day_comes_back_from_every_form(day: date) -> None:
    for text in _forms(day):
        reading = parse_date(text)
        assert reading is not None, text
        assert reading.value == day.isoformat(), text


@given(st.text(alphabet=st.sampled_from("0123456789年月日号-./ _×X〇一二三十廿元至自起止长期,张O"), max_size=60))
def test_any_text_gives_dates_in_order_and_without_overlap(text: str) -> None:
    folded = fold(text)
    dates = find_dates(folded)
    assert all(item.raw == folded[item.start : item.end] for item in dates)
    assert all(one.end <= other.start for one, other in pairwise(dates))
    for item in dates:
        if item.state == "read" and item.valid:
            assert date.fromisoformat(item.value)
    find_periods(folded)
