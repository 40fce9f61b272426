"""One page with its marks: drawn, signed, stamped and captured, and the truth about all of it."""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from samples import bundle
from samples.capture import MM_PER_INCH, Captured, Flat, Picture, Shot, photo, press, scan
from samples.facts import Facts, draw_facts
from samples.fonts import faces_of, first_covering
from samples.impressions import draw, outline
from samples.marks.designs import CUT, STRIP, Planned, plan_seal
from samples.marks.resembling import RESEMBLING, red_object
from samples.marks.signing import Place, SmallSeal, plan_places, sign
from samples.marks.truth import Clarity, PageTruth, SealTruth, SignatureTruth
from samples.papers.authorization_letter import draw_authorization
from samples.papers.business_license import draw_license
from samples.papers.decoys import DecoyKind, draw_decoy
from samples.papers.paper import Box, Paper
from samples.papers.registration_proof import draw_registration_proof
from samples.papers.termination_certificate import draw_certificate
from samples.seal_canvas import PX_PER_MM
from samples.textures import DESKS

DPI: Final = 200.0
OVER_TEXT: Final = 0.012
"""Share of a seal's box that print takes from which it lies over text: a line across it takes 0.02."""
OVERLAPPED: Final = 0.02
"""Share of a seal's area that another impression takes from which it is overlapped: a corner of a name seal takes 0.03."""
_DARK: Final = 110
_DECOYS: Final[tuple[DecoyKind, ...]] = ("employment_certificate", "income_certificate", "contract_page", "meeting_note")


@dataclass(frozen=True, slots=True, eq=False)
class MarkedPage:
    """A page's picture as a JPEG file, and what is true of it."""

    jpeg: bytes
    truth: PageTruth


@dataclass(frozen=True, slots=True, eq=False)
class _Pressed:
    """A seal on the paper: its hull in mm from the paper's corner, and how much of its box print took."""

    planned: Planned
    hull: NDArray[np.float32]
    covered: float


def draw_page(rng: random.Random) -> MarkedPage:
    """Draw one page."""
    noise = np.random.default_rng(rng.getrandbits(64))
    facts = draw_facts(rng, "employer_withdrawal", "agent")
    paper = _paper(facts, rng)
    flat = Flat(bundle.rendered(paper.pdf, DPI)[0], DPI)
    resembling = _resembling(paper, rng)
    for name in resembling:
        flat = RESEMBLING[name](flat, facts, rng)
    places = plan_places(paper, rng)
    flat, small, thumbs = sign(flat, paper, places, facts, noise)
    flat, pressed = _stamp(flat, paper, facts, (rng, noise))
    hulls = [*(seal.hull for seal in pressed), *(seal.hull for seal in small), *thumbs]
    pressed = [_overlapped(seal, hulls) for seal in pressed]
    captured, capture = _captured(flat, (rng, noise))
    picture = captured.picture
    if capture == "photo" and rng.random() < _RED_OBJECTS:
        picture, resembling = red_object(picture, rng), (*resembling, "red object")
    seals = [_truth(seal, captured, flat, grey=capture == "grey") for seal in pressed]
    seals += [_small_truth(seal, captured, flat, grey=capture == "grey") for seal in small]
    signatures = tuple(_signature(place, captured, flat, pressed) for place in places)
    truth = PageTruth(facts.employer.name, capture, tuple(seals), signatures, resembling)
    return MarkedPage(bundle.jpeg(picture, rng.randint(60, 88)), truth)


_RED_OBJECTS: Final = 0.15


def _overlapped(seal: _Pressed, hulls: Sequence[NDArray[np.float32]]) -> _Pressed:
    """A seal that was plain, said to be overlapped where another impression takes some of it."""
    area = cv2.contourArea(seal.hull)
    others = (hull for hull in hulls if hull is not seal.hull)
    shared = max((_shared(seal.hull, hull) for hull in others), default=0.0)
    if seal.planned.clarity not in ("clear", "over_text") or shared < OVERLAPPED * area:
        return seal
    return replace(seal, planned=replace(seal.planned, clarity="overlapped"))


def _shared(a: NDArray[np.float32], b: NDArray[np.float32]) -> float:
    """The area that two hulls have in common, in mm²."""
    return float(cv2.intersectConvexConvex(cv2.convexHull(a), cv2.convexHull(b))[0])


def _paper(facts: Facts, rng: random.Random) -> Paper:
    match rng.choices(("certificate", "letter", "licence", "proof", "decoy"), (44, 30, 8, 6, 12))[0]:
        case "certificate":
            return draw_certificate(rng, facts.certificate)
        case "letter" if facts.authorization:
            return draw_authorization(rng, facts.authorization)
        case "licence":
            return draw_license(rng, facts.employer)
        case "proof":
            return draw_registration_proof(rng, facts.employee, facts.today)
    return draw_decoy(rng, rng.choice(_DECOYS), (facts.employee, facts.employer, facts.today))


def _resembling(paper: Paper, rng: random.Random) -> tuple[str, ...]:
    if paper.background != "white" or rng.random() < 0.6:
        return ()
    return (rng.choice(list(RESEMBLING)),)


def _stamp(
    flat: Flat, paper: Paper, facts: Facts, chance: tuple[random.Random, np.random.Generator]
) -> tuple[Flat, list[_Pressed]]:
    """Press none to three seals; one in five of the later ones over an earlier one."""
    rng, noise = chance
    pressed: list[_Pressed] = []
    middles: list[tuple[float, float]] = []
    for number in range(rng.choices((0, 1, 2, 3), (12, 50, 27, 11))[0]):
        planned = plan_seal(facts, rng)
        overlaps = bool(middles) and rng.random() < _OVERLAPPING
        middle = _spot(planned, flat, paper, middles, (rng, number, overlaps))
        if middle is None:
            continue
        face = first_covering(planned.design.text, rng.choice(faces_of("song")))
        image = draw(planned.design, face, noise, planned.press)
        hull = outline(image) + np.array(middle, dtype=np.float32)
        covered = _print_share(flat, hull)
        if planned.clarity == "clear" and covered >= OVER_TEXT:
            planned = replace(planned, clarity="over_text")
        flat = press(flat, image, middle, PX_PER_MM)
        pressed.append(_Pressed(planned, hull, covered))
        middles.append(middle)
    return flat, pressed


_OVERLAPPING: Final = 0.2
_TRIES: Final = 30


def _spot(
    planned: Planned, flat: Flat, paper: Paper, taken: list[tuple[float, float]], how: tuple[random.Random, int, bool]
) -> tuple[float, float] | None:
    """Where a seal's middle lands, in mm; None where no room is left."""
    rng, number, overlaps = how
    width, height = flat.size_mm
    wide = planned.design.width_mm
    if overlaps:
        angle, apart = rng.uniform(0, 2 * math.pi), rng.uniform(0.55, 0.9) * wide
        x, y = taken[-1][0] + apart * math.cos(angle), taken[-1][1] + apart * math.sin(angle)
        inside = 0.5 * wide < x < width - 0.5 * wide and 0.5 * wide < y < height - 0.5 * wide
        return (x, y) if inside and planned.kind != "cross_page" else None
    for _ in range(_TRIES):
        x, y = rng.uniform(0.5 * wide, width - 0.5 * wide), rng.uniform(0.2 * height, height - 0.55 * wide)
        if planned.kind == "cross_page":
            x = width - (rng.uniform(*STRIP) - 0.5) * wide
        elif planned.clarity == "cut":
            x = rng.choice((1, -1)) * (width / 2 - (rng.uniform(*CUT) - 0.5) * wide) + width / 2
        elif number == 0 and "seal" in paper.anchors and rng.random() < 0.75:
            x, y = (anchor + rng.gauss(0, 3) for anchor in paper.anchors["seal"])
        if all(math.hypot(x - left, y - top) > 1.15 * wide for left, top in taken):
            return x, y
    return None


def _print_share(flat: Flat, hull: NDArray[np.float32]) -> float:
    left, top, right, bottom = _bounds(hull * flat.dpi / MM_PER_INCH, flat.picture.shape[:2])
    part = flat.picture[top:bottom, left:right]
    return float((part.max(axis=2) < _DARK).mean()) if part.size else 0.0


def _bounds(points: NDArray[np.float32], shape: tuple[int, ...]) -> tuple[int, int, int, int]:
    left, top = np.floor(points.min(axis=0)).astype(int)
    right, bottom = np.ceil(points.max(axis=0)).astype(int)
    return max(0, int(left)), max(0, int(top)), min(shape[1], int(right)), min(shape[0], int(bottom))


def _captured(flat: Flat, chance: tuple[random.Random, np.random.Generator]) -> tuple[Captured, str]:
    """Scanned, photocopied or photographed; now and then on yellowed paper, or through a phone's contrast filter."""
    rng, noise = chance
    if rng.random() < _YELLOWED:
        tint = np.array([rng.uniform(0.72, 0.85), rng.uniform(0.88, 0.94), rng.uniform(0.94, 0.99)])
        flat = replace(flat, picture=np.asarray(flat.picture * tint, dtype=np.uint8))
    kind = rng.choices(("scan", "photo", "grey"), (52, 38, 10))[0]
    if kind == "photo":
        taken = photo(flat, noise, Shot(rng.uniform(2.2, 5.0), 0.9, rng.randrange(DESKS)))
    else:
        coarse = rng.uniform(140, DPI)
        smaller = cv2.resize(flat.picture, None, fx=coarse / DPI, fy=coarse / DPI, interpolation=cv2.INTER_AREA)
        taken = scan(Flat(np.asarray(smaller, dtype=np.uint8), coarse), noise, grey=kind == "grey")
        taken = replace(taken, matrix=taken.matrix @ np.diag([coarse / DPI, coarse / DPI, 1.0]))
    if kind != "grey" and rng.random() < _FILTERED:
        taken = replace(taken, picture=_contrast(taken.picture, rng))
    return taken, kind


_YELLOWED: Final = 0.12
_FILTERED: Final = 0.12


def _contrast(picture: Picture, rng: random.Random) -> Picture:
    """What phones' document filters do: whiter paper, darker ink, stronger colours."""
    gained = (picture.astype(np.float32) - 128) * rng.uniform(1.15, 1.45) + rng.uniform(134, 150)
    clipped = np.clip(gained, 0, 255).astype(np.uint8)
    hsv = cv2.cvtColor(clipped, cv2.COLOR_BGR2HSV).astype(np.float32)
    hsv[..., 1] = np.clip(hsv[..., 1] * rng.uniform(1.0, 1.3), 0, 255)
    return np.asarray(cv2.cvtColor(hsv.astype(np.uint8), cv2.COLOR_HSV2BGR), dtype=np.uint8)


def _on_picture(points_mm: NDArray[np.float32], captured: Captured, flat: Flat) -> Box:
    """The box, in fractions of the picture, around points of the paper, as far as the paper reaches."""
    width, height = flat.size_mm
    kept = np.clip(points_mm, 0, (width, height)) * flat.dpi / MM_PER_INCH
    landed = cv2.perspectiveTransform(kept.astype(np.float64)[None], captured.matrix)[0]
    rows, columns = captured.picture.shape[:2]
    low, high = landed.min(axis=0) / (columns, rows), landed.max(axis=0) / (columns, rows)
    return (max(0.0, low[0]), max(0.0, low[1]), min(1.0, high[0]), min(1.0, high[1]))


def _truth(pressed: _Pressed, captured: Captured, flat: Flat, *, grey: bool) -> SealTruth:
    planned = pressed.planned
    colour = "black" if grey else "blue" if planned.press.ink else "red"
    box = _on_picture(pressed.hull, captured, flat)
    return SealTruth(
        planned.kind, planned.text, planned.center_text, planned.design.code, colour, box, planned.clarity, planned.owner,
        round(pressed.covered, 4),
    )  # fmt: skip


def _small_truth(seal: SmallSeal, captured: Captured, flat: Flat, *, grey: bool) -> SealTruth:
    box = _on_picture(seal.hull, captured, flat)
    kind: str = "rectangular" if len(seal.name) > 4 else "square"
    clarity: Clarity = "clear"
    return SealTruth(kind, seal.name, "", "", "black" if grey else "red", box, clarity, "none", 0.0)


def _signature(place: Place, captured: Captured, flat: Flat, pressed: list[_Pressed]) -> SignatureTruth:
    width, height = flat.size_mm
    left, top, right, bottom = place.box
    corners = np.array([(left, top), (right, top), (right, bottom), (left, bottom)], dtype=np.float32) * (width, height)
    under = any(_meet(corners, seal.hull) for seal in pressed)
    return SignatureTruth(place.role, place.state, _on_picture(corners.astype(np.float32), captured, flat), under)


def _meet(a: NDArray[np.float32], b: NDArray[np.float32]) -> bool:
    low, high = np.maximum(a.min(axis=0), b.min(axis=0)), np.minimum(a.max(axis=0), b.max(axis=0))
    return bool((high > low).all())
