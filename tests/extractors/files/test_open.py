"""Any bytes give an opened file whose pages can be walked, within the limits."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pillow_heif import from_pillow

from extractors.files import FileLimits, open_file
from tests.extractors.files.papers import Sheet, pdf_bytes, picture_bytes, show

LIMITS = FileLimits(max_bytes=200_000, max_pages=4, max_pixels=1_000_000, max_page_pixels=100_000, max_render_side_px=200)


def _heic() -> bytes:
    written = BytesIO()
    from_pillow(Image.linear_gradient("L").convert("RGB").resize((64, 64))).save(written)
    return written.getvalue()


GRADIENT = Image.linear_gradient("L").convert("RGB").resize((60, 40))
WHOLE_FILES = {
    **{name: picture_bytes(GRADIENT, name) for name in ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF")},
    "HEIC": _heic(),
    "PDF": pdf_bytes(Sheet(show("离职证明")), Sheet(show("张三"))),
}


def walk(data: bytes) -> None:
    """Open, read every page, and hold what is promised."""
    opened = open_file(data, LIMITS)
    pages = list(opened.pages)
    assert pages or opened.problems
    assert len(pages) <= LIMITS.max_pages
    for page in pages:
        assert page.image.ndim == 3
        assert page.image.dtype == "uint8"
        assert 0 < page.image.shape[0] * page.image.shape[1] <= LIMITS.max_page_pixels


@given(st.binary(max_size=2000))
def test_any_bytes(data: bytes) -> None:
    walk(data)


@settings(deadline=None, max_examples=300)
@given(
    st.sampled_from(sorted(WHOLE_FILES)),
    st.lists(st.tuples(st.integers(0, 10_000), st.binary(min_size=1, max_size=8)), max_size=6),
    st.integers(0, 10_000),
)
def test_damaged_files(name: str, wounds: list[tuple[int, bytes]], cut: int) -> None:
    damaged = bytearray(WHOLE_FILES[name])
    for place, patch in wounds:
        at = place % len(damaged)
        damaged[at : at + len(patch)] = patch
    walk(bytes(damaged[: max(1, len(damaged) - cut % 100)]))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b"\xff\xd8\xff" + bytes(200_000), "too_large"),
        (b"PK\x03\x04word/document.xml", "unsupported"),
        (bytes(5000), "corrupt"),
    ],
)
def test_files_that_are_turned_away_unopened(data: bytes, kind: str) -> None:
    opened = open_file(data, LIMITS)
    assert [problem.kind for problem in opened.problems] == [kind]
    assert list(opened.pages) == []


def test_a_file_larger_than_allowed_still_says_what_it_is() -> None:
    opened = open_file(b"%PDF-1.7" + bytes(200_000), LIMITS)
    assert (opened.format, [problem.kind for problem in opened.problems]) == ("pdf", ["too_large"])
