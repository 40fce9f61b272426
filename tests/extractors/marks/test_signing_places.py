"""Labels that ask for a signature, in whatever words, are found with the room behind them; names in running text are none."""

import math

import pytest

from extractors.evidence import TextLine
from extractors.marks.signing_places import SigningPlace, signed_below, signing_places
from tests.extractors.documents.lines import EM_PX, HEIGHT_PX, WIDTH_PX, text_line

LETTER = (
    text_line(150, 200, "授权委托书", 48),
    text_line(150, 300, "兹委托我单位工作人员王芳办理撤销用工备案有关事宜，特此委托。"),
    text_line(150, 400, "受托人在上述权限内签署的文件，本单位均予承认。"),
    text_line(150, 1500, "本委托书一式两份，由委托单位与受托人各执一份。"),
)
"""A page whose lower part begins at about 800 px."""
ROW_PX = 1100


def places(*lines: TextLine) -> tuple[SigningPlace, ...]:
    return signing_places((*LETTER, *lines))


def only(*lines: TextLine) -> SigningPlace:
    (place,) = places(*lines)
    return place


LABELS = (
    ("法定代表人（签字或盖章）：", "legal_rep", ""),
    ("法定代表人（负责人）：", "legal_rep", ""),
    ("法定代表人签字：李小明", "legal_rep", "李小明"),
    ("法定代表人（字或盖章）：", "legal_rep", ""),
    ("法定表德尔（负责人）：", "legal_rep", ""),
    ("法定代表人：李小明", "legal_rep", "李小明"),
    ("受托人：", "agent", ""),
    ("被委托人（签字）：王芳", "agent", "王芳"),
    ("委托人签名：", "principal", ""),
    ("单位经办人签字", "handler", ""),
    ("经办人：", "handler", ""),
    ("劳动者签收：", "employee", ""),
    ("本人签字：艾力·玉素甫江", "employee", "艾力·玉素甫江"),
    ("领取人签章：", "employee", ""),
    ("签收人：", "employee", ""),
    ("本人签收：", "employee", ""),
    ("本人签收", "employee", ""),
    ("本人签收________", "employee", ""),
    ("员工签字/日期：", "employee", ""),
    ("劳动者签收____年__月__日", "employee", ""),
    ("签收（员工）：", "employee", ""),
    ("（劳动者）签收：", "employee", ""),
    ("签收栏", "employee", ""),
    ("签收确认：王芳", "employee", "王芳"),
    ("领取人____ 领取日期：", "employee", ""),
    ("退工人员签字：", "employee", ""),
    ("被证明人签收：", "employee", ""),
    ("收件人签字：", "employee", ""),
    ("离职员工签收确认：", "employee", ""),
    ("员工电子签名：", "employee", ""),
    ("本人签名（手印）：", "employee", ""),
    ("辞职人（签字）：", "employee", ""),
    ("退场人员签字：", "employee", ""),
    ("工人（签字）：", "employee", ""),
    ("乙方（签字）：", "employee", ""),
    ("声明人（签字）：", "applicant", ""),
    ("投诉人签名：", "applicant", ""),
)


@pytest.mark.parametrize(("label", "role", "name"), LABELS, ids=[label for label, _, _ in LABELS])
def test_a_label_asks_for_a_signature(label: str, role: str, name: str) -> None:
    place = only(text_line(500, ROW_PX, label))
    assert (place.role, place.text) == (role, name)


NO_LABELS = (
    "委托单位（盖章）：",
    "受托人身份证号码：440399198512240267",
    "受托人有权代为提交材料",
    "日期：2024年5月1日",
    "本证明一式两份，经本人签收",
    "代为签收有关文书",
    "本人________因个人原因申请离职",
    "签收日期：",
    "员工签收日期：",
    "员工离职日期：2024年5月31日",
    "单位负责人事务所有限公司",
    "法定代表人身份证明书",
    "被投诉人：",
    "被申请人：样例科技有限公司",
)


@pytest.mark.parametrize("text", NO_LABELS)
def test_what_asks_for_no_signature(text: str) -> None:
    assert places(text_line(500, ROW_PX, text)) == ()


def test_a_name_in_the_upper_part_is_told_and_not_signed() -> None:
    assert places(text_line(150, 500, "法定代表人：李小明")) == ()


def test_a_name_below_the_units_own_line_is_signed_however_high_it_stands() -> None:
    assert only(text_line(500, 450, "委托单位（盖章）："), text_line(500, 520, "受托人：")).role == "agent"


def test_a_receipt_in_the_upper_part_is_signed() -> None:
    assert only(text_line(150, 500, "劳动者签收：")).role == "employee"


def test_the_room_begins_behind_the_label_and_holds_a_name() -> None:
    place = only(text_line(500, ROW_PX, "受托人签字："))
    left, top, right, bottom = place.room
    assert left * WIDTH_PX == pytest.approx(500 + 6 * EM_PX, abs=EM_PX)
    assert (right - left) * WIDTH_PX > 7 * EM_PX
    assert top * HEIGHT_PX < ROW_PX - EM_PX < ROW_PX + EM_PX < bottom * HEIGHT_PX


def test_the_room_ends_where_the_next_label_of_the_row_begins() -> None:
    handler, receiver = places(text_line(150, ROW_PX, "经办人："), text_line(500, ROW_PX, "签收："))
    assert (handler.role, receiver.role) == ("handler", "employee")
    assert handler.room[2] * WIDTH_PX == pytest.approx(500, abs=2)


def test_two_labels_that_were_read_as_one_line_are_two_places() -> None:
    handler, receiver = places(text_line(150, ROW_PX, "经办人：张三 劳动者签收："))
    assert (handler.role, handler.text) == ("handler", "张三")
    assert receiver.role == "employee"
    assert handler.room[2] <= receiver.label_box[0]


def test_a_label_that_only_one_of_two_readings_shows_is_found() -> None:
    assert only(text_line(500, ROW_PX, "受括合伙企业专法", colour_text="受托人：志法")).role == "agent"


def test_a_label_whose_colon_lies_under_a_seal_is_found() -> None:
    assert only(text_line(500, ROW_PX, "受括合伙企业专法", colour_text="受托人令尼志法")).role == "agent"


@pytest.mark.parametrize("degrees", [-2.0, 0.0, 2.0])
def test_the_row_is_followed_over_a_page_that_lies_askew(degrees: float) -> None:
    lines = tuple(_askew(line, degrees) for line in (*LETTER, text_line(300, ROW_PX, "法定代表人（签字或盖章）：")))
    (place,) = signing_places(lines)
    _, y = _turned(place.room[0] * WIDTH_PX, place.row * HEIGHT_PX, -degrees)
    assert y == pytest.approx(ROW_PX, abs=0.2 * EM_PX)
    assert place.tilt * HEIGHT_PX / WIDTH_PX == pytest.approx(math.tan(math.radians(degrees)), abs=0.003)


def test_an_empty_page_asks_for_nothing() -> None:
    assert signing_places(()) == ()


def _askew(line: TextLine, degrees: float) -> TextLine:
    turned = [_turned(x * WIDTH_PX, y * HEIGHT_PX, degrees) for x, y in line.quad]
    a, b, c, d = ((x / WIDTH_PX, y / HEIGHT_PX) for x, y in turned)
    return line.model_copy(update={"quad": (a, b, c, d)})


def _turned(x: float, y: float, degrees: float) -> tuple[float, float]:
    """A point turned about the page's middle, clockwise."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    across, down = x - WIDTH_PX / 2, y - HEIGHT_PX / 2
    return WIDTH_PX / 2 + across * cos - down * sin, HEIGHT_PX / 2 + across * sin + down * cos


@pytest.mark.parametrize(
    ("label", "below", "text"),
    [
        ("乙方（签名并捺印）", text_line(330, ROW_PX + 60, "李小明"), "李小明"),
        ("乙方（签名并捺印）", text_line(330, ROW_PX + 60, "2024年6月14日"), None),
        ("乙方（签名并捺印）", text_line(330, ROW_PX + 60, "见证人："), None),
        ("乙方（签名并捺印）", text_line(330, ROW_PX + 160, "李小明"), None),
        ("乙方（签名并捺印）", text_line(800, ROW_PX + 60, "李小明"), None),
        ("乙方（签名并捺印）", text_line(330, ROW_PX + 60, "本协议自双方签章之日起生效"), None),
    ],
)
def test_a_name_right_under_a_label_may_be_what_it_asks_for(label: str, below: TextLine, text: str | None) -> None:
    lines = (*LETTER, text_line(150, ROW_PX, label), below)
    (place,) = signing_places(lines)
    found = signed_below(place, lines)
    assert (found.text if found else None) == text


def test_a_name_with_a_label_of_its_own_is_not_the_label_above() -> None:
    lines = (
        *LETTER,
        text_line(150, ROW_PX, "乙方（签名并捺印）"),
        text_line(150, ROW_PX + 60, "姓名"),
        text_line(260, ROW_PX + 60, "李小明"),
    )
    (place,) = signing_places(lines)
    assert signed_below(place, lines) is None
