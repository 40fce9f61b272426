"""The table of ``certificate_person``."""

import pytest

from tests.validators.cases import NOTHING_TOLD, STRANGER, WORKER, Row, answer, case, certificate, front, reading, sent
from validators.checks.certificate_person import CHECK

ROWS = (
    Row("same as typed", case(sent(certificate())), "ok"),
    Row("same as on the card", case(sent(certificate()), sent(front(WORKER), slot="employee_id")), "ok"),
    Row("no certificate", case(), "n/a"),
    Row(
        "somebody else's, no card",
        case(sent(certificate(employee_name=STRANGER.name, employee_id=STRANGER.number))),
        "match.person_id/certificate_typed match.person_name/certificate_typed",
    ),
    Row(
        "somebody else's",
        case(
            sent(certificate(employee_name=STRANGER.name, employee_id=STRANGER.number)), sent(front(WORKER), slot="employee_id")
        ),
        "match.person_id/certificate match.person_name/certificate",
    ),
    Row("a namesake", case(sent(certificate(employee_id=STRANGER.number))), "match.person_id/certificate_typed"),
    Row("number with asterisks", case(sent(certificate(employee_id=reading("3201**********008X", state="masked")))), "ok"),
    Row(
        "asterisks around other digits",
        case(sent(certificate(employee_id=reading("5101**********0135", state="masked")))),
        "match.person_id/certificate_typed",
    ),
    Row("a digit misread", case(sent(certificate(employee_id="320199199501120081"))), "match.person_id/certificate_typed?"),
    Row(
        "one character, no number",
        case(sent(certificate(employee_name="李思函", employee_id=None))),
        "match.person_name/certificate_typed?",
    ),
    Row(
        "one character, another number",
        case(sent(certificate(employee_name="李思函", employee_id=STRANGER.number))),
        "match.person_id/certificate_typed match.person_name/certificate_typed",
    ),
    Row(
        "colleagues' certificates besides",
        case(sent(certificate(), certificate(employee_name="吴小妹", employee_id=STRANGER.number))),
        "ok",
    ),
    Row("nothing typed, no card", case(sent(certificate()), declared=NOTHING_TOLD), "n/a"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_certificate_person(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
