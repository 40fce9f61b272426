"""Pictures with too few pixels."""

from dataclasses import replace

from extractors.evidence import Document, PageEvidence
from validators.case import Case, CaseFile
from validators.check import Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.finding import Place
from validators.uploads import is_spare


class ResolutionLimits(Limits):
    """``min_side_px``: shorter side of a page; ``min_card_px``: longer side of a picture of one card (DOMAIN 6.2: 800, 600).

    ``min_card_text_px``: longer side of what is printed on a card that is a part of its page. A4 scanned at 150 dpi, the least
    that DOMAIN 6.2 asks for, shows a card 505 px wide; its text takes 0.57 of that on the emblem side, 289 px, less a line that
    the copier lost at an edge. ``read_from``: confidence (0..1) from which a value was read for sure.
    """

    min_side_px: int = 800
    min_card_px: int = 600
    min_card_text_px: int = 280
    read_from: float = 0.9


def run(case: Case, limits: ResolutionLimits) -> Outcomes:
    """A picture has enough pixels to be read

    Pages of digital originals have no pixels of their own. An ID card may be a small part of its page or all of a small
    picture. Where everything on a page was read for sure, its pixels were enough; those of a file that
    nothing needs are a note. Source: DOMAIN 6.2.
    """
    for file in case.files:
        for page in file.evidence.pages:
            if not (page.lines and all(line.source == "pdf_text" for line in page.lines)):
                yield from (_unless_spare(outcome, case, file, limits) for outcome in _judge(file, page, limits))


def _unless_spare(outcome: Outcome, case: Case, file: CaseFile, limits: ResolutionLimits) -> Outcome:
    if isinstance(outcome, Finds) and is_spare(case, file, limits.requirements):
        return replace(outcome, reason="file.low_resolution/extra")
    return outcome


def _judge(file: CaseFile, page: PageEvidence, limits: ResolutionLimits) -> Outcomes:
    documents = [document for document in file.evidence.documents if page.number in document.pages]
    if documents and all(_is_sure(document, limits) for document in documents):
        yield Passes()
        return
    cards_only = bool(documents) and all(document.type == "id_card" for document in documents)
    whole = (min(page.width_px, page.height_px), limits.min_side_px)
    for size, least in [_card_size(card, page, limits) for card in documents] if cards_only else [whole]:
        if size >= least:
            yield Passes()
        else:
            place, words = Place(file=file.name, page=page.number), {"seen": str(size), "limit": str(least)}
            yield Finds("file.low_resolution", place, words=words, about=file.name)


def _is_sure(document: Document, limits: ResolutionLimits) -> bool:
    """Whether a paper is known and all its values were read for sure."""
    fields = document.fields.values()
    return bool(fields) and all(field.state == "read" and field.confidence >= limits.read_from for field in fields)


def _card_size(card: Document, page: PageEvidence, limits: ResolutionLimits) -> tuple[int, int]:
    """The longer side of a card or its text, and how long it must be."""
    if card.box is None:
        return max(page.width_px, page.height_px), limits.min_card_px
    left, top, right, bottom = card.box
    return round(max((right - left) * page.width_px, (bottom - top) * page.height_px)), limits.min_card_text_px


CHECK = Check(run, ResolutionLimits, rules=(), reasons=("file.low_resolution", "file.low_resolution/extra"))
