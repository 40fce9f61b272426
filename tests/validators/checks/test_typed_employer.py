"""The table of ``typed_employer``."""

import pytest

from tests.validators.cases import (
    FIRM,
    NOTHING_TOLD,
    OTHER_CODE,
    OTHER_FIRM,
    Row,
    answer,
    case,
    license_,
    page,
    reading,
    sent,
    told,
    unknown,
)
from validators.checks.typed_employer import CHECK

ROWS = (
    Row("same", case(sent(license_())), "ok"),
    Row("no licence", case(), "n/a"),
    Row("nothing typed", case(sent(license_()), declared=NOTHING_TOLD), "n/a"),
    Row("code mistyped", case(sent(license_()), declared=told(uscc=OTHER_CODE)), "match.uscc"),
    Row("code read badly", case(sent(license_(uscc=reading(OTHER_CODE, checksum_ok=False)))), "match.uscc?"),
    Row("code repaired", case(sent(license_(uscc=reading(OTHER_CODE, repaired=True)))), "match.uscc?"),
    Row("name differs, same code", case(sent(license_(name=OTHER_FIRM))), "match.employer_name/typed"),
    Row(
        "another firm's licence",
        case(sent(license_(name=OTHER_FIRM, uscc=OTHER_CODE))),
        "match.employer_name/license match.uscc",
    ),
    Row(
        "another name, no code typed",
        case(sent(license_(name=OTHER_FIRM)), declared=told(uscc="")),
        "match.employer_name/license",
    ),
    Row(
        "nearly the name, no code",
        case(sent(license_(name="样例市晨光科枝有限公司")), declared=told(uscc="")),
        "match.employer_name/typed",
    ),
    Row("old number only", case(sent(license_(uscc=None, registration_number="110199000000011"))), "match.uscc?"),
    Row("branch", case(sent(license_(name=f"{FIRM}云上分公司"))), "match.employer_name/branch"),
    Row(
        "renamed",
        case(sent(license_(name=OTHER_FIRM)), sent(unknown(), name="x.jpg", shown=(page(1, 900, 900, "准予变更登记通知书"),))),
        "match.employer_name/renamed",
    ),
    Row(
        "individual business by its operator",
        case(sent(license_(type="个体工商户", name="样例小吃店", legal_rep="晨光"))),
        "ok",
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_typed_employer(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
