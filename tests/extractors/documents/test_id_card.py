"""Both sides of ID cards, alone, together, and in their other kinds."""

from collections.abc import Sequence

import pytest

from extractors.documents.id_card import READER
from extractors.documents.reader import Sheet
from extractors.evidence import Document, Quad, TextLine
from tests.extractors.documents.lines import sheet
from validators.doubts import certainty_of

ID = "110199199003070113"
MM = 8.0
"""Pixels per millimetre of a card."""
Printed = tuple[float, float, str]
"""Left edge and middle in millimetres on the card, and the text."""

FRONT: tuple[Printed, ...] = (
    (6.2, 8.4, "姓名"),
    (15.6, 8.4, "李小明"),
    (6.2, 15.0, "性别"),
    (15.6, 15.0, "男"),
    (25.4, 15.0, "民族"),
    (33.8, 15.0, "汉"),
    (6.2, 21.6, "出生"),
    (15.6, 21.6, "1990年3月7日"),
    (6.2, 28.6, "住址"),
    (15.6, 28.6, "北京市样例区样例大街"),
    (15.6, 33.0, "1号院2号楼303室"),
    (6.2, 46.5, "公民身份号码"),
    (29.5, 46.5, ID),
)
BACK: tuple[Printed, ...] = (
    (30.0, 10.0, "中华人民共和国"),
    (29.0, 18.0, "居民身份证"),
    (20.5, 41.0, "签发机关"),
    (36.0, 41.0, "北京市公安局样例分局"),
    (20.5, 47.4, "有效期限"),
    (36.0, 47.4, "2014.05.01-2034.05.01"),
)
FRONT_VALUES = {
    "name": "李小明",
    "sex": "男",
    "ethnicity": "汉",
    "birth": "1990-03-07",
    "address": "北京市样例区样例大街1号院2号楼303室",
    "id_number": ID,
}
BACK_VALUES = {"authority": "北京市公安局样例分局", "valid_from": "2014-05-01", "valid_until": "2034-05-01"}


def card_lines(
    printed: Sequence[Printed], top_mm: float = 0.0, page_mm: tuple[float, float] = (85.6, 54.0)
) -> tuple[TextLine, ...]:
    """Lines of a card drawn on a page, its upper edge ``top_mm`` down."""
    lines = []
    for left, middle, text in printed:
        em = (
            4.6 if text in ("居民身份证", "中华人民共和国") else 50 / 18 * 2 if len(text) == 18 and text[:17].isdigit() else 3.0
        )
        width = sum(em if ord(char) > 0x2E7F else em / 2 for char in text)
        height = min(em, 4.6)
        x0, x1 = left / page_mm[0], (left + width) / page_mm[0]
        y0, y1 = (top_mm + middle - height / 2) / page_mm[1], (top_mm + middle + height / 2) / page_mm[1]
        quad: Quad = ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
        lines.append(TextLine(quad=quad, text=text, score=0.99))
    return tuple(lines)


def card(printed: Sequence[Printed]) -> Sheet:
    return Sheet(1, int(85.6 * MM), int(54 * MM), card_lines(printed))


def replaced(printed: Sequence[Printed], **changes: str) -> tuple[Printed, ...]:
    """The print with some texts exchanged (``_`` names none; keys are the old texts)."""
    return tuple((left, middle, changes.get(text, text)) for left, middle, text in printed)


def only(on: Sheet) -> Document:
    (document,) = READER.find(on)
    return document


def values(document: Document) -> dict[str, str]:
    return {name: field.value for name, field in document.fields.items()}


def test_the_portrait_side_alone() -> None:
    document = only(card(FRONT))
    assert (document.side, document.box) == ("front", None)
    assert document.confidence >= 0.97
    assert values(document) == FRONT_VALUES
    assert document.fields["id_number"].checksum_ok is True


def test_a_form_laid_out_like_a_card_is_none_and_a_card_of_whose_address_a_line_was_lost_is_one() -> None:
    asked = {"住址": "申领人", "北京市样例区样例大街": "王芳芳丽", "1号院2号楼303室": "与本人关系"}
    form = [
        one for one in replaced(FRONT, **asked, 性别="死亡", 出生="日期") if one[2] not in ("男", "民族", "汉", "1990年3月7日")
    ]
    assert READER.find(card(form)) == ()
    lost = [one for one in replaced(FRONT, 北京市样例区样例大街="样例花园") if one[2] != "1号院2号楼303室"]
    assert only(card(lost)).fields["id_number"].value == ID


def test_the_emblem_side_alone() -> None:
    document = only(card(BACK))
    assert (document.side, document.box) == ("back", None)
    assert document.confidence >= 0.97
    assert values(document) == BACK_VALUES


@pytest.mark.parametrize("order", ["front first", "back first"])
def test_both_sides_on_one_page(order: str) -> None:
    first, second = (FRONT, BACK) if order == "front first" else (BACK, FRONT)
    page = (210.0, 297.0)
    lines = card_lines(first, 40, page) + card_lines(second, 110, page)
    documents = READER.find(Sheet(1, 1240, 1754, lines))
    assert sorted(str(document.side) for document in documents) == ["back", "front"]
    for document in documents:
        assert values(document) == (FRONT_VALUES if document.side == "front" else BACK_VALUES)
        assert document.box is not None
        assert document.box[3] - document.box[1] < 0.3


def test_two_peoples_cards_on_one_page_do_not_mix() -> None:
    other = replaced(FRONT, **{"李小明": "王芳", ID: "440399198512240267", "男": "女", "1990年3月7日": "1985年12月24日"})
    page = (210.0, 297.0)
    found = READER.find(Sheet(1, 1240, 1754, card_lines(FRONT, 30, page) + card_lines(other, 120, page)))
    assert sorted((values(item)["name"], values(item)["id_number"]) for item in found) == [
        ("李小明", ID),
        ("王芳", "440399198512240267"),
    ]


@pytest.mark.parametrize(
    ("printed", "until"),
    [
        ("2014.05.01-长期", "长期"),
        ("2014.05.01-2034.05.01", "2034-05-01"),
        ("2014.05.012034.05.01", "2034-05-01"),
        ("20140501-20340501", "2034-05-01"),
        ("2014.05.01—2034.05.01", "2034-05-01"),
        ("2014.05.01 - 2034.05.01", "2034-05-01"),
        ("2014.05.01一2034.05.01", "2034-05-01"),
    ],
)
def test_terms_as_printed_and_as_misread(printed: str, until: str) -> None:
    read = values(only(card(replaced(BACK, **{"2014.05.01-2034.05.01": printed}))))
    assert (read["valid_from"], read["valid_until"]) == ("2014-05-01", until)


@pytest.mark.parametrize(
    "glued",
    [
        ((6.2, 15.0, "性别男民族汉"),),
        ((6.2, 15.0, "性别 男"), (25.4, 15.0, "民族 汉族")),
        ((6.2, 15.0, "性别」男"), (25.4, 15.0, "民族漢")),
    ],
)
def test_labels_and_values_may_be_glued(glued: tuple[Printed, ...]) -> None:
    rest = tuple(item for item in FRONT if item[1] != 15.0)
    read = values(only(card((*rest, *glued))))
    assert (read["sex"], read["ethnicity"]) == ("男", "汉")


def test_values_are_found_at_their_places_where_labels_were_not_read() -> None:
    unread = tuple(item for item in FRONT if item[2] not in ("姓名", "住址", "民族"))
    read = values(only(card(unread)))
    assert read == FRONT_VALUES


def test_minority_names_keep_their_dot() -> None:
    assert values(only(card(replaced(FRONT, 李小明="阿依古丽.买买提"))))["name"] == "阿依古丽·买买提"


def test_what_the_number_contradicts_is_not_sure() -> None:
    document = only(card(replaced(FRONT, **{"男": "女", "1990年3月7日": "1991年3月7日"})))
    assert certainty_of(document.fields["sex"]) <= 0.5
    assert certainty_of(document.fields["birth"]) <= 0.5


def test_a_birthday_that_lost_a_stroke_is_completed_from_the_number() -> None:
    birth = only(card(replaced(FRONT, **{"1990年3月7日": "1990年3月 日"}))).fields["birth"]
    assert (birth.value, birth.repaired) == ("1990-03-07", True)
    assert certainty_of(birth) < 0.95


def test_the_grain_of_a_desk_beside_the_number_does_not_hide_it() -> None:
    grain = ((-3.0, 46.5, "CT"),)
    fields = {name: item.value for name, item in READER.find(card((*FRONT, *grain)))[0].fields.items()}
    assert fields["id_number"] == ID


def test_a_number_that_fails_its_check_digit_is_read_again() -> None:
    misread = card(replaced(FRONT, **{ID: "110199199003070118"}))
    assert only(misread).fields["id_number"].checksum_ok is False
    again = card_lines(((29.5, 46.5, ID),))[0]
    looked = Sheet(1, misread.width_px, misread.height_px, misread.lines, read_strip=lambda box: again)
    assert only(looked).fields["id_number"].value == ID


def test_a_temporary_card_has_everything_on_one_side() -> None:
    below = tuple((left, middle + 6.0, text) for left, middle, text in BACK[2:])
    title = ((20.0, 2.0, "中华人民共和国临时居民身份证"),)
    document = only(Sheet(1, 685, 700, card_lines((*title, *FRONT, *below), page_mm=(85.6, 87.5))))
    assert document.traits == ("temporary_card",)
    assert values(document)["valid_until"] == "2034-05-01"
    assert values(document)["id_number"] == ID


@pytest.mark.parametrize(
    ("number", "trait"), [("810000189912310152", "residence_permit"), ("944103189912310272", "foreigner_card")]
)
def test_other_kinds_of_cards_have_a_trait(number: str, trait: str) -> None:
    document = only(card(replaced(FRONT, **{ID: number, "1990年3月7日": "1899年12月31日"})))
    assert document.traits == (trait,)


def test_a_copy_that_was_stretched_is_read_by_its_labels() -> None:
    printed = tuple((left, 1.28 * middle, text) for left, middle, text in FRONT)
    (document,) = READER.find(Sheet(1, int(85.6 * MM), int(70 * MM), card_lines(printed, page_mm=(85.6, 70.0))))
    assert {name: field.value for name, field in document.fields.items()} == FRONT_VALUES


def test_a_residence_permits_emblem_side_has_its_trait() -> None:
    assert only(card(replaced(BACK, 居民身份证="港澳居民居住证"))).traits == ("residence_permit",)


@pytest.mark.parametrize(
    "rows",
    [
        ("# 离职证明", "姓名 | 李小明 | 性别 | 男", f"公民身份号码 | {ID}", "住址 | 样例大街"),
        ("# 常住人口登记卡", "姓名 | 李小明 | 户主或与户主关系 | 户主", "曾用名 | | 性别 | 男", f"公民身份证件编号 | {ID}"),
        ("委托人身份证有效期限至2034年", f"身份证号码：{ID}"),
        ("# 食品经营许可证", "签发机关 | 样例局", "2024年5月1日"),
        (),
    ],
)
def test_forms_with_the_same_labels_are_no_cards(rows: tuple[str, ...]) -> None:
    assert READER.find(sheet(*rows)) == ()


def test_a_fourth_line_of_the_address_belongs_to_it_though_the_card_lies_askew() -> None:
    lines = ((15.6, 37.4, "样例小区北区"), (15.6, 42.6, "12号楼1单元3205室"))
    read = values(only(card((*FRONT[:-2], *lines, *FRONT[-2:]))))
    assert read["address"] == f"{FRONT_VALUES['address']}样例小区北区12号楼1单元3205室"


@pytest.mark.parametrize(
    ("side", "box_mm", "text", "field", "value"),
    [
        (FRONT, (76.0, 8.0, 77.0, 8.8), "电", "name", "李小明"),
        (BACK, (76.0, 30.0, 79.0, 50.0), "饰", "authority", "北京市公安局样例分局"),
    ],
    ids=["a speck of the watermark", "a watermark up the card's side"],
)
def test_what_is_far_smaller_or_taller_than_a_row_is_no_part_of_it(
    side: Sequence[Printed], box_mm: tuple[float, float, float, float], text: str, field: str, value: str
) -> None:
    base = card(side)
    left, top, right, bottom = (at / size for at, size in zip(box_mm, (85.6, 54.0, 85.6, 54.0), strict=True))
    quad: Quad = ((left, top), (right, top), (right, bottom), (left, bottom))
    stray = TextLine(quad=quad, text=text, score=0.72)
    document = only(Sheet(1, base.width_px, base.height_px, (*base.lines, stray)))
    assert document.fields[field].value == value


def test_a_card_whose_number_cannot_be_read_is_one_all_the_same() -> None:
    rows = [row for row in FRONT if row[2] != ID]
    document = only(card(rows))
    number = document.fields["id_number"]
    assert (document.side, document.fields["name"].value, number.state) == ("front", "李小明", "illegible")
    assert number.box == pytest.approx((29 / 85.6, 45 / 54, 80 / 85.6, 48 / 54), abs=0.03)


@pytest.mark.parametrize("title", ["离职证明", "授权委托书", "个人声明", "登记表", ""])
@pytest.mark.parametrize("number", [ID, ""])
@pytest.mark.parametrize("row_mm", [5.0, 6.7, 8.0])
def test_a_form_that_asks_for_a_person_is_no_card(title: str, number: str, row_mm: float) -> None:
    rows = [("姓名", "王芳"), ("身份证号码", number), ("性别", "女"), ("出生日期", "1990年3月7日"), ("住址", "样例大街")]
    printed = [(20.0, 8.0, title)] if title else []
    printed += [(6.2, 14.0 + row_mm * at, f"{label}：{value}") for at, (label, value) in enumerate(rows)]
    assert READER.find(card(printed)) == ()


def test_the_emblem_sides_beside_unread_numbers_are_found() -> None:
    page, fronts = (210.0, 140.0), [row for row in FRONT if row[2] != ID]
    lines = [*card_lines(fronts, 2, page), *card_lines(fronts, 72, page)]
    right = [(left + 100, middle, text) for left, middle, text in BACK]
    lines += [*card_lines(right, 2, page), *card_lines(right, 72, page)]
    found = READER.find(Sheet(1, 1680, 1120, tuple(lines)))
    assert sorted(str(document.side) for document in found) == ["back", "back", "front", "front"]


def test_what_the_grain_of_a_desk_looks_like_is_no_part_of_the_name() -> None:
    assert values(only(card((*FRONT, (84.5, 8.6, "中")))))["name"] == "李小明"


FIVE_STARS = (
    "# 中华人民共和国外国人永久居留身份证",
    "姓名 Name | 佟一旭 TONG, YIXU",
    "性别 Sex | 男 M",
    "出生日期 Date of Birth | | 1899.12.31",
    "国籍 Nationality | 样例国 XXA",
    "有效期限 Period of Validity | | 2024.01.05-2034.01.04",
    "证件号码 ID No. | 944103189912310272",
)
HK_PERMIT = (
    "# 港澳居民来往内地通行证",
    "姓名 | 陳大文",
    "CHEN, DAWEN",
    "出生日期 | 1981.08.03 | 性别 | 女",
    "有效期限 | 2020.05.06-2030.05.05",
    "签发机关 | 中华人民共和国国家移民管理局",
    "证件号码 | H03123456  02",
)
OTHER_PAPERS = {
    "five-star card of 2023": (
        FIVE_STARS,
        "foreigner_card",
        "外国人永久居留身份证",
        {"name": "佟一旭", "latin_name": "TONG, YIXU", "id_number": "944103189912310272", "valid_until": "2034-01-04"},
    ),
    "five-star card before, its labels above": (
        (
            "# 外国人永久居留身份证 FOREIGN PERMANENT RESIDENT ID CARD",
            "姓名/Name",
            "O’BRIEN, SÉAN PATRICK",
            "性别/Sex | 男/M",
            "国籍/Nationality | 样例国/XXA",
            "有效期限/Period of Validity | | 2015.10.26-2025.10.25",
            "证件号码/ID No. | XXA110081080310",
        ),
        "foreigner_card",
        "外国人永久居留身份证",
        {"name": "O'BRIEN, SÉAN PATRICK", "id_number": "XXA110081080310", "sex": "男", "valid_until": "2025-10-25"},
    ),
    "Hong Kong permit": (
        HK_PERMIT,
        "hk_macao_permit",
        "港澳居民来往内地通行证",
        {"name": "陳大文", "latin_name": "CHEN, DAWEN", "id_number": "H03123456", "sex": "女", "birth": "1981-08-03"},
    ),
    "Macao permit, its title unread": (
        tuple(row.replace("H03123456  02", "M03123456") for row in HK_PERMIT[1:]),
        "hk_macao_permit",
        "港澳居民来往内地通行证",
        {"id_number": "M03123456"},
    ),
    "Taiwan permit": (
        ("# 台湾居民来往大陆通行证", *HK_PERMIT[1:-1], "证件号码 | 01234567", "签发次数 | 02"),
        "taiwan_permit",
        "台湾居民来往大陆通行证",
        {"id_number": "01234567", "valid_from": "2020-05-06", "valid_until": "2030-05-05"},
    ),
    "temporary card": (
        (
            "# 临时居民身份证",
            "姓名 | 阿依古丽·买买提",
            "性别 | 男 | 民族 | 维吾尔",
            "出生 | 1990年3月7日",
            "住址 | 样例省云上市山前区",
            f"公民身份号码 | {ID}",
            "签发机关 | 云上市公安局",
            "有效期限 | 2024.05.01-2024.08.01",
        ),
        "temporary_card",
        "临时居民身份证",
        {"name": "阿依古丽·买买提", "id_number": ID, "valid_until": "2024-08-01"},
    ),
    "residence permit on one side": (
        (
            "# 台湾居民居住证",
            "姓名 | 陈大文",
            "性别 | 男",
            "出生 | 1899年12月31日",
            "住址 | 样例省云上市山前区",
            "公民身份号码 | 830000189912310199",
            "通行证号码 | 01234567",
            "签发机关 | 云上市公安局",
            "有效期限 | 2024.05.01-2029.05.01",
        ),
        "residence_permit",
        "台湾居民居住证",
        {"name": "陈大文", "id_number": "830000189912310199", "permit_number": "01234567", "valid_until": "2029-05-01"},
    ),
    "passport": (
        (
            "# 护照 PASSPORT",
            "护照号码 Passport No. | | E12345678",
            "姓名 Name | 佟一旭",
            "TONG, YIXU",
            "性别 Sex | 男 M",
            "出生日期 Date of birth | | 07 3月/MAR 1990",
            "有效期至 Date of expiry | | 06 3月/MAR 2030",
        ),
        "passport",
        "护照",
        {"name": "佟一旭", "id_number": "E12345678", "birth": "1990-03-07", "valid_until": "2030-03-06"},
    ),
    "foreign passport, by its lines for machines": (
        ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"),
        "passport",
        "护照",
        {"name": "ERIKSSON, ANNA MARIA", "id_number": "L898902C3", "sex": "女", "valid_until": "2012-04-15"},
    ),
    "officer's card": (
        ("# 中国人民解放军军官证", "姓名 | 佟一旭", "出生年月 | 1990年3月", "部别 | 样例部队", "编号 | 军字第0123456号"),
        "service_card",
        "军官证",
        {"name": "佟一旭", "id_number": "军字第0123456号"},
    ),
}


@pytest.mark.parametrize("name", OTHER_PAPERS)
def test_other_identity_papers_are_read_and_called_what_they_are(name: str) -> None:
    rows, trait, title, expected = OTHER_PAPERS[name]
    document = only(sheet(*rows))
    read = values(document)
    assert (document.side, document.traits, document.title, read["kind"]) == ("front", (trait,), title, title)
    assert {field: read.get(field) for field in expected} == expected


@pytest.mark.parametrize(
    ("rows", "trait"),
    [
        (("# 中华人民共和国外国人永久居留身份证", "签发机关 | 中华人民共和国国家移民管理局"), "foreigner_card"),
        (("其他证件 | 香港永久性居民身份证 Z123456(7)",), "hk_macao_permit"),
        (
            ("CRH0312345602<<<<<<<<<<<<<<<<<", "8108037F3005055<<<<<<<<<<<<<<2", "CHEN<<DAWEN<<<<<<<<<<<<<<<<<<"),
            "hk_macao_permit",
        ),
        (("# 中华人民共和国", "# 临时居民身份证"), "temporary_card"),
    ],
)
def test_the_other_sides_of_such_papers_are_theirs(rows: tuple[str, ...], trait: str) -> None:
    document = only(sheet(*rows))
    assert (document.side, document.traits) == ("back", (trait,))


def test_a_lines_for_machines_check_digit_proves_a_passports_number() -> None:
    rows = OTHER_PAPERS["foreign passport, by its lines for machines"][0]
    assert only(sheet(*rows)).fields["id_number"].checksum_ok is True
    misread = only(sheet(rows[0], rows[1].replace("L898902C3", "L898902C8")))
    assert misread.fields["id_number"].checksum_ok is False


@pytest.mark.parametrize(
    "rows",
    [
        ("# 入职登记表", "姓名 | 陈大文", "证件类型 | 港澳居民来往内地通行证", "证件号码 | H0312345602", "性别 | 男"),
        ("# 离职证明", "兹证明陈大文，证件：", "港澳居民来往内地通行证", "号码H0312345602，系我单位职工。"),
        ("# 外国人永久居留身份证申请表", "姓名：SMITH, JOHN", "国籍：样例国", "性别：男"),
        ("# 承诺书", "护照", "本人承诺所交材料属实。"),
        ("# 人员信息", "姓名：陈大文", "性别：男", "国籍：样例国", "护照号码：E12345678", "有效期至：2030年3月6日"),
    ],
)
def test_forms_and_letters_that_speak_of_such_papers_are_none(rows: tuple[str, ...]) -> None:
    assert READER.find(sheet(*rows)) == ()


def test_rows_of_an_emblem_side_below_a_name_are_another_papers() -> None:
    rows = [(20.5, 20.0, "姓名"), (36.0, 20.0, "陈大文"), *BACK]
    assert [document.side for document in READER.find(card(rows))] == []
    assert only(card(BACK)).side == "back"


def test_two_such_papers_on_one_page_do_not_mix() -> None:
    back = ("# 中华人民共和国外国人永久居留身份证", "签发机关 | 中华人民共和国国家移民管理局")
    front_, back_ = READER.find(sheet(*FIVE_STARS, "", *back))
    assert (front_.side, back_.side) == ("front", "back")
    assert "authority" in back_.fields
    assert "authority" not in front_.fields


def test_a_temporary_cards_title_stands_on_its_other_side() -> None:
    below = tuple((left, middle + 6.0, text) for left, middle, text in BACK[2:])
    document = only(Sheet(1, 685, 700, card_lines((*FRONT, *below), page_mm=(85.6, 87.5))))
    assert (document.side, document.traits) == ("front", ("temporary_card",))


def test_a_title_that_holds_the_word_is_no_ethnicity() -> None:
    below = tuple((left, middle + 6.0, text) for left, middle, text in BACK[2:])
    title = ((20.0, 2.0, "中华人民共和国临时居民身份证"),)
    document = only(Sheet(1, 685, 700, card_lines((*title, *FRONT, *below), page_mm=(85.6, 87.5))))
    assert values(document)["ethnicity"] == "汉"
    permit = replaced(tuple(row for row in FRONT if row[2] not in ("民族", "汉")), **{ID: "810000189912310152"})
    assert "ethnicity" not in values(only(card(permit)))
