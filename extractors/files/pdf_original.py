"""What a page of a PDF says of itself where it is a digital original: its lines, and the rules and cells that part them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pypdfium2
from pdfplumber.page import Page

from extractors.evidence import TextLine
from extractors.files.opened import PageImage
from extractors.files.pdf_draw import Drawing, draw_without_text
from extractors.files.pdf_glyph import Glyph
from extractors.files.pdf_glyphs import glyphs_of
from extractors.files.pdf_missing_fonts import count_undrawn, may_be_undrawn
from extractors.files.pdf_pdfium_text import read_pdfium_glyphs
from extractors.files.pdf_plumber import characters_of, plumb
from extractors.files.pdf_projection import Projection, projection_of
from extractors.files.pdf_rules import Ruling, read_ruling
from extractors.files.pdf_text import says_more, visible_text

MAX_CHARACTERS = 10_000
"""Characters of one page. A page of small print has 5 000."""


@dataclass(frozen=True, slots=True)
class Original:
    """``lines``: None where the page must be read from its pixels; nothing is said of its ruling then.

    ``undrawn``: how many characters cannot be shown for want of their font.
    """

    lines: tuple[TextLine, ...] | None = None
    ruling: Ruling = field(default_factory=Ruling)
    undrawn: int = 0


def read_original(page: pypdfium2.PdfPage, image: PageImage, scale: float, plain: Callable[[], bytes | None]) -> Original:
    """Read a page drawn at ``scale`` pixels per point. It is spent afterwards: its text no longer draws.

    ``plain`` writes the page anew for pdfplumber, and is asked only where the page may be an original.
    """
    height, width = image.shape[:2]
    projection = projection_of(page, width, height)
    seen = read_pdfium_glyphs(page, projection)
    if not _may_be_original(seen):
        return Original()
    drawing = Drawing(image, draw_without_text(page, scale))
    undrawn = count_undrawn(seen, drawing)
    if undrawn or says_more(drawing.without_text):
        return Original(undrawn=undrawn)
    plumbed = _plumbed(plain)
    lines = visible_text(_glyphs(plumbed, seen, projection), drawing)
    if lines is None or plumbed is None:
        return Original(lines)
    return Original(lines, read_ruling(plumbed, drawing.without_text, projection))


def _may_be_original(seen: Sequence[Glyph]) -> bool:
    """Whether a page holds Chinese text, or text that may not show."""
    is_worth_it = any(may_be_undrawn(glyph) or (glyph.text.isalpha() and not glyph.text.isascii()) for glyph in seen)
    return is_worth_it and len(seen) <= MAX_CHARACTERS


def _plumbed(plain: Callable[[], bytes | None]) -> Page | None:
    written = plain()
    return plumb(written) if written is not None else None


def _glyphs(plumbed: Page | None, seen: Sequence[Glyph], projection: Projection) -> Sequence[Glyph]:
    """pdfplumber's characters, or PDFium's own where pdfplumber could not read the page."""
    characters = characters_of(plumbed) if plumbed is not None else None
    return seen if characters is None else glyphs_of(characters, seen, projection)
