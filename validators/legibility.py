"""Whether a place on a page can be read, judged by its measures alone: how far each of them is from where reading fails.

A strain of 1 is where required fields stop being read right on the ladders of ``python -m tests.bench.legibility``; the
defaults below are the thresholds that it prints.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from extractors.evidence import Box, Flaw, FlawKind, Legibility, PageEvidence
from validators.case import Case, CaseFile, Sighting
from validators.check import Limits
from validators.uploads import unknown_pages

Kind = Literal["blurry", "text_too_small", "too_dark", "overexposed", "faint", "glare", "occluded", "cut_off"]
"""What is wrong with a place: the published codes of the group ``image``."""

KINDS: Final[tuple[Kind, ...]] = (
    "blurry",
    "text_too_small",
    "too_dark",
    "overexposed",
    "faint",
    "glare",
    "occluded",
    "cut_off",
)
OF_FLAW: Final[dict[FlawKind, Kind]] = {"glare": "glare", "covered": "occluded", "cut_off": "cut_off"}
"""Flaws that hide what stands there; all others only spoil it."""


class LegibilityLimits(Limits):
    """Where reading fails, by the ladders of ``python -m tests.bench.legibility``.

    ``widest_edge``: a stroke's edge in shares of the line's height. ``smallest_px``: height of a line. ``least_contrast``: ink
    against paper in shares of white; ``least_contrast_blown`` where paper is white, as there thin strokes are eaten first;
    ``white_from`` and ``dark_below``: brightness of such paper. ``least_signal``: contrast over noise. ``coarsest_blocks``: how
    plain JPEG squares are, weighed by their size against the line's. ``hidden_share``: of a place, under a flaw.
    ``plain_flaw``: strength (0..1) from which a flaw hides words. ``sturdier``: so many times more of each is borne by digits,
    which have fewer strokes than characters and are known by less.
    """

    widest_edge: float = 0.082
    smallest_px: float = 9.5
    least_contrast: float = 0.022
    least_contrast_blown: float = 0.16
    white_from: float = 0.985
    dark_below: float = 0.15
    least_signal: float = 6.5
    coarsest_blocks: float = 0.50
    hidden_share: float = 0.12
    plain_flaw: float = 0.5
    sturdier: float = 1.5


@dataclass(frozen=True, slots=True)
class Strain:
    """How far a place is on the way to being unreadable (1: there) and by what."""

    kind: Kind
    amount: float
    box: Box | None = None


READABLE: Final = Strain("blurry", 0.0)
_LEAST: Final = 0.002
"""Half a level of 255: noise and contrast below it are none."""


def strain_of(measured: Legibility | None, limits: LegibilityLimits, *, digits: bool = False) -> Strain:
    """The worst of a line's measures. ``digits``: it is a number or a date."""
    if measured is None:
        return READABLE
    worst = max(_strains(measured, limits), key=lambda strain: strain.amount)
    return replace(worst, amount=worst.amount / limits.sturdier) if digits and worst.kind != "glare" else worst


def _strains(measured: Legibility, limits: LegibilityLimits) -> Iterator[Strain]:
    contrast = max(measured.contrast, _LEAST)
    small = measured.height_px < _SMALL * limits.smallest_px
    yield Strain("text_too_small" if small else "blurry", measured.edge / limits.widest_edge)
    yield Strain("text_too_small", limits.smallest_px / max(measured.height_px, 1.0))
    light: Kind = "too_dark" if measured.paper < limits.dark_below else "faint"
    white = measured.paper >= limits.white_from
    yield Strain(
        "overexposed" if white else light, (limits.least_contrast_blown if white else limits.least_contrast) / contrast
    )
    grain: Kind = "too_dark" if measured.paper < limits.dark_below else "blurry"
    yield Strain(grain, limits.least_signal * max(measured.noise, _LEAST / 2) / contrast)
    yield Strain("blurry", measured.blocks / limits.coarsest_blocks)
    yield Strain("glare", measured.blown / limits.hidden_share)


_SMALL: Final = 1.6
"""Print up to this many times the smallest that can be read is lost by its size, not by the lens."""


def strain_at(
    page: PageEvidence, place: Box, own: Strain, limits: LegibilityLimits, measured: Legibility | None = None
) -> Strain:
    """The worst of a place's ``own`` strain and of what lies over it: no glare where print ``measured`` there is dark."""
    spared = "glare" if measured is not None and not _is_pale(page, measured) else ""
    over = (
        Strain(OF_FLAW[flaw.kind], _hidden(place, flaw, page, limits), flaw.box)
        for flaw in page.flaws
        if flaw.kind in OF_FLAW and flaw.kind != spared
    )
    return max((own, *over), key=lambda strain: strain.amount)


def _hidden(place: Box, flaw: Flaw, page: PageEvidence, limits: LegibilityLimits) -> float:
    """The strain of a flaw on a place. Of a line that the frame cuts, only what ends there is cut, nobody knows how far."""
    share = _share(place, flaw.box)
    if flaw.kind != "cut_off":
        return share / limits.hidden_share
    left, top, right, bottom = place
    rooms = (left * page.width_px, top * page.height_px, (1 - right) * page.width_px, (1 - bottom) * page.height_px)
    return 1.0 if share > 0 and min(rooms) < _AT_FRAME * (bottom - top) * page.height_px else 0.0


_AT_FRAME: Final = 0.5
"""Distance from the frame, in heights of the line, up to which print ends there: half a character."""


def cut_short(page: PageEvidence, place: Box, measured: Legibility | None) -> Strain | None:
    """What may have taken characters from a line of print without leaving a gap; None where nothing did.

    A lamp pales the print around it: where that is as dark as elsewhere, white paper is in bright light and empty. Things that
    lie right where the line begins or ends may cover more of it.
    """
    is_pale = measured is None or _is_pale(page, measured)
    if is_pale and measured is not None and measured.paper >= _WHITE and page.legibility and page.legibility.paper < DULL_BELOW:
        return Strain("glare", 1.0)
    kinds = ("glare", "covered") if is_pale else ("covered",)
    beside = (flaw for flaw in page.flaws if flaw.kind in kinds and _is_beside(place, flaw.box, page))
    return next((Strain(OF_FLAW[flaw.kind], 1.0, flaw.box) for flaw in beside), None)


_PALE: Final = 0.65
"""Share of the page's usual contrast; print beside a lamp had 0.2 to 0.63 of it, beside paper in bright light all of it."""
_WHITE: Final = 0.97
DULL_BELOW: Final = 0.95
"""Brightness (0..1) of paper that a lamp shines on, and below which nothing on the page is white by itself."""


def _is_pale(page: PageEvidence, measured: Legibility) -> bool:
    usual = sorted(line.legibility.contrast for line in page.printed if line.legibility is not None)
    return not usual or measured.contrast < _PALE * usual[len(usual) // 2]


def _is_beside(place: Box, other: Box, page: PageEvidence) -> bool:
    near = _NEAR * (place[3] - place[1]) * page.height_px / page.width_px
    gaps = (place[0] - other[2], other[0] - place[2])
    return other[1] < (place[1] + place[3]) / 2 < other[3] and any(-near / 2 <= gap <= near for gap in gaps)


_NEAR: Final = 1.0
"""Distance in heights of a line, a character's width, from which print would stand in between."""


def hiding(page: PageEvidence, limits: LegibilityLimits, within: Box | None = None) -> Iterator[Flaw]:
    """Flaws that hide words for certain, somewhere in a box or anywhere on the page."""
    for flaw in page.flaws:
        if flaw.kind in OF_FLAW and flaw.strength >= limits.plain_flaw and (within is None or _share(flaw.box, within) > 0):
            yield flaw


def strain_of_print(lines: Iterable[Legibility | None], limits: LegibilityLimits) -> Strain:
    """What most lines suffer from: the median of their strains."""
    strains = sorted((strain_of(one, limits) for one in lines if one is not None), key=lambda strain: strain.amount)
    return strains[len(strains) // 2] if strains else READABLE


def pages_of(seen: Sighting) -> Iterator[PageEvidence]:
    """The pages a document lies on."""
    return (page for page in seen.file.evidence.pages if page.number in seen.document.pages)


def is_hidden(seen: Sighting) -> bool:
    """Whether something of a document may be hidden: then what was not seen on it is not surely missing."""
    limits = LegibilityLimits()
    return any(True for page in pages_of(seen) for _ in hiding(page, limits, seen.document.box))


def unknown_pages_of(case: Case) -> Iterator[tuple[CaseFile, PageEvidence]]:
    """Pages with pixels of their own on which no document was recognised."""
    for file in case.files:
        unknown = unknown_pages(file)
        yield from ((file, page) for page in file.evidence.pages if page.number in unknown and page.legibility is not None)


def _share(box: Box, other: Box) -> float:
    """Share of a box that lies in another."""
    wide, high = min(box[2], other[2]) - max(box[0], other[0]), min(box[3], other[3]) - max(box[1], other[1])
    area = (box[2] - box[0]) * (box[3] - box[1])
    return max(0.0, wide) * max(0.0, high) / area if area > 0 else 0.0
