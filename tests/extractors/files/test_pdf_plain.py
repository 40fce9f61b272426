"""What is handed to pdfplumber is small, whatever the file asks for; a page that asks for more is no plain page."""

import zlib
from collections.abc import Callable

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from extractors.files import open_file
from extractors.files.pdf_plain import MAX_CONTENT_BYTES, PdfObjects
from extractors.files.pdf_plumber import characters_of, plumb
from tests.extractors.files.papers import Sheet, pdf_bytes, show

LINE = show("离职证明")


def plain(data: bytes) -> bytes | None:
    objects = PdfObjects(data)
    try:
        return objects.plain_page(1)
    finally:
        objects.close()


def read(page: bytes | None) -> str | None:
    plumbed = plumb(page) if page is not None else None
    characters = characters_of(plumbed) if plumbed is not None else None
    return None if characters is None else "".join(character.text for character in characters)


def font(pdf: Pdf) -> Object:
    return pdf.pages[0].obj.Resources.Font.F1


def _two_bytes(pdf: Pdf) -> Dictionary:
    """Turn the font into one of two-byte codes."""
    inner = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.SimSun, DW=1000,
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"GB1", Supplement=2),
    )  # fmt: skip
    outer = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.SimSun, Encoding=Name("/GBK-EUC-H"), DescendantFonts=Array([inner])
    )
    pdf.pages[0].obj.Resources.Font.F1 = pdf.make_indirect(outer)
    pdf.pages[0].obj.Contents = pdf.make_stream(f"BT /F1 12 Tf 72 700 Td <{'离职证明'.encode('gbk').hex()}> Tj ET".encode())
    return inner


def _packed(*filters: str) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        data = LINE.encode()
        for name in reversed(filters):
            data = {"/FlateDecode": zlib.compress, "/ASCIIHexDecode": lambda raw: raw.hex().encode() + b">"}[name](data)
        stream = Stream(pdf, b"")
        stream.write(data, filter=Array([Name(name) for name in filters]))
        pdf.pages[0].obj.Contents = pdf.make_indirect(stream)

    return change


def _in_pieces(pdf: Pdf) -> None:
    half = len(LINE) // 2
    pdf.pages[0].obj.Contents = Array([pdf.make_stream(part.encode()) for part in (LINE[:half], LINE[half:])])


def _with_picture(pdf: Pdf) -> None:
    image = Stream(pdf, bytes(300_000))
    image.stream_dict = Dictionary(
        Type=Name.XObject, Subtype=Name.Image, Width=1000, Height=300, ColorSpace=Name.DeviceGray, BitsPerComponent=8
    )
    pdf.pages[0].obj.Resources.XObject = Dictionary(Im=pdf.make_indirect(image))


def _by_reference(pdf: Pdf) -> None:
    outer = font(pdf)
    outer.FirstChar = pdf.make_indirect(Object.parse(b"1"))
    outer.FontBBox, outer.Widths = pdf.make_indirect(outer.FontBBox), pdf.make_indirect(outer.Widths)


@pytest.mark.parametrize(
    "change",
    [
        None, _packed("/FlateDecode"), _packed("/ASCIIHexDecode", "/FlateDecode"), _in_pieces, _with_picture, _by_reference,
        _two_bytes,
    ],
    ids=["as it is", "packed", "packed twice", "in pieces", "beside a picture", "by reference", "two-byte codes"],
)  # fmt: skip
def test_a_page_of_text_reads_the_same_and_is_small(change: Callable[[Pdf], object] | None) -> None:
    page = plain(pdf_bytes(Sheet(LINE), change=change))  # type: ignore[arg-type]  # what a change returns is nobody's concern
    assert page is not None
    assert read(page) == "离职证明"
    assert len(page) < 10_000


def _own_encoding(pdf: Pdf) -> None:
    _two_bytes(pdf)
    font(pdf).Encoding = pdf.make_stream(b"begincmap endcmap")


def _upright(pdf: Pdf) -> None:
    _two_bytes(pdf)
    font(pdf).Encoding = Name("/GBK-EUC-V")


def _endless_widths(pdf: Pdf) -> None:
    _two_bytes(pdf).W = Array([0, 99_999_999, 500])


def _endless_map(pdf: Pdf) -> None:
    font(pdf).ToUnicode.write(b"begincmap 1 beginbfrange <00000000> <ffffffff> <4e00> endbfrange endcmap")


def _long(pdf: Pdf) -> None:
    pdf.pages[0].obj.Contents = pdf.make_stream(LINE.encode() + b"0 0 m " * (MAX_CONTENT_BYTES // 6))


def _exploding(pdf: Pdf) -> None:
    _packed("/FlateDecode", "/FlateDecode")(pdf)
    bomb = zlib.compress(zlib.compress(LINE.encode() + bytes(30_000_000)))
    pdf.pages[0].obj.Contents.write(bomb, filter=Array([Name.FlateDecode, Name.FlateDecode]))


def _forms_in_forms(pdf: Pdf) -> None:
    form: Object | None = None
    for _ in range(6):
        stream = Stream(pdf, b"/X Do " * 40 if form is not None else LINE.encode())
        stream.stream_dict = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 595, 842]))
        stream.Resources = Dictionary(XObject=Dictionary(X=form)) if form is not None else Dictionary()
        form = pdf.make_indirect(stream)
    pdf.pages[0].obj.Resources.XObject = Dictionary(X=form)
    pdf.pages[0].obj.Contents = pdf.make_stream(b"/X Do")


def _form_in_itself(pdf: Pdf) -> None:
    stream = Stream(pdf, b"/X Do")
    stream.stream_dict = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 595, 842]))
    form = pdf.make_indirect(stream)
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    pdf.pages[0].obj.Resources.XObject = Dictionary(X=form)


def _inline_picture(pdf: Pdf) -> None:
    content = LINE.encode() + b"BI /W 1 /H 1 /BPC 8 /CS /G ID E EI"
    pdf.pages[0].obj.Contents = pdf.make_stream(content)


@pytest.mark.parametrize(
    "change",
    [
        _own_encoding, _upright, _endless_widths, _endless_map, _long, _exploding, _forms_in_forms, _form_in_itself,
        _inline_picture,
    ],
)  # fmt: skip
def test_a_page_that_asks_for_more_is_no_plain_page(change: Callable[[Pdf], None]) -> None:
    assert plain(pdf_bytes(Sheet(LINE), change=change)) is None


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n" + bytes(99), b"no pdf"])
def test_a_file_whose_objects_nobody_can_make_out_has_no_plain_page(data: bytes) -> None:
    assert plain(data) is None


def test_what_pdfplumber_cannot_read_is_read_by_pdfium() -> None:
    """The page keeps its text layer, character by character as before."""
    data = pdf_bytes(Sheet(LINE), change=_inline_picture)
    assert plain(data) is None
    (page,) = open_file(data).pages
    assert page.text is not None
    assert [line.text for line in page.text] == ["离职证明"]


@pytest.mark.parametrize(
    "page", [b"", b"%PDF-1.7", pdf_bytes(Sheet("BT /F1 12 Tf (\\"))], ids=["empty", "no objects", "broken"]
)
def test_pdfplumber_raises_nothing(page: bytes) -> None:
    assert read(page) in (None, "")
