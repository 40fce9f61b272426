"""Photos at the sizes that phones take, for the memory benchmark: papers at 48 megapixels, and the same pictures smaller."""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from PIL import Image
from pillow_heif import from_pillow

from samples.bundle import rendered
from samples.capture import CARD_CORNER_MM, Flat, Picture, Shot, photo
from samples.facts import draw_facts
from samples.leaves import Leaf, Wish, both_sides, certificate_leaf, licence_leaf
from samples.shoot import Fidelity, Studio, shoot
from samples.uploads import Upload

MEGAPIXELS: Final = (12, 24, 48)
"""What phones take by default, and what they take when asked for all pixels of the sensor."""
JPEG_QUALITY: Final = 92
HEIC_QUALITY: Final = 60
"""Pillow's and x265's scales; at these a 48-megapixel photo has 3 to 8 MB, somewhat less than phones make of one."""
CARD_DPI: Final = 600.0
CARD_WIDTHS: Final[Mapping[str, float]] = {"card 64 %": 0.87, "card 10 %": 0.345, "card 2 %": 0.154}
"""The card's share of the frame's width that makes it this share of the picture."""


@dataclass(frozen=True, slots=True)
class LargePhoto:
    """One file: what it shows, how large it is, and the values that stand on the paper."""

    shows: str
    megapixels: int
    path: Path
    fields: Mapping[str, str]


def write_photos(folder: Path, formats: tuple[str, ...], seed: int) -> Iterator[LargePhoto]:
    """Write every paper in every format and size."""
    rng = random.Random(seed)
    facts = draw_facts(rng, "employer_withdrawal", "legal_rep")
    sheets = {"certificate": certificate_leaf(facts, rng, Wish()), "licence": licence_leaf(facts.licence, rng)}
    front, _ = both_sides(facts.legal_rep, rng)
    for shows, leaf in sheets.items():
        yield from _written(folder, shows, _sheet_photo(leaf, rng), leaf, formats)
    for shows, width in CARD_WIDTHS.items():
        yield from _written(folder, shows, _card_photo(front, width, rng), front, formats[:1])


def _sheet_photo(leaf: Leaf, rng: random.Random) -> Picture:
    """A stamped sheet that fills most of a 48-megapixel photo."""
    fidelity = Fidelity(sheet_megapixels=max(MEGAPIXELS), quality=(95, 95))
    sent = shoot(Upload(None, (leaf,), "photo", "sheet.jpg"), rng, Studio(fidelity, rng.randrange(4)))
    return np.asarray(cv2.imdecode(np.frombuffer(sent.data, np.uint8), cv2.IMREAD_COLOR), dtype=np.uint8)


def _card_photo(leaf: Leaf, width: float, rng: random.Random) -> Picture:
    """A card that takes this share of the frame's width."""
    flat = Flat(rendered(leaf.paper.pdf, CARD_DPI)[0], CARD_DPI, CARD_CORNER_MM)
    noise = np.random.default_rng(rng.getrandbits(64))
    return photo(flat, noise, Shot(max(MEGAPIXELS), width, rng.randrange(4))).picture


def _written(folder: Path, shows: str, picture: Picture, leaf: Leaf, formats: tuple[str, ...]) -> Iterator[LargePhoto]:
    for megapixels in MEGAPIXELS:
        scale = (megapixels / max(MEGAPIXELS)) ** 0.5
        sized = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        image = Image.fromarray(cv2.cvtColor(sized, cv2.COLOR_BGR2RGB))
        for name in formats:
            path = folder / f"{shows} {megapixels}.{name}"
            path.write_bytes(ENCODERS[name](image))
            yield LargePhoto(shows, megapixels, path, leaf.paper.fields)


def _jpeg(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=JPEG_QUALITY)
    return out.getvalue()


def _progressive(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=JPEG_QUALITY, progressive=True)
    return out.getvalue()


def _png(image: Image.Image) -> bytes:
    """Phones' screenshots and editors compress fast rather than well; noise leaves no choice."""
    out = BytesIO()
    image.save(out, "PNG", compress_level=1)
    return out.getvalue()


def _heic(image: Image.Image) -> bytes:
    out = BytesIO()
    from_pillow(image).save(out, quality=HEIC_QUALITY)
    return out.getvalue()


ENCODERS: Final[Mapping[str, Callable[[Image.Image], bytes]]] = {
    "jpeg": _jpeg,
    "progressive": _progressive,
    "heic": _heic,
    "png": _png,
}
