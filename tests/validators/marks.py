"""Builders of seals and signatures on papers, for the tables of the checks that look at them."""

from extractors.evidence import Document, PageEvidence, Seal, SealColour, Signature, SignatureRole, SignatureState, Trace
from validators.case import CaseFile

SEALED_BY = "样例市晨光科技有限公司"


def seal(text: str = SEALED_BY, **changes: object) -> Seal:
    """A seal, usually the firm's own: red, whole, read for sure, on the fields of the other builders."""
    usual: dict[str, object] = {
        "kind": "round",
        "text": text,
        "center_text": "",
        "color": "red",
        "visible": 1.0,
        "page": 1,
        "box": (0.4, 0.1, 0.6, 0.24),
        "confidence": 0.98,
        "text_confidence": 0.98,
        "center_confidence": 0.98,
    }
    return Seal.model_validate({**usual, **changes})


def signature(role: SignatureRole, state: SignatureState, confidence: float = 0.95) -> Signature:
    """What stands at a place that asks for a signature."""
    return Signature(role=role, state=state, page=1, box=(0.5, 0.7, 0.7, 0.75), confidence=confidence, label="签字:")


def marked(document: Document, *marks: Seal | Signature) -> Document:
    """The document with seals and signatures."""
    return document.model_copy(
        update={
            "seals": tuple(mark for mark in marks if isinstance(mark, Seal)),
            "signatures": tuple(mark for mark in marks if isinstance(mark, Signature)),
        }
    )


def trace(color: SealColour = "red", wide: float = 9, high: float = 9, squares: int = 40, top: float = 0.6) -> Trace:
    """Ink that nothing accounts for, usually as large as a seal, in the lower part of a page."""
    return Trace(color=color, box=(0.5, top, 0.7, top + 0.12), wide_em=wide, high_em=high, squares=squares)


def looked_at(file: CaseFile, *traces: Trace, is_grey: bool = False, is_two_level: bool = False) -> CaseFile:
    """The file with what was measured of its pages' ink: what nothing accounts for, and whether there is any colour or tone."""
    measured = {"traces": traces, "is_grey": is_grey, "is_two_level": is_two_level}
    pages = tuple(PageEvidence.model_validate({**page.model_dump(), **measured}) for page in file.evidence.pages)
    return file.model_copy(update={"evidence": file.evidence.model_copy(update={"pages": pages})})
