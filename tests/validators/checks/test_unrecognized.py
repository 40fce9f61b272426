"""The table of ``unrecognized``."""

import pytest

from tests.validators.cases import Row, answer, back, broken, case, certificate, front, license_, sent, unknown, whole_case
from validators.checks.unrecognized import CHECK

ROWS = (
    Row("all known", whole_case(), "ok"),
    Row("something is lacking", case(sent(license_(), front(), back()), sent(unknown(), name="x.jpg")), "doc.unrecognized"),
    Row("in the slot of what is lacking", case(sent(unknown(), slot="termination_certificate")), "doc.unrecognized"),
    Row(
        "one side lacking",
        case(sent(license_(), front(), certificate()), sent(unknown(), slot="legal_rep_id")),
        "doc.unrecognized",
    ),
    Row("an extra", case(*whole_case().files, sent(unknown(), name="x.jpg")), "doc.unrecognized/extra"),
    Row("did not open", case(broken("corrupt")), "n/a"),
    Row("a page too many in a known file", case(sent(license_(), unknown(2), pages=2)), "ok"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_unrecognized(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
