"""The table of ``certificate_arithmetic``."""

import pytest

from tests.validators.cases import Row, answer, case, certificate, reading, sent
from validators.case import Case
from validators.checks.certificate_arithmetic import CHECK


def by_pen(years: str) -> Case:
    """From July 2022 to the end of May 2024, and the years of service written with a pen."""
    written = reading(years, 0.89)
    return case(sent(certificate(start_date="2022-07-01", contract_term=None, years_of_service=written)))


ROWS = (
    Row("adds up", case(sent(certificate())), "ok"),
    Row("two months are forgiven", case(sent(certificate(years_of_service="2年10个月"))), "ok"),
    Row("a year too many", case(sent(certificate(years_of_service="4年"))), "field.inconsistent/certificate"),
    Row(
        "a pen's month misread, the contract's first day fits",
        case(sent(certificate(start_date=reading("2020-01-01", 0.7), contract_term="2021-06-01至2024-05-31"))),
        "ok",
    ),
    Row(
        "a printed first day that does not fit",
        case(sent(certificate(start_date="2020-01-01", contract_term="2021-06-01至2024-05-31"))),
        "field.inconsistent/certificate",
    ),
    Row("in Chinese numerals", case(sent(certificate(years_of_service="三年"))), "ok"),
    Row(
        "too many in Chinese numerals",
        case(sent(certificate(years_of_service="十二年零两个月"))),
        "field.inconsistent/certificate",
    ),
    Row("ends before it begins", case(sent(certificate(start_date="2024-08-01"))), "ok"),
    Row("eleven months, of which a pen's one stroke was read", by_pen("1年1个月"), "ok"),
    Row("years whose number a pen lost", case(sent(certificate(years_of_service="年5个月"))), "ok"),
    Row("months whose number a pen lost", case(sent(certificate(years_of_service="1年个月"))), "ok"),
    Row("years nobody can parse", case(sent(certificate(years_of_service="若干"))), "ok"),
    Row(
        "a list to be ticked, one of them that it expired",
        case(sent(certificate(reason="劳动者提出解除协商一致解除劳动合同期满终止", contract_term="2021-06-01至2026-05-31"))),
        "ok",
    ),
    Row("expired on the day", case(sent(certificate(reason="劳动合同期满终止"))), "ok"),
    Row(
        "expired on another day",
        case(sent(certificate(reason="劳动合同期满终止", contract_term="2021-06-01至2024-05-20"))),
        "field.inconsistent/certificate",
    ),
    Row("left before the contract ended", case(sent(certificate(contract_term="2021-06-01至2027-05-31"))), "ok"),
    Row("left long after", case(sent(certificate(contract_term="2021-06-01至2024-04-20"))), "field.inconsistent/certificate"),
    Row("open-ended", case(sent(certificate(contract_term="无固定期限"))), "ok"),
    Row("a term that no calendar has", case(sent(certificate(contract_term="2021-06-01至2024-02-30"))), "ok"),
    Row("no last day", case(sent(certificate(separation_date=None))), "n/a"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_certificate_arithmetic(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
