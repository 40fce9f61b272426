"""Which characters of a PDF page are its print, and which a watermark laid over or under it.

A watermark is slanted, or much paler than the page's main text, or paler and lies across other text, or paler and said again
and again. Colour alone makes none: red and blue print stands out from paper as black does. How pale a character is, is measured
on the drawn page, since a PDF may thin text out in several ways and the page shows what they come to.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractors.files.pdf_glyph import Glyph

Levels = NDArray[np.uint8]
"""Height × width, 0..255: how far each pixel of the page differs from the same page without its text."""

MIN_SLANT_DEGREES: Final = 8
"""Further than this from an edge of the page is slanted. Stamped lines and pages lie up to 4° askew, watermarks from 15°."""
PALE_SHARE: Final = 0.25
"""Of the main text's contrast. On 18 originals drawn by three other hands watermarks had 0.08 to 0.14 of it, and the palest
print (the hint where a copy is to be glued on) 0.4; the palest grey that web pages set labels in (#bbb) has 0.28."""
PALER_SHARE: Final = 0.65
"""The same for text that lies across other text or is repeated: grey labels (#999) have 0.4, footers 0.5 to 0.6."""
MIN_CROSSINGS: Final = 2
"""Characters of other text that such a text lies across: print of the same page keeps clear of print."""
CROSSED_SHARE: Final = 0.15
"""Share of the smaller character's rectangle that lies in the other's: frames of neighbours touch by less."""
MIN_REPEATS: Final = 4
MIN_REPEATED_LENGTH: Final = 4
MIN_REPEATED_SHARE: Final = 0.9
"""The same words of so many characters in so many places, side by side and one below the other, and that share of all that is
said in their style (pieces of them counted, cut off at the edge): a table repeats words too, and says other things beside."""
MAIN_SHARE: Final = 0.1
MAIN_COUNT: Final = 20
"""The main text is the strongest that so many characters share: headings are few, watermarks may outnumber all print."""
MIN_CURVED: Final = 4
MIN_CURVE_DEGREES: Final = 2
"""Characters in a row that each turn from the one before: the ring of a seal (5° to 25° a character)."""
MAX_RUN_GAP: Final = 3.0
"""A character further than this many em from the one drawn before begins a run of its own."""
MAX_PHRASE_GAP: Final = 0.4
"""Em between two runs of one phrase: a space at most."""

_FAINTEST: Final = 8
"""Level from which a pixel is ink at all: less is the rounding of two drawings."""
_MIN_OWN_PX: Final = 5
_OUTLINE_MARGIN_PX: Final = 3
"""A character's ink is kept from that of others by so much: outlines are rounded, and some are another face's."""
_STRONG_SHARE: Final = 0.9
"""Of a character's inked pixels are no stronger: its edges are half covered, its strokes' middles are not."""
_QUARTER_TURN: Final = 90


@dataclass(frozen=True, slots=True)
class Layers:
    """The characters of a page by what they are, those of a watermark as they were drawn one after another.

    In neither: text on a curve, which is a seal's and is read from its pixels, and what of a watermark nobody can see.
    """

    print: tuple[Glyph, ...]
    watermark: tuple[tuple[Glyph, ...], ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """Characters drawn one after another in one style and direction. ``contrast``: None where other text hides all of it."""

    glyphs: tuple[Glyph, ...]
    contrast: float | None

    @property
    def style(self) -> tuple[object, ...]:
        return (*self.glyphs[0].style, self.glyphs[0].degrees)

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs if not glyph.is_space)

    @property
    def is_slanted(self) -> bool:
        askew = self.glyphs[0].degrees % _QUARTER_TURN
        return min(askew, _QUARTER_TURN - askew) > MIN_SLANT_DEGREES


def split_layers(glyphs: Sequence[Glyph], levels: Levels, least_contrast: float) -> Layers:
    """Tell a page's watermark from its print.

    ``levels``: what its text adds to the drawn page. ``least_contrast``: the level (0..255) from which a person sees it.
    """
    straight = [run for run in _runs(glyphs) if not _is_curved(run)]
    own = _OwnInk([glyph for run in straight for glyph in run], levels)
    runs = [_Run(tuple(part), own.contrast(part)) for run in straight for part in _parts(run)]
    main = _main_contrast([run for run in runs if not run.is_slanted])
    marked = set(_watermarks(runs, main))
    return Layers(
        print=tuple(glyph for at, run in enumerate(runs) if at not in marked for glyph in run.glyphs),
        watermark=tuple(_phrases([runs[at].glyphs for at in sorted(marked) if (runs[at].contrast or 0.0) > least_contrast])),
    )


def _runs(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Characters of one style drawn one after another, whatever their directions."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _follows(run[-1], glyph):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _follows(last: Glyph, glyph: Glyph) -> bool:
    """Whether a character goes on in the style and direction of the last one, and not back to begin again."""
    is_near = math.dist(last.origin, glyph.origin) <= MAX_RUN_GAP * glyph.size
    return last.style == glyph.style and is_near and _ahead(last, glyph) >= 0


def _ahead(last: Glyph, glyph: Glyph) -> float:
    """How far, in pixels, a character begins ahead of another one along that one's baseline."""
    right, down = glyph.origin[0] - last.origin[0], glyph.origin[1] - last.origin[1]
    turn = math.radians(last.degrees)
    return right * math.cos(turn) + down * math.sin(turn)


def _parts(run: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """A run's pieces of one direction."""
    part: list[Glyph] = []
    for glyph in run:
        if part and part[-1].degrees != glyph.degrees:
            yield part
            part = []
        part.append(glyph)
    yield part


def _phrases(runs: Iterable[Sequence[Glyph]]) -> Iterator[tuple[Glyph, ...]]:
    """Runs put together where one goes on where the last one ended: one phrase may be set in two fonts."""
    phrase: list[Glyph] = []
    for run in runs:
        if phrase and not _goes_on(phrase[-1], run[0]):
            yield tuple(phrase)
            phrase = []
        phrase.extend(run)
    if phrase:
        yield tuple(phrase)


def _goes_on(last: Glyph, first: Glyph) -> bool:
    gap = _ahead(last, first) - last.advance
    is_near = abs(gap) <= MAX_PHRASE_GAP * last.size and math.dist(last.origin, first.origin) <= last.advance + last.size
    return is_near and last.degrees == first.degrees and round(last.size) == round(first.size)


def _is_curved(run: Sequence[Glyph]) -> bool:
    turns = [abs((b.degrees - a.degrees + 180) % 360 - 180) for a, b in pairwise(run)]
    return len(run) >= MIN_CURVED and all(turn >= MIN_CURVE_DEGREES for turn in turns)


class _OwnInk:
    """The ink on a page that is one style's alone: where others lie over it, nobody can tell whose it is."""

    def __init__(self, glyphs: Sequence[Glyph], levels: Levels) -> None:
        self._levels = levels
        self._numbers: dict[tuple[object, ...], int] = {}
        self._owner = np.zeros(levels.shape, np.int32)
        for glyph in glyphs:
            if not glyph.is_space:
                part, number = self._owner[_frame(glyph, _OUTLINE_MARGIN_PX)], self._number(glyph)
                part[(part != 0) & (part != number)] = -1
                part[part == 0] = number

    def _number(self, glyph: Glyph) -> int:
        return self._numbers.setdefault((*glyph.style, glyph.degrees), len(self._numbers) + 1)

    def contrast(self, glyphs: Iterable[Glyph]) -> float | None:
        """How far the ink of these characters stands out from what lies beneath, 0..255; the middle one's counts."""
        contrasts = [contrast for glyph in glyphs if (contrast := self._contrast(glyph)) is not None]
        return float(np.median(contrasts)) if contrasts else None

    def _contrast(self, glyph: Glyph) -> float | None:
        if glyph.is_space:
            return None
        frame = _frame(glyph)
        inked = self._levels[frame][self._owner[frame] == self._number(glyph)]
        inked = np.sort(inked[inked > _FAINTEST])
        return float(inked[int(_STRONG_SHARE * inked.size)]) if inked.size >= _MIN_OWN_PX else None


def _frame(glyph: Glyph, margin: int = 0) -> tuple[slice, slice]:
    left, top, right, bottom = glyph.ink
    return (
        slice(max(0, int(top) - margin), max(0, int(bottom) + 1 + margin)),
        slice(max(0, int(left) - margin), max(0, int(right) + 1 + margin)),
    )


def _main_contrast(runs: Sequence[_Run]) -> float:
    """The contrast of the page's main text, 0 where it has none."""
    contrasts = sorted((run.contrast for run in runs if run.contrast is not None for _ in run.text), reverse=True)
    if not contrasts:
        return 0.0
    return contrasts[min(len(contrasts) - 1, max(MAIN_COUNT, int(MAIN_SHARE * len(contrasts))))]


def _watermarks(runs: Sequence[_Run], main: float) -> Iterator[int]:
    """The indices of the runs that are a watermark."""
    paler = {at for at, run in enumerate(runs) if run.contrast is not None and run.contrast < PALER_SHARE * main}
    mixed = _styles_across(runs, paler) | _styles_repeated(runs, paler)
    marked = {
        at
        for at, run in enumerate(runs)
        if run.is_slanted or (at in paler and (run.style in mixed or (run.contrast or 0.0) < PALE_SHARE * main))
    }
    styles = {runs[at].style for at in marked} - {run.style for at, run in enumerate(runs) if at not in marked and run.contrast}
    yield from (at for at, run in enumerate(runs) if at in marked or run.style in styles)


def _styles_repeated(runs: Sequence[_Run], among: set[int]) -> set[tuple[object, ...]]:
    """Styles that say little else than the same words all over the page."""
    by_style: dict[tuple[object, ...], list[_Run]] = defaultdict(list)
    for at in among:
        by_style[runs[at].style].append(runs[at])
    return {style for style, said in by_style.items() if _says_one_thing(said)}


def _says_one_thing(runs: Sequence[_Run]) -> bool:
    (words, times), *_ = Counter(run.text for run in runs).most_common(1)
    if times < MIN_REPEATS or len(words) < MIN_REPEATED_LENGTH:
        return False
    share = sum(len(run.text) for run in runs if run.text in words) / sum(len(run.text) for run in runs)
    return share >= MIN_REPEATED_SHARE and _is_tiled([run.glyphs[0] for run in runs if run.text == words])


def _is_tiled(starts: Sequence[Glyph]) -> bool:
    """Whether places lie both side by side and one below the other."""
    columns = {round(glyph.origin[0] / glyph.size) for glyph in starts}
    rows = {round(glyph.origin[1] / glyph.size) for glyph in starts}
    return len(columns) > 1 and len(rows) > 1


def _styles_across(runs: Sequence[_Run], among: set[int]) -> set[tuple[object, ...]]:
    """Styles whose text lies across text of other styles."""
    placed = [(run.style, at in among, glyph.ink) for at, run in enumerate(runs) for glyph in run.glyphs if not glyph.is_space]
    crossings: dict[tuple[object, ...], int] = defaultdict(int)
    boxes = np.array([ink for _, _, ink in placed], dtype=np.float64).reshape(-1, 4)
    for style, paler, ink in placed:
        if paler:
            over = np.flatnonzero(_crossed(boxes, np.asarray(ink)))
            crossings[style] += any(placed[at][0] != style for at in over)
    return {style for style, count in crossings.items() if count >= MIN_CROSSINGS}


def _crossed(boxes: NDArray[np.float64], box: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which boxes share an area with this one that is more than neighbours do."""
    wide = np.minimum(boxes[:, 2], box[2]) - np.maximum(boxes[:, 0], box[0])
    high = np.minimum(boxes[:, 3], box[3]) - np.maximum(boxes[:, 1], box[1])
    areas = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    smaller = np.minimum(areas, (box[2] - box[0]) * (box[3] - box[1]))
    crossed: NDArray[np.bool_] = np.clip(wide, 0, None) * np.clip(high, 0, None) > CROSSED_SHARE * smaller
    return crossed
