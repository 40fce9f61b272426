"""The table of ``seal_electronic``."""

import pytest

from extractors.evidence import DigitalSignature
from tests.validators.cases import FIRM, Row, answer, case, certificate, sent
from validators.case import Case
from validators.checks.seal_electronic import CHECK


def signed(intact: bool | None, *, whole: bool = True) -> Case:
    signature = DigitalSignature(signer=FIRM, intact=intact, covers_whole_file=whole)
    return case(sent(certificate(), digital_signatures=(signature,)))


ROWS = (
    Row("intact", signed(intact=True), "ok"),
    Row("not signed", case(sent(certificate())), "n/a"),
    Row("altered since", signed(intact=False), "image.edited/signature"),
    Row("cannot be checked here", signed(intact=None), "seal.unverifiable"),
    Row("something added since", signed(intact=True, whole=False), "image.edited/added"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_seal_electronic(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
