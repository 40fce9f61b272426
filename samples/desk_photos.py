"""Photos of ID cards lying on something: a part of the frame only, seen from beside, held by a finger, both sides at once.

Everything stays legible to a careful person; what the photo shows, and where, is known to the pixel.
"""

import random
from dataclasses import dataclass
from datetime import date
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from samples import bundle
from samples.capture import CARD_CORNER_MM, Flat, Picture, developed, laid
from samples.grounds import GROUNDS
from samples.papers.id_card import CARD_MM, draw_id_back, draw_id_front
from samples.papers.paper import Paper, Shown, Side
from samples.people import Person, draw_person
from samples.textures import Field

Corners = NDArray[np.float64]
"""4 x 2 pixels, clockwise from the card's own upper left corner."""

_DPI: Final = 400.0
_TODAY: Final = date(2025, 3, 1)
_LEAST_CARD_PX: Final = 620
"""How wide a card is at least: below that a person has to guess at rare characters."""
_MARGIN: Final = 0.03
"""Share of the frame's side that stays free around the cards."""
_FOCAL: Final = 1.1
"""Of a phone's main camera, in widths of its picture."""
_FINGER_MM: Final = 15.0
_MOST_OF_TWO, _MOST_ABREAST = 0.20, 0.15
"""Share of the frame that each of two cards can take, one above the other or side by side."""
_SKINS: Final = ((122, 152, 205), (95, 128, 188), (140, 172, 222))
"""BGR."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is photographed. ``share``: of the frame that each card takes, 0..1; ``turned``: cards that lie upside down."""

    sides: tuple[Side, ...]
    share: float
    ground: str
    tilt_deg: float = 12.0
    finger: bool = False
    megapixels: float = 3.0
    turned: tuple[bool, ...] = (False, False)


@dataclass(frozen=True, slots=True, eq=False)
class DeskPhoto:
    """A photo and what lies on it: each card's corners in pixels, and what stands on it."""

    picture: Picture
    corners: tuple[Corners, ...]
    shown: tuple[Shown, ...]
    scene: Scene


def draw_scene(rng: random.Random) -> Scene:
    """A scene as people make them: one side at 10 to 60 % of the frame, or both at 10 to 20 % each."""
    sides: tuple[Side, ...] = rng.choice((("front",), ("back",), ("front",), ("front", "back"), ("back", "front")))
    return Scene(
        sides=sides,
        share=rng.uniform(0.10, _MOST_OF_TWO if len(sides) > 1 else 0.60),
        ground=rng.choice(tuple(GROUNDS)),
        tilt_deg=abs(rng.gauss(0, 11)),
        finger=rng.random() < 0.3,
        megapixels=rng.choice((2.0, 3.2, 5.0)),
    )


def desk_photo(scene: Scene, rng: random.Random) -> DeskPhoto:
    """Photograph one person's card."""
    person = draw_person(rng, _TODAY)
    papers = [_paper(side, person, rng) for side in scene.sides]
    noise = np.random.default_rng(rng.getrandbits(64))
    shape = _frame(scene)
    corners = _placed(scene, shape, noise)
    ground = GROUNDS[scene.ground](shape, noise)
    truth = [np.roll(place, 2 if turned else 0, axis=0) for place, turned in zip(corners, scene.turned, strict=False)]
    for paper, place in zip(papers, truth, strict=True):
        flat = Flat(bundle.rendered(paper.pdf, _DPI)[0], _DPI, CARD_CORNER_MM)
        ground = laid(ground, flat, place.astype(np.float32), noise)
    if scene.finger:
        ground = _held(ground, corners[0], noise)
    return DeskPhoto(developed(ground, noise), tuple(truth), tuple(paper.shown[0] for paper in papers), scene)


def _paper(side: Side, person: Person, rng: random.Random) -> Paper:
    return draw_id_front(rng, person) if side == "front" else draw_id_back(rng, person)


def _frame(scene: Scene) -> tuple[int, int]:
    """Height and width of a 4:3 picture lying on its side, large enough for the card to be read."""
    least = _LEAST_CARD_PX**2 * CARD_MM[1] / CARD_MM[0] / scene.share
    short = int((max(scene.megapixels * 1e6, least) * 0.75) ** 0.5) // 4 * 4
    return short, short * 4 // 3


def _placed(scene: Scene, shape: tuple[int, int], noise: np.random.Generator) -> list[Corners]:
    """Where the cards' corners land; tried again until all lie in the frame, ever flatter and nearer its middle."""
    for attempt in range(200):
        ease = 1 - attempt / 200
        corners = _project(scene, shape, ease, noise)
        low, high = np.array(shape[::-1]) * _MARGIN, np.array(shape[::-1]) * (1 - _MARGIN)
        if all((low <= card).all() and (card <= high).all() for card in corners):
            return corners
    raise ValueError(f"{scene.share:.0%} of a card does not fit the frame")


def _project(scene: Scene, shape: tuple[int, int], ease: float, noise: np.random.Generator) -> list[Corners]:
    """The cards on a plane that leans away from the camera, beside or below each other, each turned a little."""
    height, width = shape
    across, mm_area = CARD_MM[0] / 2, CARD_MM[0] * CARD_MM[1]
    scale = (scene.share * width * height / mm_area) ** 0.5
    count = len(scene.sides)
    stacked = noise.random() < 0.5 or scene.share > _MOST_ABREAST
    step = np.array([0.0, CARD_MM[1] * 1.12]) if stacked else np.array([CARD_MM[0] * 1.08, 0.0])
    stray = noise.normal(0, 0.08, 2) * (width, height) * ease * (1 - scene.share) / scale
    cards = []
    for index in range(count):
        turn = np.radians(noise.normal(0, 4.0) * ease)
        square = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * (across, CARD_MM[1] / 2)
        rotation = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
        cards.append(square @ rotation + step * (index - (count - 1) / 2) + stray)
    axis = noise.uniform(0, 2 * np.pi)
    return [_seen(card * scale, scene.tilt_deg * ease, shape, axis) for card in cards]


def _seen(points: Corners, tilt_deg: float, shape: tuple[int, int], axis: float) -> Corners:
    """Points of the desk (pixels from the frame's middle) as a camera sees them that leans by ``tilt_deg`` about an axis."""
    height, width = shape
    focal = _FOCAL * width
    lean = np.array([np.cos(axis), np.sin(axis)])
    along, tilt = points @ lean, np.radians(tilt_deg)
    flat = points + np.outer(along * (np.cos(tilt) - 1), lean)
    depth = focal + along * np.sin(tilt)
    return np.asarray(flat * (focal / depth)[:, None] + (width / 2, height / 2))


def _held(ground: Field, card: Corners, noise: np.random.Generator) -> Field:
    """A fingertip over one of the right corners, where a card has nothing to read."""
    corner = int(noise.integers(1, 3))
    mm = float(np.linalg.norm(card[1] - card[0])) / CARD_MM[0]
    inward = card.mean(axis=0) - card[corner]
    inward = inward / np.linalg.norm(inward)
    tip = card[corner] - inward * mm * noise.uniform(1.0, 3.0)
    root = tip - inward * mm * 90
    skin = np.array(_SKINS[int(noise.integers(len(_SKINS)))], dtype=np.float32)
    mask = np.zeros(ground.shape[:2], np.float32)
    cv2.line(mask, (round(tip[0]), round(tip[1])), (round(root[0]), round(root[1])), (1.0,), round(_FINGER_MM * mm))
    mask = _blurred(mask[..., None], max(1.0, 0.25 * mm))
    shade = 0.72 + 0.28 * _blurred(mask, 3.0 * mm)
    shadow = 1 - 0.25 * _blurred(mask, 1.5 * mm)
    return np.asarray(ground * shadow * (1 - mask) + skin * shade * mask, dtype=np.float32)


def _blurred(mask: Field, sigma: float) -> Field:
    """A mask, height x width x 1, with a soft edge."""
    return np.asarray(cv2.GaussianBlur(mask[..., 0], (0, 0), sigma), dtype=np.float32)[..., None]
