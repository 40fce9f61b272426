"""The table of ``certificate_contents``."""

import pytest

from extractors.evidence import Document, FieldReading, Seal
from tests.validators.cases import (
    BLANK,
    OTHER_FIRM,
    Row,
    answer,
    case,
    certificate,
    lacking,
    license_,
    reading,
    sent,
    with_traits,
)
from tests.validators.marks import marked, seal
from validators.checks.certificate_contents import CHECK


def unnamed(mark: Seal, employer: FieldReading | None = None) -> Document:
    """A certificate whose print does not name the employer, with a seal."""
    return marked(certificate(employer_name=employer), mark)


UNSURE = BLANK.model_copy(update={"doubts": ("unsure_blank",)})
ROWS = (
    Row("everything", case(sent(certificate())), "ok"),
    Row("none", case(), "n/a"),
    Row(
        "a stub, which is to be replaced anyway",
        case(sent(with_traits(marked(certificate(issue_date=None, employer_name=None)), "counterfoil"))),
        "n/a",
    ),
    Row("no last day", case(sent(certificate(separation_date=BLANK))), "field.missing/certificate"),
    Row("no name", case(sent(certificate(employee_name=BLANK))), "field.missing/certificate"),
    Row("nobody's name anywhere", case(sent(lacking(certificate(), "employee_name"))), "field.missing/certificate"),
    Row("a name that a seal may give", case(sent(lacking(certificate(), "employer_name"))), "field.missing/certificate?"),
    Row("employer not seen", case(sent(certificate(employer_name=None))), "field.missing/certificate?"),
    Row("employer named by its seal alone", case(sent(license_()), sent(unnamed(seal()))), "ok"),
    Row("employer's place left to its seal", case(sent(license_()), sent(unnamed(seal(), BLANK))), "ok"),
    Row("another's seal", case(sent(license_()), sent(unnamed(seal(OTHER_FIRM), BLANK))), "field.missing/certificate"),
    Row(
        "a seal that is not read for sure",
        case(sent(license_()), sent(unnamed(seal(text_confidence=0.6)))),
        "field.missing/certificate?",
    ),
    Row("last day half written", case(sent(certificate(separation_date=reading("2024-05", state="incomplete")))), "ok"),
    Row("no ID number", case(sent(certificate(employee_id=None))), "field.missing/certificate_id"),
    Row("ID number left blank", case(sent(certificate(employee_id=BLANK))), "field.missing/certificate_id"),
    Row("a position that was not read", case(sent(certificate(position=UNSURE))), "field.missing/certificate_note?"),
    Row("position left blank", case(sent(certificate(position=BLANK))), "field.missing/certificate_item"),
    Row("no word of the position", case(sent(certificate(position=None))), "field.missing/certificate_note"),
    Row("employment's days for the contract's", case(sent(certificate(contract_term=None))), "ok"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_certificate_contents(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
