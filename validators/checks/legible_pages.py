"""Pages so unclear that nobody can say what they are."""

from collections.abc import Iterator, Mapping
from typing import Final

from extractors.evidence import PageEvidence
from validators.cards import Cards, sort_cards
from validators.case import Case, CaseFile
from validators.check import CannotTell, Check, Finds, Outcome, Outcomes, Passes
from validators.finding import Place
from validators.legibility import KINDS, OF_FLAW, LegibilityLimits, Strain, hiding, strain_of_print, unknown_pages_of
from validators.reasons import name_of
from validators.requirements import Requirement
from validators.uploads import is_met


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
    of print that was read is. Blank pages count where the file shows nothing else.
    Source: DOMAIN 6.2, 8.3 D01 D02.
    """
    cards = sort_cards(case, limits.requirements)
    for file, page in unknown_pages_of(case):
        lacking = _lacking(case, file, cards, limits)
        yield _judge(file, page, lacking, limits) if lacking else Passes()


def _lacking(case: Case, file: CaseFile, cards: Cards, limits: PageLimits) -> tuple[Requirement, ...]:
    return tuple(
        requirement
        for requirement in limits.requirements
        if not is_met(case, requirement, cards) and (file.slot is None or requirement.takes(file.slot))
    )


def _judge(file: CaseFile, page: PageEvidence, lacking: tuple[Requirement, ...], limits: PageLimits) -> Outcome:
    wanted = name_of(lacking[0].slot) if file.slot is not None else name_of("unknown")
    words = {"wanted": wanted, "page": str(page.number)}
    place = Place(document="unknown", file=file.name, page=page.number)
    if any(flaw.kind == "blank" for flaw in page.flaws):
        return _blank(file, place, words)
    strain = max(_strains(page, limits), key=lambda strain: strain.amount)
    if strain.amount >= 1 and _chars_read(page, limits) < limits.readable_chars:
        return Finds(f"image.{strain.kind}/page", place, words=words, about=file.name)
    for flaw in hiding(page, limits):
        at = place.model_copy(update={"bbox": flaw.box})
        return CannotTell(f"image.{OF_FLAW[flaw.kind]}/page", "not_seen", at, words=words, about=file.name)
    return Passes()


def _blank(file: CaseFile, place: Place, words: Mapping[str, str]) -> Outcome:
    """A blank page: the back of a sheet, where there are more; what was meant to be in a slot; or anything."""
    if file.evidence.page_count > 1:
        return Passes()
    if file.slot is None:
        return CannotTell("image.blank", "not_seen", place, words=words, about=file.name)
    return Finds("image.blank", place, words=words, about=file.name)


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


CHECK = Check(run, PageLimits, rules=("D01", "D02"), reasons=("image.blank", *(f"image.{kind}/page" for kind in KINDS)))
