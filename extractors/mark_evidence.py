"""What is seen of a clerk's first three questions: seals, signatures, and the electronic kind of both."""

from typing import Literal

from pydantic import Field

from extractors.frozen import Box, Frozen

SealKind = Literal["round", "oval", "square", "rectangular", "cross_page", "electronic"]
SealColour = Literal["red", "blue", "black", "other"]
SignatureRole = Literal["employee", "legal_rep", "agent", "principal", "handler", "applicant", "other"]
SignatureState = Literal["handwritten", "printed", "name_seal", "thumbprint", "blank", "unclear"]


class Seal(Frozen):
    """A seal impression.

    ``text`` runs along the ring (or fills a square seal), ``center_text`` is the line below the star (财务专用章), ``code`` the
    digits on the lower arc or, on an invoice seal, the tax number. ``visible`` is the share of its outline that is seen.
    ``confidence`` says how sure it is that this is a seal; ``text_confidence`` how far the text can be trusted (0: not read).
    ``alternatives`` holds for each character of ``text`` those that may stand there as well, likeliest first; it is empty where
    glyphs were not read one by one.
    """

    kind: SealKind
    text: str
    center_text: str
    color: SealColour
    visible: float = Field(ge=0, le=1)
    page: int = Field(ge=1)
    box: Box
    confidence: float = Field(ge=0, le=1)
    text_confidence: float = Field(default=0.0, ge=0, le=1)
    center_confidence: float = Field(default=0.0, ge=0, le=1)
    code: str = ""
    code_confidence: float = Field(default=0.0, ge=0, le=1)
    alternatives: tuple[str, ...] = ()


class Trace(Frozen):
    """Ink on a page that no print, signature or rule accounts for, where no seal was found.

    ``wide_em`` and ``high_em``: its size in characters of the page's print, of which a company's seal takes 8 to 10 both ways;
    ``squares``: how many squares of that size it inks. ``in_dots``: as a screen of dots, the way copiers print tones.
    """

    color: SealColour
    box: Box
    wide_em: float = Field(ge=0)
    high_em: float = Field(ge=0)
    squares: int = Field(ge=1)
    in_dots: bool = False


class Signature(Frozen):
    """A place that asks for a signature, and what stands there.

    ``label`` is the printed wording that asks for it, ``text`` what was read there (a name, printed or by hand; may be wrong).
    """

    role: SignatureRole
    state: SignatureState
    page: int = Field(ge=1)
    box: Box
    confidence: float = Field(ge=0, le=1)
    label: str = ""
    text: str = ""


class DigitalSignature(Frozen):
    """A cryptographic signature in a PDF, checked offline: against the file itself, not against a list of trusted signers.

    ``intact`` is None where the digest could not be checked (an algorithm nobody here knows). ``covers_whole_file`` is False
    where something was appended after signing. ``page`` and ``box`` tell where it shows itself, None for an invisible one.
    """

    signer: str
    organisation: str = ""
    intact: bool | None
    covers_whole_file: bool
    signed_at: str = ""
    page: int | None = None
    box: Box | None = None
    detail: str = ""
