"""The table of ``file_format``."""

import pytest

from tests.validators.cases import Row, answer, broken, case, license_, sent, whole_case
from validators.case import CaseFile
from validators.checks.file_format import CHECK

COMPLETE = whole_case().files


def named(name: str, slot: str | None = None) -> CaseFile:
    """A file of no format of ours."""
    return broken("unsupported", slot).model_copy(update={"name": name})


ROWS = (
    *(
        Row(f"{name} beside all that is asked for", case(*COMPLETE, named(name)), "file.unsupported_format/extra")
        for name in ("IMG_0412.MOV", "IMG_0412.AAE", "离职证明（Word原件）.docx", "新建文本文档.txt", "全部材料.zip", "无后缀")
    ),
    *(
        Row(f"{name} where the certificate should be", case(*COMPLETE[:2], named(name, "termination_certificate")), reason)
        for name, reason in (
            ("离职证明.docx", "file.unsupported_format/office"),
            ("离职证明.ofd", "file.unsupported_format/office"),
            ("离职证明.rar", "file.unsupported_format/archive"),
            ("离职证明.mov", "file.unsupported_format/film"),
            ("离职证明", "file.unsupported_format"),
        )
    ),
    Row("it may be what is lacking", case(*COMPLETE[:2], named("离职证明.docx")), "file.unsupported_format/office"),
    Row("a film is not what is lacking", case(*COMPLETE[:2], named("IMG_0412.MOV")), "file.unsupported_format/extra"),
    Row(
        "a draft, where no PDF is taken",
        case(*COMPLETE[:2], named("离职证明.docx")),
        "file.unsupported_format",
        limits={"formats": ["jpeg"]},
    ),
    Row(
        "a second photo of a paper",
        case(*COMPLETE, sent(license_(), name="2.webp", format="webp")),
        "file.unsupported_format/extra",
    ),
    Row(
        "another firm's licence beside it",
        case(*COMPLETE, sent(license_(uscc="91440300PDY0123440"), name="2.webp", format="webp")),
        "file.unsupported_format",
    ),
    Row("taken", case(sent(license_(), format="png")), "ok"),
    Row("iPhone", case(sent(license_(), format="heic")), "ok"),
    Row("read, not taken", case(sent(license_(), format="webp")), "file.unsupported_format"),
    Row("taken here", case(sent(license_(), format="webp")), "ok", limits={"formats": ["webp"]}),
    Row("no format of ours", case(broken("unsupported")), "file.unsupported_format"),
    Row("empty", case(broken("empty")), "n/a"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_file_format(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
