"""The table of ``wrong_slot``."""

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
    shaky,
    told,
    unknown,
    whole_case,
)
from tests.validators.pictures import PAGE_PLAIN, flaw, pictured
from validators.checks.wrong_slot import CHECK

ROWS = (
    Row("each in its own", whole_case(), "ok"),
    Row("no slots", case(sent(license_())), "n/a"),
    Row("licence for the certificate", case(sent(license_(), slot="termination_certificate"), sent(front())), "doc.wrong_type"),
    Row(
        "swapped",
        case(sent(license_(), slot="termination_certificate"), sent(certificate(), slot="business_license")),
        "doc.wrong_type/elsewhere",
    ),
    Row("not asked for", case(sent(license_(), slot="employee_id")), "doc.wrong_type/elsewhere"),
    Row(
        "another of the papers asked for", case(sent(certificate(), slot="withdrawal_application")), "doc.wrong_type/elsewhere"
    ),
    Row("not sure what it is", case(sent(shaky(license_(), 0.9), slot="termination_certificate")), "doc.wrong_type?"),
    Row(
        "an unread page might be it",
        case(sent(license_(), slot="termination_certificate"), sent(unknown(), name="x.jpg")),
        "doc.wrong_type?",
    ),
    Row(
        "not needed",
        case(sent(license_(), slot="termination_certificate"), declared=told(reason="单位填错")),
        "doc.wrong_type?",
    ),
    Row("a paper headed as another", case(sent(other_paper(), slot="termination_certificate")), "doc.wrong_type"),
    Row(
        "headed as another, the right one elsewhere",
        case(sent(other_paper(), slot="termination_certificate"), sent(certificate())),
        "doc.wrong_type/elsewhere",
    ),
    Row(
        "beside a blank page and a film",
        case(
            sent(license_(), slot="termination_certificate"),
            sent(unknown(), name="x.jpg", shown=(pictured(PAGE_PLAIN, flaw("blank")),)),
            broken("unsupported").model_copy(update={"name": "IMG_0412.MOV"}),
        ),
        "doc.wrong_type",
    ),
    Row("unrecognised", case(sent(unknown(), slot="termination_certificate")), "n/a"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_wrong_slot(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
