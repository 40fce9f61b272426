"""PDF text is believed only where a person would see it."""

import math

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


def test_each_character_has_its_place_along_the_line() -> None:
    (lines,) = read(Sheet(show("离职", 72, 700) + show("证明", 106, 700)))
    assert lines is not None
    assert [(line.text, line.places) for line in lines] == [("离职证明", (103, 310, 690, 897))]


def respelled(pdf: Pdf) -> None:
    """Have the font say radicals for two everyday characters, as print-to-PDF programs do where a face draws both alike."""
    table = pdf.pages[0].obj.Resources.Font.F1.ToUnicode
    table.write(table.read_bytes().replace(b"<6708>", b"<2F49>").replace(b"<65E5>", b"<2F47>"))


def test_a_shape_that_is_mapped_to_a_radical_is_read_as_the_everyday_character() -> None:
    (page,) = open_file(pdf_bytes(Sheet(BODY), change=respelled)).pages
    assert page.text is not None
    assert [line.text for line in page.text] == BODY_TEXT
    assert page.text[1].box[2] == pytest.approx((72 + 18 * 12) / 595, abs=0.002)


def meant(text: str, char: str, as_written: str) -> str:
    """A line of which one character is spelled out beside the font, the way browsers do."""
    before, after = text.split(char)
    pieces = [before, char, after]
    shown = [show(piece, 4 * (72 + 12 * len("".join(pieces[:at]))), 2800, 48) for at, piece in enumerate(pieces)]
    shown[1] = f"/Span <</ActualText <FEFF{as_written.encode('utf-16-be').hex().upper()}> >> BDC\n{shown[1]}EMC\n"
    return f"q 0.25 0 0 0.25 0 0 cm {''.join(shown)} Q\n"


@pytest.mark.parametrize(
    ("radical", "as_written", "expected"),
    [(True, "月", "兹证明张三于5月离职"), (True, "朋", "兹证明张三于5朋离职"), (False, "李", None)],
    ids=["the everyday character of a radical", "another spelling of the shape", "another character"],
)
def test_what_a_shape_is_meant_to_be_counts_where_its_font_says_a_radical(
    radical: bool, as_written: str, expected: str | None
) -> None:
    """Of an everyday character nobody may say that it is meant to be another one."""

    def change(pdf: Pdf) -> None:
        if radical:
            respelled(pdf)

    data = pdf_bytes(Sheet(meant("兹证明张三于5月离职", "月", as_written)), change=change)
    (page,) = open_file(data).pages
    assert (page.text is None) == (expected is None)
    for line in page.text or ():
        assert line.text == expected
        assert line.box[2] == pytest.approx((72 + 10 * 12) / 595, abs=0.002)


def test_one_shape_that_stands_for_a_sentence_is_not_believed() -> None:
    def promise(pdf: Pdf) -> None:
        table = pdf.pages[0].obj.Resources.Font.F1.ToUnicode
        table.write(table.read_bytes().replace(b"<660E>", b"<660E5F204E09>"))

    assert [page.text for page in open_file(pdf_bytes(Sheet(BODY), change=promise)).pages] == [None]


def test_text_that_shows_and_is_in_no_text_layer_is_read_from_the_pixels() -> None:
    """A form object without its frame is drawn by one of the two readers and passed over by the other."""

    def hide(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        form = Stream(pdf, show("李四", 72, 500).encode())
        form.stream_dict = Dictionary(Type=Name.XObject, Subtype=Name.Form, Resources=Dictionary(Font=page.Resources.Font))
        page.Resources.XObject = Dictionary(Fm=pdf.make_indirect(form))

    assert [page.text for page in open_file(pdf_bytes(Sheet(BODY + "/Fm Do"), change=hide)).pages] == [None]


SLANT = "0.7071 0.7071 -0.7071 0.7071"


def slanted(text: str, x: int, y: int, operators: str = "0.8 g") -> str:
    return f"q {operators} {SLANT} {x} {y} cm {show(text, 0, 0, 20)} Q\n"


def layers(content: str) -> tuple[list[str], list[str]]:
    """What the print of a page says, and what its watermark."""
    (lines,) = read(Sheet(content))
    assert lines is not None
    return tuple([line.text for line in lines if line.layer == layer] for layer in ("print", "watermark"))  # type: ignore[return-value]  # of two


ALL_OVER = [(x, y) for x in (40, 200, 360) for y in range(60, 760, 90)]
TILED = "".join(slanted("某公司电话", x, y) for x, y in ALL_OVER)
LEVEL = "q 0.85 g " + "".join(show("某公司电话", x, y, 20) for x in (50, 190, 330) for y in range(65, 800, 45)) + "Q\n"
ACROSS = "q 0.6 g " + show("某公司电话", 80, 690, 40) + "Q\n"
PAPER = BODY + "".join(show("兹证明张三于2024年5月31日离职", 72, 660 - 30 * row) for row in range(6))
PAPER_TEXT = [BODY_TEXT[0], *[BODY_TEXT[1]] * 7]


@pytest.mark.parametrize(
    ("watermark", "copies"),
    [(TILED, len(ALL_OVER)), (LEVEL, 51), (ACROSS, 1)],
    ids=["slanted, more of it than print", "level and pale", "level and grey, across the print"],
)
@pytest.mark.parametrize("order", ["under", "over"])
def test_a_watermark_is_text_of_its_own(watermark: str, copies: int, order: str) -> None:
    said, marks = layers(watermark + PAPER if order == "under" else PAPER + watermark)
    assert said == PAPER_TEXT
    assert marks == ["某公司电话"] * copies


@pytest.mark.parametrize("colour", ["0.85 0.1 0.1 rg", "0.1 0.2 0.8 rg", "0.1 0.6 0.2 rg", "0.6 g"])
def test_print_in_colour_and_grey_labels_are_print(colour: str) -> None:
    said, marks = layers(PAPER + f"q {colour} {show('电话有限公司', 72, 300)} Q\n")
    assert (said[-1], marks) == ("电话有限公司", [])


def test_words_that_a_table_repeats_in_grey_are_print() -> None:
    cells = "".join(show("某公司电话", x, 400 - 20 * row) for x in (72, 300) for row in range(6))
    others = "".join(show("离职证明", 200, 400 - 20 * row) for row in range(6))
    said, marks = layers(PAPER + f"q 0.5 g {cells + others} Q\n")
    assert (len(said), marks) == (len(PAPER_TEXT) + 18, [])


def test_a_watermark_that_nobody_can_see_is_left_out() -> None:
    said, marks = layers(PAPER + slanted("李四", 300, 200, "1 g") + slanted("王五", 300, 300, "/Clear gs"))
    assert (said, marks) == (PAPER_TEXT, [])


def test_text_around_a_seal_is_left_to_the_seal() -> None:
    turns = [(math.cos(turn), math.sin(turn)) for turn in (math.radians(150 - 25 * at) for at in range(8))]
    ring = "".join(
        f"q 0.85 0.1 0.1 rg {y} {-x} {x} {y} {400 + 60 * x} {250 + 60 * y} cm {show(char, 0, 0, 14)} Q\n"
        for char, (x, y) in zip("某有限公司电话李", turns, strict=True)
    )
    assert layers(PAPER + ring) == (PAPER_TEXT, [])


def test_a_slanted_watermark_keeps_its_direction() -> None:
    watermark = f"q 0.8 g 0.7071 0.7071 -0.7071 0.7071 200 300 cm {show('张三', 0, 0, 20)} Q\n"
    (lines,) = read(Sheet(BODY + watermark))
    assert lines is not None
    mark = lines[-1]
    assert (mark.text, mark.layer) == ("张三", "watermark")
    (left, top), (right, other_top) = mark.quad[0], mark.quad[1]
    assert right > left
    assert other_top < top
