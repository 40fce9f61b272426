"""The table of ``file_extension``."""

import pytest

from tests.validators.cases import Row, answer, broken, case, license_, sent, whole_case
from validators.checks.file_extension import CHECK

PLAIN = tuple(file.model_copy(update={"name": file.slot or ""}) for file in whole_case().files)
ROWS = (
    Row("right", case(sent(license_(), name="a.JPG")), "ok"),
    Row("in a folder with a dot", case(sent(license_(), name="v1.2/scan")), "n/a"),
    Row("another picture", case(sent(license_(), name="a.png")), "file.extension_mismatch/picture"),
    Row("PDF called a picture", case(sent(license_(), name="a.jpg", format="pdf")), "file.extension_mismatch"),
    Row("picture called a PDF", case(sent(license_(), name="a.pdf")), "file.extension_mismatch"),
    Row("called something else", case(sent(license_(), name="a.docx", format="pdf")), "file.extension_mismatch"),
    Row(
        "an extra",
        case(sent(license_(), name="a.jpg", format="pdf"), *PLAIN),
        "file.extension_mismatch/extra",
    ),
    Row("no format of ours", case(broken("unsupported")), "n/a"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_file_extension(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
