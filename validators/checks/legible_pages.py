"""Pages so unclear that nobody can say what they are."""

from collections.abc import Iterator
from typing import Final

from extractors.evidence import PageEvidence
from validators.cards import Cards, sort_cards
from validators.case import Case, CaseFile
from validators.check import CannotTell, Check, Finds, Outcome, Outcomes, Passes
from validators.finding import Place
from validators.legibility import KINDS, OF_FLAW, LegibilityLimits, Strain, hiding, strain_of_print, unknown_pages_of
from validators.reasons import name_of
from validators.uploads import is_all_blank, is_met, is_spare


class PageLimits(LegibilityLimits):
    """When a page as a whole cannot be read, by ``python -m tests.bench.legibility``.

    ``widest_page_edge``: width of the plainest edges, in shares of the page's longer side, from which no print on a card or
    sheet that fills it is read. ``least_page_contrast``: contrast (0..1) of its plainest places, below which nothing is seen;
    ``darkest_paper``: brightness (0..1) of paper that is as good as black. ``sure_from``: score (0..1) of lines that were read,
    of which ``readable_chars`` characters make a page readable.
    """

    widest_page_edge: float = 0.0021
    least_page_contrast: float = 0.08
    darkest_paper: float = 0.05
    sure_from: float = 0.9
    readable_chars: int = 20


def run(case: Case, limits: PageLimits) -> Outcomes:
    """What is lacking is not on a page that nobody can read

    A page on which no paper was recognised, while one that is asked for is lacking: where by measure nothing on it can be
    read, another photo is asked for. Something that may hide a part of it is a doubt: it may be another paper, as a page full
    of print that was read is. A file that shows nothing but empty paper is sent back where it was to be what is lacking, and a
    note elsewhere: it is no paper, and an empty back of a sheet is nothing to speak of.
    Source: DOMAIN 6.2, 8.3 D01 D02.
    """
    cards = sort_cards(case, limits.requirements)
    for file, page in unknown_pages_of(case):
        yield _judge(file, page, limits) if _is_lacking(case, file, cards, limits) else Passes()
    for file in case.files:
        if is_all_blank(file):
            yield _blank(file, sent_back=file.slot is not None and _is_lacking(case, file, cards, limits))


def _is_lacking(case: Case, file: CaseFile, cards: Cards, limits: PageLimits) -> bool:
    """Whether something is lacking that a file in this slot may be, and that anybody is sent back for."""
    return not is_spare(case, file, limits.requirements) and any(
        not is_met(case, requirement, cards) and (file.slot is None or requirement.takes(file.slot))
        for requirement in limits.requirements
    )


def _judge(file: CaseFile, page: PageEvidence, limits: PageLimits) -> Outcome:
    words = {"wanted": name_of(file.slot or "some_paper"), "page": str(page.number)}
    place = Place(document="unknown", file=file.name, page=page.number)
    strain = max(_strains(page, limits), key=lambda strain: strain.amount)
    if strain.amount >= 1 and _chars_read(page, limits) < limits.readable_chars:
        return Finds(f"image.{strain.kind}/page", place, words=words, about=file.name)
    for flaw in hiding(page, limits):
        at = place.model_copy(update={"bbox": flaw.box})
        return CannotTell(f"image.{OF_FLAW[flaw.kind]}/page", "not_seen", at, words=words, about=file.name)
    return Passes()


def _blank(file: CaseFile, *, sent_back: bool) -> Outcome:
    pages = "、".join(str(page.number) for page in file.evidence.pages)
    words = {"wanted": name_of(file.slot if sent_back and file.slot else "some_paper"), "page": pages}
    reason = "image.blank" if sent_back else "image.blank/extra"
    return Finds(reason, Place(document="unknown", file=file.name, page=1), words=words, about=file.name)


def _strains(page: PageEvidence, limits: PageLimits) -> Iterator[Strain]:
    """How far the whole page is from being readable; of the print on it, most lines count."""
    measured = page.legibility
    if measured is None:
        return
    small = measured.height_px < _THUMBNAIL_PX
    contrast = max(measured.contrast, limits.least_page_contrast / 100)
    yield Strain("text_too_small" if small else "blurry", measured.edge / limits.widest_page_edge)
    yield Strain("overexposed" if measured.paper >= limits.white_from else "faint", limits.least_page_contrast / contrast)
    yield Strain("too_dark", limits.darkest_paper / max(measured.paper, limits.darkest_paper / 100))
    yield strain_of_print((line.legibility for line in page.printed), limits)


_THUMBNAIL_PX: Final = 500
"""Longer side below which the lines of a sheet are 8 px high at most."""


def _chars_read(page: PageEvidence, limits: PageLimits) -> int:
    return sum(len(line.text) for line in page.printed if line.score >= limits.sure_from)


CHECK = Check(
    run,
    PageLimits,
    rules=("D01", "D02"),
    reasons=("image.blank", "image.blank/extra", *(f"image.{kind}/page" for kind in KINDS)),
)
