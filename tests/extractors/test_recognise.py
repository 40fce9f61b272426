"""Documents come from sheets alone, the same ones as when the pixels were there; what a pen filled in is never sure."""

import pytest

from extractors.evidence import FieldReading, PageEvidence, TextLine
from extractors.looks import RememberedPixels, RememberingPixels
from extractors.recognise import recognise
from extractors.sheets import Look, Measure, SheetEvidence
from tests.extractors.documents.lines import sheet as lines_of
from validators.doubts import certainty_of

WITH_A_LOST_DAY = lines_of(
    "# 离职证明",
    "姓名：王芳",
    "离职日期：2024年5月",
    "> 样例科技有限公司",
    "> 2024年6月3日",
)
CARD = ("姓名 王芳", "性别 女 民族 汉", "公民身份号码 110199199003070113")


class SeesTheDay:
    """Reads the whole day in every strip, in a pen's ink on a rule."""

    def look_again(self, box: tuple[float, float, float, float]) -> tuple[TextLine, ...]:
        return ()

    def read_strip(self, box: tuple[float, float, float, float]) -> TextLine | None:
        x0, y0, x1, y1 = box
        return TextLine(quad=((x0, y0), (x1, y0), (x1, y1), (x0, y1)), text="2024年5月31日", score=0.99)

    def measure(self, box: tuple[float, float, float, float]) -> Measure:
        return Measure(box=box, by_pen=True, ruled=True)


def sheet_of(lines: tuple[TextLine, ...], **more: object) -> SheetEvidence:
    page = PageEvidence(number=1, width_px=1000, height_px=1400, lines=lines)
    return SheetEvidence.model_validate({"page": page, "print_lines": range(len(lines)), **more})


def test_what_was_seen_with_pixels_is_found_without_them() -> None:
    sheet = sheet_of(WITH_A_LOST_DAY.lines)
    pixels = RememberingPixels(SeesTheDay())
    with_pixels = recognise(sheet, pixels)
    assert with_pixels[0].fields["separation_date"].value == "2024-05-31"
    kept = sheet.model_copy(update={"looks": tuple(pixels.looks), "measures": tuple(pixels.measures)})
    stored = SheetEvidence.model_validate_json(kept.model_dump_json())
    assert recognise(stored, RememberedPixels(stored)) == with_pixels


def test_a_place_that_nobody_looked_at_shows_nothing_more() -> None:
    sheet = sheet_of(WITH_A_LOST_DAY.lines)
    (document,) = recognise(sheet, RememberedPixels(sheet))
    assert document.fields["separation_date"].value == "2024-05"


def test_what_a_pen_filled_in_sends_nobody_away() -> None:
    sheet = sheet_of(lines_of("# 离职证明", "姓名：王芳", "离职日期：2024年5月31日", "> 样例科技有限公司").lines)
    (document,) = recognise(sheet, SeesTheDay())
    day: FieldReading = document.fields["separation_date"]
    assert day.handwritten
    assert certainty_of(day) < 0.9


@pytest.mark.parametrize(
    ("box", "seen"), [((0.1, 0.1, 0.5, 0.2), True), ((0.11, 0.1, 0.5, 0.2), True), ((0.3, 0.1, 0.9, 0.2), False)]
)
def test_a_look_answers_for_its_own_place(box: tuple[float, float, float, float], *, seen: bool) -> None:
    line = TextLine(quad=((0.1, 0.1), (0.5, 0.1), (0.5, 0.2), (0.1, 0.2)), text="2024", score=0.9)
    sheet = sheet_of((), looks=[Look(kind="strip", box=(0.1, 0.1, 0.5, 0.2), lines=(line,))])
    assert (RememberedPixels(sheet).read_strip(box) is not None) is seen
