"""Licences are read from lines alone, however the detector cut or glued them."""

from collections.abc import Sequence

import pytest

from extractors.documents.business_license import READER
from extractors.documents.reader import Sheet
from extractors.evidence import Box, Document, Quad, TextLine
from validators.doubts import certainty_of

WIDTH_PX, HEIGHT_PX = 1000, 1400
CHAR_PX = 24

Printed = tuple[float, float, str]
"""Left edge, middle and text of a line, in pixels of a page of 1000 × 1400."""


def line(printed: Printed, tilt: float = 0.0, char_px: float = CHAR_PX, **changes: float | str) -> TextLine:
    left, middle, text = printed
    width = sum(char_px if ord(char) > 255 else char_px / 2 for char in text)
    corners = [(left, -char_px / 2), (left + width, -char_px / 2), (left + width, char_px / 2), (left, char_px / 2)]
    points = [(x / WIDTH_PX, (middle + dy + tilt * x) / HEIGHT_PX) for x, dy in corners]
    quad: Quad = (points[0], points[1], points[2], points[3])
    return TextLine.model_validate({"quad": quad, "text": text, "score": 0.99} | changes)


def standing(left: float, top: float, bottom: float, text: str) -> TextLine:
    """A vertical run, as the detector makes it of labels below each other."""
    right = left + CHAR_PX
    points = [(left, top), (right, top), (right, bottom), (left, bottom)]
    scaled = [(x / WIDTH_PX, y / HEIGHT_PX) for x, y in points]
    return TextLine(quad=(scaled[0], scaled[1], scaled[2], scaled[3]), text=text, score=0.99)


def sheet(printed: Sequence[Printed], *more: TextLine, tilt: float = 0.0) -> Sheet:
    lines = [line(each, tilt, char_px=80 if each[2].endswith("营业执照") else CHAR_PX) for each in printed]
    return Sheet(1, WIDTH_PX, HEIGHT_PX, (*lines, *more))


def licence(on: Sheet) -> Document:
    documents = READER.find(on)
    assert [document.type for document in documents] == ["business_license"]
    return documents[0]


def values(document: Document) -> dict[str, str]:
    return {field: reading.value for field, reading in document.fields.items()}


TITLE: Printed = (220, 200, "营业执照")
CODE: list[Printed] = [(380, 330, "统一社会信用代码91110105PDY00001XG"), (760, 360, "(1/1)")]
FIELDS: list[Printed] = [
    (160, 420, "名称"),
    (340, 420, "样例科技（北京）有限公司"),
    (160, 480, "类型"),
    (340, 480, "有限责任公司(自然人独资)"),
    (160, 540, "住所"),
    (340, 540, "北京市样例区样例路1号样例大厦"),
    (340, 566, "5层501室"),
    (160, 600, "法定代表人"),
    (340, 600, "张样例"),
    (160, 660, "注册资本"),
    (340, 660, "壹佰万元整"),
    (160, 720, "成立日期"),
    (340, 720, "2015年03月20日"),
    (160, 780, "营业期限"),
    (340, 780, "2015年03月20日至2035年03月19日"),
    (160, 840, "经营范围"),
    (340, 840, "技术开发；经营者的产品；"),
    (340, 866, "型材的销售。"),
    (500, 1150, "登记机关"),
    (620, 1220, "2019年"),
    (710, 1220, "05月06日"),
]
EXPECTED = {
    "uscc": "91110105PDY00001XG",
    "name": "样例科技(北京)有限公司",
    "type": "有限责任公司(自然人独资)",
    "legal_rep": "张样例",
    "address": "北京市样例区样例路1号样例大厦5层501室",
    "registered_capital": "壹佰万元整",
    "established_on": "2015-03-20",
    "term_until": "2035-03-19",
    "issued_on": "2019-05-06",
}


def test_a_portrait_licence_is_read_whole() -> None:
    document = licence(sheet([TITLE, *CODE, *FIELDS]))
    assert values(document) == EXPECTED
    assert document.confidence > 0.95
    assert document.fields["uscc"].checksum_ok is True


@pytest.mark.parametrize("tilt", [-0.08, 0.05])
def test_a_tilted_page_reads_the_same(tilt: float) -> None:
    assert values(licence(sheet([TITLE, *CODE, *FIELDS], tilt=tilt))) == EXPECTED


def test_spaced_labels_may_come_as_vertical_runs_single_characters_and_glued_to_values() -> None:
    cut: list[Printed] = [
        (280, 420, "称样例科技（北京）有限公司"),
        (280, 480, "型"),
        (340, 480, "有限责任公司(自然人独资)"),
        (280, 540, "所"),
        (340, 540, "北京市样例区样例路1号样例大厦"),
        (340, 566, "5层501室"),
        (160, 600, "法定代表人张样例"),
        (160, 660, "注册资本：壹佰万元整"),
        (160, 720, "成立日"),
        (256, 720, "期"),
        *FIELDS[12:],
    ]
    document = licence(sheet([TITLE, *CODE, *cut], standing(160, 408, 552, "名类住")))
    assert values(document) == EXPECTED


def test_values_printed_lower_than_their_labels_stay_with_them() -> None:
    sunk = [(left, middle + (22 if left == 340 else 0), text) for left, middle, text in FIELDS]
    assert values(licence(sheet([TITLE, *CODE, *sunk]))) == EXPECTED


def test_the_landscape_form_has_two_columns_and_its_code_below_the_label() -> None:
    landscape: list[Printed] = [
        (330, 300, "营业执照"),
        (80, 330, "统一社会信用代码"),
        (80, 362, "92330106PDY000271C"),
        (80, 450, "名称"),
        (190, 450, "样例区阿样小吃店"),
        (560, 450, "组成形式"),
        (680, 450, "个人经营"),
        (80, 500, "类型"),
        (190, 500, "个体工商户"),
        (560, 500, "注册日期"),
        (680, 500, "2021年01月27日"),
        (80, 550, "经营者"),
        (190, 550, "李样本"),
        (560, 550, "经营场所"),
        (680, 550, "杭州市样例区样例街道"),
        (680, 580, "样例路699号"),
        (80, 600, "经营范围"),
        (190, 600, "餐饮服务"),
        (560, 760, "登记机关"),
    ]
    read = values(licence(sheet(landscape)))
    assert read["uscc"] == "92330106PDY000271C"
    assert read["name"] == "样例区阿样小吃店"
    assert read["type"] == "个体工商户"
    assert read["legal_rep"] == "李样本"
    assert read["address"] == "杭州市样例区样例街道样例路699号"
    assert read["established_on"] == "2021-01-27"
    assert "term_until" not in read


@pytest.mark.parametrize(
    ("label", "value", "field", "expected"),
    [
        ("负责人", "王样本", "legal_rep", "王样本"),
        ("投资人", "王样本", "legal_rep", "王样本"),
        ("经营者姓名", "阿样·买买提", "legal_rep", "阿样·买买提"),
        ("执行事务合伙人", "样例投资有限公司(委派代表:王样本)", "legal_rep", "样例投资有限公司(委派代表:王样本)"),
        ("营业场所", "样例路2号", "address", "样例路2号"),
        ("主要经营场所", "样例路2号", "address", "样例路2号"),
        ("成员出资总额", "80万元", "registered_capital", "80万元"),
        ("注册日期", "二〇一二年四月廿五日", "established_on", "2012-04-25"),
        ("经营期限", "长期", "term_until", "长期"),
        ("营业期限", "2015年02月15日至永久", "term_until", "长期"),
        ("合伙期限", "自2015年02月15日至2035年02月14日止", "term_until", "2035-02-14"),
        ("字号名称", "样例区阿样小吃店", "name", "样例区阿样小吃店"),
        ("名", "称样例市晨光科技有限公司", "name", "样例市晨光科技有限公司"),
        ("名称", "称心如意家政服务有限公司", "name", "称心如意家政服务有限公司"),
        ("公司类型", "股份有限公司(上市)", "type", "股份有限公司(上市)"),
        ("类型", "☑有限合伙企业", "type", "有限合伙企业"),
    ],
)
def test_each_kind_of_business_has_its_own_words(label: str, value: str, field: str, expected: str) -> None:
    rows: list[Printed] = [TITLE, (100, 420, label), (340, 420, value), (100, 840, "经营范围"), (340, 840, "零售")]
    assert licence(sheet(rows)).fields[field].value == expected


@pytest.mark.parametrize(
    ("label", "value", "expected"),
    [
        ("执行事务合伙人", "样例投资有限公司（委派代表：王样本）", "样例投资有限公司(委派代表:王样本)"),
        ("执行事务合伙人", "样例投资有限公司", "样例投资有限公司"),
        ("执行事务合伙", "样例投资有限公司", "样例投资有限公司"),
        ("执行事务合伙人", "王样本、李样例", "王样本、李样例"),
        ("执行事务合伙人", "王样本 李样例", "王样本、李样例"),
        ("执行事务合伙人", "王样本，李样例", "王样本,李样例"),
        ("执行事务合伙人", "王样本", "王样本"),
        ("执行事务合伙人（委派代表）", "王样本", "王样本"),
        ("法定代表人", "JOHN SMITH（约翰·史密斯）", "JOHN SMITH(约翰·史密斯)"),
        ("法定代表人", "约翰·史密斯 JOHN SMITH", "约翰·史密斯 JOHN SMITH"),
        ("法定代表人", "JOHN SMITH", "JOHN SMITH"),
    ],
)
def test_who_manages_a_firm_is_read_whole_and_without_doubt(label: str, value: str, expected: str) -> None:
    rows: list[Printed] = [TITLE, (100, 420, label), (460, 420, value), (100, 840, "经营范围"), (340, 840, "零售")]
    reading = licence(sheet(rows)).fields["legal_rep"]
    assert (reading.value, reading.doubts) == (expected, ())


def test_partners_wrap_onto_further_lines() -> None:
    rows: list[Printed] = [
        TITLE,
        (100, 420, "执行事务合伙人"),
        (340, 420, "样例投资管理有限公司(委派代表:王样本)，晨光资"),
        (340, 446, "本管理有限公司(委派代表:李样例)"),
        (100, 840, "经营范围"),
        (340, 840, "零售"),
    ]
    reading = licence(sheet(rows)).fields["legal_rep"]
    assert reading.value == "样例投资管理有限公司(委派代表:王样本),晨光资本管理有限公司(委派代表:李样例)"


def test_a_delegate_with_a_label_of_its_own_belongs_to_the_managing_firm() -> None:
    rows: list[Printed] = [
        TITLE,
        (100, 420, "执行事务合伙人"),
        (340, 420, "样例投资管理有限公司"),
        (100, 480, "委派代表"),
        (340, 480, "王样本"),
        (100, 840, "经营范围"),
        (340, 840, "零售"),
    ]
    reading = licence(sheet(rows)).fields["legal_rep"]
    assert (reading.value, reading.doubts) == ("样例投资管理有限公司(委派代表:王样本)", ())


def test_the_beginning_of_a_firm_read_again_is_no_person() -> None:
    short = line((340, 420, "样例投资"))
    rows: list[Printed] = [TITLE, *FIELDS, (160, 760, "执行事务合伙人"), (380, 760, "样例投资管理有限公司(委派代")]
    rows = [row for row in rows if row[2] not in ("法定代表人",)]
    on = sheet(rows)
    again = Sheet(1, WIDTH_PX, HEIGHT_PX, on.lines, read_strip=lambda box: short if box[2] - box[0] < 0.3 else None)
    reading = licence(again).fields.get("legal_rep")
    assert reading is not None
    assert reading.value == "样例投资管理有限公司(委派代"


@pytest.mark.parametrize(
    ("label", "value", "field"),
    [
        ("名称", "***", "name"),
        ("营业期限", "2016年06月08日至年月日", "term_until"),
        ("营业期限", "2014年10月21日至******", "term_until"),
        ("成立日期", "年月日", "established_on"),
        ("法定代表人", "", "legal_rep"),
    ],
)
def test_an_empty_place_is_blank(label: str, value: str, field: str) -> None:
    rows: list[Printed] = [TITLE, (100, 420, label), (100, 840, "经营范围"), (340, 840, "零售")]
    reading = licence(sheet([*rows, *([(340.0, 420.0, value)] if value else [])])).fields[field]
    assert (reading.state, reading.value) == ("blank", "")


def test_an_empty_form_is_a_licence_with_blank_fields() -> None:
    labels = [each for each in FIELDS if each[0] == 160]
    document = licence(sheet([TITLE, (380, 330, "统一社会信用代码"), *labels]))
    assert {reading.state for reading in document.fields.values()} == {"blank"}
    assert set(document.fields) == set(EXPECTED) - {"issued_on"}


def test_a_golden_title_that_is_read_only_in_colour_is_one() -> None:
    page = sheet([*CODE, FIELDS[0], FIELDS[1]], line((220, 200, "营业热用"), char_px=80, colour_text="营业执照"))
    assert licence(page).title == "营业执照"


def test_the_ends_of_stacked_labels_are_no_value_of_an_empty_form() -> None:
    printed: list[Printed] = [(160, 540, "住"), (232, 540, "所"), (160, 600, "法定代表人"), (160, 660, "成立日期")]
    page = sheet([TITLE, (380, 330, "统一社会信用代码"), *printed])
    seen_again = (*(line(each) for each in printed[:2]), standing(256, 560, 664, "人期"))
    document = licence(Sheet(1, WIDTH_PX, HEIGHT_PX, page.lines, lambda box: seen_again))
    assert set(values(document).values()) == {""}


@pytest.mark.parametrize(
    ("code", "field", "value", "valid"),
    [
        ("注册号110199000000011", "registration_number", "110199000000011", True),
        ("注册号110199000000011 1-1", "registration_number", "110199000000011", True),
        ("注册号110199000000012", "registration_number", "110199000000012", False),
        ("注册号2102002162411", "registration_number", "2102002162411", None),
        ("统一社会信用代码91110105PDY00001XH", "uscc", "91110105PDY00001XH", False),
    ],
)
def test_the_number_goes_by_its_kind_and_says_what_its_checksum_says(
    code: str, field: str, value: str, valid: bool | None
) -> None:
    reading = licence(sheet([TITLE, (380, 330, code), *FIELDS])).fields[field]
    assert (reading.value, reading.checksum_ok) == (value, valid)
    assert (certainty_of(reading) > 0.9) == (valid is True)


def test_a_repaired_code_says_so_and_is_less_sure() -> None:
    reading = licence(sheet([TITLE, (380, 330, "统一社会信用代码9111O105PDY00001XG"), *FIELDS])).fields["uscc"]
    assert reading.value == "91110105PDY00001XG"
    assert reading.repaired
    assert certainty_of(reading) < 0.9


def test_a_code_that_was_not_detected_is_looked_for_beside_its_label() -> None:
    looked: list[Box] = []

    def look_again(box: Box) -> tuple[TextLine, ...]:
        looked.append(box)
        return (line((600, 330, "91110105PDY00001XG")),)

    page = sheet([TITLE, (380, 330, "统一社会信用代码"), *FIELDS])
    seen = Sheet(1, WIDTH_PX, HEIGHT_PX, page.lines, look_again)
    assert licence(seen).fields["uscc"].value == "91110105PDY00001XG"
    assert looked[0][2] == 1.0


def test_a_name_that_was_not_detected_is_read_behind_its_label() -> None:
    page = sheet([TITLE, *CODE, *(each for each in FIELDS if each[2] != "张样例")])

    def read_strip(box: Box) -> TextLine | None:
        at_the_label = box[1] < 600 / HEIGHT_PX < box[3]
        return line((340, 600, "张样例")) if at_the_label else None

    seen = Sheet(1, WIDTH_PX, HEIGHT_PX, page.lines, read_strip=read_strip)
    assert licence(seen).fields["legal_rep"].value == "张样例"


def test_a_third_character_that_was_not_detected_is_read_on_to_and_not_quite_trusted() -> None:
    printed: list[Printed] = [(left, y, "李样" if text == "张样例" else text) for left, y, text in FIELDS]

    def read_strip(box: Box) -> TextLine | None:
        return line((340, 600, "李样本")) if box[1] < 600 / HEIGHT_PX < box[3] else None

    page = sheet([TITLE, *CODE, *printed])
    reading = licence(Sheet(1, WIDTH_PX, HEIGHT_PX, page.lines, read_strip=read_strip)).fields["legal_rep"]
    assert reading.value == "李样本"
    assert certainty_of(reading) < 0.9


def test_a_faint_name_is_read_again_and_the_better_reading_taken() -> None:
    faint = line((340, 600, "张祥例"), score=0.8)
    page = sheet([TITLE, *CODE, *(each for each in FIELDS if each[2] != "张样例")], faint)

    def read_strip(box: Box) -> TextLine | None:
        return line((340, 600, "张样例"), score=0.97) if box[1] < 600 / HEIGHT_PX < box[3] else None

    reading = licence(Sheet(1, WIDTH_PX, HEIGHT_PX, page.lines, read_strip=read_strip)).fields["legal_rep"]
    assert reading.value == "张样例"
    assert certainty_of(reading) < 0.9


def test_a_label_that_was_not_detected_is_read_beside_its_value() -> None:
    page = sheet([TITLE, *CODE, *(each for each in FIELDS if each[2] != "法定代表人")])

    def read_strip(box: Box) -> TextLine | None:
        left_of_the_value = box[1] < 600 / HEIGHT_PX < box[3] and box[2] < 0.35
        return line((160, 600, "投资人")) if left_of_the_value else None

    seen = Sheet(1, WIDTH_PX, HEIGHT_PX, page.lines, read_strip=read_strip)
    assert licence(seen).fields["legal_rep"].value == "张样例"


@pytest.mark.parametrize(
    ("first", "second", "field", "expected"),
    [
        ("自二〇一〇年一月二十九日", "至二〇二〇年一月二十八日", "term_until", "2020-01-28"),
        ("有限责任公司(自然人投资或", "控股)", "type", "有限责任公司(自然人投资或控股)"),
        ("有限责任公司", "样例路1号", "type", "有限责任公司"),
        ("样例市样例区样例镇样例科技", "有限公司", "name", "样例市样例区样例镇样例科技有限公司"),
    ],
)
def test_a_value_goes_on_below_only_where_it_may(first: str, second: str, field: str, expected: str) -> None:
    label = {"term_until": "营业期限", "type": "公司类型", "name": "名称"}[field]
    rows: list[Printed] = [TITLE, (100, 420, label), (340, 420, first), (340, 448, second), (100, 840, "经营范围")]
    assert licence(sheet(rows)).fields[field].value == expected


@pytest.mark.parametrize("row", [494, 506], ids=["above the left label", "below it"])
def test_an_address_of_the_right_column_wraps_beside_a_label_of_the_left_one(row: float) -> None:
    left: list[Printed] = [
        (60, 420, "名称样例科技有限公司上海分公司"),
        (60, 460, "类型有限责任公司分公司"),
        (60, 500, "负责人侯样例"),
    ]
    right: list[Printed] = [
        (560, 420, "成立日期2013年06月22日"),
        (560, 475, "营业场所北京市样例区样例路1200号"),
        (664, row, "样例大厦1905室"),
    ]
    got = values(licence(sheet([TITLE, *left, *right, (60, 580, "经营范围技术开发。")])))
    assert (got["address"], got["legal_rep"]) == ("北京市样例区样例路1200号样例大厦1905室", "侯样例")


def test_a_name_in_two_lines_may_stand_around_its_label() -> None:
    rows: list[Printed] = [TITLE, (100, 440, "字号名称"), (340, 424, "样例区样例路83号样例广场"), (340, 452, "地下9号铺")]
    assert licence(sheet([*rows, (100, 840, "经营范围")])).fields["name"].value == "样例区样例路83号样例广场地下9号铺"


def test_readings_that_disagree_under_a_stamp_are_not_sure() -> None:
    stamped = line((340, 600, "张样例"), colour_text="张祥例")
    page = sheet([TITLE, *CODE, *(each for each in FIELDS if each[2] != "张样例")], stamped)
    reading = licence(page).fields["legal_rep"]
    assert reading.value == "张样例"
    assert certainty_of(reading) <= 0.5


def test_what_is_stamped_behind_a_company_name_is_no_part_of_it() -> None:
    rows: list[Printed] = [
        TITLE,
        *CODE,
        *((left, y, "样例有限公司复印无效" if text.startswith("样例科技") else text) for left, y, text in FIELDS),
    ]
    assert licence(sheet(rows)).fields["name"].value == "样例有限公司"


def test_the_copy_is_told_from_the_original() -> None:
    assert licence(sheet([TITLE, *CODE, *FIELDS])).traits == ()
    assert licence(sheet([TITLE, (450, 280, "(副本)"), *CODE, *FIELDS])).traits == ("duplicate_copy",)


def test_a_licence_whose_title_is_lost_is_known_by_its_labels() -> None:
    assert values(licence(sheet([*CODE, *FIELDS]))) == EXPECTED


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [(220, 200, "授权委托书"), (160, 420, "委托人：样例有限公司"), (160, 480, "统一社会信用代码：91110105PDY00001XG")],
        [(220, 200, "提交材料"), (160, 420, "营业执照、身份证")],
        [TITLE],
        [(160, 200, "准予设立登记通知书"), *CODE, *FIELDS],
        [(160, 200, "企业信用信息公示报告"), *CODE, *FIELDS, (160, 900, "登记状态")],
        [(160, 420, "姓名"), (340, 420, "张样例"), (160, 480, "住址"), (340, 480, "样例路1号")],
    ],
    ids=["empty page", "authorisation", "list of papers", "title alone", "notice", "registry print-out", "ID card"],
)
def test_other_papers_are_no_licences(rows: list[Printed]) -> None:
    assert READER.find(sheet(rows)) == ()
