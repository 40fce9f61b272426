"""The table of ``certificate_signed_for``."""

import pytest

from extractors.evidence import Signature
from tests.validators.cases import Row, answer, case, certificate, letter, sent
from tests.validators.marks import marked, seal, signature
from validators.case import Case
from validators.checks.certificate_signed_for import CHECK


def signed(*marks: Signature) -> Case:
    return case(sent(marked(certificate(), seal(), *marks)))


ROWS = (
    Row("signed", signed(signature("employee", "handwritten")), "ok"),
    Row("by thumb", signed(signature("employee", "thumbprint")), "ok"),
    Row("not asked for", signed(), "n/a"),
    Row("only the handler's place, empty", signed(signature("handler", "blank")), "n/a"),
    Row("left empty", signed(signature("employee", "blank")), "signature.missing/receipt"),
    Row("perhaps empty", signed(signature("employee", "blank", 0.7)), "ok"),
    Row("a printed name", signed(signature("employee", "printed")), "ok"),
    Row("two places, one of them signed", signed(signature("employee", "blank"), signature("employee", "handwritten")), "ok"),
    Row("a letter's", case(sent(marked(letter(), signature("employee", "blank")))), "n/a"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_certificate_signed_for(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
