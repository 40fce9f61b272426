"""The table of ``file_size``."""

import pytest

from tests.validators.cases import Row, answer, broken, case, license_, sent, whole_case
from validators.checks.file_size import CHECK

ROWS = (
    Row("at the limit", case(sent(license_(), size_bytes=10_000_000)), "ok"),
    Row("above", case(sent(license_(), size_bytes=10_000_001)), "file.too_large"),
    Row("the policy's limit", case(sent(license_(), size_bytes=500_000)), "file.too_large", limits={"max_mb": 0.4}),
    Row(
        "a limit of the format",
        case(sent(license_(), size_bytes=500_000)),
        "file.too_large",
        limits={"max_mb_of": {"jpeg": 0.4}},
    ),
    Row("a limit of another format", case(sent(license_(), size_bytes=500_000)), "ok", limits={"max_mb_of": {"pdf": 0.4}}),
    Row("too large to be read", case(broken("too_large")), "file.too_large"),
    Row("an extra", case(*whole_case().files, broken("too_large")), "file.too_large/extra"),
    Row(
        "the same paper once more, as it should be",
        case(*whole_case().files, sent(license_(), name="2.jpg", size_bytes=10_000_001)),
        "file.too_large/extra",
    ),
    Row(
        "both copies of a paper are",
        case(
            *whole_case().files[1:],
            *(sent(license_(), name=name, size_bytes=10_000_001) for name in ("1.jpg", "2.jpg")),
        ),
        "file.too_large",
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_file_size(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
