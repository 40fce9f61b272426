"""Pictures of pictures, copies without colour, and pictures that were worked on."""

from collections.abc import Iterator

from extractors.evidence import Box, DocumentType, PageEvidence
from validators.case import Case, Sighting
from validators.check import Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.finding import Place
from validators.legibility import pages_of
from validators.reasons import name_of
from validators.values import place_of


class OriginalLimits(Limits):
    """``papers``: the types whose original has colours; ``least_colour``: share (0..1) of what its print encloses that is
    coloured on an original: licences and cards measured 0.008 and more, photos of their copies up to 0.002.
    ``plain_from``: strength (0..1) from which a trace is told.
    ``retouchers``: words, in small letters, in the names of programs made for changing what a picture shows.
    ``least_noise``: of a picture (0..1) that a camera or scanner took; photos measured 0.003 and more, drawn pages none.
    """

    papers: tuple[DocumentType, ...] = ("business_license", "id_card")
    least_colour: float = 0.004
    plain_from: float = 0.3
    least_noise: float = 0.0015
    retouchers: tuple[str, ...] = (
        "photoshop", "gimp", "美图", "meitu", "醒图", "picsart", "snapseed", "affinity photo", "paint.net", "pixlr", "photopea",
    )  # fmt: skip


def run(case: Case, limits: OriginalLimits) -> Outcomes:
    """Papers come from the original

    A photo of a screen, a copy without colour and a picture that was worked on may all show the truth: they are told to whoever
    decides and never sent back, unless a region asks for originals and raises their severity. Source: DOMAIN 2.6, 6.2; 8.2 X48.
    """
    for seen in case.documents():
        if seen.document.type != "unknown":
            for page in pages_of(seen):
                yield from _judge(seen, page, limits)
            yield from _retouched(seen, limits)


def _retouched(seen: Sighting, limits: OriginalLimits) -> Iterator[Outcome]:
    """A program made for changing pictures wrote the file last; it may have cropped it and no more, so it is only told."""
    for program in seen.file.evidence.origin.programs:
        if any(word in program.lower() for word in limits.retouchers):
            yield Finds("image.edited/program", place_of(seen), words={"seen": name_of(seen.document.type), "here": program})
            return


def _judge(seen: Sighting, page: PageEvidence, limits: OriginalLimits) -> Iterator[Outcome]:
    words, place = {"seen": name_of(seen.document.type)}, place_of(seen).model_copy(update={"page": page.number})
    if seen.document.type in limits.papers and _is_colourless(page, limits):
        yield Finds("image.monochrome", place, words=words)
    yield from (Finds(reason, at, words=words) for reason, at in _traces(page, place, limits))
    yield Passes()


def _is_colourless(page: PageEvidence, limits: OriginalLimits) -> bool:
    """Whether a page is a copy without colour, scanned or photographed, on whatever desk."""
    among = page.colour_among_print
    return page.is_grey or (among is not None and among < limits.least_colour)


def _traces(page: PageEvidence, place: Place, limits: OriginalLimits) -> Iterator[tuple[str, Place]]:
    for flaw in page.flaws:
        if flaw.kind == "screen" and flaw.strength >= limits.plain_from:
            yield "image.recaptured", place
        elif flaw.kind == "screen_bars":
            yield "image.recaptured/screenshot", place
        elif flaw.kind == "pasted" and flaw.strength >= limits.plain_from and _is_telling(page, flaw.box, limits):
            yield "image.edited/patch", place.model_copy(update={"bbox": flaw.box})


def _is_telling(page: PageEvidence, box: Box, limits: OriginalLimits) -> bool:
    """Whether a patch without noise says anything: the picture around it has noise, and a line stands on the patch."""
    has_noise = page.legibility is not None and page.legibility.noise >= limits.least_noise
    return has_noise and any(
        box[0] <= (line.box[0] + line.box[2]) / 2 <= box[2] and box[1] <= (line.box[1] + line.box[3]) / 2 <= box[3]
        for line in page.lines
    )


CHECK = Check(
    run,
    OriginalLimits,
    rules=("X48",),
    reasons=(
        "image.recaptured",
        "image.recaptured/screenshot",
        "image.monochrome",
        "image.edited/patch",
        "image.edited/program",
    ),
)
