"""The day of issue, spread wide under the registrar's seal."""

from dataclasses import replace

import pytest

from extractors.documents.business_license import READER
from extractors.documents.reader import Sheet
from extractors.evidence import Box, FieldReading, TextLine
from tests.extractors.documents.lines import text_line
from validators.doubts import certainty_of

FORM = (
    text_line(500, 200, "营业执照", 80),
    text_line(160, 420, "名称"),
    text_line(400, 420, "样例科技（北京）有限公司"),
    text_line(160, 480, "类型"),
    text_line(400, 480, "有限责任公司(自然人独资)"),
    text_line(160, 540, "住所"),
    text_line(400, 540, "北京市样例区样例路1号"),
    text_line(160, 600, "法定代表人"),
    text_line(400, 600, "张样例"),
    text_line(160, 660, "成立日期"),
    text_line(400, 660, "2015年03月20日"),
    text_line(160, 720, "经营范围"),
    text_line(400, 720, "技术开发。"),
)
REGISTRAR = text_line(700, 1300, "登记机关")
DATE_ROW_PX = 1400.0
Pieces = dict[float, str]
"""Text by its left edge, in pixels, on the row of the date."""


def row(pieces: Pieces, score: float = 0.99) -> tuple[TextLine, ...]:
    return tuple(text_line(left, DATE_ROW_PX, text, score=score) for left, text in pieces.items())


def issued(
    below: tuple[TextLine, ...], again: Pieces | None = None, strip: str = "", score: float = 0.97
) -> FieldReading | None:
    """The day of issue of a licence whose second looks see ``again`` and ``strip``."""

    def look(box: Box) -> tuple[TextLine, ...]:
        return row(again or {})

    def read(box: Box) -> TextLine | None:
        return text_line(700, DATE_ROW_PX, strip, score=score) if strip else None

    page = Sheet(1, 1240, 1754, (*FORM, *below))
    return READER.find(replace(page, look_again=look, read_strip=read))[0].fields.get("issued_on")


WITHOUT_YEAR_SIGN: Pieces = {700: "2024", 880: "03", 930: "月", 980: "24", 1060: "日"}
WITHOUT_YEAR: Pieces = {700: "2", 800: "年", 880: "10", 930: "月", 1060: "日"}


@pytest.mark.parametrize("registrar", ["登记机关", "登记机", "登记机关市"])
def test_a_day_whose_pieces_are_all_there_needs_no_second_look(registrar: str) -> None:
    reading = issued((text_line(700, 1300, registrar), *row({700: "2018", 800: "年", 880: "04", 930: "月", 980: "30日"})))
    assert reading is not None
    assert (reading.value, certainty_of(reading)) == ("2018-04-30", 0.99)


@pytest.mark.parametrize(
    ("pieces", "again", "strip", "expected"),
    [
        (WITHOUT_YEAR_SIGN, {}, "2024年03月24日4", ("2024-03-24", 0.89)),
        (WITHOUT_YEAR_SIGN, WITHOUT_YEAR_SIGN, "", ("2024-03-24", 0.89)),
        (WITHOUT_YEAR, {700: "2019", 800: "年", 880: "10月", 980: "09日"}, "2019年10月09日", ("2019-10-09", 0.89)),
        (WITHOUT_YEAR, {}, "2019年10月09日", ("2019-10-09", 0.7)),
    ],
    ids=["the strip confirms", "a band confirms", "strip and band agree", "the strip alone"],
)
def test_a_day_with_lost_pieces_is_looked_at_again_and_not_quite_trusted(
    pieces: Pieces, again: Pieces, strip: str, expected: tuple[str, float]
) -> None:
    reading = issued((REGISTRAR, *row(pieces)), again, strip)
    assert reading is not None
    assert (reading.value, certainty_of(reading)) == expected


@pytest.mark.parametrize(
    ("pieces", "again", "strip", "score"),
    [
        (WITHOUT_YEAR_SIGN, {}, "2024年03月21日", 0.97),
        (WITHOUT_YEAR_SIGN, {}, "", 0.0),
        (WITHOUT_YEAR, {}, "2019年10月09日", 0.84),
        (WITHOUT_YEAR, {}, "201年10月09日", 0.97),
        ({700: "20171年11月", 980: "09", 1060: "日"}, {700: "2017年11月", 1060: "日"}, "201411月89日1", 0.84),
    ],
    ids=["looks disagree", "pieces alone", "a faint strip", "a year of three digits", "a stroke in the year"],
)
def test_a_day_in_doubt_is_left_out(pieces: Pieces, again: Pieces, strip: str, score: float) -> None:
    assert issued((REGISTRAR, *row(pieces)), again, strip, score) is None


def test_a_whole_date_needs_no_registrar() -> None:
    reading = issued(row({800: "2021年05月06日"}))
    assert reading is not None
    assert (reading.value, certainty_of(reading)) == ("2021-05-06", 0.7)


def test_of_two_dates_without_a_registrar_none_is_taken() -> None:
    other = text_line(800, DATE_ROW_PX + 100, "2022年06月01日")
    assert issued((*row({800: "2021年05月06日"}), other)) is None


def stamped(dark: str, colour: str, score: float = 0.97) -> TextLine:
    return text_line(700, DATE_ROW_PX, dark, score=score, colour_text=colour)


@pytest.mark.parametrize(
    ("dark", "colour", "strip", "expected"),
    [
        ("2016年12月日", "2016年 12 月22日", "2016年12月22日", ("2016-12-22", 0.89)),
        ("2018年07月425日", "2018 年 07 月25日", "2018年07月25日", ("2018-07-25", 0.89)),
        ("20年12月日", "2018 年 12 月 21 日", "", ("2018-12-21", 0.7)),
        ("2021年10月-27日", "2021年10月27日", "", ("2021-10-27", 0.89)),
        ("2020年09月21公日", "2020年 09月 21 日", "", ("2020-09-21", 0.89)),
        ("2016年04月1日", "2016年04月11日", "", ("2016-04-11", 0.7)),
    ],
    ids=["day lost", "stroke added", "year and day lost", "dash added", "character added", "padded month, day of one digit"],
)
def test_what_the_seal_takes_from_the_dark_ink_is_read_in_colour_and_not_quite_trusted(
    dark: str, colour: str, strip: str, expected: tuple[str, float]
) -> None:
    reading = issued((REGISTRAR, stamped(dark, colour)), strip=strip)
    assert reading is not None
    assert (reading.value, certainty_of(reading)) == expected


@pytest.mark.parametrize(
    ("dark", "colour", "strip"),
    [
        ("2020廿年06月08日", "2020年06月03日", "2020年06月08日"),
        ("2016年04月1日", "2016年04月1日", ""),
        ("2016年12月日", "2016年12月2日1", ""),
        ("2020年09月2公1日", "2020年 09月 21 日", "2020年09月21日"),
    ],
    ids=["colour and strip disagree", "both lost the digit", "no whole date in colour", "stroke amid digits"],
)
def test_a_stamped_day_that_no_look_gives_for_sure_is_left_out(dark: str, colour: str, strip: str) -> None:
    assert issued((REGISTRAR, stamped(dark, colour)), strip=strip) is None


def test_a_day_of_one_digit_behind_a_month_of_one_digit_lost_none() -> None:
    reading = issued((REGISTRAR, *row({700: "2016年4月1日"})))
    assert reading is not None
    assert reading.value == "2016-04-01"
