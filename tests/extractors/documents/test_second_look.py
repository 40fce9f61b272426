"""Stamped papers are read twice, and what is broken or missing is looked at once more before anything is said to be blank."""

from dataclasses import replace

import pytest

from extractors.documents.papers.termination_certificate import READER
from extractors.evidence import Box, TextLine
from tests.extractors.documents.lines import EM_PX, sheet, text_line, with_lines
from tests.extractors.documents.test_termination_certificate import ID, LETTER
from validators.doubts import certainty_of


def test_what_two_readings_of_a_stamped_line_disagree_about_is_not_sure() -> None:
    base = sheet("# 离职证明", *LETTER)
    stamped = text_line(800, 700, "2024年6月1日", EM_PX, colour_text="2024年6月7日")
    (document,) = READER.find(with_lines(base, (*base.lines[:-1], stamped)))
    assert document.fields["issue_date"].value == "2024-06-01"
    assert certainty_of(document.fields["issue_date"]) <= 0.5


def test_a_stamped_day_is_not_sure_even_where_all_readings_agree() -> None:
    base = sheet("# 离职证明", *LETTER)
    stamped = text_line(800, 700, "2024年6月1日", EM_PX, colour_text="2024年6月1日")
    (document,) = READER.find(with_lines(base, (*base.lines[:-1], stamped)))
    assert document.fields["issue_date"].value == "2024-06-01"
    assert certainty_of(document.fields["issue_date"]) == 0.89
    assert certainty_of(document.fields["separation_date"]) > 0.9


def test_two_readings_that_mean_the_same_are_as_sure_as_a_stamped_day_can_be() -> None:
    base = sheet("# 离职证明", *LETTER)
    stamped = text_line(800, 700, "2024年6月1日", EM_PX, colour_text="2024年6月1日司")
    (document,) = READER.find(with_lines(base, (*base.lines[:-1], stamped)))
    assert certainty_of(document.fields["issue_date"]) == 0.89


def test_where_only_the_colour_reading_makes_sense_it_is_taken() -> None:
    base = sheet("# 离职证明", *LETTER)
    stamped = text_line(800, 700, "2024年6月41日", EM_PX, colour_text="2024年6月1日")
    (document,) = READER.find(with_lines(base, (*base.lines[:-1], stamped)))
    assert document.fields["issue_date"].value == "2024-06-01"
    assert certainty_of(document.fields["issue_date"]) <= 0.5


def test_a_day_hidden_from_the_detector_is_found_on_a_second_look() -> None:
    base = sheet("# 离职证明", *LETTER[:-1], "> 2024年6月  日")
    again = text_line(800, 700, "2024年6月1日")
    looked = type(base)(base.page_number, base.width_px, base.height_px, base.lines, read_strip=lambda box: again)
    (document,) = READER.find(looked)
    assert (document.fields["issue_date"].value, document.fields["issue_date"].state) == ("2024-06-01", "read")


@pytest.mark.parametrize(
    ("row", "field", "under_it"),
    [
        ("员工姓名：", "employee_name", "员工姓名：张三"),
        ("离职日期：    年   月   日", "separation_date", "离职日期：2024年5月3日"),
        ("> 年   月   日", "issue_date", "2 年4月1日"),
    ],
)
def test_a_blank_in_which_a_second_look_sees_something_is_not_sure(row: str, field: str, under_it: str) -> None:
    base = sheet("# 离职证明", "以下人员已与我单位解除劳动合同", row)
    seen = text_line(150, 250, under_it)
    looked = type(base)(base.page_number, base.width_px, base.height_px, base.lines, read_strip=lambda box: seen)
    (document,) = READER.find(looked)
    assert document.fields[field].value or certainty_of(document.fields[field]) < 0.7


def test_a_blank_that_runs_on_in_the_next_line_takes_no_date_from_the_lines_it_lies_on() -> None:
    rows = (
        f"兹证明张三（身份证号码{ID}）自2021年10月31日起在我单位工作，劳动合同期限为2021年10月31日至2025年1月16日，双方劳动合同已于二",
        "〇  年  月  日终止。该员工在本单位工作年限为3年2个月。",
    )
    base = sheet("# 离职证明", *rows, "> 2025年1月21日")
    seen = text_line(150, 250, "2021年10月31日")
    looked = type(base)(base.page_number, base.width_px, base.height_px, base.lines, read_strip=lambda box: seen)
    (document,) = READER.find(looked)
    assert (document.fields["separation_date"].value, document.fields["separation_date"].state) == ("", "blank")


@pytest.mark.parametrize(("far", "value"), [("于2024年5月31日解除", "2024-05-31"), ("自2021年3月1日起", "2024")])
def test_a_day_whose_digits_the_reader_lost_is_sought_farther_out(far: str, value: str) -> None:
    base = sheet(
        "# 离职证明", "员工姓名：张三，双方劳动合同于2024年月日解除。", "特此证明。", "> 样例科技有限公司", "> 2024年6月1日"
    )
    widths: list[float] = []

    def read(box: Box) -> TextLine | None:
        widths.append(box[2] - box[0])
        return text_line(150, 250, far if widths[-1] > 2 * min(widths) else "24年月")

    looked = type(base)(base.page_number, base.width_px, base.height_px, base.lines, read_strip=read)
    (document,) = READER.find(looked)
    assert document.fields["separation_date"].value == value
    assert (document.fields["separation_date"].state == "read") is (value != "2024")


def test_a_blank_that_stays_blank_is_sure() -> None:
    base = sheet("# 离职证明", "以下人员已与我单位解除劳动合同", "离职日期：", "> 年   月   日")
    seen = text_line(150, 250, "20 年__月__日")
    looked = type(base)(base.page_number, base.width_px, base.height_px, base.lines, read_strip=lambda box: seen)
    (document,) = READER.find(looked)
    assert (document.fields["issue_date"].state, certainty_of(document.fields["issue_date"])) == ("blank", 0.98)


def test_a_day_left_out_under_a_seal_is_not_sure() -> None:
    base = sheet("# 离职证明", *LETTER)
    stamped = text_line(800, 700, "2024年6月  日", EM_PX, colour_text="2024年6月 日")
    (document,) = READER.find(with_lines(base, (*base.lines[:-1], stamped)))
    assert document.fields["issue_date"].state == "incomplete"
    assert certainty_of(document.fields["issue_date"]) < 0.7


@pytest.mark.parametrize("row", ["2024年6月    日", "2024年6月日", "2024年6月____日", "2024年    月    日"])
def test_a_day_whose_place_is_bare_paper_is_plainly_not_written(row: str) -> None:
    base = sheet("# 离职证明", *LETTER[:-1], f"> {row}")
    places: list[Box] = []

    def is_bare_between(box: Box) -> bool:
        places.append(box)
        return True

    (document,) = READER.find(replace(base, is_bare_between=is_bare_between))
    issued = document.fields["issue_date"]
    assert (issued.state, issued.doubts) == ("incomplete", ())
    assert issued.box is not None
    assert all(issued.box[0] < left < right <= issued.box[2] for left, _, right, _ in places)


@pytest.mark.parametrize("row", ["2024年6月    日", "2024年6月"], ids=["ink", "no form"])
def test_a_day_that_may_be_written_is_not_surely_left_out(row: str) -> None:
    base = sheet("# 离职证明", *LETTER[:-1], f"> {row}")
    (document,) = READER.find(replace(base, is_bare_between=lambda box: "日" not in row))
    issued = document.fields["issue_date"]
    assert issued.state == "incomplete"
    assert certainty_of(issued) < 0.7


def test_a_number_that_lost_a_digit_is_read_again() -> None:
    base = sheet("# 离职证明", "员工姓名：张三", "身份证号码：11019919900307011", "离职日期：2024年5月31日")
    again = text_line(150, 250, ID)
    looked = type(base)(base.page_number, base.width_px, base.height_px, base.lines, read_strip=lambda box: again)
    (document,) = READER.find(looked)
    assert document.fields["employee_id"].value == ID


def test_the_day_of_issue_is_not_sought_in_the_table_under_the_employers_name() -> None:
    table = ("用人单位 | 样例科技有限公司", "劳动合同期限 | 2019年9月20日至2025年8月4日", "离职日期 | 2025年8月4日")
    base = sheet("# 离职证明", *table, "兹证明上述人员与我单位已解除劳动合同。", "> 样例科技有限公司")
    period = text_line(400, 300, "2019年9月20日至2025年8月4日")
    looked = type(base)(base.page_number, base.width_px, base.height_px, base.lines, read_strip=lambda box: period)
    (document,) = READER.find(looked)
    assert "issue_date" not in document.fields


@pytest.mark.parametrize("seen", ["5/2/12", "2025/2", "025.2.12", "年2月12日"])
def test_pieces_of_a_day_under_a_seal_are_read_from_their_strip(seen: str) -> None:
    base = sheet("# 离职证明", *LETTER[:-1], f"> {seen}")
    again = text_line(800, 700, "2025/2/12")
    looked = type(base)(base.page_number, base.width_px, base.height_px, base.lines, read_strip=lambda box: again)
    (document,) = READER.find(looked)
    assert (document.fields["issue_date"].value, document.fields["issue_date"].state) == ("2025-02-12", "read")
    assert certainty_of(document.fields["issue_date"]) < 0.9


@pytest.mark.parametrize(
    ("strip", "sure"),
    [
        ("2024年5月31日", True),
        ("于2024年5月31日解", True),
        ("024年5月", True),
        ("2024年5月3日", False),
        ("2024年5月21", False),
    ],
)
def test_a_day_that_its_own_strip_contradicts_is_not_sure(strip: str, sure: bool) -> None:
    base = sheet("# 离职证明", *LETTER)
    looked = type(base)(
        base.page_number, base.width_px, base.height_px, base.lines, read_strip=lambda box: text_line(150, 250, strip)
    )
    (document,) = READER.find(looked)
    assert document.fields["separation_date"].value == "2024-05-31"
    assert (certainty_of(document.fields["separation_date"]) > 0.9) is sure


@pytest.mark.parametrize(("strips", "sure"), [(("2024年", "11月21日解"), False), (("于2024年", "1月21日解"), True)])
def test_a_day_broken_over_two_lines_is_confirmed_line_by_line(strips: tuple[str, str], sure: bool) -> None:
    rows = ("兹证明张三因个人原因，双方劳动合同已于2024年", "1月21日解除。", "特此证明。", "> 样例科技有限公司")
    base = sheet("# 离职证明", *rows)
    first_row = base.lines[1].box

    def read(box: Box) -> TextLine:
        return text_line(150, 250, strips[0] if box[1] < first_row[3] else strips[1])

    (document,) = READER.find(type(base)(base.page_number, base.width_px, base.height_px, base.lines, read_strip=read))
    assert document.fields["separation_date"].value == "2024-01-21"
    assert (certainty_of(document.fields["separation_date"]) > 0.9) is sure


def test_a_pdfs_own_letters_need_no_second_look() -> None:
    base = sheet("# 离职证明", *LETTER)
    typed = [line.model_copy(update={"source": "pdf_text"}) for line in base.lines]
    other = text_line(150, 250, "2024年5月3日")
    looked = type(base)(base.page_number, base.width_px, base.height_px, tuple(typed), read_strip=lambda box: other)
    (document,) = READER.find(looked)
    assert certainty_of(document.fields["separation_date"]) > 0.9


@pytest.mark.parametrize(
    ("strips", "value"),
    [
        ((ID, "1101991990030701"), ID),
        (("1101991990030701", ID), ID),
        ((ID, "110199199003070017"), ""),
        (("110199199003070118", "1101991990030701"), ""),
    ],
    ids=["close cut", "wider cut", "two numbers fit", "none fits"],
)
def test_a_number_read_again_counts_where_one_alone_fits_its_check_digit(strips: tuple[str, str], value: str) -> None:
    base = sheet("# 离职证明", "员工姓名：张三", "身份证号码：11019919900307011", "离职日期：2024年5月31日")
    seen = iter(strips)
    looked = type(base)(
        base.page_number,
        base.width_px,
        base.height_px,
        base.lines[:3],
        read_strip=lambda box: text_line(150, 250, next(seen, "")),
    )
    field = READER.find(looked)[0].fields["employee_id"]
    assert field.value == value
    assert not value or certainty_of(field) < 0.9
