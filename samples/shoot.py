"""Uploads → the bytes of their files, with the truth about each page."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from samples import bundle
from samples.capture import CARD_CORNER_MM, Flat, Picture, Shot, photo, place, press, scan
from samples.handwriting import write
from samples.leaves import Leaf, impressions
from samples.seal_canvas import PX_PER_MM
from samples.uploads import Upload


@dataclass(frozen=True, slots=True)
class Fidelity:
    """How much detail the files keep: scans in dots per inch, photos in million pixels, JPEG qualities (Pillow's scale)."""

    scan_dpi: int = 200
    sheet_megapixels: float = 3.2
    card_megapixels: float = 1.6
    quality: tuple[int, int] = (70, 86)


SMALL = Fidelity(scan_dpi=150, sheet_megapixels=2.2, card_megapixels=0.9, quality=(58, 68))
"""For the packets that are committed."""


@dataclass(frozen=True, slots=True)
class Studio:
    """Where one applicant captures everything: at one fidelity, on one desk."""

    fidelity: Fidelity
    desk: int

    def shot(self, leaf: Leaf) -> Shot:
        """How a paper is photographed: cards from nearer than sheets."""
        if leaf.is_card:
            return Shot(self.fidelity.card_megapixels, 0.8, self.desk)
        return Shot(self.fidelity.sheet_megapixels, 0.9, self.desk)

    def scan_dpi(self, leaf: Leaf) -> float:
        """How finely a paper is scanned: cards at 300 dpi at least."""
        return float(max(self.fidelity.scan_dpi, _CARD_SCAN_DPI if leaf.is_card else 0))


_CARD_SCAN_DPI = 300
"""What scanners do with cards by themselves; coarser ones have too few pixels to be taken (DOMAIN 6.2)."""


@dataclass(frozen=True, slots=True)
class Truth:
    """A document on a page of a file. ``fields`` are the values that stand on the paper, normalised."""

    file: str
    page: int
    type: str
    side: str | None
    fields: Mapping[str, str]
    capture: str


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file as it arrives, the slot it was put in, and what is on it; nothing where it cannot be read."""

    name: str
    slot: str | None
    data: bytes
    truths: tuple[Truth, ...]


def shoot(upload: Upload, rng: random.Random, studio: Studio) -> SentFile:
    """Stamp, sign and capture the papers of one file."""
    noise = np.random.default_rng(rng.getrandbits(64))
    quality = rng.randint(*studio.fidelity.quality)
    if upload.capture == "digital":
        data = bundle.joined([_digital(leaf, noise) for leaf in upload.leaves])
    else:
        data = _captured(upload, noise, studio, quality)
    truths = tuple(
        Truth(upload.name, number, shown.type, shown.side, shown.fields, upload.capture.removesuffix("_pdf"))
        for number, leaf in enumerate(upload.leaves, start=1)
        for shown in leaf.paper.shown
    )
    return SentFile(upload.name, upload.slot, data, truths)


def renamed(sent: SentFile, name: str) -> SentFile:
    """The same file under another name."""
    return replace(sent, name=name, truths=tuple(replace(truth, file=name) for truth in sent.truths))


def _captured(upload: Upload, noise: np.random.Generator, studio: Studio, quality: int) -> bytes:
    pictures = [_picture(leaf, upload, noise, studio) for leaf in upload.leaves]
    if upload.capture == "scan_pdf":
        resolutions = [studio.scan_dpi(leaf) for leaf in upload.leaves]
        return bundle.image_pdf(list(zip(pictures, resolutions, strict=True)), quality)
    if upload.name.endswith(".png"):
        return bundle.png(pictures[0])
    return bundle.jpeg(pictures[0], quality, upload.orientation)


def _picture(leaf: Leaf, upload: Upload, noise: np.random.Generator, studio: Studio) -> Picture:
    """One page as a picture; cards are photographed close, or lie on a page for the scanner."""
    if upload.capture == "photo":
        picture = photo(stamped(leaf, _CARD_DPI if leaf.is_card else _SHEET_DPI, noise), noise, studio.shot(leaf)).picture
    else:
        flat = stamped(leaf, studio.scan_dpi(leaf), noise)
        picture = scan(_on_glass(flat, noise) if leaf.is_card else flat, noise, grey=upload.grey).picture
    return bundle.quarter_turned(picture, upload.turn) if upload.turn else picture


_CARD_DPI, _SHEET_DPI = 400.0, 220.0
"""Resolutions that papers are drawn at before they are photographed: finer than any photo of them."""


def _on_glass(card: Flat, noise: np.random.Generator) -> Flat:
    """A single card scanned: cropped to a page a good deal larger than the card."""
    width, height = card.size_mm
    return place(card, (width * noise.uniform(1.15, 1.9), height * noise.uniform(1.15, 2.2)))


def stamped(leaf: Leaf, dpi: float, noise: np.random.Generator) -> Flat:
    """A paper as it lies there: drawn at a resolution, filled in by hand, stamped, and torn where it was torn."""
    picture = bundle.rendered(leaf.paper.pdf, dpi)[0]
    flat = Flat(picture, dpi, CARD_CORNER_MM if leaf.is_card else 0.0)
    flat = write(flat, leaf.paper.handwriting, noise)
    for image, centre in impressions(leaf, noise):
        flat = press(flat, image, centre, PX_PER_MM)
    if leaf.kept < 1:
        flat = replace(flat, picture=flat.picture[: round(flat.picture.shape[0] * leaf.kept)])
    return flat


def _digital(leaf: Leaf, noise: np.random.Generator) -> bytes:
    """The PDF as the office program wrote it, seals laid over as pictures."""
    overlays = [bundle.Overlay(image[::2, ::2], centre, PX_PER_MM / 2) for image, centre in impressions(leaf, noise)]
    return bundle.stamped_pdf(leaf.paper.pdf, overlays)
