"""Which document of a page a mark belongs to: the one it lies in, or, beside all of them, the nearest."""

import math
from collections.abc import Sequence
from typing import Final

from extractors.boxes import shared_area
from extractors.evidence import Box, Document, Seal, Signature

_WHOLE_PAGE: Final[Box] = (0.0, 0.0, 1.0, 1.0)
EMBLEM_WIDTH: Final = 0.26
"""Share of a card's width below which a red ring on it is its emblem (15 of 85.6 mm); a company's seal takes 0.45."""


def with_marks(documents: Sequence[Document], seals: Sequence[Seal], signatures: Sequence[Signature]) -> tuple[Document, ...]:
    """Give each document of a page the seals and signatures that are its own. A page without documents has none to give to."""
    owned_seals: list[list[Seal]] = [[] for _ in documents]
    owned_signatures: list[list[Signature]] = [[] for _ in documents]
    if documents:
        for seal in seals:
            owner = _owner(documents, seal.box)
            if not _is_of_the_card(documents[owner], seal):
                owned_seals[owner].append(seal)
        for signature in signatures:
            owner = _owner(documents, signature.box)
            owned_signatures[owner].append(_in_their_part(documents[owner], signature))
    return tuple(
        document.model_copy(update={"seals": tuple(mine), "signatures": tuple(signed)})
        for document, mine, signed in zip(documents, owned_seals, owned_signatures, strict=True)
    )


def _in_their_part(document: Document, signature: Signature) -> Signature:
    """The signature in the part that who signs plays on such a paper: who applies to leave (申请人) is the employee."""
    applies = document.type == "resignation_letter" and signature.role == "applicant"
    return signature.model_copy(update={"role": "employee"}) if applies else signature


def _is_of_the_card(document: Document, seal: Seal) -> bool:
    """Whether what looks like a seal is the emblem of an ID card, or part of the portrait on it."""
    left, _, right, _ = document.box or _WHOLE_PAGE
    small = seal.box[2] - seal.box[0] < EMBLEM_WIDTH * (right - left)
    return document.type == "id_card" and (small or seal.color == "black")


def _owner(documents: Sequence[Document], mark: Box) -> int:
    """The document that holds most of the mark; of several, or of none, the one whose middle is nearest."""
    boxes = [document.box or _WHOLE_PAGE for document in documents]
    return min(range(len(boxes)), key=lambda index: (-round(shared_area(boxes[index], mark), 6), _distance(boxes[index], mark)))


def _distance(box: Box, mark: Box) -> float:
    x, y = (mark[0] + mark[2]) / 2, (mark[1] + mark[3]) / 2
    return math.hypot(max(box[0] - x, x - box[2], 0.0), max(box[1] - y, y - box[3], 0.0))
