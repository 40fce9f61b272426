"""One page, sent in every format there is, is the page that was drawn; what is read of none says so."""

from collections.abc import Callable

import pytest
from PIL import Image

from extractors.files import FileLimits, open_file
from tests.extractors.files.encoded import deep, deep_grey, heic, interlaced, several, ycck
from tests.extractors.files.page_picture import SIZE, TOLERANCE, clear_page, difference, drawn_page
from tests.extractors.files.papers import picture_bytes

PAGE = drawn_page()
GREY, BILEVEL = PAGE.convert("L"), PAGE.convert("1", dither=Image.Dither.NONE)
OTHER = PAGE.transpose(Image.Transpose.ROTATE_180)
CLEAR = clear_page()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (picture_bytes(PAGE, "JPEG", progressive=True), PAGE),
        (picture_bytes(GREY, "JPEG"), GREY),
        (picture_bytes(PAGE.convert("CMYK"), "JPEG"), PAGE),
        (ycck(PAGE), PAGE),
        (several([PAGE, PAGE.resize((50, 30))], "MPO"), PAGE),
        (heic(PAGE), PAGE),
        (heic(PAGE, bits=10), PAGE),
        (heic(CLEAR), PAGE),
        (deep_grey(PAGE, "PNG"), GREY),
        (deep_grey(PAGE.point(lambda level: level // 4), "PNG"), GREY.point(lambda level: level // 4)),
        (deep(PAGE, ".png"), PAGE),
        (deep(PAGE.convert("RGBA"), ".png"), PAGE),
        (interlaced(PAGE), PAGE),
        (picture_bytes(PAGE.quantize(16), "PNG"), PAGE),
        (picture_bytes(PAGE.quantize(8), "PNG", transparency=PAGE.quantize(8).getpixel((100, 118))), PAGE),
        (picture_bytes(CLEAR, "PNG"), PAGE),
        (picture_bytes(CLEAR.convert("LA"), "PNG"), GREY),
        (picture_bytes(BILEVEL, "PNG"), BILEVEL),
        (picture_bytes(CLEAR, "WEBP", lossless=True), PAGE),
        (picture_bytes(PAGE, "BMP"), PAGE),
        (picture_bytes(BILEVEL, "BMP"), BILEVEL),
        (picture_bytes(PAGE, "TIFF", compression="jpeg"), PAGE),
        (picture_bytes(PAGE.convert("CMYK"), "TIFF"), PAGE),
        (picture_bytes(CLEAR, "TIFF"), PAGE),
        (picture_bytes(BILEVEL, "TIFF", compression="group3"), BILEVEL),
        (deep(PAGE, ".tiff"), PAGE),
        (deep_grey(PAGE, "TIFF"), GREY),
    ],
    ids=[
        "progressive",
        "grey JPEG",
        "CMYK JPEG",
        "YCCK JPEG",
        "MPO",
        "HEIC",
        "HEIC of 10 bits",
        "HEIC cut out",
        "PNG of 16 bits grey",
        "dark PNG of 16 bits grey",
        "PNG of 16 bits",
        "PNG of 16 bits with alpha",
        "interlaced PNG",
        "palette PNG",
        "palette PNG without its white",
        "PNG without paper",
        "grey PNG without paper",
        "bilevel PNG",
        "WebP without paper",
        "BMP",
        "bilevel BMP",
        "JPEG in TIFF",
        "CMYK TIFF",
        "TIFF without paper",
        "fax",
        "TIFF of 16 bits",
        "TIFF of 16 bits grey",
    ],
)
def test_the_page_is_the_one_that_was_drawn(data: bytes, expected: Image.Image) -> None:
    opened = open_file(data)
    pages = list(opened.pages)
    assert opened.problems == ()
    assert [difference(page.image, expected) for page in pages] == [pytest.approx(0, abs=TOLERANCE)]


@pytest.mark.parametrize("picture_format", ["GIF", "WEBP", "PNG"])
def test_an_animation_is_its_first_frame(picture_format: str) -> None:
    opened = open_file(several([PAGE, OTHER], picture_format))
    assert [difference(page.image, PAGE) for page in opened.pages] == [pytest.approx(0, abs=TOLERANCE)]
    assert (opened.page_count, opened.problems) == (1, ())


@pytest.mark.parametrize(
    ("compression", "as_sent"),
    [
        ("tiff_lzw", lambda page: page),
        ("tiff_adobe_deflate", lambda page: page),
        ("jpeg", lambda page: page),
        ("group4", lambda page: page.convert("1", dither=Image.Dither.NONE)),
    ],
)
def test_every_page_of_a_tiff(compression: str, as_sent: Callable[[Image.Image], Image.Image]) -> None:
    sent = [as_sent(page) for page in (PAGE, OTHER, PAGE)]
    pages = list(open_file(several(sent, "TIFF", compression=compression)).pages)
    assert [page.number for page in pages] == [1, 2, 3]
    for page, expected in zip(pages, sent, strict=True):
        assert difference(page.image, expected) < TOLERANCE


@pytest.mark.parametrize("picture_format", ["JPEG", "MPO"])
def test_a_large_photo_is_decoded_smaller_whatever_phones_add_to_it(picture_format: str) -> None:
    large = PAGE.resize((SIZE[0] * 4, SIZE[1] * 4))
    data = several([large, large], "MPO") if picture_format == "MPO" else picture_bytes(large, "JPEG")
    opened = open_file(data, FileLimits(max_page_pixels=SIZE[0] * SIZE[1]))
    assert opened.largest_px == large.width * large.height
    pages = list(opened.pages)
    assert [difference(page.image, PAGE) for page in pages] == [pytest.approx(0, abs=TOLERANCE)]
    assert [page.shown_px for page in pages] == [large.size]


@pytest.mark.parametrize("picture_format", ["JPEG", "PNG"])
def test_a_large_photo_held_sideways_keeps_its_size_as_shown(picture_format: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    data = picture_bytes(PAGE.resize((SIZE[0] * 4, SIZE[1] * 4)), picture_format, exif=exif.tobytes())
    (page,) = open_file(data, FileLimits(max_page_pixels=SIZE[0] * SIZE[1])).pages
    assert (page.image.shape[:2], page.shown_px) == (SIZE, (SIZE[1] * 4, SIZE[0] * 4))


@pytest.mark.parametrize(
    ("picture_format", "said"),
    [("AVIF", "AVIF 图片"), ("JPEG2000", "JPEG 2000 图片"), ("PPM", "无法识别的文件"), ("ICO", "无法识别的文件")],
)
def test_a_format_that_is_not_read_is_one_clear_problem(picture_format: str, said: str) -> None:
    opened = open_file(picture_bytes(PAGE, picture_format))
    assert list(opened.pages) == []
    assert [(problem.kind, problem.detail) for problem in opened.problems] == [("unsupported", said)]
