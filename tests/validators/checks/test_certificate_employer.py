"""The table of ``certificate_employer``."""

from typing import Final

import pytest

from extractors.evidence import FieldReading
from tests.validators.cases import (
    FIRM,
    OTHER_CODE,
    OTHER_FIRM,
    REP,
    Row,
    answer,
    case,
    certificate,
    license_,
    page,
    reading,
    sent,
    unknown,
)
from tests.validators.marks import marked, seal, signature
from validators.checks.certificate_employer import CHECK

OVER: Final = (0.2, 0.1, 0.3, 0.2)
"""Where a mark lies over the name of the builders' papers."""
THUMB: Final = signature("other", "thumbprint").model_copy(update={"box": OVER})


def raw(value: str, text: str) -> FieldReading:
    """A name with the text that it came from."""
    return reading(value).model_copy(update={"raw": text})


ROWS = (
    Row("same", case(sent(license_()), sent(certificate())), "ok"),
    Row("no certificate", case(sent(license_())), "n/a"),
    Row("another firm", case(sent(license_()), sent(certificate(employer_name=OTHER_FIRM))), "match.employer_name/certificate"),
    Row("another firm's licence", case(sent(license_(name=OTHER_FIRM, uscc=OTHER_CODE)), sent(certificate())), "ok"),
    Row("another firm, no licence", case(sent(certificate(employer_name=OTHER_FIRM))), "match.employer_name/certificate_typed"),
    Row(
        "other suffix",
        case(sent(license_()), sent(certificate(employer_name="样例市晨光科技有限责任公司"))),
        "match.employer_name/variant",
    ),
    Row(
        "region moved",
        case(sent(license_()), sent(certificate(employer_name="晨光科技(样例)有限公司"))),
        "match.employer_name/variant",
    ),
    Row(
        "region left out",
        case(sent(license_()), sent(certificate(employer_name="晨光科技有限公司"))),
        "match.employer_name/variant",
    ),
    Row(
        "one character",
        case(sent(license_()), sent(certificate(employer_name="样例市晨光科枝有限公司"))),
        "match.employer_name/certificate?",
    ),
    Row(
        "one character under the seal, which says the name in full",
        case(sent(license_()), sent(marked(certificate(employer_name=reading("样例市晨光科枝有限公司", 0.5)), seal()))),
        "ok",
    ),
    Row(
        "one character under the seal, which says the name in full and was hard to read",
        case(
            sent(license_()),
            sent(marked(certificate(employer_name=reading("样例市晨光科枝有限公司", 0.5)), seal(text_confidence=0.4))),
        ),
        "ok",
    ),
    Row(
        "one character under the seal, which says it too",
        case(
            sent(license_()),
            sent(marked(certificate(employer_name=reading("样例市晨光科枝有限公司", 0.5)), seal("样例市晨光科枝有限公司"))),
        ),
        "match.employer_name/certificate?",
    ),
    Row(
        "one character in plain print beside the seal",
        case(sent(license_()), sent(marked(certificate(employer_name="样例市晨光科枝有限公司"), seal()))),
        "match.employer_name/certificate?",
    ),
    Row(
        "quite another name under the seal",
        case(sent(license_()), sent(marked(certificate(employer_name=reading(OTHER_FIRM, 0.5)), seal()))),
        "match.employer_name/certificate",
    ),
    Row(
        "glyphs lost where the line has a hole",
        case(sent(license_()), sent(certificate(employer_name=raw("样例市晨光科有限公司", "样例市晨光科 有限公司")))),
        "ok",
    ),
    Row(
        "half a bracket and a glyph lost",
        case(
            sent(license_(name="晨光商贸(样例山前)有限公司")),
            sent(certificate(employer_name="晨光商贸(样例山前限公司")),
        ),
        "ok",
    ),
    Row(
        "as many glyphs lost, and no hole",
        case(sent(license_()), sent(marked(certificate(employer_name=raw("样例市晨光有限公司", "样例市晨光有限公司"))))),
        "match.employer_name/certificate",
    ),
    Row(
        "two glyphs read otherwise under a thumb",
        case(sent(license_()), sent(marked(certificate(employer_name="样例市远山科技有限公司"), THUMB))),
        "match.employer_name/certificate?",
    ),
    Row(
        "two glyphs read otherwise, nothing over them",
        case(sent(license_()), sent(marked(certificate(employer_name="样例市远山科技有限公司")))),
        "match.employer_name/certificate",
    ),
    Row(
        "two glyphs otherwise under a seal that says the same",
        case(
            sent(license_()),
            sent(marked(certificate(employer_name="样例市远山科技有限公司"), seal("样例市远山科技有限公司", box=OVER))),
        ),
        "match.employer_name/certificate",
    ),
    Row(
        "another firm's under a thumb",
        case(sent(license_()), sent(marked(certificate(employer_name=OTHER_FIRM), THUMB))),
        "match.employer_name/certificate",
    ),
    Row(
        "a firm with characters that the recogniser does not know",
        case(sent(license_(name="样例市飚岄商贸有限公司")), sent(certificate(employer_name="样例市朋商贸有限公司"))),
        "match.employer_name/certificate?",
    ),
    Row("a label taken for the firm", case(sent(license_()), sent(certificate(employer_name="用人单位"))), "n/a"),
    Row("branch", case(sent(license_()), sent(certificate(employer_name=f"{FIRM}云上分公司"))), "match.employer_name/branch"),
    Row(
        "dispatch",
        case(sent(license_()), sent(certificate(employer_name="远山劳务派遣有限公司"))),
        "match.employer_name/dispatch",
    ),
    Row(
        "former name",
        case(
            sent(license_()),
            sent(certificate(employer_name=OTHER_FIRM)),
            sent(unknown(), name="x.jpg", shown=(page(1, 900, 900, "企业名称变更核准通知书"),)),
        ),
        "match.employer_name/renamed",
    ),
    Row(
        "individual business by its operator",
        case(sent(license_(type="个体工商户", name="***")), sent(certificate(employer_name=f"个体户{REP.name}"))),
        "ok",
    ),
    Row(
        "individual business by another name",
        case(sent(license_(type="个体工商户", name="样例小吃店")), sent(certificate(employer_name="样例大饭店"))),
        "match.employer_name/certificate?",
    ),
    Row(
        "a company's paper for an individual business",
        case(sent(license_(type="个体工商户", name="样例小吃店")), sent(certificate(employer_name=OTHER_FIRM))),
        "match.employer_name/certificate",
    ),
    Row("employer not read", case(sent(license_()), sent(certificate(employer_name=None))), "n/a"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_certificate_employer(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
