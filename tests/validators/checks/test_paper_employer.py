"""The table of ``paper_employer``."""

import pytest

from tests.validators.cases import FIRM, OTHER_CODE, OTHER_FIRM, Row, answer, asked, case, license_, paper, reading, sent
from validators.checks.paper_employer import CHECK

AGREEMENT, NOTICE = asked("termination_agreement"), asked("deregistration_notice")
ROWS = (
    Row("nothing", case(sent(license_())), "n/a"),
    Row("the employer's", case(sent(license_()), sent(paper("termination_agreement"))), "ok", asked=AGREEMENT),
    Row("against what was typed", case(sent(paper("termination_agreement"))), "ok", asked=AGREEMENT),
    Row(
        "another firm's",
        case(sent(license_()), sent(paper("termination_agreement", employer_name=OTHER_FIRM))),
        "match.employer_name/paper",
        asked=AGREEMENT,
    ),
    Row(
        "a branch's",
        case(sent(license_()), sent(paper("termination_agreement", employer_name=f"{FIRM}云上分公司"))),
        "match.employer_name/branch",
        asked=AGREEMENT,
    ),
    Row(
        "a variant",
        case(sent(license_()), sent(paper("termination_agreement", employer_name="样例市晨光科技有限责任公司"))),
        "match.employer_name/variant",
        asked=AGREEMENT,
    ),
    Row(
        "misread",
        case(sent(license_()), sent(paper("termination_agreement", employer_name="样例市晨光科枝有限公司"))),
        "match.employer_name/paper?",
        asked=AGREEMENT,
    ),
    Row(
        "another code",
        case(sent(license_()), sent(paper("deregistration_notice", uscc=OTHER_CODE))),
        "match.uscc/paper",
        asked=NOTICE,
    ),
    Row(
        "another code, misread",
        case(sent(license_()), sent(paper("deregistration_notice", uscc=reading(OTHER_CODE, repaired=True)))),
        "match.uscc/paper?",
        asked=NOTICE,
    ),
    Row(
        "the same code under another name",
        case(sent(license_()), sent(paper("deregistration_notice", name=OTHER_FIRM))),
        "match.employer_name/paper?",
        asked=NOTICE,
    ),
    Row("not asked for", case(sent(license_()), sent(paper("ruling", employer_name=OTHER_FIRM))), "match.employer_name/paper?"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_paper_employer(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
