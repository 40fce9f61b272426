"""Builders of seals and signatures on papers, for the tables of the checks that look at them."""

from extractors.evidence import Document, PageEvidence, Seal, Signature, SignatureRole, SignatureState
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


def looked_at(file: CaseFile, coloured_share: float | None = 0.0, *, is_grey: bool = False) -> CaseFile:
    """The file with what was measured of its pages' colours."""
    measured = {"coloured_share": coloured_share, "is_grey": is_grey}
    pages = tuple(PageEvidence.model_validate({**page.model_dump(), **measured}) for page in file.evidence.pages)
    return file.model_copy(update={"evidence": file.evidence.model_copy(update={"pages": pages})})
