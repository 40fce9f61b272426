"""What may hide print: glare, things that lie over it, the frame that cuts it off, a shadow's edge; or a blank page.

All of it is measured on the page made small (``extractors.page.look``), in levels of 0..255 and shares of its sides.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.evidence import Flaw, TextLine
from extractors.page.ink import InkLayers
from extractors.page.look import PRINT_PX, Look

BLOWN_FROM: Final = 249
"""Least level of all three channels that is blown out; JPEG takes a level or two away from white."""
PAPER_BELOW: Final = 242.0
"""Paper brighter than this is white by itself (a scan): no highlight can be told from it."""
_GLARE_SHARE: Final = 0.0006
_MOST_GLARE: Final = 0.25
"""Shares of the page from and up to which a blown patch is glare: less is a grain of dust, more an over-exposed picture."""
_AMONG_TEXT: Final = 0.5
"""Share of a patch that lies among the lines, or near them: what gleams on the desk hides nothing."""
_VISIBLE: Final = 40
"""Levels by which print is darker than the paper around it, on the small picture, to be visible at a glance."""
_PRINT_WITHIN: Final = 0.05
"""Share of the text's usual print from which a blown patch is paper in bright light: 0.18 and 0.26 there, 0 under a lamp."""
_PLAIN_GLARE: Final = 0.004
"""Share of the page from which a patch of glare hides words for certain."""
_FOREIGN: Final = 16.0
"""Distance (CIE a*b*) from which a thing has another colour than the paper: skin measured 20..40, shadows below 10."""
_COVERED_SHARE: Final = 0.008
_PLAINLY_COVERED: Final = 0.03
"""Shares of the text's part of the page from which a bay is no crooked edge, and from which it hides words for certain."""
_SHEET_LIGHT: Final = 0.6
"""Share of the light where text stands that all of the sheet has; a dark desk in the paper's own tint has less."""
_FRAME_PX: Final = 1.5
_SHADOW_STEP: Final = 0.25
"""Share of its light that the paper loses within ``_SHADOW_PX`` at a shadow's edge."""
_SHADOW_PX: Final = 12
_INKED: Final = 185
_BLANK_SHARE: Final = 0.0004
"""Levels (of the paper's 255) below which a pixel is inked, and the share of inked pixels below which a page is blank: a single
line of print on A4 inks 0.001; bleeding from the other side stays above 200."""
_PALE: Final = 8.0
_PALE_WITHIN_PX: Final = 1.5
"""By how many levels the palest strokes are darker than their paper, smoothed over so many pixels, which leaves no noise."""
_MARGIN: Final = 0.05
"""Share of a page at each edge where a scanner leaves its black rims."""


def find_flaws(look: Look, ink: InkLayers, lines: Sequence[TextLine]) -> tuple[Flaw, ...]:
    """Return what may hide print on a page with these lines."""
    if not lines:
        return (*_glare(look), *_blank(ink))
    return (*_glare(look), *_covered(look), *_cut_off(ink, lines), *_shadow(look))


def _glare(look: Look) -> Iterator[Flaw]:
    """Blown patches wider than print, on paper that is not white."""
    if look.paper >= PAPER_BELOW:
        return
    blown = (look.small.min(axis=2) >= BLOWN_FROM).astype(np.uint8)
    if float(blown.mean()) < _GLARE_SHARE:
        return
    patches = cv2.morphologyEx(blown, cv2.MORPH_OPEN, np.ones((PRINT_PX, PRINT_PX), np.uint8))
    near = cv2.dilate(look.text.astype(np.uint8), np.ones((2 * PRINT_PX, 2 * PRINT_PX), np.uint8)) > 0
    for patch in _patches(np.asarray(patches, dtype=np.uint8)):
        share = float(patch.mean())
        among = not look.text.any() or near[patch > 0].mean() > _AMONG_TEXT
        if _GLARE_SHARE <= share <= _MOST_GLARE and among and not (_shows_print(patch, look) or _is_cut_out(patch, look)):
            yield Flaw(kind="glare", box=look.box(patch), strength=round(min(1.0, share / _PLAIN_GLARE), 2))


def _shows_print(patch: NDArray[np.uint8], look: Look) -> bool:
    """Whether print stands within a blown patch as it does elsewhere: then the paper is blown out, and nothing is hidden."""
    side = 3 * PRINT_PX
    with_rim = cv2.copyMakeBorder(patch, side, side, side, side, cv2.BORDER_CONSTANT)
    closed = cv2.morphologyEx(with_rim, cv2.MORPH_CLOSE, np.ones((side, side), np.uint8))[side:-side, side:-side] > 0
    within = closed & look.text
    if not within.any():
        return False
    marks = look.bare.min(axis=2).astype(np.int16) - look.small.min(axis=2) >= _VISIBLE
    return float(marks[within].mean()) >= _PRINT_WITHIN * float(marks[look.text].mean()) > 0


def _is_cut_out(patch: NDArray[np.uint8], look: Look) -> bool:
    """Whether a white patch ends as sharply as what is drawn: a lamp's reflection fades into the paper around it."""
    inner, outer = (cv2.dilate(patch, np.ones((2 * far + 1, 2 * far + 1), np.uint8)) for far in _RIM_PX)
    rim = look.small.min(axis=2)[(outer > 0) & (inner == 0)]
    fading = rim > look.paper + _FADING * (BLOWN_FROM - look.paper)
    return bool(rim.size) and float(fading.mean()) <= _STRAY


_RIM_PX: Final = (1, 3)
"""From and to how many pixels around a patch its rim lies, on the small picture."""
_FADING: Final = 0.25
_STRAY: Final = 0.1
"""How far between the paper and white a pixel of a fading rim is, and the share of such pixels around a patch that is drawn."""


def _covered(look: Look) -> Iterator[Flaw]:
    """Things of another colour than the paper that reach from the frame into the sheet: bays in its outline."""
    if not look.text.any():
        return
    lab = cv2.cvtColor(look.bare, cv2.COLOR_BGR2LAB).astype(np.float32)
    colour = np.median(lab[look.text][:, 1:], axis=0)
    ground = np.ones((PRINT_PX, PRINT_PX), np.uint8)
    foreign = (np.hypot(lab[..., 1] - colour[0], lab[..., 2] - colour[1]) >= _FOREIGN).astype(np.uint8)
    foreign = np.asarray(cv2.morphologyEx(foreign, cv2.MORPH_OPEN, ground), dtype=np.uint8)
    sheet = _outline_of_sheet(foreign, look)
    for patch in _patches(foreign):
        if not _touches_frame(patch):
            continue
        inside = cv2.morphologyEx(patch & sheet, cv2.MORPH_OPEN, ground)
        for bay in _patches(np.asarray(inside, dtype=np.uint8)):
            share = float(bay.sum()) / float(look.text.sum())
            if share >= _COVERED_SHARE:
                yield Flaw(kind="covered", box=look.box(bay), strength=round(min(1.0, share / _PLAINLY_COVERED), 2))


def _outline_of_sheet(foreign: NDArray[np.uint8], look: Look) -> NDArray[np.uint8]:
    """The convex outline of the paper that the lines stand on."""
    light = look.bare.max(axis=2)
    paper = (foreign == 0) & (light >= _SHEET_LIGHT * float(np.median(light[look.text])))
    paper = cv2.morphologyEx(paper.astype(np.uint8), cv2.MORPH_OPEN, np.ones((PRINT_PX, PRINT_PX), np.uint8))
    _, labels = cv2.connectedComponents(np.asarray(paper, dtype=np.uint8))
    under = labels[look.text & (paper > 0)]
    sheet = (labels == np.bincount(under).argmax()).astype(np.uint8) if under.size else look.text.astype(np.uint8)
    outline = np.zeros_like(foreign)
    points = cv2.findNonZero(sheet)
    if points is not None:
        cv2.fillConvexPoly(outline, cv2.convexHull(points), (1.0,))
    return outline


def _patches(mask: NDArray[np.uint8]) -> Iterator[NDArray[np.uint8]]:
    count, labels = cv2.connectedComponents(mask)
    yield from ((labels == number).astype(np.uint8) for number in range(1, min(count, _MOST_PATCHES)))


_MOST_PATCHES: Final = 12


def _touches_frame(patch: NDArray[np.uint8]) -> bool:
    return bool(patch[0].any() or patch[-1].any() or patch[:, 0].any() or patch[:, -1].any())


def _cut_off(ink: InkLayers, lines: Sequence[TextLine]) -> Iterator[Flaw]:
    """Lines whose box ends at the frame."""
    height, width = ink.image.shape[:2]
    for line in lines:
        left, top, right, bottom = line.box
        rooms = (left * width, top * height, (1 - right) * width, (1 - bottom) * height)
        if min(rooms) < _FRAME_PX:
            yield Flaw(kind="cut_off", box=line.box, strength=1.0)


def _shadow(look: Look) -> Iterator[Flaw]:
    """Where the paper's light drops within a short way."""
    light = cv2.GaussianBlur(cv2.cvtColor(look.bare, cv2.COLOR_BGR2GRAY), (0, 0), _SHADOW_PX / 4).astype(np.float32) + 1
    steps = np.abs(np.log(light[_SHADOW_PX:, _SHADOW_PX:] / light[:-_SHADOW_PX, :-_SHADOW_PX]))
    inside = look.text[_SHADOW_PX:, _SHADOW_PX:] & look.text[:-_SHADOW_PX, :-_SHADOW_PX]
    edge = np.zeros(look.text.shape, dtype=np.uint8)
    edge[_SHADOW_PX:, _SHADOW_PX:] = inside & (steps >= _SHADOW_STEP)
    if edge.mean() > _BLANK_SHARE:
        strongest = float(np.quantile(steps[inside], 0.99))
        yield Flaw(kind="shadow", box=look.box(edge), strength=round(min(1.0, strongest), 2))


def _blank(ink: InkLayers) -> Iterator[Flaw]:
    """A page without lines and without ink; less plainly so where something pale may stand on it."""
    height, width = ink.level.shape[:2]
    down, across = round(height * _MARGIN), round(width * _MARGIN)
    middle = ink.level[down : height - down, across : width - across].min(axis=2)
    if float((middle < _INKED).mean()) < _BLANK_SHARE:
        smooth = cv2.GaussianBlur(middle, (0, 0), _PALE_WITHIN_PX)
        has_traces = float((smooth < np.median(smooth) - _PALE).mean()) >= _BLANK_SHARE
        yield Flaw(kind="blank", box=(0.0, 0.0, 1.0, 1.0), strength=0.5 if has_traces else 1.0)
