"""A date that was typed is a day in China, however a portal sends it; what is none is said to be none."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis.strategies import integers, text

from pipeline.typed_dates import OFFICIAL_TIME, NoDateError, as_text, day_if_any, day_in_words, read_typed_date

FOURTH_OF_AUGUST = date(2025, 8, 4)
FORMS = """\
2025-08-03T16:00:00.000Z
2025-08-03T16:00:00Z
2025-08-03t16:00z
2025-08-03T16:00:00.1234567Z
2025-08-03T16:00:00+00:00
2025-08-03T16:00:00+0000
2025-08-03 16:00:00+00
2025-08-03 16:00:00 UTC
2025-08-03 16:00:00 +0000 UTC
2025-08-03T09:00:00-07:00
2025-08-04T00:00:00+08:00
2025-08-04T00:00:00.000+0800
2025-08-04T00:00+08:00[Asia/Shanghai]
2025-08-04 00:00:00 +0800 CST
2025-08-04 00:00:00
2025-08-04T23:59:59
2025-08-04 24:00:00
2025-08-04
2025-8-4
2025/8/4
2025/08/04 00:00:00
2025/8/4 上午12:00:00
2025/8/4 下午11:59:59
2025/8/4 12:00:00 AM
2025.8.4
20250804
20250804000000
202508040000
20250804T000000+0800
20250803T160000Z
2025年8月4日
2025年08月04日 星期一
2025年8月4日 0时0分
2025-08-04(周一)
２０２５－０８－０４
二〇二五年八月四日
25年8月4号
1754236800000
1754236800
1754236800.5
Mon Aug 04 2025 00:00:00 GMT+0800 (中国标准时间)
Mon Aug 04 2025 00:00:00 GMT+0800 (China Standard Time)
Sun Aug 03 2025 12:00:00 GMT-0400 (Eastern Daylight Time)
Mon Aug 04 2025
Sun, 03 Aug 2025 16:00:00 GMT
Mon, 4 Aug 2025 00:00:00 +0800
Mon Aug 04 00:00:00 CST 2025
Mon Aug  4 00:00:00 2025
Aug 4, 2025, 12:00:00 AM
4 August 2025
04-Aug-2025
Monday, August 4, 2025
"2025-08-03T16:00:00.000Z"
/Date(1754236800000+0800)/
\ufeff2025-08-04
2025-08-04Z
2025-08-04-05:00""".splitlines()


@pytest.mark.parametrize("typed", FORMS)
def test_every_form_that_portals_send_is_the_day_in_china(typed: str) -> None:
    found = read_typed_date(typed)
    assert found is not None
    assert found.day == FOURTH_OF_AUGUST


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2025-08-03T15:59:59.999Z", "2025-08-03"),
        ("2025-08-04T16:00:00Z", "2025-08-05"),
        ("2025-08-03T16:00:00", "2025-08-03"),
        ("2025-08-04T00:00:00+09:00", "2025-08-03"),
        ("2025-08-04 11:00 PM -0500", "2025-08-05"),
        ("1990-05-04T15:00:00.000Z", "1990-05-05"),
        ("2025-12-31T16:00:00Z", "2026-01-01"),
        ("2024-02-28T16:00:00Z", "2024-02-29"),
    ],
)
def test_the_zone_decides_and_china_had_a_summer_time(typed: str, day: str) -> None:
    assert day_if_any(typed) == day


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "0001-01-01",
        "0001-01-01T00:00:00",
        "0001-01-01T00:00:00+08:00",
        "0001-01-01T00:00:00Z",
        "9999-12-31",
        "9999-12-31T23:59:59.9999999+08:00",
        "9999-12-31T15:59:59Z",
        "0000-00-00",
        "0000-00-00 00:00:00",
        "1970-01-01T00:00:00.000Z",
        "1900-01-01",
    ],
)
def test_what_programs_send_for_nothing_is_nothing(typed: str) -> None:
    assert read_typed_date(typed) is None
    assert not day_if_any(typed)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("明天", "it is no date"),
        ("长期", "it is no date"),
        ("null", "it is no date"),
        ("Invalid Date", "it is no date"),
        ("2025-02-30", "no calendar has this day"),
        ("2025年13月1日", "no calendar has this day"),
        ("20251301", "no calendar has this day"),
        ("2025-08", "a month or a year"),
        ("2025年8月", "a month or a year"),
        ("8/4/2025", "cannot be told apart"),
        ("04.08.2025 00:00", "cannot be told apart"),
        ("2025080400", "read in two ways"),
        ("2025-08-04至2025-08-05", "more than one date"),
        ("2025-08-04 25:00", "no day has this time"),
        ("2025-08-04T10:61:00Z", "no day has this time"),
        ("2025-08-04T00:00:00+25:00", "no such time zone"),
        ("2025-08-04 10:00 EST", "it is no date"),
        ("1024-08-04", "its year is not between"),
        ("2999-01-01", "its year is not between"),
        ("13800138000", "it is no date"),
        ("110101199001011237", "it is no date"),
        ("1" * 5000, "it is no date"),
        ("(" * 100_000, "it is no date"),
    ],
)
def test_what_is_no_day_is_said_with_what_to_write(typed: str, why: str) -> None:
    with pytest.raises(NoDateError, match=why) as raised:
        read_typed_date(typed)
    assert "2025-08-04" in str(raised.value)
    assert "110101199001011237" not in str(raised.value), "what was typed is not repeated"


@pytest.mark.parametrize(
    ("given", "text_"),
    [
        (1754236800000, "1754236800000"),
        (1.7542368e12, "1754236800000"),
        ([2025, 8, 4], "2025-08-04"),
        ([2025, 8, 4, 0, 0], "2025-08-04"),
        ("2025-08-04", "2025-08-04"),
    ],
)
def test_numbers_and_parts_of_a_day_are_dates(given: object, text_: str) -> None:
    assert as_text(given) == text_


@pytest.mark.parametrize("given", [True, None, [1], ["2025", 8, 4], {"$date": 1}, float("nan")])
def test_all_else_is_left_to_be_refused(given: object) -> None:
    assert as_text(given) is given


def test_digits_alone_are_a_day_only_where_a_day_is_asked_for() -> None:
    assert day_if_any("1754236800000") == "2025-08-04"
    assert not day_in_words("1754236800000")
    assert day_in_words("2025-08-03T16:00:00Z") == "2025-08-04"
    assert not day_in_words("李思函")


@settings(deadline=None)
@given(seconds=integers(10**8, 4 * 10**9), offset_h=integers(-12, 14))
def test_a_moment_is_one_day_in_every_zone(seconds: int, offset_h: int) -> None:
    there = datetime.fromtimestamp(seconds, timezone(timedelta(hours=offset_h)))
    assert day_if_any(there.isoformat()) == there.astimezone(OFFICIAL_TIME).date().isoformat()


@settings(deadline=None)
@given(typed=text(max_size=40))
def test_any_text_is_a_day_nothing_or_refused(typed: str) -> None:
    try:
        found = read_typed_date(typed)
    except NoDateError:
        return
    assert found is None or 1900 <= found.day.year <= 2100
