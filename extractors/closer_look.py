"""Parts of a page that are read once more, flat and at full resolution, where that may help."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from extractors.documents.closer import place_of, reads_well
from extractors.documents.joined_pages import OnPage
from extractors.evidence import Box, Document, PageEvidence, TextLine
from extractors.ocr.engine import Image, PixelQuad
from extractors.page.inside import Real, inside
from extractors.page.regions import regions_worth_a_look

CLEAR: Final = 0.85
"""Score (0..1) of a line that needs no closer look: print on cards that fill a tenth of the frame reads at 0.95 and more."""
WORDS: Final = 3
"""Characters of a line that may be part of a paper; stars and strokes of seals are read as one or two, badly."""
MOST_OF_IT: Final = 0.6
"""Share of a paper's values that a part of the page holds at least to be that paper."""


def unclear_regions(image: Image, seen: OnPage) -> tuple[Real, ...]:
    """The corners (4×2 pixels) of parts of an upright page (H×W×3) that are worth a look and were not read well already."""
    page, documents = seen
    size = np.array([image.shape[1], image.shape[0]], dtype=np.float64)
    regions = regions_worth_a_look(image, [_pixels(line, size) for line in page.lines])
    return tuple(
        region
        for region in regions
        if not _is_clear(region / size, page, documents) and not _is_a_piece(region / size, documents)
    )


def _is_a_piece(region: Real, documents: Sequence[Document]) -> bool:
    """Whether a region is but a piece of a paper that was recognised, such as a paragraph: it says less than the whole."""
    for document in documents:
        boxes = [field.box for field in document.fields.values() if field.box]
        held = [_holds_middle(region, box) for box in boxes] if document.type != "unknown" else []
        if any(held) and sum(held) < MOST_OF_IT * len(held):
            return True
    return False


def _is_clear(region: Real, page: PageEvidence, documents: Sequence[Document]) -> bool:
    """Whether all that stands in a region was read for sure, as part of documents that lack nothing."""
    lines = [line for line in page.lines if len(line.text) >= WORDS and _within(line, region)]
    mine = [document for document in documents if _holds_middle(region, place_of(document))]
    return bool(mine) and all(reads_well(document) for document in mine) and all(line.score >= CLEAR for line in lines)


def _holds_middle(region: Real, box: Box) -> bool:
    left, top, right, bottom = box
    return _holds(region, np.array([(left + right) / 2, (top + bottom) / 2]))


def _within(line: TextLine, region: Real) -> bool:
    return _holds(region, np.array(line.quad, dtype=np.float64).mean(axis=0))


def _holds(region: Real, point: Real) -> bool:
    return bool(inside(region[None], point[None])[0, 0])


def _pixels(line: TextLine, size: Real) -> PixelQuad:
    corners = [(float(x * size[0]), float(y * size[1])) for x, y in line.quad]
    return (corners[0], corners[1], corners[2], corners[3])
