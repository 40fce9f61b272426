"""Sets a page upright: the orientation classifier's guess, confirmed by reading where it is unsure."""

from typing import Final

from extractors.ocr.engine import Image, OcrEngine
from extractors.page.orientation import OrientationModel, Turn, turned

SURE: Final = 0.75
"""Classifier probability from which its guess is taken. On 198 real licences in all four turns (792 pages) every guess was
right, two of them below this; small cards on wide desks go lower."""
PROBE_LINES: Final = 6
"""Lines read per turn to compare turns: the longest ones, whose scores differ most between upright and upside-down."""
TURNS: Final[tuple[Turn, ...]] = (0, 90, 180, 270)
MIN_GAIN: Final = 0.15
"""How much better (mean score, 0..1) another turn must read than the page as it came for the page to be turned on that."""


def upright_turn(image: Image, orientation: OrientationModel, engine: OcrEngine) -> Turn:
    """Return the clockwise turn that sets the page upright. A page on which nothing is read stays as it came."""
    guess = orientation.guess(image)
    if guess.confidence >= SURE:
        return guess.turn
    scores = {turn: legible_score(turned(image, turn), engine) for turn in TURNS}
    best = max(TURNS, key=lambda turn: (scores[turn], turn == guess.turn))
    return best if scores[best] >= scores[0] + MIN_GAIN else 0


def legible_score(image: Image, engine: OcrEngine) -> float:
    """Mean score (0..1) of the longest lines as read on the image as it stands; lines that stand on end count as unread."""
    quads = engine.detect(image)
    lying = [quad for quad in quads if _width(quad) > _height(quad)]
    if len(lying) * 2 < len(quads):
        return 0.0
    longest = sorted(lying, key=_width, reverse=True)[:PROBE_LINES]
    readings = engine.recognise(engine.crop(image, longest))
    return sum(reading.score for reading in readings) / len(readings) if readings else 0.0


def _width(quad: tuple[tuple[float, float], ...]) -> float:
    return max(x for x, _ in quad) - min(x for x, _ in quad)


def _height(quad: tuple[tuple[float, float], ...]) -> float:
    return max(y for _, y in quad) - min(y for _, y in quad)
