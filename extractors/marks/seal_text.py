"""Reads what is cut into a seal: the name along the ring, the line below the star, the digits on the lower arc."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from extractors.marks.name_seal_text import read_name_seal
from extractors.marks.purposes import settled
from extractors.marks.seal_cells import read_ring
from extractors.marks.seal_frame import SealFrame, frame
from extractors.marks.seal_lines import centre_lines, code_arc
from extractors.marks.seal_ring import Band, find_band, strip
from extractors.marks.seal_shape import SealShape
from extractors.marks.seal_vote import Voted, voted
from extractors.ocr.engine import Image, OcrEngine, Reading
from extractors.page.ink import InkLayers
from extractors.text.fold import fold
from extractors.text.script import to_simplified

STRETCHES: Final = (0.7, 1.0)
"""Seals are cut with space between their glyphs, which recognisers read best drawn together."""
MORE_GLYPHS: Final = (-1, 0, 1, 2, 3)
"""A line's reading drops glyphs more often than it makes some up: so many more are tried."""
LEAST_SURENESS: Final = -2.6
"""Mean logarithm of the best glyphs below which the ring holds no Chinese glyphs in even spaces."""
DOUBT: Final = 0.75
"""What a score is worth where the two readings differ."""
LEAST_DIGITS: Final = 6
"""A shorter run of digits is no code: it begins with the six digits of a region (DOMAIN 5.1)."""
CODE_DIGITS: Final = 13
"""The region, and seven digits more (DOMAIN 5.1)."""
TAX_NUMBER: Final = re.compile(r"[0-9A-Z]{15,20}")
INWARDS_BELOW: Final = 0.6
"""A ring whose best reading as a line is worse than this is read the other way round, too."""


@dataclass(frozen=True, slots=True)
class SealText:
    """What was read off a seal; confidences 0..1, 0 where nothing was read."""

    text: str = ""
    confidence: float = 0.0
    center_text: str = ""
    center_confidence: float = 0.0
    code: str = ""
    code_confidence: float = 0.0
    alternatives: tuple[str, ...] = ()


def read_seal(shape: SealShape, ink: InkLayers, engine: OcrEngine, others: Sequence[SealShape] = ()) -> SealText:
    """Read a seal off the page it was found on; ``others`` lie across it."""
    if shape.kind in ("square", "rectangular"):
        name = read_name_seal(shape, ink.image, engine)
        return SealText(_plain(name.text), name.confidence, alternatives=name.alternatives)
    cut = frame(shape, ink.image, others)
    band = find_band(cut.ring)
    if band is None:
        return SealText()
    lines = centre_lines(cut, band)
    digits = code_arc(cut, band)
    rings = _strips(cut, band)
    crops = rings + list(lines)
    readings = engine.recognise(crops + ([digits] if digits is not None else []))
    ring = _ring(cut, band, _outwards_or_inwards(readings[: len(rings)], cut, band, engine))
    centre = _best_line(readings[len(rings) : len(crops)])
    purpose, sure = settled(centre.text, centre.score)
    number = _tax_number(readings[len(rings) : len(crops)])
    code = number if number.text else _digits(readings[len(crops)]) if digits is not None else Reading("", 0.0)
    return SealText(ring.text, ring.confidence, purpose, sure, code.text, code.score, ring.alternatives)


def _strips(cut: SealFrame, band: Band, *, inwards: bool = False) -> list[Image]:
    """The ring as lines of text: in its own ink at two widths, and with the print that crosses it.

    ``inwards``: the tops of its glyphs point to the middle.
    """
    own = [strip(cut.ring, band, stretch, inwards=inwards) for stretch in STRETCHES]
    return [*own, strip(cut.crossed_ring, band, STRETCHES[0], inwards=inwards)]


def _outwards_or_inwards(outwards: Sequence[Reading], cut: SealFrame, band: Band, engine: OcrEngine) -> Sequence[Reading]:
    """The readings of the ring as it is nearly always cut, or the other way round where that can be read and this cannot."""
    best = max(reading.score for reading in outwards)
    if best >= INWARDS_BELOW:
        return outwards
    inwards = engine.recognise(_strips(cut, band, inwards=True))
    return inwards if max(reading.score for reading in inwards) > best else outwards


def _ring(cut: SealFrame, band: Band, readings: Sequence[Reading]) -> Voted:
    """What the line's readings and the glyphs one by one agree on."""
    lines = [Reading(to_simplified("".join(reading.text.split())), reading.score) for reading in readings]
    counts = {len(line.text) + more for line in lines for more in MORE_GLYPHS}
    cells = read_ring(cut, band, tuple(sorted(counts)))
    if cells is None or cells.sureness < LEAST_SURENESS:
        best = _agreed(lines)
        return Voted(best.text, best.score, ())
    return _folded(voted(cells, lines))


def _folded(ring: Voted) -> Voted:
    """The text in its plain form, what may stand for each character kept beside it."""
    pairs = [(char, others) for char, others in zip(ring.text, ring.alternatives, strict=True) if _plain(char)]
    return Voted("".join(_plain(char) for char, _ in pairs), ring.confidence, tuple(fold(others) for _, others in pairs))


def _agreed(readings: Sequence[Reading]) -> Reading:
    """The better of several readings of one line, trusted in full only where they agree."""
    best = max(readings, key=lambda reading: reading.score)
    if all(_plain(reading.text) == _plain(best.text) for reading in readings):
        return Reading(_plain(best.text), best.score)
    return Reading(_plain(best.text), best.score * DOUBT)


def _best_line(readings: Sequence[Reading]) -> Reading:
    """Lines below one another are one text; its score is the worst of them. Numbers are no part of it."""
    read = [reading for reading in readings if len(_plain(reading.text)) > 1 and not _plain(reading.text).isascii()]
    if not read:
        return Reading("", 0.0)
    return Reading("".join(_plain(reading.text) for reading in read), min(reading.score for reading in read))


def _tax_number(readings: Sequence[Reading]) -> Reading:
    """The number across an invoice seal (DOMAIN 5.1): fifteen digits, or a credit code of eighteen."""
    lines = [Reading(_plain(reading.text), reading.score) for reading in readings]
    return next((line for line in lines if TAX_NUMBER.fullmatch(line.text)), Reading("", 0.0))


def _plain(text: str) -> str:
    return "".join(fold(text).split()).strip("·.,。、-—_☆★")


def _digits(reading: Reading) -> Reading:
    """Digits alone; the recogniser takes some of these tiny ones for letters. A code of another length was not read whole."""
    digits = "".join(char for char in reading.text if char.isascii() and char.isdigit())
    if len(digits) < LEAST_DIGITS:
        return Reading("", 0.0)
    return Reading(digits, reading.score if len(digits) == CODE_DIGITS else reading.score * DOUBT)
