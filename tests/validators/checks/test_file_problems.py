"""The table of ``file_problems``."""

import pytest

from extractors.evidence import FileProblem, ProblemKind
from tests.validators.cases import Row, answer, back, broken, case, certificate, front, license_, sent, told, whole_case
from validators.case import CaseFile, DeclaredPerson
from validators.checks.file_problems import CHECK

COMPLETE = whole_case().files
EXTRAS: tuple[ProblemKind, ...] = ("empty", "corrupt", "encrypted", "pixel_bomb", "font_missing", "active_content")
LIST = told().model_copy(update={"employees": (DeclaredPerson(name="周大川", id_number="510199198807150135"),)})


def one_pdf(damaged: int) -> CaseFile:
    """The whole packet in one file, and a page that cannot be shown."""
    papers = (license_(), front(), back(), certificate())
    return sent(*papers, name="all.pdf", pages=5, problems=(FileProblem(kind="corrupt", page=damaged),))


ROWS = (
    *(Row(f"{kind}, beside all that is asked for", case(*COMPLETE, broken(kind)), f"file.{kind}/extra") for kind in EXTRAS),
    Row("failed in our hands, an extra", case(*COMPLETE, broken("unreadable")), "file.corrupt/extra_unreadable"),
    Row("one page of an extra damaged", case(*COMPLETE, broken("corrupt", page_=2)), "file.corrupt/extra_page"),
    Row("a damaged page beside all that is asked for", case(one_pdf(5)), "file.corrupt/page?"),
    Row("an extra in a slot that is filled", case(*COMPLETE, broken("encrypted", "business_license")), "file.encrypted/extra"),
    Row("in a slot that nobody asks for", case(sent(license_()), broken("encrypted", "bank_card")), "file.encrypted/extra"),
    Row(
        "in the slot of what is lacking", case(*COMPLETE[:2], broken("encrypted", "termination_certificate")), "file.encrypted"
    ),
    Row("in no slot, and something is lacking", case(*COMPLETE[:2], broken("encrypted")), "file.encrypted"),
    Row("it may be that of a worker on the list", case(*COMPLETE, broken("encrypted"), declared=LIST), "file.encrypted"),
    Row("opens", case(sent(license_())), "ok"),
    Row("no file", case(), "n/a"),
    Row("empty", case(broken("empty")), "file.empty"),
    Row("damaged", case(broken("corrupt")), "file.corrupt"),
    Row("one page damaged", case(broken("corrupt", page_=2)), "file.corrupt/page"),
    Row("password", case(broken("encrypted")), "file.encrypted"),
    Row("too many pixels", case(broken("pixel_bomb")), "file.pixel_bomb"),
    Row("script inside", case(broken("active_content")), "file.active_content"),
    Row("text without its font", case(broken("font_missing", page_=1)), "file.font_missing"),
    Row("failed in our hands", case(broken("unreadable")), "file.corrupt/unreadable"),
    Row("judged elsewhere", case(broken("too_large")), "ok"),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_file_problems(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
