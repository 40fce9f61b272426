"""A page read as a whole, and the parts of it that are read once more, flat and at full resolution, where that may help."""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from extractors.documents.closer import place_of, reads_well, with_closer
from extractors.evidence import Box, Document, PageEvidence, TextLine
from extractors.ocr.engine import Image, PixelQuad
from extractors.page.inside import Real, inside
from extractors.page.lines import in_reading_order
from extractors.page.rectify import View, flat_view
from extractors.page.regions import regions_worth_a_look
from extractors.placed_back import codes_on_page, document_on_page, lines_on_page

Seen = tuple[PageEvidence, tuple[Document, ...]]
"""What was read on a page, and the documents there."""

ReadView = Callable[[View, int], tuple[View, Seen]]
"""Reads a view, with its page's number, as a page of its own. The view comes back as it was read: upright."""

CLEAR: Final = 0.85
"""Score (0..1) of a line that needs no closer look: print on cards that fill a tenth of the frame reads at 0.95 and more."""
WORDS: Final = 3
"""Characters of a line that may be part of a paper; stars and strokes of seals are read as one or two, badly."""
MOST_OF_IT: Final = 0.6
"""Share of a paper's values that a part of the page holds at least to be that paper."""


def look_closer(image: Image, seen: Seen, read_view: ReadView) -> Seen:
    """Return what was seen on an upright page (H×W×3 BGR), bettered by closer looks at parts of it."""
    for region in _unclear(image, seen):
        view, (part, documents) = read_view(flat_view(image, region), seen[0].number)
        bettered = with_closer(seen[1], [document_on_page(document, view) for document in documents])
        if bettered is not None:
            seen = _with_lines(seen[0], region, (part, view)), bettered
    return seen


def _unclear(image: Image, seen: Seen) -> list[Real]:
    """The parts of a page that are worth a look and were not read well already."""
    page, documents = seen
    regions = regions_worth_a_look(image, [_pixels(line, page) for line in page.lines])
    return [region for region in regions if not _is_clear(region, page, documents) and not _is_a_piece(region, page, documents)]


def _is_a_piece(region: Real, page: PageEvidence, documents: Sequence[Document]) -> bool:
    """Whether a region is but a piece of a paper that was recognised, such as a paragraph: it says less than the whole."""
    for document in documents:
        boxes = [field.box for field in document.fields.values() if field.box]
        held = [_middle_within(region, box, page) for box in boxes] if document.type != "unknown" else []
        if any(held) and sum(held) < MOST_OF_IT * len(held):
            return True
    return False


def _is_clear(region: Real, page: PageEvidence, documents: Sequence[Document]) -> bool:
    """Whether all that stands in a region was read for sure, as part of documents that lack nothing."""
    lines = [line for line in page.lines if len(line.text) >= WORDS and _within(line, region, page)]
    mine = [document for document in documents if _holds(region, document, page)]
    return bool(mine) and all(reads_well(document) for document in mine) and all(line.score >= CLEAR for line in lines)


def _holds(region: Real, document: Document, page: PageEvidence) -> bool:
    return _middle_within(region, place_of(document), page)


def _middle_within(region: Real, box: Box, page: PageEvidence) -> bool:
    left, top, right, bottom = box
    middle = np.array([[(left + right) / 2 * page.width_px, (top + bottom) / 2 * page.height_px]])
    return bool(inside(region[None], middle)[0, 0])


def _with_lines(page: PageEvidence, region: Real, closer: tuple[PageEvidence, View]) -> PageEvidence:
    """A page with the lines of a region as they were read closer, and the codes that were found there."""
    part, view = closer
    outside = [line for line in page.lines if not _within(line, region, page)]
    known = {code.text for code in page.codes}
    codes = [code for code in codes_on_page(part, view) if code.text not in known]
    lines = in_reading_order((*outside, *lines_on_page(part, view)))
    return page.model_copy(update={"lines": lines, "codes": (*page.codes, *codes)})


def _within(line: TextLine, region: Real, page: PageEvidence) -> bool:
    middle = np.array(_pixels(line, page)).mean(axis=0)
    return bool(inside(region[None], middle[None])[0, 0])


def _pixels(line: TextLine, page: PageEvidence) -> PixelQuad:
    corners = [(x * page.width_px, y * page.height_px) for x, y in line.quad]
    return (corners[0], corners[1], corners[2], corners[3])
