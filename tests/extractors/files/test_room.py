"""Large pictures get room in memory; the pages are the same."""

import pytest
from PIL import Image

from extractors.files import open_file
from extractors.files.room import LARGE_PX, with_room
from tests.extractors.files.encoded import several
from tests.extractors.files.papers import picture_bytes

LARGE = Image.new("1", (5000, LARGE_PX // 5000 + 1), 1)


@pytest.mark.parametrize(
    ("data", "pages", "rests"),
    [
        (picture_bytes(Image.new("1", (50, 40), 1), "PNG"), 1, 0),
        (picture_bytes(LARGE, "PNG"), 1, 2),
        (several([LARGE, LARGE], "TIFF", compression="group4"), 2, 3),
        (picture_bytes(LARGE, "PNG")[:-40], 0, 1),
    ],
    ids=["small", "large", "two large pages", "large and cut off"],
)
def test_the_engine_rests_around_large_pages_alone(data: bytes, pages: int, rests: int) -> None:
    rested: list[str] = []
    opened = open_file(data)
    shown = list(with_room(opened, lambda: rested.append("once")))
    assert (len(shown), len(rested)) == (pages, rests)
    assert all(page.image.min() == 255 for page in shown)
