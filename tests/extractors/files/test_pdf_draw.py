"""How large a page is drawn: as its print needs it, and no larger than a page may be."""

import io

import pikepdf
import pypdfium2
import pytest

from extractors.files.limits import FileLimits
from extractors.files.pdf_draw import POINTS_PER_INCH, drawing_scale

A4 = (595.0, 842.0)


def drawn(size: tuple[float, float]) -> tuple[float, float]:
    """The dots per inch, and the pixels in millions, that an empty page of this size in points is drawn with."""
    pdf, data = pikepdf.new(), io.BytesIO()
    pdf.add_blank_page(page_size=size)
    pdf.save(data)
    scale = drawing_scale(pypdfium2.PdfDocument(data.getvalue())[0], FileLimits())
    assert scale is not None
    return scale * POINTS_PER_INCH, size[0] * size[1] * scale**2 / 1e6


@pytest.mark.parametrize("sheets", [1, 2, 3, 5, 8])
def test_sheets_below_one_another_stay_readable(sheets: int) -> None:
    density, pixels = drawn((A4[0], A4[1] * sheets))
    assert density >= 110, "10-point print is 15 px high"
    assert pixels <= FileLimits().max_page_pixels / 1e6


def test_a_poster_stays_small() -> None:
    density, pixels = drawn((2384.0, 3370.0))
    assert density < 60
    assert pixels < 5
