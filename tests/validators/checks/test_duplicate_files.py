"""The table of ``duplicate_files``."""

import pytest

from tests.validators.cases import Row, answer, back, case, certificate, front, license_, sent, unknown, whole_case
from validators.checks.duplicate_files import CHECK

ROWS = (
    Row("two files", whole_case(), "ok"),
    Row("nothing to compare", case(sent(license_())), "n/a"),
    Row(
        "licence as certificate",
        case(
            sent(license_(), slot="business_license", sha256="s"), sent(license_(), slot="termination_certificate", sha256="s")
        ),
        "file.duplicate",
    ),
    Row(
        "one card for two people",
        case(sent(front(), slot="legal_rep_id", sha256="s"), sent(front(), slot="agent_id", sha256="s")),
        "file.duplicate",
    ),
    Row(
        "one PDF with both",
        case(
            sent(license_(), certificate(), slot="business_license", sha256="s"),
            sent(license_(), certificate(), slot="termination_certificate", sha256="s"),
        ),
        "file.duplicate/harmless",
    ),
    Row(
        "no slots",
        case(sent(license_(), name="1.jpg", sha256="s"), sent(license_(), name="2.jpg", sha256="s")),
        "file.duplicate/harmless",
    ),
    Row(
        "licence as certificate, beside a certificate",
        case(
            sent(license_(), slot="business_license", sha256="s"),
            sent(license_(), slot="termination_certificate", sha256="s", name="2.jpg"),
            sent(certificate(), slot="termination_certificate"),
            sent(front(), back(), slot="legal_rep_id"),
        ),
        "file.duplicate/harmless",
    ),
    Row(
        "a PDF not wholly read, twice in one slot",
        case(
            sent(license_(), unknown(2), slot="business_license", pages=2, sha256="s"),
            sent(license_(), unknown(2), slot="business_license", pages=2, sha256="s", name="2.jpg"),
        ),
        "file.duplicate/harmless",
    ),
    Row(
        "a PDF not wholly read",
        case(
            sent(license_(), unknown(2), slot="business_license", pages=2, sha256="s"),
            sent(license_(), unknown(2), slot="termination_certificate", pages=2, sha256="s"),
        ),
        "file.duplicate?",
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_duplicate_files(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
