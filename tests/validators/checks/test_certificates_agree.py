"""The table of ``certificates_agree``."""

import pytest

from tests.validators.cases import NOTHING_TOLD, OTHER_FIRM, STRANGER, Row, answer, case, certificate, sent
from validators.checks.certificates_agree import CHECK

ROWS = (
    Row("one", case(sent(certificate())), "n/a"),
    Row("two alike", case(sent(certificate(), certificate())), "ok"),
    Row("two last days", case(sent(certificate(), certificate(separation_date="2024-04-30"))), "match.certificates"),
    Row("two employers", case(sent(certificate(), certificate(employer_name=OTHER_FIRM))), "match.certificates"),
    Row("two spellings of one employer", case(sent(certificate(), certificate(employer_name="样例市晨光科枝有限公司"))), "ok"),
    Row(
        "two people",
        case(
            sent(
                certificate(),
                certificate(employee_name=STRANGER.name, employee_id=STRANGER.number, separation_date="2024-01-31"),
            ),
            declared=NOTHING_TOLD,
        ),
        "n/a",
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_certificates_agree(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
