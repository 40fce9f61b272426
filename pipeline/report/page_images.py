"""Pages as a reviewer sees them: opened once more, set upright, shrunk, as JPEG. Runs in a child process."""

from typing import Final, NamedTuple

import cv2

from extractors.evidence import FileEvidence
from extractors.files import open_file
from extractors.ocr.engine import Image
from extractors.page.orientation import Turn, turned

MAX_SIDE_PX: Final = 1500
"""Longest side of a page in a report: print of 8 points on A4 stays legible, 30 pages stay below 10 MB."""
JPEG_QUALITY: Final = 72


class PageImage(NamedTuple):
    """One page as JPEG."""

    number: int
    jpeg: bytes
    width_px: int
    height_px: int


class RenderTask(NamedTuple):
    """A file's content, and the clockwise turn that sets each of its pages upright."""

    content: bytes
    turns: tuple[tuple[int, Turn], ...]

    @classmethod
    def of(cls, content: bytes, evidence: FileEvidence) -> "RenderTask":
        """Return the task for a file that was read."""
        return cls(content, tuple((page.number, page.turned_degrees) for page in evidence.pages))


def render_pages(task: RenderTask) -> tuple[PageImage, ...]:
    """Return the pages that were read, upright."""
    turns = dict(task.turns)
    return tuple(
        _as_jpeg(page.number, turned(page.image, turns[page.number]))
        for page in open_file(task.content).pages
        if page.number in turns
    )


def _as_jpeg(number: int, image: Image) -> PageImage:
    height, width = image.shape[:2]
    scale = min(1.0, MAX_SIDE_PX / max(height, width))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    shrunk = cv2.resize(image, size, interpolation=cv2.INTER_AREA) if scale < 1 else image
    _, encoded = cv2.imencode(".jpg", shrunk, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
    return PageImage(number, encoded.tobytes(), *size)
