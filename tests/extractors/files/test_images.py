"""Pictures become the page that a viewer would show."""

import struct
import zlib
from io import BytesIO

import numpy as np
import pytest
from PIL import Image
from pillow_heif import from_pillow

from extractors.files import DEFAULT_LIMITS, FileLimits, OpenedFile, RawPage, open_file
from tests.extractors.files.papers import picture_bytes

RED, WHITE, GREY = (200, 30, 30), (255, 255, 255), (128, 128, 128)


def walked(data: bytes, limits: FileLimits = DEFAULT_LIMITS) -> tuple[OpenedFile, list[RawPage]]:
    opened = open_file(data, limits)
    return opened, list(opened.pages)


def quarters() -> Image.Image:
    """A landscape picture whose left third is red."""
    image = Image.new("RGB", (48, 32), WHITE)
    image.paste(RED, (0, 0, 16, 32))
    return image


def noise(width: int = 160, height: int = 120) -> Image.Image:
    return Image.fromarray(np.random.default_rng(7).integers(0, 256, (height, width, 3), dtype=np.uint8))


def rgb_at(page: RawPage, x: int, y: int) -> tuple[int, ...]:
    return tuple(int(level) for level in page.image[y, x, ::-1])


@pytest.mark.parametrize("picture_format", ["JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF"])
def test_every_format_gives_one_page_in_its_colours(picture_format: str) -> None:
    opened, pages = walked(picture_bytes(quarters(), picture_format))
    assert (opened.format, opened.page_count, opened.problems) == (picture_format.lower(), 1, ())
    assert pages[0].image.shape == (32, 48, 3)
    assert rgb_at(pages[0], 5, 16) == pytest.approx(RED, abs=12)
    assert rgb_at(pages[0], 40, 16) == pytest.approx(WHITE, abs=12)


def test_heic() -> None:
    written = BytesIO()
    from_pillow(noise()).save(written, quality=90)
    opened, pages = walked(written.getvalue())
    assert (opened.format, opened.problems, pages[0].image.shape) == ("heic", (), (120, 160, 3))


@pytest.mark.parametrize("picture_format", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize(
    ("orientation", "stored_turn"),
    [
        (1, None),
        (2, Image.Transpose.FLIP_LEFT_RIGHT),
        (3, Image.Transpose.ROTATE_180),
        (4, Image.Transpose.FLIP_TOP_BOTTOM),
        (5, Image.Transpose.TRANSPOSE),
        (6, Image.Transpose.ROTATE_90),
        (7, Image.Transpose.TRANSVERSE),
        (8, Image.Transpose.ROTATE_270),
    ],
)
def test_exif_orientation_is_applied(picture_format: str, orientation: int, stored_turn: Image.Transpose | None) -> None:
    upright = quarters()
    upright.paste((20, 20, 200), (32, 0, 48, 8))
    stored = upright if stored_turn is None else upright.transpose(stored_turn)
    exif = Image.Exif()
    exif[0x0112] = orientation
    _, pages = walked(picture_bytes(stored, picture_format, exif=exif.tobytes()))
    difference = np.abs(pages[0].image[:, :, ::-1].astype(int) - np.asarray(upright))
    assert difference.mean() < 6


@pytest.mark.parametrize(
    ("image", "picture_format", "expected"),
    [
        (Image.new("L", (8, 8), 128), "PNG", GREY),
        (Image.new("1", (8, 8), 1), "TIFF", WHITE),
        (Image.new("P", (8, 8), 0).convert("RGB").quantize(4), "PNG", (0, 0, 0)),
        (Image.new("CMYK", (8, 8), (0, 0, 0, 127)), "JPEG", GREY),
        (Image.new("RGBA", (8, 8), (0, 0, 0, 0)), "PNG", WHITE),
        (Image.new("RGBA", (8, 8), (0, 0, 0, 127)), "PNG", GREY),
        (Image.new("LA", (8, 8), (0, 0)), "PNG", WHITE),
        (Image.fromarray(np.full((8, 8), 32896, np.uint16)), "PNG", GREY),
        (Image.fromarray(np.full((8, 8), 2056, np.uint16)), "TIFF", GREY),
        (Image.fromarray(np.full((8, 8), 0.5, np.float32)), "TIFF", GREY),
    ],
    ids=["grey", "bilevel", "palette", "cmyk", "clear", "half clear", "clear grey", "16 bit", "12 bit in 16", "floating point"],
)
def test_every_colour_mode_is_shown_as_a_viewer_would(
    image: Image.Image, picture_format: str, expected: tuple[int, int, int]
) -> None:
    _, pages = walked(picture_bytes(image, picture_format))
    assert rgb_at(pages[0], 4, 4) == pytest.approx(expected, abs=3)


def test_pages_of_a_tiff_without_its_thumbnail() -> None:
    frames = [Image.new("RGB", (20, 10), colour) for colour in (RED, WHITE, GREY)]
    frames[1].encoderinfo = {"tiffinfo": {254: 1}}
    written = BytesIO()
    frames[0].save(written, "TIFF", save_all=True, append_images=frames[1:])
    opened, pages = walked(written.getvalue())
    assert opened.page_count == 2
    assert [(page.number, rgb_at(page, 5, 5)) for page in pages] == [(1, RED), (2, GREY)]


def test_first_frame_of_an_animation() -> None:
    written = BytesIO()
    Image.new("RGB", (20, 10), RED).save(written, "GIF", save_all=True, append_images=[Image.new("RGB", (20, 10), WHITE)])
    opened, pages = walked(written.getvalue())
    assert (opened.page_count, rgb_at(pages[0], 5, 5)) == (1, RED)


def test_too_many_pages_are_not_read() -> None:
    frames = [Image.new("L", (4, 4)) for _ in range(5)]
    written = BytesIO()
    frames[0].save(written, "TIFF", save_all=True, append_images=frames[1:])
    opened, pages = walked(written.getvalue(), FileLimits(max_pages=4))
    assert [problem.kind for problem in opened.problems] == ["too_many_pages"]
    assert pages == []


def bomb(side: int) -> bytes:
    """A PNG of some hundred bytes that declares side × side pixels."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [12_000, 60_000, 2_000_000_000])
def test_pixel_bombs_are_seen_in_the_header(side: int) -> None:
    opened, pages = walked(bomb(side))
    assert [problem.kind for problem in opened.problems] == ["pixel_bomb"]
    assert pages == []


@pytest.mark.parametrize("picture_format", ["JPEG", "PNG", "TIFF"])
def test_large_pictures_are_shrunk(picture_format: str) -> None:
    _, pages = walked(picture_bytes(quarters().resize((480, 320)), picture_format), FileLimits(max_page_pixels=40_000))
    assert pages[0].image.shape == (160, 240, 3)
    assert rgb_at(pages[0], 20, 80) == pytest.approx(RED, abs=12)


@pytest.mark.parametrize("picture_format", ["JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_cut_off_pictures_are_corrupt(picture_format: str, share: float) -> None:
    data = picture_bytes(noise(), picture_format)
    opened, pages = walked(data[: int(len(data) * share)])
    assert [problem.kind for problem in opened.problems] == ["corrupt"]
    assert pages == []


@pytest.mark.parametrize("change", [lambda data: data[:-2], lambda data: data[:-1], lambda data: data + b"appended" * 99])
def test_a_jpeg_without_its_end_mark_or_with_more_behind_it_is_whole(change: object) -> None:
    assert callable(change)
    opened, pages = walked(change(picture_bytes(noise(), "JPEG")))
    assert opened.problems == ()
    assert len(pages) == 1


def test_a_damaged_page_among_good_ones() -> None:
    frames = [noise(), noise(), noise()]
    written = BytesIO()
    frames[0].save(written, "TIFF", save_all=True, append_images=frames[1:], compression="tiff_lzw")
    data = bytearray(written.getvalue())
    middle = len(data) // 2
    data[middle - 4000 : middle + 4000] = bytes(8000)
    opened, pages = walked(bytes(data))
    assert [(problem.kind, problem.page) for problem in opened.problems] == [("corrupt", 2)]
    assert [page.number for page in pages] == [1, 3]


def test_a_picture_a_little_too_large_loses_little() -> None:
    _, (page,) = walked(picture_bytes(quarters().resize((600, 400)), "PNG"), FileLimits(max_page_pixels=200_000))
    assert 190_000 < page.image.shape[0] * page.image.shape[1] <= 200_000
    assert page.shown_px == (600, 400)
