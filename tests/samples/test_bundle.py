"""Files made of pictures: turned and tagged photos, PDFs that are locked, scripted or thick."""

import io

import cv2
import numpy as np
import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageOps

from samples.bundle import Overlay, image_pdf, joined, jpeg, locked, padded, rendered, scripted, stamped_pdf
from samples.capture import Flat, Picture, Shot, photo, press, scan
from samples.textures import DESKS


def _page() -> Picture:
    """A white page with a dark mark in its upper left corner."""
    page = np.full((300, 200, 3), 255, dtype=np.uint8)
    cv2.rectangle(page, (10, 10), (60, 40), (0, 0, 0), -1)
    return page


@pytest.fixture
def pdf() -> bytes:
    """One scanned page."""
    return image_pdf([(_page(), 72.0)], 80)


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_tagged_photo_is_shown_upright(orientation: int) -> None:
    with Image.open(io.BytesIO(jpeg(_page(), 90, orientation))) as stored:
        shown = np.asarray(ImageOps.exif_transpose(stored))
    assert shown.shape == _page().shape
    assert shown[25, 30].max() < 60 < shown[-25, -30].min()


def test_a_locked_pdf_opens_with_its_password_only(pdf: bytes) -> None:
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(locked(pdf, "secret"))
    assert len(pypdfium2.PdfDocument(locked(pdf, "secret"), password="secret")) == 1


def test_a_scripted_pdf_shows_the_same_and_carries_javascript(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(scripted(pdf))) as opened:
        assert opened.Root.OpenAction.S == "/JavaScript"
    assert np.array_equal(rendered(scripted(pdf), 72.0)[0], rendered(pdf, 72.0)[0])


def test_pages_add_up(pdf: bytes) -> None:
    assert len(rendered(joined([pdf, pdf]), 20.0)) == len([pdf, pdf])
    assert len(rendered(padded(pdf, 9), 20.0)) == 9


def test_a_stamp_darkens_what_it_covers_and_hides_nothing() -> None:
    ink = np.full((40, 40, 4), (200, 30, 40, 200), dtype=np.uint8)
    stamped = press(Flat(_page(), 25.4), ink, (60.0, 40.0), 1.0).picture
    assert stamped[25, 50].max() < 10
    assert stamped[50, 70][2] > 150 > stamped[50, 70][1]


def test_a_stamp_on_a_digital_page_lies_where_it_was_put(pdf: bytes) -> None:
    ink = np.full((40, 40, 4), (200, 30, 40, 255), dtype=np.uint8)
    shown = rendered(stamped_pdf(pdf, [Overlay(ink, (40.0, 60.0), 4.0)]), 72.0)[0]
    x, y = (round(mm / 25.4 * 72) for mm in (40.0, 60.0))
    assert shown[y, x][2] > 150 > shown[y, x][1]
    assert shown[y, x + 40].min() > 240


@pytest.mark.parametrize("desk", range(DESKS))
def test_a_photo_shows_the_whole_page_on_any_desk(desk: int) -> None:
    picture = photo(Flat(_page(), 50.0), np.random.default_rng(desk), Shot(0.2, 0.85, desk)).picture
    assert picture.shape[0] > picture.shape[1]
    middle = picture[picture.shape[0] // 2, picture.shape[1] // 2]
    assert middle.min() > 100
    assert (picture.max(axis=2) < 60).sum() > 100


def test_a_scan_keeps_the_size_and_greys_on_request() -> None:
    picture = scan(Flat(_page(), 72.0), np.random.default_rng(1), grey=True).picture
    assert picture.shape == _page().shape
    assert np.array_equal(picture[..., 0], picture[..., 2])
