"""Text whose font a PDF does not bring is drawn with the package's own, and what cannot be drawn is said."""

from collections.abc import Callable
from io import BytesIO

import numpy as np
import pytest
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from extractors.files import RawPage, open_file
from extractors.files.pdf_fonts import outline

SAID = "离职证明"
SIZE, LEFT, BASELINE, PAGE_HEIGHT = 40, 72, 700, 842
PX = 200 / 72

Font = Callable[[Pdf], Dictionary]


def two_bytes(name: str, encoding: str, ordering: str = "GB1", unicode_map: str = "", kind: str = "/CIDFontType2") -> Font:
    """A Chinese font that the file names and does not bring."""

    def made(pdf: Pdf) -> Dictionary:
        inner = Dictionary(
            Type=Name.Font, Subtype=Name(kind), BaseFont=Name(f"/{name}"), DW=1000,
            CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=ordering.encode(), Supplement=2),
            FontDescriptor=Dictionary(
                Type=Name.FontDescriptor, FontName=Name(f"/{name}"), Flags=6, FontBBox=Array([0, -141, 1000, 859]),
                ItalicAngle=0, Ascent=859, Descent=-141, CapHeight=683, StemV=80,
            ),
        )  # fmt: skip
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=Name(f"/{name}"), Encoding=Name(f"/{encoding}"),
            DescendantFonts=Array([inner]),
        )  # fmt: skip
        if unicode_map:
            font.ToUnicode = pdf.make_stream(unicode_map.encode())
        return font

    return made


def written(font: Font, codes: str, before: str = "", more: Callable[[Pdf, Dictionary], None] | None = None) -> bytes:
    """A page with one line in that font; ``before`` are operators before it."""
    pdf = Pdf.new()
    content = f"q {before} BT /F1 {SIZE} Tf {LEFT} {BASELINE} Td <{codes}> Tj ET Q"
    resources = Dictionary(Font=Dictionary(F1=pdf.make_indirect(font(pdf))))
    if more is not None:
        more(pdf, resources)
    page = Dictionary(
        Type=Name.Page, MediaBox=Array([0, 0, 595, PAGE_HEIGHT]), Resources=resources, Contents=Stream(pdf, content.encode())
    )
    pdf.pages.append(Page(pdf.make_indirect(page)))
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()


def opened(data: bytes) -> tuple[RawPage, list[str]]:
    """The page, and the kinds of problems that its file has."""
    file = open_file(data)
    (page,) = file.pages
    return page, [problem.kind for problem in file.problems]


def ink(page: RawPage, column: int) -> tuple[float, ...]:
    """The rectangle around the ink of one character of the line, in em from its start on the baseline, y down."""
    left, top = round((LEFT + SIZE * column) * PX), round((PAGE_HEIGHT - BASELINE - SIZE) * PX)
    em = round(SIZE * PX)
    dark = page.image[top : top + round(1.3 * em), left : left + em].min(axis=2) < 128
    columns, rows = np.flatnonzero(dark.any(axis=0)), np.flatnonzero(dark.any(axis=1))
    return (columns[0] / em, rows[0] / em - 1, (columns[-1] + 1) / em, (rows[-1] + 1) / em - 1)


GBK, UNICODE = SAID.encode("gbk").hex(), SAID.encode("utf-16-be").hex()
CIDS = "08870E620F1E0AE1"
"""The four characters by their numbers in the Adobe-GB1 collection."""
PAIRS = " ".join(f"<{at:04X}> <{ord(char):04X}>" for at, char in enumerate(SAID, start=7))
BY_GLYPH = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def 1 begincodespacerange <0000> <FFFF> "
    f"endcodespacerange {len(SAID)} beginbfchar {PAIRS} endbfchar endcmap end end"
)


@pytest.mark.parametrize(
    ("font", "codes"),
    [
        (two_bytes("SimSun", "GBK-EUC-H"), GBK),
        (two_bytes("KaiTi_GB2312", "UniGB-UCS2-H"), UNICODE),
        (two_bytes("SimHei", "GBK-EUC-H", kind="/CIDFontType0"), GBK),
        (two_bytes("MicrosoftYaHei", "Identity-H", "Identity", BY_GLYPH), "000700080009000A"),
    ],
    ids=["SimSun", "KaiTi", "SimHei", "YaHei by glyph, with a map"],
)
def test_chinese_text_without_its_font_is_drawn_with_the_package_font_and_read(font: Font, codes: str) -> None:
    """The outlines are those of the package's font and of no other, so no font of the system had a part in it."""
    page, problems = opened(written(font, codes))
    assert problems == []
    assert [line.text for line in page.text or ()] == [SAID]
    for column, char in enumerate(SAID):
        assert ink(page, column) == pytest.approx(outline(char), abs=0.03)


def test_text_by_the_numbers_of_a_known_collection_is_drawn_and_read() -> None:
    page, problems = opened(written(two_bytes("FangSong", "Identity-H"), CIDS))
    assert problems == []
    (line,) = page.text or ()
    for column, char in enumerate(line.text):
        assert ink(page, column) == pytest.approx(outline(char), abs=0.03)


def test_latin_and_chinese_fonts_of_a_form_are_drawn_without_being_in_the_file() -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    made = BytesIO()
    canvas = Canvas(made)
    canvas.setFont("Helvetica", 14)
    canvas.drawString(72, 700, "HR-F-021 Rev. C")
    canvas.setFont("STSong-Light", 14)
    canvas.drawString(72, 650, "兹证明张三于2024年5月31日离职")
    canvas.save()
    page, problems = opened(made.getvalue())
    assert ([line.text for line in page.text or ()], problems) == (["HR-F-021 Rev. C", "兹证明张三于2024年5月31日离职"], [])


@pytest.mark.parametrize(
    ("font", "codes"),
    [
        (two_bytes("SimSun", "GBK-EUC-H"), "离囍".encode("gbk").hex()),
        (two_bytes("MSung", "ETen-B5-H", "CNS1"), "離職".encode("big5").hex()),
        (two_bytes("MicrosoftYaHei", "Identity-H", "Identity"), "010101020103"),
    ],
    ids=["a character that the package's font lacks", "another script", "glyphs of a font that nobody has"],
)
def test_text_that_cannot_be_shown_is_said(font: Font, codes: str) -> None:
    page, problems = opened(written(font, codes))
    assert (page.text, problems) == (None, ["font_missing"])


def _picture_over(pdf: Pdf, resources: Dictionary) -> None:
    image = Stream(pdf, bytes((x * y) % 251 for y in range(80) for x in range(80)))
    image.stream_dict = Dictionary(
        Type=Name.XObject, Subtype=Name.Image, Width=80, Height=80, ColorSpace=Name.DeviceGray, BitsPerComponent=8
    )
    resources.XObject = Dictionary(Im=pdf.make_indirect(image))


OVER_A_SCAN = "q 595 0 0 842 0 0 cm /Im Do Q "


@pytest.mark.parametrize(
    "data",
    [
        written(two_bytes("SimSun", "GBK-EUC-H"), "囍".encode("gbk").hex(), "3 Tr"),
        written(two_bytes("MicrosoftYaHei", "Identity-H", "Identity"), "01010102", OVER_A_SCAN, _picture_over),
        written(two_bytes("SimSun", "GBK-EUC-H"), GBK, "1 g"),
    ],
    ids=["invisible", "over a scan", "white"],
)
def test_text_that_is_not_meant_to_be_seen_lacks_no_font(data: bytes) -> None:
    assert opened(data)[1] == []


def test_a_font_that_the_file_brings_lacks_nothing() -> None:
    def shapes(pdf: Pdf) -> Dictionary:
        glyph: Object = pdf.make_stream(b"1000 0 0 0 900 900 d1 0 0 900 900 re f")
        return Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 1000, 1000]),
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), FirstChar=1, LastChar=1, Widths=Array([1000]),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([1, Name.g1])), CharProcs=Dictionary(g1=glyph),
            Resources=Dictionary(),
        )  # fmt: skip

    assert opened(written(shapes, "01"))[1] == []
