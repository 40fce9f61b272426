"""Electronic seals in PDFs: who signed, whether the file still is what was signed, and where the seal stands."""

import io

import pikepdf
import pytest

from extractors.files.pdf_signatures import find_digital_signatures
from samples.digital import Place, altered, signed

COMPANY = "样例市晨光科技有限公司"
AT = Place(page=1, left=105, top=148.5, right=147, bottom=190.5)


def paper(rotation: int = 0) -> bytes:
    """An A4 page with a line of text that can be found again in the bytes."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(210 * 72 / 25.4, 297 * 72 / 25.4))
    page.Contents = pdf.make_stream(b"BT /F1 12 Tf 72 700 Td (left on 2024-05-31) Tj ET")
    page.Rotate = rotation
    out = io.BytesIO()
    pdf.save(out, compress_streams=False)
    return out.getvalue()


def test_an_intact_seal_names_its_company_and_its_place() -> None:
    (found,) = find_digital_signatures(signed(paper(), COMPANY, AT))
    assert (found.organisation, found.intact, found.covers_whole_file, found.page) == (COMPANY, True, True, 1)
    assert found.box == pytest.approx((0.5, 0.5, 0.7, 190.5 / 297), abs=0.01)
    assert found.signed_at.startswith("20")


def test_the_place_is_told_on_the_page_as_it_is_shown() -> None:
    (found,) = find_digital_signatures(signed(paper(rotation=90), COMPANY, AT))
    assert found.box == pytest.approx((1 - 190.5 / 297, 0.5, 0.5, 0.7), abs=0.01)


def test_an_invisible_seal_counts_too() -> None:
    (found,) = find_digital_signatures(signed(paper(), COMPANY))
    assert (found.intact, found.box) == (True, None)


def test_a_file_altered_after_signing_is_told() -> None:
    (found,) = find_digital_signatures(altered(signed(paper(), COMPANY, AT), b"2024-05-31", b"2024-06-30"))
    assert found.intact is False
    assert found.detail


def test_what_was_added_after_signing_is_told() -> None:
    longer = signed(paper(), COMPANY, AT) + b"\n% added\n"
    (found,) = find_digital_signatures(longer)
    assert (found.intact, found.covers_whole_file) == (True, False)


@pytest.mark.parametrize("damage", [b"/ByteRange [0 1 2", b"/SubFilter /adbe.pkcs7.detached"])
def test_a_damaged_container_raises_nothing(damage: bytes) -> None:
    broken = signed(paper(), COMPANY, AT).replace(damage[:10], b"/XxxxXxxxx"[: len(damage[:10])])
    assert all(found.intact is not True for found in find_digital_signatures(broken))


def test_files_without_a_signature_have_none() -> None:
    assert find_digital_signatures(paper()) == ()
    assert find_digital_signatures(b"%PDF-1.7 /ByteRange nothing else") == ()
