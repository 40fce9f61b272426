"""PDF text is believed only where a person would see it."""

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from extractors.evidence import TextLine
from extractors.files import open_file
from tests.extractors.files.papers import Sheet, pdf_bytes, show

BODY = show("离职证明", 200, 750, 20) + show("兹证明张三于2024年5月31日离职")
DATE = show("2024年5月31日", 300, 300)
FRAME = "0.5 w 60 690 400 24 re S 160 690 m 160 714 l S\n"
GREY_FILL = "0.9 g 60 690 400 24 re f 0 g\n"
WHITE_COVER = "1 g 150 696 30 16 re f 0 g\n"
OUTLINED = "0.8 w " + "".join(f"{90 + 15 * i} 400 m {96 + 15 * i} 411 l {102 + 15 * i} 400 l s " for i in range(8)) + "\n"
RED_SEAL = "0.85 0.1 0.1 RG 3 w 300 280 m 360 280 360 340 300 340 c 240 340 240 280 300 280 c S 0 G\n"


def read(*sheets: Sheet) -> list[tuple[TextLine, ...] | None]:
    return [page.text for page in open_file(pdf_bytes(*sheets)).pages]


def said(sheet: Sheet) -> list[str] | None:
    (lines,) = read(sheet)
    return None if lines is None else [line.text for line in lines]


BODY_TEXT = ["离职证明", "兹证明张三于2024年5月31日离职"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (BODY, BODY_TEXT),
        (FRAME + BODY, BODY_TEXT),
        (GREY_FILL + BODY, BODY_TEXT),
        (BODY + DATE + RED_SEAL, [*BODY_TEXT, "2024年5月31日"]),
        (BODY + BODY, BODY_TEXT),
        (BODY + show("李四", 700, 400), BODY_TEXT),
        (show("王五", 300, 700) + show("李四", 72, 700), ["李四", "王五"]),
        (show("张三", 72, 700) + show("离职", 96, 700), ["张三离职"]),
        ("0.8 g " + show("离职"), ["离职"]),
        (f"q 1 0 0 1 0 0 cm {BODY} Q", BODY_TEXT),
    ],
    ids=["plain", "ruled", "shaded", "sealed", "drawn twice", "outside", "cells", "runs", "pale", "nested state"],
)
def test_what_shows_is_read_line_by_line(content: str, expected: list[str]) -> None:
    assert said(Sheet(content)) == expected


@pytest.mark.parametrize(
    "content",
    [
        BODY + WHITE_COVER,
        BODY + "1 g " + show("李四", 72, 500),
        BODY + show("李四", 72, 500).replace("BT", "BT 3 Tr"),
        BODY + "q 0 0 9 9 re W n " + show("李四", 72, 500) + "Q",
        BODY + "q /Clear gs " + show("李四", 72, 500) + "Q",
        BODY + show("李四", 72, 500, size=1.5),
        BODY + show("李四", 108, 700),
        BODY + OUTLINED,
        show("2024", 72, 700),
        "",
    ],
    ids=["covered", "white", "invisible", "clipped", "clear", "tiny", "two in one place", "outlined text beside",
         "no Chinese", "blank"],
)  # fmt: skip
def test_a_page_that_shows_other_things_than_its_text_is_read_from_its_pixels(content: str) -> None:
    assert said(Sheet(content)) is None


def test_a_picture_on_the_page_is_read_from_the_pixels() -> None:
    def add_picture(pdf: Pdf) -> None:
        image = Stream(pdf, bytes((40 * (x ^ y)) % 256 for y in range(80) for x in range(128)))
        image.stream_dict = Dictionary(
            Type=Name.XObject, Subtype=Name.Image, Width=128, Height=80, ColorSpace=Name.DeviceGray, BitsPerComponent=8
        )
        pdf.pages[0].obj.Resources.XObject = Dictionary(Im=pdf.make_indirect(image))

    data = pdf_bytes(Sheet(BODY + "q 200 0 0 100 72 300 cm /Im Do Q"), change=add_picture)
    assert [page.text for page in open_file(data).pages] == [None]


def test_text_inside_a_form_object_is_read() -> None:
    def wrap(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        form = Stream(pdf, BODY.encode())
        form.stream_dict = Dictionary(
            Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 595, 842]), Resources=page.Resources,
            Matrix=Array([1, 0, 0, 1, 0, -100]),
        )  # fmt: skip
        page.Resources = Dictionary(XObject=Dictionary(Fm=pdf.make_indirect(form)))

    (page,) = open_file(pdf_bytes(Sheet("/Fm Do"), change=wrap)).pages
    assert page.text is not None
    assert [line.text for line in page.text] == BODY_TEXT
    assert page.text[0].box[1] == pytest.approx((842 - 650 - 0.88 * 20) / 842, abs=0.002)


def test_a_font_that_does_not_say_what_its_shapes_mean() -> None:
    def forget(pdf: Pdf) -> None:
        del pdf.pages[0].obj.Resources.Font.F1.ToUnicode

    assert [page.text for page in open_file(pdf_bytes(Sheet(BODY), change=forget)).pages] == [None]


@pytest.mark.parametrize(
    ("entries", "box"),
    [
        ((), (72 / 595, (842 - 700 - 0.88 * 12) / 842, 108 / 595, (842 - 700 + 0.12 * 12) / 842)),
        (
            (("/CropBox", Array([50, 600, 350, 800])),),
            (22 / 300, (100 - 0.88 * 12) / 200, 58 / 300, (100 + 0.12 * 12) / 200),
        ),
    ],
    ids=["whole page", "crop box"],
)
def test_lines_lie_where_they_are_drawn(entries: tuple[tuple[str, object], ...], box: tuple[float, ...]) -> None:
    (lines,) = read(Sheet(show("离职证"), entries))
    assert lines is not None
    assert lines[0].box == pytest.approx(box, abs=0.002)
    assert (lines[0].source, lines[0].score) == ("pdf_text", 1.0)


def test_a_page_turned_by_its_own_entry_is_read_where_that_sets_it_upright() -> None:
    sideways = f"q 0 1 -1 0 595 0 cm {show('离职证明', 100, 500)} Q"
    upright, lying = (Sheet(sideways, (("/Rotate", turn),)) for turn in (90, 0))
    (lines,), (none,) = read(upright), read(lying)
    assert none is None
    assert lines is not None
    assert [line.text for line in lines] == ["离职证明"]
    assert lines[0].box[2] - lines[0].box[0] == pytest.approx(48 / 842, abs=0.002)


def test_a_slanted_watermark_keeps_its_direction() -> None:
    watermark = f"q 0.8 g 0.7071 0.7071 -0.7071 0.7071 200 300 cm {show('张三', 0, 0, 20)} Q\n"
    (lines,) = read(Sheet(BODY + watermark))
    assert lines is not None
    slanted = lines[-1]
    assert slanted.text == "张三"
    (left, top), (right, other_top) = slanted.quad[0], slanted.quad[1]
    assert right > left
    assert other_top < top
