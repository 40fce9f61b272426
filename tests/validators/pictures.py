"""Builders of what was measured on a picture: legibility and flaws of pages, lines and values."""

from typing import Final

from extractors.evidence import Box, Document, FieldReading, Flaw, FlawKind, Legibility, PageEvidence, TextLine
from tests.validators.cases import page, reading

PLAIN: Final = Legibility(height_px=40, edge=0.04, contrast=0.6, paper=0.8, noise=0.005)
BLURRED: Final = PLAIN.model_copy(update={"edge": 0.16})
TINY: Final = PLAIN.model_copy(update={"height_px": 5.0, "edge": 0.1})
DARK: Final = PLAIN.model_copy(update={"paper": 0.02, "contrast": 0.01, "noise": 0.004})
BLOWN: Final = PLAIN.model_copy(update={"paper": 1.0, "contrast": 0.05, "noise": 0.0})
FAINT: Final = PLAIN.model_copy(update={"contrast": 0.01, "noise": 0.0})
GRAINY: Final = PLAIN.model_copy(update={"noise": 0.2})
SQUARED: Final = PLAIN.model_copy(update={"blocks": 0.8})

PAGE_PLAIN: Final = Legibility(height_px=1600, edge=0.0008, contrast=0.7, paper=0.8, noise=0.005)
PAGE_BLURRED: Final = PAGE_PLAIN.model_copy(update={"edge": 0.006})
PAGE_THUMBNAIL: Final = PAGE_PLAIN.model_copy(update={"edge": 0.006, "height_px": 180.0})
PAGE_DARK: Final = PAGE_PLAIN.model_copy(update={"paper": 0.01})
PAGE_BLOWN: Final = PAGE_PLAIN.model_copy(update={"paper": 1.0, "contrast": 0.02, "edge": 0.0005})
PAGE_FAINT: Final = PAGE_PLAIN.model_copy(update={"contrast": 0.02})

ON_VALUE: Final[Box] = (0.3, 0.08, 0.45, 0.22)
BESIDE: Final[Box] = (0.7, 0.7, 0.9, 0.9)


def measured(value: str, legibility: Legibility, confidence: float = 0.3, state: str = "read") -> FieldReading:
    """A reading of a value with its measures; what cannot be read leaves some marks all the same."""
    raw = "二|口" if state == "illegible" else value
    return reading(value, confidence).model_copy(update={"legibility": legibility, "state": state, "raw": raw})


def flaw(kind: FlawKind, box: Box = ON_VALUE, strength: float = 1.0) -> Flaw:
    """Something about a page."""
    return Flaw(kind=kind, box=box, strength=strength)


def pictured(
    legibility: Legibility = PAGE_PLAIN, *flaws: Flaw, lines: Legibility | None = None, texts: tuple[str, ...] = ()
) -> PageEvidence:
    """A page with measures; ``lines`` are those of all its lines."""
    plain = page(1, 1600, 1200, *(texts or ("姓名", "住址")))
    given: tuple[TextLine, ...] = tuple(line.model_copy(update={"legibility": lines or PLAIN}) for line in plain.lines)
    return plain.model_copy(update={"legibility": legibility, "flaws": flaws, "lines": given})


def everywhere(document: Document, legibility: Legibility, confidence: float) -> Document:
    """The document, all its values measured alike."""
    fields = {
        name: value.model_copy(update={"legibility": legibility, "confidence": confidence})
        for name, value in document.fields.items()
    }
    return document.model_copy(update={"fields": fields})
