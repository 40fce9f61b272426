"""Values are found behind their labels, whatever the engine glued, cut or tilted."""

import math

import pytest

from extractors.evidence import TextLine
from extractors.text.labels import find_labels
from extractors.text.rows import Row, rows_of
from tests.extractors.documents.lines import HEIGHT_PX, WIDTH_PX, sheet, text_line

LABELS = {
    "name": ("姓名", "员工姓名", "员工:"),
    "day": ("离职日期", "解除劳动合同日期"),
    "job": ("岗位",),
    "": ("性别", "部门:"),
}


def rows(*printed: str) -> tuple[Row, ...]:
    return rows_of(sheet(*printed).lines, WIDTH_PX, HEIGHT_PX)


def found(lines: tuple[Row, ...]) -> dict[str, str]:
    return {label.name: label.text for label in find_labels(lines, LABELS) if label.name}


def tilted(lines: tuple[TextLine, ...], degrees: float) -> tuple[TextLine, ...]:
    slope = math.tan(math.radians(degrees))
    turned = []
    for line in lines:
        quad = tuple((x, y + slope * x * WIDTH_PX / HEIGHT_PX) for x, y in line.quad)
        turned.append(line.model_copy(update={"quad": quad}))
    return tuple(turned)


@pytest.mark.parametrize(
    ("printed", "values"),
    [
        (("姓名：张三",), {"name": "张三"}),
        (("姓名 | 张三 | 性别 | 男",), {"name": "张三"}),
        (("姓    名 | 张三",), {"name": "张三"}),
        (("姓名张三",), {"name": "张三"}),
        (("姓名：张三性别：男",), {"name": "张三"}),
        (("员工姓名：张三  部门：销售部",), {"name": "张三"}),
        (("姓名 | 岗位", "张三 | 会计"), {"name": "张三", "job": "会计"}),
        (("姓名：", "岗位：会计"), {"name": "", "job": "会计"}),
        (("离职日期（公章）：2024年5月31日",), {"day": "2024年5月31日"}),
        (("员工：张三",), {"name": "张三"}),
        (("员工应当办理交接手续",), {}),
        (("我单位员工张三",), {}),
    ],
)
def test_values(printed: tuple[str, ...], values: dict[str, str]) -> None:
    assert found(rows(*printed)) == values


@pytest.mark.parametrize("degrees", [-6, -3, 3, 6])
def test_a_tilted_page_keeps_its_rows(degrees: float) -> None:
    printed = (
        "兹有下列人员与我单位解除劳动合同特此证明如下",
        "姓名 | 张三 | 性别 | 男 |",
        "离职日期 | 2024年5月31日 | 岗位 | 会计",
        "以上情况属实，由我单位出具本证明",
    )
    lines = tilted(sheet(*printed).lines, degrees)
    assert found(rows_of(lines, WIDTH_PX, HEIGHT_PX)) == {"name": "张三", "day": "2024年5月31日", "job": "会计"}


def test_labels_and_values_broken_over_two_lines_are_joined() -> None:
    lines = (
        text_line(150, 400, "解除劳动"),
        text_line(150, 436, "合同日期"),
        text_line(420, 400, "二〇二四年五月"),
        text_line(420, 436, "三十一日"),
        text_line(150, 520, "姓名"),
        text_line(420, 520, "张三"),
    )
    assert found(rows_of(lines, WIDTH_PX, HEIGHT_PX)) == {"day": "二〇二四年五月三十一日", "name": "张三"}


def test_digits_framed_closely_stand_beside_a_label_on_two_lines() -> None:
    label = (text_line(150, 400, "解除劳动"), text_line(150, 436, "合同日期"))
    value = text_line(420, 424, "2024年5月31日")
    (left, top), (right, _), *_ = value.quad
    low = top + 0.29 * (label[1].quad[2][1] - label[0].quad[0][1])
    close = value.model_copy(update={"quad": ((left, top), (right, top), (right, low), (left, low))})
    assert found(rows_of((*label, close), WIDTH_PX, HEIGHT_PX)) == {"day": "2024年5月31日"}


def test_specks_of_a_seal_are_no_text() -> None:
    lines = (*sheet("姓名：张三").lines, text_line(400, 120, "大", score=0.3))
    assert found(rows_of(lines, WIDTH_PX, HEIGHT_PX)) == {"name": "张三"}
