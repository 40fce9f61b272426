"""The table of ``unread_fields``."""

import pytest

from tests.validators.cases import (
    ILLEGIBLE,
    WORKER,
    Row,
    answer,
    back,
    case,
    certificate,
    front,
    letter,
    license_,
    reading,
    sent,
    told,
    whole_case,
)
from validators.case import Case
from validators.checks.unread_fields import CHECK


def filled_in(raw: str, confidence: float = 0.89) -> Case:
    """A certificate whose number for the worker could be read in part only, and the worker's card."""
    number = reading("", confidence, state="illegible").model_copy(update={"raw": raw})
    return case(sent(front(WORKER), slot="employee_id"), sent(certificate(employee_id=number)))


def hardly_read(*, repaired: bool) -> Case:
    """A card's number of little confidence whose check digit fits."""
    number = reading(WORKER.number, 0.45, checksum_ok=True, repaired=repaired)
    return case(sent(front(id_number=number), slot="legal_rep_id"))


ROWS = (
    Row("all read", whole_case("agent"), "ok"),
    Row("nothing there", case(), "n/a"),
    Row(
        "a label taken for the worker's name",
        case(sent(certificate(employee_name="当事人", employee_id=None)), declared=told(employee_id="")),
        "field.illegible",
    ),
    Row("a label taken for it, the number tells who", case(sent(certificate(employee_name="当事人"))), "ok"),
    Row("licence without a name", case(sent(license_(name=None))), "field.illegible"),
    Row("licence's name guessed at", case(sent(license_(name=reading("十", 0.14)))), "field.illegible"),
    Row("licence's name under a seal", case(sent(license_(name=reading("一苇(合肥)商贸有限公司", 0.5)))), "ok"),
    Row("individual business without a name", case(sent(license_(name=None, type="个体工商户"))), "ok"),
    Row("licence with an old number", case(sent(license_(uscc=None, registration_number="110199000000011"))), "ok"),
    Row("licence without a number", case(sent(license_(uscc=None))), "field.illegible"),
    Row("card's number unread", case(sent(front(id_number=ILLEGIBLE), slot="legal_rep_id")), "field.illegible"),
    Row("card's number hardly read, its check digit fits", hardly_read(repaired=False), "ok"),
    Row("card's number hardly read, and repaired", hardly_read(repaired=True), "field.illegible"),
    Row("card's term unread", case(sent(front(), back(valid_until=None), slot="legal_rep_id")), "field.illegible"),
    Row("ink on the certificate", case(sent(certificate(separation_date=ILLEGIBLE))), "field.illegible"),
    Row("a number of which a pen's stroke was not read", filled_in("3201991995011208X"), "ok"),
    Row("two strokes", filled_in("320199|995011208X"), "ok"),
    Row("a pen's number with another digit", filled_in("3201991996011208X"), "field.illegible"),
    Row("half a number", filled_in("320199199501"), "field.illegible"),
    Row("a printed number that lacks a digit", filled_in("3201991995011208X", 0.99), "field.illegible"),
    Row("no word of it on the certificate", case(sent(certificate(separation_date=None))), "ok"),
    Row("ink on the letter", case(sent(letter(matter=ILLEGIBLE)), declared=told("agent")), "field.illegible"),
    Row("ink on a letter that nobody needs", case(sent(letter(matter=ILLEGIBLE))), "field.illegible/extra"),
    Row(
        "a bad photo beside a good one",
        case(sent(certificate(separation_date=ILLEGIBLE)), sent(certificate(), name="2.jpg")),
        "field.illegible/extra",
    ),
    Row(
        "two photos, and what counts is on neither",
        case(sent(certificate(separation_date=ILLEGIBLE)), sent(certificate(separation_date=ILLEGIBLE), name="2.jpg")),
        "field.illegible",
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_unread_fields(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
