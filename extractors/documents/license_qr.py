"""The credit code that a licence's QR code holds: in the link to the public register, or among the lines of its text."""

import re
from collections.abc import Sequence
from typing import Final

from extractors.evidence import Document, FieldReading, QrCode
from extractors.text.identifiers import read_uscc

QR_FIELD: Final = "qr_uscc"
"""The field that a licence gets besides those of the contract."""

_CODE: Final = re.compile(r"(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Z])")


def with_qr_code(document: Document, codes: Sequence[QrCode]) -> Document:
    """Give a licence the credit code of a QR code on its page; codes that do not add up are none."""
    if document.type != "business_license":
        return document
    for code in codes:
        for match in _CODE.finditer(code.text):
            reading = read_uscc(match[0])
            if reading is not None and reading.valid and reading.value == match[0]:
                field = FieldReading(
                    value=reading.value, confidence=1.0, page=code.page, box=code.box, raw=match[0], checksum_ok=True
                )
                return document.model_copy(update={"fields": {**document.fields, QR_FIELD: field}})
    return document
