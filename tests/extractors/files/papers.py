"""Small PDFs and pictures built in memory. The PDFs bring their own font, so that they look the same on every machine."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PIL import Image

A4 = (595.0, 842.0)
LETTERS = "兹证明张三于年月日离职电话某有限公司李四王五0123456789"
"""The characters that the font knows. Each is drawn as a frame with a bar of its own height."""

_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def "
    "1 begincodespacerange <00> <FF> endcodespacerange "
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One PDF page: what is drawn on it, and the entries of its page dictionary that are not the usual ones."""

    content: str = ""
    entries: tuple[tuple[str, object], ...] = ()


def show(text: str, x: float = 72, y: float = 700, size: float = 12) -> str:
    """The operators that write a line of text."""
    codes = "".join(f"{LETTERS.index(char) + 1:02X}" for char in text)
    return f"BT /F1 {size} Tf {x} {y} Td <{codes}> Tj ET\n"


def pdf_bytes(
    *sheets: Sheet, change: Callable[[Pdf], None] | None = None, encryption: pikepdf.Encryption | None = None
) -> bytes:
    """Build a PDF of these pages; ``change`` may add to it before it is saved."""
    pdf = Pdf.new()
    font = pdf.make_indirect(_font(pdf))
    for sheet in sheets:
        page = Dictionary(
            Type=Name.Page,
            MediaBox=Array([0, 0, *A4]),
            Resources=Dictionary(Font=Dictionary(F1=font), ExtGState=Dictionary(Clear=Dictionary(ca=0, CA=0))),
            Contents=Stream(pdf, sheet.content.encode()),
        )
        for key, value in sheet.entries:
            page[key] = value
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    if change is not None:
        change(pdf)
    written = BytesIO()
    pdf.save(written, encryption=encryption or False)
    return written.getvalue()


def picture_bytes(image: Image.Image, picture_format: str, **options: object) -> bytes:
    """Encode a picture."""
    written = BytesIO()
    image.save(written, picture_format, **options)
    return written.getvalue()


def _font(pdf: Pdf) -> Dictionary:
    names = [f"/g{code}" for code in range(1, len(LETTERS) + 1)]
    shapes = {name: Stream(pdf, _shape(index)) for index, name in enumerate(names)}
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, -120, 1000, 880]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        FirstChar=1,
        LastChar=len(LETTERS),
        Widths=Array([1000] * len(LETTERS)),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([1, *(Name(name) for name in names)])),
        CharProcs=Dictionary(shapes),
        Resources=Dictionary(),
        ToUnicode=Stream(pdf, _unicode_map()),
    )


def _shape(index: int) -> bytes:
    bar = 20 * index
    return (
        b"1000 0 0 -120 1000 880 d1 60 -80 880 80 re 60 760 880 80 re 60 -80 80 920 re 860 -80 80 920 re "
        + f"60 {bar} 880 60 re f".encode()
    )


def _unicode_map() -> bytes:
    pairs = " ".join(f"<{code:02X}> <{ord(char):04X}>" for code, char in enumerate(LETTERS, start=1))
    return f"{_CMAP_HEAD} {len(LETTERS)} beginbfchar {pairs} endbfchar endcmap end end".encode()
