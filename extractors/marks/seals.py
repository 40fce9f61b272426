"""The seals of a page: where they lie, what they are, and what is cut into them."""

from collections.abc import Sequence

from extractors.evidence import Box, Seal
from extractors.marks.seal_outlines import across
from extractors.marks.seal_shape import SealShape
from extractors.marks.seal_text import SealText, read_seal
from extractors.ocr.engine import OcrEngine
from extractors.page.ink import InkLayers


def read_seals(shapes: Sequence[SealShape], ink: InkLayers, engine: OcrEngine, page_number: int) -> tuple[Seal, ...]:
    """Return the seals of an upright page, found before, in the order given. Each costs one call of the engine."""
    return tuple(_seal(shape, ink, page_number, read_seal(shape, ink, engine, across(shape, shapes))) for shape in shapes)


def _seal(shape: SealShape, ink: InkLayers, page_number: int, read: SealText) -> Seal:
    return Seal(
        kind=shape.kind,
        text=read.text,
        center_text=read.center_text,
        color=shape.colour,
        visible=shape.visible,
        page=page_number,
        box=_box(shape, ink),
        confidence=shape.confidence,
        text_confidence=read.confidence,
        center_confidence=read.center_confidence,
        code=read.code,
        code_confidence=read.code_confidence,
        alternatives=read.alternatives,
    )


def _box(shape: SealShape, ink: InkLayers) -> Box:
    """The upright rectangle around what lies on the page, in fractions of the page."""
    height, width = ink.image.shape[:2]
    left, top, right, bottom = shape.extent
    return _clamped(left / width), _clamped(top / height), _clamped(right / width), _clamped(bottom / height)


def _clamped(fraction: float) -> float:
    return min(1.0, max(0.0, fraction))
