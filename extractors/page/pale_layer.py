"""A page without the layer that a watermark lies in, so that the lines which it crosses can be read through it.

The detector takes a line that a slanting watermark crosses for one with it, or for none. Red ink is lifted for the same reason
(:mod:`extractors.page.ink`). A watermark is one tone: what is paler than it, or as pale, goes. A dark one of another colour is
pale in one of the channels: a blue one in blue.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.boxes import overlap, shared_of_smaller
from extractors.evidence import TextLine
from extractors.ocr.engine import Image

LIFTED_SHARE: Final = 0.35
"""Of the contrast of a page's strong print: what is paler is lifted. Pale watermarks have up to 0.18 of it, pencil half."""
_WHITE: Final = 255
_SAME: Final = 0.3
"""Share of the smaller of two lines' boxes that they have in common if they are one."""
_VERY_SAME: Final = 0.6
"""Share of both lines' boxes together that they have in common if neither has a part that the other lacks."""
_STRIP_PX: Final = 24
"""Lines are looked at in squares of this side, one character each: where print crosses a watermark is in few of them."""
_STROKE: Final = 0.05
"""Which of a square's pixels, from the darkest on, stands for its strokes: thin ones cover a tenth of it."""
_PAPER: Final = 235
"""Level (0..255) of a square's middle pixel on paper; a desk around it is darker and tells nothing."""
_DARK: Final = 0.1
"""Which of the print's squares, from the darkest on, stands for it: labels are paler than values, and
ornaments are taken for print."""
_MOST_SQUARES: Final = 40
"""Squares of a line that are looked at."""
_USUAL: Final = 0.8
"""Share of the best channel's distance from which the darkest one serves as well: in it, coloured print stays."""
_BETWEEN: Final = 0.4
"""Where between the watermark's strokes (0) and the print's (1) pixels are parted: its own darkest are a little darker."""
_WIDER: Final = 1.1
"""How many times as large as its box a watermark's line is taken to be."""
_LEAST_APART: Final = 30
"""Levels (0..255) by which print is darker than the watermark, at least, for one to be lifted off the other."""
_EDGE_PX: Final = 1
"""Pixels around print that stay as they are: the pale edges of its strokes are part of them."""


@dataclass(frozen=True, slots=True)
class PaleLayer:
    """What is lifted from a levelled page: all that is brighter than ``limit`` (0..255) in a channel.

    ``channel``: 0, 1, 2 for blue, green, red; 3 for the darkest of them. ``deep``: a second limit, which holds where the
    watermark's lines were seen: elsewhere thin print is as pale.
    """

    limit: float
    channel: int = 3
    deep: float = _WHITE


def print_contrast(lines: Sequence[TextLine]) -> float:
    """The contrast (0..1) of a page's print: of its middle line; 0 where none was measured."""
    measured = [line.legibility.contrast for line in lines if line.layer == "print" and line.legibility is not None]
    return median(measured) if measured else 0.0


def pale_layer(level: Image, lines: Sequence[TextLine]) -> PaleLayer | None:
    """The layer of a page's watermark; None where it has none. ``level``: the page with its paper white (H×W×3 BGR).

    It ends at a share of the print's contrast, or deeper where the watermark's lines are darker.
    """
    contrast = print_contrast(lines)
    mark = _strokes(level, [line for line in lines if line.layer == "watermark"], 0.5)
    if not contrast or mark is None:
        return None
    pale = PaleLayer(_WHITE * (1 - LIFTED_SHARE * contrast))
    if mark[pale.channel] >= pale.limit:
        return pale
    print_ = [line for line in lines if line.layer == "print"]
    dark, usual = (_strokes(level, print_, rank) for rank in (_DARK, 0.5))
    return pale if dark is None or usual is None else _deeper(mark, dark, usual)


def _deeper(mark: NDArray[np.float64], dark: NDArray[np.float64], usual: NDArray[np.float64]) -> PaleLayer | None:
    """The layer down to a dark watermark, in the channel that parts it best from the print; None where none does.

    ``dark`` and ``usual`` are the print's darkest and its usual strokes.
    """
    apart = mark - dark
    channel = 3 if apart[3] >= _USUAL * apart.max() else int(apart.argmax())
    if apart[channel] < _LEAST_APART:
        return None
    limit = float(mark[channel] - _BETWEEN * apart[channel])
    if mark[channel] - usual[channel] >= _LEAST_APART:
        return PaleLayer(limit, channel)
    return PaleLayer(float(max(mark[channel], usual[channel]) + _WHITE) / 2, channel, limit)


def _strokes(level: Image, lines: Sequence[TextLine], rank: float) -> NDArray[np.float64] | None:
    """How bright the strokes of some lines are in each channel of :class:`PaleLayer`, by the square of this ``rank`` (0..1,
    from the darkest on); None where none lies on paper."""
    squares = [square for line in lines for square in _squares(level, line)]
    strokes = [np.quantile(square, _STROKE, axis=0) for square in squares if np.median(square[:, 3]) >= _PAPER]
    return np.asarray(np.quantile(np.stack(strokes), rank, axis=0), dtype=np.float64) if strokes else None


def _squares(level: Image, line: TextLine) -> Iterator[NDArray[np.uint8]]:
    """A line laid level and cut in squares: pixels × the channels of :class:`PaleLayer`."""
    corners = (np.array(line.quad) * (level.shape[1], level.shape[0])).astype(np.float32)
    high = float(np.linalg.norm(corners[3] - corners[0]))
    wide = float(np.linalg.norm(corners[1] - corners[0]))
    if min(high, wide) < 1:
        return
    size = (max(1, min(_MOST_SQUARES, round(wide / high))) * _STRIP_PX, _STRIP_PX)
    target = np.array([(0, 0), (size[0], 0), (0, size[1])], dtype=np.float32)
    strip = cv2.warpAffine(level, cv2.getAffineTransform(corners[[0, 1, 3]], target), size, flags=cv2.INTER_AREA)
    for left in range(0, size[0], _STRIP_PX):
        square = strip[:, left : left + _STRIP_PX].reshape(-1, 3)
        yield np.column_stack([square, square.min(axis=1)])


def without_pale(level: Image, layer: PaleLayer, lines: Sequence[TextLine]) -> Image:
    """The levelled page with a layer's pixels set to white, those at the edges of print aside. ``lines``: the page's."""
    seen = level.min(axis=2) if layer.channel == 3 else level[:, :, layer.channel]  # noqa: PLR2004 - the darkest
    dark = (seen <= layer.limit).astype(np.uint8)
    if layer.deep < layer.limit:
        dark[(seen > layer.deep) & (_under(lines, level.shape) > 0)] = 0
    kept = cv2.dilate(dark, np.ones((2 * _EDGE_PX + 1, 2 * _EDGE_PX + 1), np.uint8))
    lifted = level.copy()
    lifted[kept == 0] = _WHITE
    return lifted


def _under(lines: Sequence[TextLine], shape: tuple[int, ...]) -> NDArray[np.uint8]:
    """Where a watermark's lines lie, a little more than their boxes."""
    mask = np.zeros(shape[:2], np.uint8)
    for line in lines:
        if line.layer == "watermark":
            corners = np.array(line.quad) * (shape[1], shape[0])
            middle = corners.mean(axis=0)
            cv2.fillConvexPoly(mask, (middle + (corners - middle) * _WIDER).astype(np.int32), (1.0,))
    return mask


def with_lines_through(read: Sequence[TextLine], again: Sequence[TextLine]) -> tuple[TextLine, ...]:
    """The lines of a page read with and without its pale layer: those without, and what was read nowhere else.

    The watermark's own lines stay as they were read, and so do lines that it does not cross, if they were read as surely, and
    those under a stamp of which the second reading has only a part.
    """
    clear = _clear(read, again)
    again = [line for line in again if not any(overlap(line.box, other.box) >= _VERY_SAME for other in clear)]
    marks = [line for line in read if line.layer == "watermark"]
    stamped = [line for line in read if line.colour_text is not None and line.layer != "watermark"]
    whole = [line for line in stamped if any(_is_part(other, line) for other in again)]
    kept = [line for line in read if line.layer != "watermark" and not any(_is_same(line, other) for other in again)]
    return (*(line for line in again if not any(_is_part(line, other) for other in whole)), *whole, *kept, *marks)


def _clear(read: Sequence[TextLine], again: Sequence[TextLine]) -> list[TextLine]:
    """Lines of the first reading that no mark crosses and that the second one, whose strokes are thinner, read no better."""
    marks = [np.array(line.quad, np.float32) for line in read if line.layer == "watermark"]
    print_ = [line for line in read if line.layer == "print" and not any(_crosses(mark, line) for mark in marks)]
    return [
        line
        for line in print_
        if any(overlap(line.box, other.box) >= _VERY_SAME and line.score >= other.score for other in again)
    ]


def _crosses(mark: NDArray[np.float32], line: TextLine) -> bool:
    shared, _ = cv2.intersectConvexConvex(mark, np.array(line.quad, np.float32))
    return shared > 0


def _is_part(line: TextLine, whole: TextLine) -> bool:
    return len(line.text) < len(whole.text) and line.text in whole.text and _is_same(line, whole)


def _is_same(line: TextLine, other: TextLine) -> bool:
    return shared_of_smaller(line.box, other.box) >= _SAME
