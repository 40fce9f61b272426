"""Which documents a page shows: every reader is asked, and where two claim the same place the surer one has it."""

from collections.abc import Mapping, Sequence
from typing import Final

from extractors.boxes import shared_of_smaller
from extractors.documents import business_license, id_card
from extractors.documents.papers import (
    authorization_letter,
    bank_card,
    complaint_receipt,
    contribution_record,
    contribution_stop_proof,
    death_certificate,
    deregistration_notice,
    emigration_proof,
    exit_confirmation,
    household_register,
    kinship_proof,
    liquidation_statement,
    nationality_loss_proof,
    personal_statement,
    police_certificate,
    registration_list,
    registration_proof,
    resignation_letter,
    revocation_decision,
    ruling,
    termination_agreement,
    termination_certificate,
    withdrawal_application,
)
from extractors.documents.possible import possible
from extractors.documents.reader import DocumentReader, RunsOn, Sheet
from extractors.documents.spelling import simplified
from extractors.documents.title import heading_text
from extractors.documents.titles import FAR_FROM_OURS
from extractors.evidence import Box, Document

READERS: Final[tuple[DocumentReader, ...]] = (
    business_license.READER,
    id_card.READER,
    termination_certificate.READER,
    authorization_letter.READER,
    resignation_letter.READER,
    termination_agreement.READER,
    withdrawal_application.READER,
    registration_proof.READER,
    contribution_stop_proof.READER,
    contribution_record.READER,
    ruling.READER,
    exit_confirmation.READER,
    complaint_receipt.READER,
    personal_statement.READER,
    household_register.READER,
    police_certificate.READER,
    deregistration_notice.READER,
    revocation_decision.READER,
    liquidation_statement.READER,
    registration_list.READER,
    emigration_proof.READER,
    nationality_loss_proof.READER,
    death_certificate.READER,
    kinship_proof.READER,
    bank_card.READER,
)
"""One line for each document type that can be read."""

RUNNING_ON: Final[Mapping[str, RunsOn]] = {reader.type: reader for reader in READERS if isinstance(reader, RunsOn)}
"""The readers whose papers may run over several pages, by type."""

_CLAIMED: Final = 0.5
"""Least confidence with which a reader may claim a page: below it the paper stays unknown."""
_SAME_PLACE: Final = 0.5
"""Two documents that share this much of the smaller one's area cannot both be right."""
_WHOLE_PAGE: Final[Box] = (0.0, 0.0, 1.0, 1.0)
_UNKNOWN_CONFIDENCE: Final = 0.5
_NAMED_UNKNOWN_CONFIDENCE: Final = 0.95
"""How sure it is that a paper is none of the known types: surer where its title names another paper."""


def find_documents(sheet: Sheet) -> tuple[Document, ...]:
    """All documents on a page from the top, stubs last; one ``unknown`` with its heading where no reader is sure enough."""
    found = (document for reader in READERS for document in reader.find(sheet) if document.confidence >= _CLAIMED)
    claims = [possible(simplified(document)) for document in found]
    kept: list[Document] = []
    for document in sorted(claims, key=lambda item: -item.confidence):
        if not any(_collide(document, other) for other in kept):
            kept.append(document)
    if not kept:
        return (_unknown(sheet),)
    return tuple(sorted(kept, key=_order))


def _order(document: Document) -> tuple[bool, float, float]:
    """The worker's copy is the document; the employer's stub above it is only seen as well."""
    left, top, _, _ = document.box or _WHOLE_PAGE
    return ("counterfoil" in document.traits, top, left)


def _collide(document: Document, other: Document) -> bool:
    return shared_of_smaller(document.box or _WHOLE_PAGE, other.box or _WHOLE_PAGE) >= _SAME_PLACE


def _unknown(sheet: Sheet) -> Document:
    other = _named_otherwise(sheet)
    titles: Sequence[str] = [title.text for title in sheet.titles]
    return Document(
        type="unknown",
        pages=(sheet.page_number,),
        confidence=_NAMED_UNKNOWN_CONFIDENCE if titles else _UNKNOWN_CONFIDENCE,
        title=other or (titles[0] if titles else heading_text(sheet.rows)),
        traits=("other_paper",) if other else (),
    )


def _named_otherwise(sheet: Sheet) -> str:
    """What the paper is called, where its only title is to the character that of a paper far from ours; else empty."""
    if len({title.text for title in sheet.titles}) != 1 or len(sheet.rows) < _LEAST_ROWS:
        return ""
    text = sheet.titles[0].text
    return max((title for title in FAR_FROM_OURS if text.endswith(title)), key=len, default="")


_LEAST_ROWS: Final = 3
"""Rows of text on a paper, its title among them."""
