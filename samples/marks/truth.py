"""What is true of the marks of a page."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Literal

from samples.papers.paper import Box

Clarity = Literal["clear", "over_text", "overlapped", "faint", "worn", "cut"]
"""How hard a seal is to read: plainly pressed on bare paper, over print, with another seal or a thumb's print over it, with
little ink, with gaps in its face, or partly off the page."""

Owner = Literal["right", "one_off", "other", "none"]
"""Whose a seal is, against the firm of the page; ``one_off``: a firm whose name differs in one character; ``none``: an office's
or a person's."""

SignedState = Literal["handwritten", "printed", "name_seal", "thumbprint", "blank"]


@dataclass(frozen=True, slots=True)
class SealTruth:
    """A seal as it was pressed. ``box`` is its hull on the picture as far as it lies on it, in fractions."""

    kind: str
    text: str
    center_text: str
    code: str
    color: str
    box: Box
    clarity: Clarity
    owner: Owner
    covered: float
    """Share (0..1) of its box that print takes."""


@dataclass(frozen=True, slots=True)
class SignatureTruth:
    """A place that asks for a signature, and what stands there. ``under_seal``: a company's seal reaches into it."""

    role: str
    state: SignedState
    box: Box
    under_seal: bool


@dataclass(frozen=True, slots=True)
class PageTruth:
    """All marks of one page; ``firm`` is the name that a right seal bears, ``resembling`` what is there and is no seal."""

    firm: str
    capture: str
    seals: tuple[SealTruth, ...]
    signatures: tuple[SignatureTruth, ...]
    resembling: tuple[str, ...]

    def as_json(self) -> Mapping[str, object]:
        """Plain values."""
        return asdict(self)
