"""The table of ``principal``."""

import pytest

from tests.validators.cases import FIRM, OTHER_FIRM, REP, STRANGER, WORKER, Row, answer, case, front, letter, license_, sent
from validators.checks.principal import CHECK

ROWS = (
    Row("same", case(sent(license_()), sent(letter())), "ok"),
    Row("no letter", case(sent(license_())), "n/a"),
    Row("another firm", case(sent(license_()), sent(letter(principal=OTHER_FIRM))), "match.employer_name/principal"),
    Row(
        "legal representative in person",
        case(sent(license_()), sent(letter(principal=REP.name))),
        "match.employer_name/principal?",
    ),
    Row(
        "other suffix",
        case(sent(license_()), sent(letter(principal="样例市晨光科技有限责任公司"))),
        "match.employer_name/variant",
    ),
    Row(
        "a delegate of the managing partner in person",
        case(sent(license_(legal_rep=f"样例投资有限公司(委派代表:{REP.name})")), sent(letter(principal=REP.name))),
        "match.employer_name/principal?",
    ),
    Row("an individual business's operator", case(sent(license_(type="个体工商户")), sent(letter(principal=REP.name))), "ok"),
    Row("the worker's own letter", case(sent(front(WORKER), slot="employee_id"), sent(letter(principal=WORKER.name))), "ok"),
    Row(
        "a stranger's letter",
        case(sent(front(WORKER), slot="employee_id"), sent(letter(principal=STRANGER.name))),
        "match.person_name/principal",
    ),
    Row(
        "a label taken for whoever gives the authority",
        case(sent(front(WORKER), slot="employee_id"), sent(letter(principal="当事人"))),
        "n/a",
    ),
    Row("branch", case(sent(license_()), sent(letter(principal=f"{FIRM}云上分公司"))), "match.employer_name/branch"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_principal(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
