"""Electronic seals: what a PDF's signatures are to the documents they seal."""

from collections.abc import Sequence

from extractors.evidence import Box, DigitalSignature, Document, Seal

_WHOLE_PAGE: Box = (0.0, 0.0, 1.0, 1.0)


def with_electronic_seals(documents: Sequence[Document], signatures: Sequence[DigitalSignature]) -> tuple[Document, ...]:
    """Give each signature to the documents it seals: those of its page, or of the last one where it does not show itself.

    A signature that is broken, or that cannot be checked, seals as little as it proves: its confidence is 0 and 0.5.
    """
    if not signatures or not documents:
        return tuple(documents)
    last = max(page for document in documents for page in document.pages)
    seals = [_seal(signature, last) for signature in signatures]
    return tuple(
        document.model_copy(update={"seals": (*document.seals, *(seal for seal in seals if seal.page in document.pages))})
        for document in documents
    )


def _seal(signature: DigitalSignature, last_page: int) -> Seal:
    confidence = {True: 1.0, False: 0.0, None: 0.5}[signature.intact]
    text = signature.organisation or signature.signer
    return Seal(
        kind="electronic",
        text=text,
        center_text="",
        color="other",
        visible=1.0,
        page=signature.page or last_page,
        box=signature.box or _WHOLE_PAGE,
        confidence=confidence,
        text_confidence=confidence if text else 0.0,
    )
