"""A tall page is taken apart where several papers lie on it, and nowhere else; what is seen of each stays with it."""

import numpy as np
import pytest

from extractors.evidence import Box, Document, FieldReading, Flaw, PageEvidence, TextLine, Trace
from extractors.ocr.engine import Image
from extractors.page.rectify import level_view
from extractors.parted import papers_below_one_another
from extractors.placed_back import WHOLE, Placement, together
from extractors.sheets import ViewEvidence

WIDTH = 720
WHITE, GREY, BLUE = (255, 255, 255), (237, 237, 237), (190, 120, 60)

FRONT = (
    "姓名 王芳",
    "性别 女 民族 汉",
    "出生 1990年3月7日",
    "住址 天津市河鹭区创业大道125号",
    "公民身份号码 110199199003070113",
)
BACK = ("中华人民共和国", "居民身份证", "签发机关 天津市公安局河鹭分局", "有效期限 2020.01.01-2040.01.01")
CERTIFICATE = (
    "解除劳动合同证明书", "兹证明王芳（身份证号110199199003070113）自2019年3月1日起在我单位工作，",
    "双方于2024年5月31日解除劳动合同，解除原因为双方协商一致。", "特此证明。", "样例科技有限公司", "2024年6月3日",
)  # fmt: skip
PROSE = tuple(f"{number}、工作交接事项均已清点并移交，双方签字确认无误，费用已结清。" for number in range(1, 9))
BUBBLE = ("营业执照发你了，看下",)

RECORD = ("社会保险缴费证明", "姓名：王芳", "公民身份号码：110199199003070113", "参保单位：样例科技有限公司")
MONTHS = ("社会保险缴费明细", "缴费月份：2024-01 至 2024-05", "打印日期：2024年6月3日")

Piece = tuple[tuple[str, ...], int, tuple[int, int, int]]
"""What a stretch of a page says, how high it is in pixels, and its ground."""


def page_of(*pieces: Piece) -> tuple[Image, list[TextLine]]:
    """A page of pieces, one below the other, and its lines where they stand."""
    image = np.vstack([np.full((high, WIDTH, 3), ground, np.uint8) for _, high, ground in pieces])
    lines, start = [], 0
    for texts, high, _ in pieces:
        for at, text in enumerate(texts):
            top = start + 60 + at * min(75, (high - 100) // len(texts))
            em = 40 if text in HEADINGS else 24
            left = (WIDTH - em * len(text)) // 2 if em > 24 else 60
            lines.append(line(text, (left, top), len(image), em))
            image[top : top + em, left : left + em * len(text) : 3] = 60
        start += high
    return image, lines


def line(text: str, place: tuple[int, int], height: int, em: int) -> TextLine:
    left, right = place[0] / WIDTH, min(0.95, (place[0] + em * len(text)) / WIDTH)
    y0, y1 = place[1] / height, (place[1] + em) / height
    return TextLine(quad=((left, y0), (right, y0), (right, y1), (left, y1)), text=text, score=0.99)


HEADINGS = (CERTIFICATE[0], RECORD[0], MONTHS[0])
GAP: Piece = ((), 60, GREY)


@pytest.mark.parametrize(
    ("pieces", "ends"),
    [
        pytest.param([(FRONT, 540, BLUE), GAP, (BACK, 540, BLUE), GAP, (CERTIFICATE, 1000, WHITE)], (570, 1170), id="stitched"),
        pytest.param([(FRONT, 540, BLUE), (CERTIFICATE, 1000, WHITE)], (540,), id="without a gap"),
        pytest.param([(FRONT, 540, BLUE), GAP, (BUBBLE, 300, WHITE), GAP, (CERTIFICATE, 1000, WHITE)], (570, 930), id="a chat"),
        pytest.param([(CERTIFICATE, 900, WHITE), (PROSE, 900, WHITE)], (), id="one long certificate"),
        pytest.param([(CERTIFICATE, 900, WHITE), GAP, (PROSE, 900, WHITE)], (), id="a paper, and nothing known below it"),
        pytest.param([(RECORD, 700, WHITE), GAP, (MONTHS, 800, WHITE)], (), id="sections of one paper, each with a heading"),
        pytest.param([(CERTIFICATE, 560, WHITE), GAP] * 3, (590, 1210), id="three papers of one kind"),
        pytest.param([(FRONT, 540, BLUE), GAP, (BACK, 540, BLUE)], (), id="not a tall page"),
    ],
)
def test_papers_below_one_another(pieces: list[Piece], ends: tuple[int, ...]) -> None:
    image, lines = page_of(*pieces)
    found = papers_below_one_another(image, lines)
    borders = [round(one.bottom * len(image)) for one in found]
    assert borders == pytest.approx([*ends, len(image)] if ends else [], abs=90)
    assert [one.top for one in found[1:]] == [one.bottom for one in found[:-1]]


def part(
    top: float, bottom: float, document: Document, paper: float
) -> tuple[Placement, tuple[PageEvidence, tuple[Document, ...]]]:
    """A view of a page 720 wide and 2000 high, with one document, a line, a patch of glare and a red trace in its middle."""
    view = level_view(np.zeros((2000, WIDTH, 3), np.uint8), top, bottom)
    height, width = view.image.shape[:2]
    middle = (0.4, 0.4, 0.6, 0.6)
    page = PageEvidence(
        number=1,
        width_px=width,
        height_px=height,
        lines=(TextLine(quad=((0.4, 0.4), (0.6, 0.4), (0.6, 0.6), (0.4, 0.6)), text=document.title, score=1.0),),
        flaws=(Flaw(kind="glare", box=middle, strength=paper),),
        traces=(Trace(color="red", box=middle, wide_em=5, high_em=5, squares=20),),
    )
    matrix = [float(value) for value in view.fractions_to_page.ravel()]
    region = ((0.0, top), (1.0, top), (1.0, bottom), (0.0, bottom))
    placed = {"to_page": matrix, "region": region, "sheet": {"page": page, "print_lines": [0]}}
    return Placement(ViewEvidence.model_validate(placed)), (page, (document,))


def document(kind: str, value: str) -> Document:
    field = FieldReading(value=value, confidence=0.99, page=1, box=(0.4, 0.4, 0.6, 0.6))
    return Document.model_validate({"type": kind, "pages": (1,), "confidence": 0.9, "title": value, "fields": {"name": field}})


def test_what_is_seen_of_each_paper_lies_on_the_page_where_it_is() -> None:
    whole = PageEvidence(number=1, width_px=WIDTH, height_px=2000)
    upper, lower = document("business_license", "样例科技"), document("termination_certificate", "离职证明")
    page, documents = together(whole, [part(0.0, 0.25, upper, 0.5), part(0.25, 1.0, lower, 0.7)])
    assert [one.box for one in documents] == [pytest.approx((0, 0, 1, 0.25)), pytest.approx((0, 0.25, 1, 1))]
    values = [one.fields["name"].box or WHOLE for one in documents]
    for boxes in (values, [one.box for one in page.lines], [one.box for one in page.flaws], _boxes(page.traces)):
        assert np.allclose(boxes, [(0.4, 0.1, 0.6, 0.15), (0.4, 0.55, 0.6, 0.7)])


def _boxes(traces: tuple[Trace, ...] | None) -> list[Box]:
    return [trace.box for trace in traces or ()]


@pytest.mark.parametrize(("bottom", "kinds"), [(0.05, ["id_card"]), (0.4, ["unknown", "id_card"])])
def test_a_line_of_a_chat_is_no_paper_and_a_photo_that_shows_none_may_be(bottom: float, kinds: list[str]) -> None:
    whole = PageEvidence(number=1, width_px=WIDTH, height_px=2000)
    parts = [part(0.0, bottom, document("unknown", ""), 0.5), part(bottom, 1.0, document("id_card", "王芳"), 0.5)]
    assert [one.type for one in together(whole, parts)[1]] == kinds
