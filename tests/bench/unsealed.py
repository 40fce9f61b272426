"""How well a page nobody stamped is told from one whose seal was not found: ``python -m tests.bench.unsealed [--count N]``.

Draws certificates and letters of a seed and takes them as people do: colour scans and photos without a seal, with blue pens,
thumbs, red headings and logos; copies without colour, copies in half-tones and in two levels, photos of copies, and faint and
worn seals in colour. Where a seal is found nothing is asked. Of the others the largest trace is measured (``Trace``), and what
``seal_present`` would say of the page: an unstamped one is to be sent back, a stamped one never.

The lines are the paper's own text, where the capture put them: what an engine fails to read leaves more ink unaccounted for,
and so more questions.
"""

import argparse
import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np
from rich.console import Console
from rich.table import Table

from extractors.evidence import PageEvidence, TextLine, Trace
from extractors.files import FileLimits, open_file
from extractors.marks.seal_shapes import find_seal_shapes
from extractors.marks.signatures import find_signatures
from extractors.marks.traces import find_traces
from extractors.page.half_tones import is_grey, is_two_level
from extractors.page.ink import split_inks
from samples import bundle
from samples.capture import Captured, Flat, Picture, Shot, photo, press, scan
from samples.facts import draw_facts
from samples.fonts import faces_of
from samples.handwriting import write
from samples.impressions import USUAL, Press, thumbprint
from samples.leaves import Leaf, Wish, certificate_leaf, impressions, letter_leaf
from samples.papers.paper import Handwriting
from samples.seal_canvas import PX_PER_MM
from samples.textures import DESKS
from validators.checks.seal_present import PresenceLimits, doubt_on_page

DPI: Final = 150.0
FAINT: Final = Press(strength=0.35, worn=0.3)
WORN: Final = Press(strength=0.6, worn=0.6)

Take = Callable[[Flat, np.random.Generator], Captured]


@dataclass(frozen=True, slots=True)
class Kind:
    """A way that pages come: whether stamped and how, what else is on them, and how they are taken."""

    name: str
    take: Take
    press: Press | None = None
    beside: str = ""


def _grey(flat: Flat, noise: np.random.Generator) -> Captured:
    return scan(flat, noise, grey=True)


def _photo(flat: Flat, noise: np.random.Generator) -> Captured:
    return photo(flat, noise, Shot(3.2, 0.9, int(noise.integers(DESKS))))


def _two_levels(flat: Flat, noise: np.random.Generator) -> Captured:
    """A fax, or a copier's setting for text."""
    taken = _grey(flat, noise)
    level = int(noise.integers(110, 190))
    return replace(taken, picture=np.asarray(np.where(taken.picture < level, 20, 250), dtype=np.uint8))


def _dotted(flat: Flat, noise: np.random.Generator) -> Flat:
    """What a laser copier prints: tones as a screen of black dots."""
    grey = cv2.cvtColor(flat.picture, cv2.COLOR_BGR2GRAY).astype(np.float32)
    rows, columns = np.indices(grey.shape, dtype=np.float32)
    pitch, angle = noise.uniform(3.0, 5.0), np.radians(45)
    u, v = columns * np.cos(angle) + rows * np.sin(angle), rows * np.cos(angle) - columns * np.sin(angle)
    screen = 128 + 60 * (np.cos(2 * np.pi * u / pitch) + np.cos(2 * np.pi * v / pitch))
    dots = np.where(grey + 10 < np.clip(screen, 20, 245), 30, 250).astype(np.uint8)
    return replace(flat, picture=np.asarray(cv2.cvtColor(dots, cv2.COLOR_GRAY2BGR), dtype=np.uint8))


def _half_tones(flat: Flat, noise: np.random.Generator) -> Captured:
    return scan(_dotted(flat, noise), noise)


def _photo_of_copy(flat: Flat, noise: np.random.Generator) -> Captured:
    grey = cv2.cvtColor(cv2.cvtColor(flat.picture, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    return _photo(replace(flat, picture=np.asarray(grey, dtype=np.uint8)), noise)


def _photo_of_dots(flat: Flat, noise: np.random.Generator) -> Captured:
    return _photo(_dotted(flat, noise), noise)


def _drawn(flat: Flat, noise: np.random.Generator) -> Captured:
    return Captured(flat.picture, np.eye(3))


UNSTAMPED: Final = (
    Kind("colour scan", scan),
    Kind("photo", _photo),
    Kind("drawn by a program", _drawn),
    Kind("grey scan", _grey),
    Kind("scan, thumb", scan, beside="thumb"),
    Kind("photo, thumb", _photo, beside="thumb"),
    Kind("scan, red heading", scan, beside="heading"),
    Kind("scan, logo", scan, beside="logo"),
    Kind("photo, logo", _photo, beside="logo"),
)
STAMPED: Final = (
    Kind("grey copy", _grey, USUAL),
    Kind("grey copy, faint", _grey, FAINT),
    Kind("grey copy, worn", _grey, WORN),
    Kind("two levels", _two_levels, USUAL),
    Kind("two levels, faint", _two_levels, FAINT),
    Kind("two levels, worn", _two_levels, WORN),
    Kind("half-tones", _half_tones, USUAL),
    Kind("half-tones, faint", _half_tones, FAINT),
    Kind("half-tones, worn", _half_tones, WORN),
    Kind("photo of a copy", _photo_of_copy, USUAL),
    Kind("photo of a copy, faint", _photo_of_copy, FAINT),
    Kind("photo of a copy, worn", _photo_of_copy, WORN),
    Kind("photo of half-tones, faint", _photo_of_dots, FAINT),
    Kind("colour scan, faint", scan, FAINT),
    Kind("colour scan, worn", scan, WORN),
    Kind("photo, faint", _photo, FAINT),
    Kind("photo, worn", _photo, WORN),
)


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured of a page: None where its seal was found."""

    page: PageEvidence | None


def drawn(number: int, seed: int) -> Leaf:
    """A certificate or a letter, without its representative's name seal."""
    rng = random.Random(f"unsealed/{seed}/{number}")
    facts = draw_facts(rng, "employer_withdrawal", "agent")
    told = facts.authorization
    leaf = letter_leaf(facts, told, rng) if told and rng.random() < 0.3 else certificate_leaf(facts, rng, Wish())
    return replace(leaf, stamps=tuple(stamp for stamp in leaf.stamps if stamp.anchor == "seal"))


def take(kind: Kind, leaf: Leaf, noise: np.random.Generator) -> tuple[Picture, tuple[TextLine, ...]]:
    """The page as it is sent, and its lines."""
    stamps = tuple(replace(stamp, press=kind.press) for stamp in leaf.stamps if kind.press)
    flat, lines = _flat(replace(leaf, stamps=stamps), noise), _lines(leaf)
    flat, lines = _with(kind.beside, flat, lines, noise)
    taken = kind.take(flat, noise)
    image = _as_sent(taken.picture, int(noise.integers(70, 87)))
    return image, tuple(_moved(line, flat, taken) for line in lines)


def measure(kind: Kind, image: Picture, lines: tuple[TextLine, ...]) -> Measured:
    """Measure a page as the reader does."""
    ink = split_inks(image)
    if kind.press and any(shape.kind in ("round", "oval") for shape in find_seal_shapes(ink)):
        return Measured(None)
    page = PageEvidence(
        number=1,
        width_px=image.shape[1],
        height_px=image.shape[0],
        lines=lines,
        is_grey=is_grey(image),
        is_two_level=is_two_level(image),
        traces=find_traces(ink, lines, find_signatures(ink, lines, (), 1)),
    )
    return Measured(page)


def _flat(leaf: Leaf, noise: np.random.Generator) -> Flat:
    flat = Flat(bundle.rendered(leaf.paper.pdf, DPI)[0], DPI)
    flat = write(flat, leaf.paper.handwriting, noise)
    for image, centre in impressions(leaf, noise):
        flat = press(flat, image, centre, PX_PER_MM)
    return flat


def _lines(leaf: Leaf) -> tuple[TextLine, ...]:
    """The paper's own text, and what a pen wrote on it."""
    page = next(iter(open_file(leaf.paper.pdf, FileLimits()).pages))
    written = (stroke for stroke in leaf.paper.handwriting if not stroke.role)
    return (*(page.text or ()), *(_written(stroke) for stroke in written))


def _written(stroke: Handwriting) -> TextLine:
    left, top, right, bottom = stroke.box
    quad = ((left, top), (right, top), (right, bottom), (left, bottom))
    return TextLine(quad=quad, text=stroke.text, score=0.9)


def _with(
    beside: str, flat: Flat, lines: tuple[TextLine, ...], noise: np.random.Generator
) -> tuple[Flat, tuple[TextLine, ...]]:
    """The paper with something coloured on it that is no seal."""
    if beside == "thumb":
        line = lines[int(noise.integers(len(lines) // 2, len(lines)))]
        middle = [(line.box[at] + line.box[at + 2]) / 2 * side for at, side in enumerate(flat.size_mm)]
        return press(flat, thumbprint(noise), (middle[0], middle[1]), PX_PER_MM), lines
    picture = flat.picture.copy()
    height, width = picture.shape[:2]
    if beside == "heading":
        part = picture[: round(lines[0].box[3] * height) + 4]
        part[:] = 255 - ((255 - part) * np.array((0.85, 0.85, 0.12))).astype(np.uint8)
    elif beside == "logo":
        at = (round(width * 0.12), round(height * 0.06))
        cv2.circle(picture, at, round(height * 0.035), (40, 40, 200), -1)
        cv2.circle(picture, at, round(height * 0.018), (245, 245, 245), -1)
    return replace(flat, picture=picture), lines


def _as_sent(picture: Picture, quality: int) -> Picture:
    coded = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return np.asarray(cv2.imdecode(coded, cv2.IMREAD_COLOR), dtype=np.uint8)


def _moved(line: TextLine, flat: Flat, taken: Captured) -> TextLine:
    """The line where the capture put it."""
    before = np.array([(flat.picture.shape[1], flat.picture.shape[0])]) * np.array(line.quad)
    after = cv2.perspectiveTransform(before[None].astype(np.float64), taken.matrix)[0]
    height, width = taken.picture.shape[:2]
    quad = tuple((float(x) / width, float(y) / height) for x, y in after)
    return TextLine.model_validate({**line.model_dump(), "quad": quad, "score": 0.95, "source": "ocr"})


def pages(kinds: tuple[Kind, ...], count: int, seed: int) -> Iterator[tuple[Kind, Measured]]:
    """Pages of every kind."""
    for number in range(count):
        leaf = drawn(number, seed)
        for kind in kinds:
            noise = np.random.default_rng(random.Random(f"{seed}/{number}/{kind.name}").getrandbits(64))
            yield kind, measure(kind, *take(kind, leaf, noise))


def told(trace: Trace) -> str:
    """A trace in a few characters."""
    return f"{trace.color}{trace.wide_em:.0f}x{trace.high_em:.0f}/{trace.squares}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--traces", action="store_true", help="list the largest traces of every page")
    given = parser.parse_args()
    console, faces = Console(width=150), faces_of("song")
    assert faces, "fonts are needed"
    table = Table("kind", "pages", "seal found", "sent back", "asked", box=None)
    for title, kinds in (("unstamped", UNSTAMPED), ("stamped", STAMPED)):
        counts: dict[str, list[str]] = defaultdict(list)
        for kind, measured in pages(kinds, given.count, given.seed):
            page = measured.page
            doubt = "found" if page is None else doubt_on_page(page, PresenceLimits())
            counts[kind.name].append(doubt)
            if given.traces and page is not None:
                largest = " ".join(told(trace) for trace in (page.traces or ())[:4])
                console.print(f"{kind.name:28} {'grey' if page.is_grey else '':5} {doubt or 'sent back':14} {largest}")
        for name, doubts in counts.items():
            found, back = doubts.count("found"), doubts.count("")
            table.add_row(f"{title}: {name}", *(str(each) for each in (len(doubts), found, back, len(doubts) - found - back)))
    console.print(table)


if __name__ == "__main__":
    main()
