"""Pictures with too few pixels."""

from collections.abc import Iterator

from extractors.evidence import Document, PageEvidence
from validators.case import Case, CaseFile
from validators.check import Check, Finds, Limits, Outcomes, Passes
from validators.finding import Place


class ResolutionLimits(Limits):
    """``min_side_px``: shorter side of a page; ``min_card_px``: longer side of an ID card (DOMAIN 6.2: 800 and 600)."""

    min_side_px: int = 800
    min_card_px: int = 600


def run(case: Case, limits: ResolutionLimits) -> Outcomes:
    """A picture has enough pixels to be read

    Pages of digital originals have no pixels of their own. An ID card may be a small part of its page or all of a small
    picture. Source: DOMAIN 6.2.
    """
    for file in case.files:
        for page in file.evidence.pages:
            if not (page.lines and all(line.source == "pdf_text" for line in page.lines)):
                yield from _judge(file, page, limits)


def _judge(file: CaseFile, page: PageEvidence, limits: ResolutionLimits) -> Outcomes:
    documents = [document for document in file.evidence.documents if page.number in document.pages]
    cards_only = bool(documents) and all(document.type == "id_card" for document in documents)
    least = limits.min_card_px if cards_only else limits.min_side_px
    sizes = list(_card_sizes(documents, page)) if cards_only else [min(page.width_px, page.height_px)]
    for size in sizes:
        if size >= least:
            yield Passes()
        else:
            place, words = Place(file=file.name, page=page.number), {"seen": str(size), "limit": str(least)}
            yield Finds("file.low_resolution", place, words=words)


def _card_sizes(cards: list[Document], page: PageEvidence) -> Iterator[int]:
    for card in cards:
        left, top, right, bottom = card.box or (0.0, 0.0, 1.0, 1.0)
        yield round(max((right - left) * page.width_px, (bottom - top) * page.height_px))


CHECK = Check(run, ResolutionLimits, rules=(), reasons=("file.low_resolution",))
