"""The ladders of the legibility bench: papers photographed, spoiled step by step, read, measured and judged."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from zlib import crc32

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.evidence import Box, Document, FieldReading, FileEvidence, Legibility, PageEvidence
from extractors.files import RawPage
from extractors.page.blocks import blockiness
from extractors.page.legibility import Picture as Measured
from extractors.page.legibility import legibility_at
from extractors.read import FileReader
from extractors.recognise import documents_on
from extractors.schema import DAYS, NUMBERS, PAPERS
from extractors.text.dates import find_dates
from extractors.text.fold import fold
from samples.capture import Picture, Shot, photo
from samples.degrade import FAULTS
from samples.facts import Facts, draw_facts
from samples.leaves import Leaf, Wish, both_sides, certificate_leaf, licence_leaf
from samples.shoot import stamped
from samples.textures import DESKS
from samples.twist import STATED
from validators.case import Case, CaseFile
from validators.check import CannotTell, Finds
from validators.legibility import READABLE, LegibilityLimits, Strain, strain_at, strain_of
from validators.policy import load_policy
from validators.reasons import CATALOGUE

DIGITS = frozenset(name for paper in PAPERS.values() for name, field in paper.fields.items() if field.kind in NUMBERS | DAYS)
"""Fields that hold numbers or dates."""

REQUIRED: Final[Mapping[str, tuple[str, ...]]] = {
    "front": ("name", "id_number"),
    "back": ("valid_until",),
    "termination_certificate": ("employee_name", "employee_id", "employer_name", "separation_date", "issue_date"),
    "business_license": ("uscc", "name", "legal_rep"),
}
DATES: Final = frozenset({"valid_until", "separation_date", "issue_date"})
CARD, SHEET = (400.0, Shot(1.2, 0.8, 0)), (220.0, Shot(2.2, 0.9, 0))
"""Resolution that a paper is drawn at, and how it is photographed."""
ASKING: Final = (
    "legible_fields",
    "legible_pages",
    "unread_fields",
    "unrecognized",
    "certificate_contents",
    "certificate_dated",
    "impossible_dates",
    "future_dates",
    "license_number",
    "card_number",
)
"""Checks that say something about values that were not read, or were read as something that cannot be."""
RESIZING: Final = frozenset({"jpeg", "downscaling"})
LIMITS: Final = LegibilityLimits()
TODAY: Final = date(2024, 6, 10)


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """A photo of a paper, and where its required values stand: their corners in pixels, and what they say."""

    name: str
    kind: str
    slot: str
    picture: Picture
    corners: Mapping[str, NDArray[np.float64]]
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rung:
    """One value on one spoiled picture.

    ``lost``: it was not read right. ``recognised``: how sure recognition is of what stands in its place (0..1). ``judged``:
    bounce, review or nothing; what was said of the picture as a whole counts for the values that were lost on it, and for all
    of them where none was.
    """

    sample: str
    fault: str
    step: int
    field: str
    in_frame: bool
    lost: bool
    measured: Legibility | None
    strain: float
    hidden: float
    recognised: float
    laplacian: float
    laplacian_there: float
    judged: str


def draw_samples(count: int, seed: int) -> list[Sample]:
    """Photos of papers: the sides of cards, certificates and licences take turns."""
    samples: list[Sample] = []
    for number in range((count + 3) // 4):
        rng, noise = random.Random(f"ladder/{seed}/{number}"), np.random.default_rng((seed, number))
        facts = draw_facts(rng, "employer_withdrawal", "legal_rep")
        samples += [_sample(leaf, slot, noise, rng) for leaf, slot in _leaves(facts, rng)]
    return samples[:count]


def _leaves(facts: Facts, rng: random.Random) -> Iterator[tuple[Leaf, str]]:
    front, back = both_sides(facts.legal_rep, rng)
    certificate = certificate_leaf(facts, rng, Wish(STATED, by_hand=False))
    yield from ((front, "legal_rep_id"), (certificate, "termination_certificate"))
    yield from ((back, "legal_rep_id"), (licence_leaf(facts.licence, rng), "business_license"))


def _sample(leaf: Leaf, slot: str, noise: np.random.Generator, rng: random.Random) -> Sample:
    dpi, shot = CARD if leaf.is_card else SHEET
    flat = stamped(leaf, dpi, noise)
    captured = photo(flat, noise, Shot(shot.megapixels, shot.fill, rng.randrange(DESKS)))
    kind = leaf.paper.side or leaf.paper.type
    height, width = flat.picture.shape[:2]
    corners = {
        field: cv2.perspectiveTransform(_corners(box, width, height)[None], captured.matrix)[0]
        for field, box in leaf.paper.boxes.items()
        if field in REQUIRED[kind] and field in leaf.paper.fields
    }
    values = {field: leaf.paper.fields[field] for field in corners}
    return Sample(f"{kind} {next(iter(values.values()))}", kind, slot, captured.picture, corners, values)


def _corners(box: Box, width: int, height: int) -> NDArray[np.float64]:
    left, top, right, bottom = box
    return np.array([(left, top), (right, top), (right, bottom), (left, bottom)]) * (width, height)


def climb(sample: Sample, faults: tuple[str, ...], steps: tuple[int, ...], reader: FileReader) -> Iterator[Rung]:
    """Spoil a picture by every fault in every step; the untouched picture counts once."""
    for fault in faults:
        key = crc32(f"{sample.name}/{fault}".encode())
        aim = list(sample.corners)[key % len(sample.corners)]
        spot = _bounds(sample.corners[aim])
        for step in steps:
            if step or fault == faults[0]:
                noise = np.random.default_rng(key)
                picture = FAULTS[fault](sample.picture, step / 8, spot, noise) if step else sample.picture
                yield from _rungs(sample, (fault, step), picture, reader)


def _bounds(corners: NDArray[np.float64]) -> tuple[float, float, float, float]:
    (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
    return float(left), float(top), float(right), float(bottom)


def _rungs(sample: Sample, at: tuple[str, int], picture: Picture, reader: FileReader) -> Iterator[Rung]:
    page, documents = documents_on(reader.read_page(RawPage(number=1, image=picture, text=None, dpi=None)))
    document = next((one for one in documents if sample.kind in (one.side, one.type)), None)
    judged = _judged(sample, page, documents)
    measured, variance = Measured(picture, blockiness(picture)), laplacian(picture)
    scale = picture.shape[1] / sample.picture.shape[1] if at[0] in RESIZING else 1.0
    boxes = {field: _in_frame(corners * scale, picture) for field, corners in sample.corners.items()}
    lost = {field: not _read_right(field, sample.values[field], document, page, boxes[field]) for field in boxes}
    for field, box in boxes.items():
        inside = box[2] > box[0] and box[3] > box[1]
        there = legibility_at(measured, page.lines, box) if inside else None
        own = strain_of(there, LIMITS, digits=field in DIGITS) if there else _unmeasured(box, picture)
        shared = judged.get("", "nothing") if lost[field] or not any(lost.values()) else "nothing"
        yield Rung(
            *(sample.name, *at, field, inside, lost[field], there),
            strain_at(page, box, own, LIMITS, there).amount if inside else 0.0,
            strain_at(page, box, READABLE, LIMITS, there).amount if inside else 0.0,
            _recognised(document.fields.get(field) if document else None, page, box),
            variance,
            laplacian(_crop(picture, box)) if inside else 0.0,
            judged.get(field, shared),
        )


def _unmeasured(box: Box, picture: Picture) -> Strain:
    """The strain of a place too small to be measured: by its size, or by what the frame left of it."""
    height, width = (box[3] - box[1]) * picture.shape[0], (box[2] - box[0]) * picture.shape[1]
    return Strain("text_too_small", LIMITS.smallest_px / max(1.0, min(height, 2 * width)))


def _recognised(reading: FieldReading | None, page: PageEvidence, box: Box) -> float:
    """How sure recognition is of a place (0..1): by the value found there, its check digits, or the least sure line in it."""
    scores = [line.score for line in page.lines if _overlap(line.box, box)]
    own = 0.0 if reading is None or reading.state != "read" else 1.0 if reading.checksum_ok else reading.confidence
    return max(own, min(scores, default=0.0))


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _in_frame(corners: NDArray[np.float64], picture: Picture) -> Box:
    """The rectangle around a value, in fractions of a picture and cut at its frame."""
    left, top, right, bottom = _bounds(corners / (picture.shape[1], picture.shape[0]))
    return left, top, min(1.0, right), min(1.0, bottom)


def _crop(picture: Picture, box: Box) -> Picture:
    height, width = picture.shape[:2]
    return picture[round(box[1] * height) : round(box[3] * height) + 1, round(box[0] * width) : round(box[2] * width) + 1]


def laplacian(picture: Picture, side_px: int = 1000) -> float:
    """The plain measure of sharpness: the variance of the Laplacian, at a longer side of 1000 pixels where it is larger.

    Nothing is as dull as what lies outside the frame.
    """
    if not picture.size:
        return 0.0
    factor = min(1.0, side_px / max(picture.shape[:2]))
    height, width = (max(1, round(side * factor)) for side in picture.shape[:2])
    grey = cv2.cvtColor(cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA), cv2.COLOR_BGR2GRAY)
    return float(cv2.Laplacian(grey, cv2.CV_64F).var())


def _read_right(field: str, value: str, document: Document | None, page: PageEvidence, box: Box) -> bool:
    """Whether a value stands in the document as it is on the paper, or at least in the lines in its place.

    A card whose labels are lost is no card to the reader; its number may be as plain as ever.
    """
    reading = document.fields.get(field) if document else None
    if reading is not None and reading.value == value:
        return True
    here = [line for line in page.lines if line.box[1] < box[3] and line.box[3] > box[1]]
    texts = [fold(text).replace(" ", "") for line in here for text in (line.text, line.colour_text or "")]
    whole = "".join(texts)
    if field not in DATES:
        return value in whole
    days = {reading.value for text in (*texts, whole) for reading in find_dates(text)}
    digits = value.replace("-", "")
    return value in days or any(digits in "".join(filter(str.isdigit, text)) for text in texts) or value in whole


def _judged(sample: Sample, page: PageEvidence, documents: tuple[Document, ...]) -> dict[str, str]:
    """What the checks make of the picture, by the field that they speak of; under no name what concerns the whole page."""
    evidence = FileEvidence(
        sha256="0" * 64, size_bytes=1, format="jpeg", page_count=1, pages=(page,), documents=documents, extractor="bench"
    )
    file = CaseFile(name="bench.jpg", slot=sample.slot, evidence=evidence)
    case = Case(packet_id="bench", scenario="employer_withdrawal", submitted_on=TODAY, files=(file,))
    policy = load_policy("employer_withdrawal")
    said: dict[str, str] = {}
    for check in policy.checks:
        for outcome in check.judge(case) if check.name in ASKING else ():
            if isinstance(outcome, Finds | CannotTell):
                severity = policy.severities.get(outcome.reason, CATALOGUE.reasons[outcome.reason].severity)
                weight = "review" if isinstance(outcome, CannotTell) and severity == "bounce" else severity
                field = outcome.about.rpartition("/")[2] if "/" in outcome.about else ""
                bounces = weight == "bounce" and outcome.reason.startswith("image.")
                if weight != "info":
                    said[field] = "bounce" if bounces or said.get(field) == "bounce" else "review"
    return said
