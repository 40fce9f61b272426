"""The table of ``unrecognized``."""

import pytest

from tests.validators.cases import (
    Row,
    answer,
    broken,
    case,
    certificate,
    front,
    license_,
    other_paper,
    sent,
    unknown,
    whole_case,
)
from tests.validators.pictures import PAGE_PLAIN, flaw, pictured
from validators.checks.unrecognized import CHECK

ROWS = (
    Row("all known", whole_case(), "ok"),
    Row("nothing is left unknown", case(sent(license_(), front()), sent(certificate(), name="x.jpg")), "ok"),
    Row("something is lacking", case(sent(license_(), front()), sent(unknown(), name="x.jpg")), "doc.unrecognized"),
    Row("in the slot of what is lacking", case(sent(unknown(), slot="termination_certificate")), "doc.unrecognized/slot"),
    Row("another paper in the slot of what is lacking", case(sent(other_paper(), slot="termination_certificate")), "n/a"),
    Row("another paper, and something is lacking", case(sent(other_paper())), "doc.unrecognized/other"),
    Row("empty paper", case(sent(unknown(), shown=(pictured(PAGE_PLAIN, flaw("blank")),))), "n/a"),
    Row(
        "one side lacking",
        case(sent(license_(), front(), certificate()), sent(unknown(), slot="legal_rep_id")),
        "doc.unrecognized/slot",
    ),
    Row("an extra", case(*whole_case().files, sent(unknown(), name="x.jpg")), "doc.unrecognized/extra"),
    Row("did not open", case(broken("corrupt")), "n/a"),
    Row("a page too many in a known file", case(sent(license_(), unknown(2), pages=2)), "ok"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_unrecognized(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
