"""Cuts the seals of fictitious companies, offices and people: what stands where on them, as ink coverage.

Sizes and layouts follow the rules for unit seals (DOMAIN 5.1): round 38-42 mm with a star and the name along the arc, an
optional 13-digit code on the lower arc, a line below the star on special-purpose seals, an oval of 40 x 30 mm for invoices, a
square of 18-22 mm for names. A new kind is a new function that returns a mask, and a line in ``_MASKS``. How a seal is pressed
on paper is ``samples.impressions``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from samples.fonts import Face
from samples.seal_canvas import Canvas, Mask, places_along

SealKind = Literal["round", "oval", "square", "rectangular"]


_SQUARE_CELLS = 4


@dataclass(frozen=True, slots=True)
class SealDesign:
    """What is cut into a seal. Sizes in millimetres; ``text`` is the ring text, or the name on a square seal."""

    text: str
    kind: SealKind = "round"
    width_mm: float = 40.0
    height_mm: float = 40.0
    star: bool = True
    emblem: bool = False
    centre_line: str = ""
    lower_line: str = ""
    code: str = ""
    set_in_mm: float = 0.0
    """By how much further from the rim the ring's text lies than on most seals."""


def company_seal(name: str, code: str = "", width_mm: float = 40.0) -> SealDesign:
    """The round seal of a company's registered name (公章)."""
    return SealDesign(text=name, width_mm=width_mm, height_mm=width_mm, code=code)


def special_seal(name: str, purpose: str, star: bool = True) -> SealDesign:
    """A round seal for one purpose, such as 人事专用章, with the purpose as a line below the centre."""
    return SealDesign(text=name, star=star, lower_line=purpose)


def invoice_seal(name: str, tax_number: str) -> SealDesign:
    """The oval 发票专用章 with the tax number in the middle."""
    return SealDesign(name, "oval", 40.0, 30.0, star=False, centre_line=tax_number, lower_line="发票专用章")


def office_seal(name: str) -> SealDesign:
    """The round seal of an office of state that bears an emblem instead of the star."""
    return SealDesign(text=name, width_mm=42.0, height_mm=42.0, star=False, emblem=True)


def name_seal(person: str) -> SealDesign:
    """The seal of a person's name: square, or an upright rectangle's worth of characters in one row for long names."""
    if len(person) > _SQUARE_CELLS:
        return SealDesign(person, "rectangular", 30.0, 11.0, star=False)
    return SealDesign(person, "square", 20.0, 20.0, star=False)


def row_seal(person: str) -> SealDesign:
    """A rectangular seal with the name in one row."""
    return SealDesign(person, "rectangular", 9.0 * len(person), 11.0, star=False)


def cut(design: SealDesign, face: Face) -> Mask:
    """The face of a seal as it was cut, upright, at ``PX_PER_MM``."""
    return _MASKS[design.kind](design, face)


def _round(design: SealDesign, face: Face) -> Mask:
    """A rim, the name along the arc, and what stands inside; an oval is the same with two radii."""
    canvas = Canvas(design.width_mm, design.height_mm)
    canvas.rim()
    size = min(design.width_mm, design.height_mm)
    canvas.along(design.text, face, *_ring_room(design), design.set_in_mm)
    if design.emblem:
        canvas.emblem()
    if design.star:
        canvas.star(-0.05 * size if design.lower_line else 0.0)
    if design.centre_line:
        canvas.line(design.centre_line, face, 0.085 * size, 0.02 * size)
    if design.lower_line:
        canvas.line(design.lower_line, face, 0.1 * size, 0.27 * size)
    if design.code:
        canvas.code(design.code, face)
    return canvas.mask


def _ring_room(design: SealDesign) -> tuple[float, float]:
    """How tall the ring's glyphs are (mm), and the angle from the first to the last (degrees): long names are crowded."""
    crowd = 12 / max(len(design.text), 12)
    widest = 212.0 if design.lower_line else 256.0 if design.code else 272.0
    return (
        0.14 * min(design.width_mm, design.height_mm) * crowd**0.6,
        min(widest, 25.0 * (len(design.text) - 1)),
    )


def ring_places(design: SealDesign) -> list[tuple[float, float, float]]:
    """Where the ring's glyphs stand: x to the right and y down from the middle (mm), and the angle their tops point to."""
    radii = (design.width_mm / 2 - design.set_in_mm, design.height_mm / 2 - design.set_in_mm)
    return places_along(radii, len(design.text), *_ring_room(design))


def cells_of(design: SealDesign) -> str:
    """The characters cut into a name seal: a square one is filled up with 印 or 之印."""
    person = design.text.replace("·", "")
    return {2: person + "之印", 3: person + "印"}.get(len(person), person) if design.kind == "square" else person


def _square(design: SealDesign, face: Face) -> Mask:
    """Square ones hold two columns, read from the right; rectangular ones one row."""
    canvas = Canvas(design.width_mm, design.height_mm)
    canvas.frame()
    cells = cells_of(design)
    if design.kind == "rectangular":
        canvas.line(cells, face, design.width_mm * 0.88 / len(cells), 0.0)
        return canvas.mask
    quarter = design.width_mm * 0.205
    for cell, (dx, dy) in zip(cells, ((1, -1), (1, 1), (-1, -1), (-1, 1)), strict=True):
        canvas.put(cell, face, (design.width_mm * 0.38, design.width_mm * 0.4), (dx * quarter, dy * quarter, 0.0))
    return canvas.mask


_MASKS: dict[SealKind, Callable[[SealDesign, Face], Mask]] = {
    "round": _round,
    "oval": _round,
    "square": _square,
    "rectangular": _square,
}
