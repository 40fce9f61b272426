"""The table of ``untitled``."""

import pytest

from extractors.evidence import Document
from tests.validators.cases import Row, answer, back, case, certificate, front, license_, sent, whole_case
from validators.checks.untitled import CHECK
from validators.requirements import Requirement

_BARE: Document = certificate().model_copy(update={"confidence": 0.75, "title": ""})
_MISREAD = _BARE.model_copy(update={"title": "AWM离职证明"})
_TWO = Requirement(slot="termination_certificate", any_of=("termination_certificate",), count=2)

ROWS = (
    Row("all headed", whole_case(), "ok"),
    Row("the certificate has no heading", case(sent(license_(), front(), back(), _BARE)), "doc.unrecognized/untitled"),
    Row("the certificate has one that was read badly", case(sent(license_(), front(), back(), _MISREAD)), "ok"),
    Row("one without beside one with a heading", case(sent(license_(), front(), back(), certificate(), _BARE)), "ok"),
    Row("nothing brought", case(), "n/a"),
    Row("fewer than are asked for, all headed", case(sent(certificate())), "ok", asked=(_TWO,)),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_untitled(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
