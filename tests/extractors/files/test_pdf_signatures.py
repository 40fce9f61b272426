"""Electronic seals in PDFs: who signed, whether the file still is what was signed, and where the seal stands."""

import io
import re
from collections.abc import Callable
from functools import cache

import pikepdf
import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields

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


@cache
def sealed() -> bytes:
    """The page under the company's seal."""
    return signed(paper(), COMPANY, AT)


def of_another_maker(data: bytes) -> bytes:
    """The signed file with a container that only its maker knows."""
    return data.replace(b"/SubFilter /adbe.pkcs7.detached", b"/SubFilter /GM.sm2sealxxxxxxxxx")


def with_garbage(data: bytes) -> bytes:
    """The signed file with a signature that is no structure at all."""
    return re.sub(rb"/Contents <[0-9A-Fa-f]{200}", b"/Contents <" + b"0545" * 50, data)


def without_its_field(data: bytes) -> bytes:
    """The signed file whose form was taken away, and with it the field that names the signature."""
    return data.replace(b"/AcroForm", b"/XcroForm")


def saved_anew(data: bytes) -> bytes:
    """The signed file as another program saves it: its objects packed, its bytes no longer those that were signed."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def without_its_range(data: bytes) -> bytes:
    """The signed file whose signature no longer says what was signed."""
    return data.replace(b"/ByteRange", b"/XyteXange")


HARMED = (of_another_maker, with_garbage, without_its_field, without_its_range)


@pytest.mark.parametrize("harm", HARMED)
def test_a_signature_that_cannot_be_made_out_is_found_and_proves_nothing(harm: Callable[[bytes], bytes]) -> None:
    (found,) = find_digital_signatures(harm(sealed()))
    assert found.intact is None
    assert found.detail


@pytest.mark.parametrize("harm", HARMED)
def test_nor_does_one_in_a_file_altered_since(harm: Callable[[bytes], bytes]) -> None:
    (found,) = find_digital_signatures(altered(harm(sealed()), b"2024-05-31", b"2024-06-30"))
    assert found.intact is None


def test_a_signed_file_that_a_program_saved_anew_is_not_intact() -> None:
    (found,) = find_digital_signatures(saved_anew(sealed()))
    assert found.intact is not True


def test_a_seal_of_another_maker_is_found_where_it_shows_itself() -> None:
    (found,) = find_digital_signatures(of_another_maker(sealed()))
    assert found.page == 1
    assert found.box == pytest.approx((0.5, 0.5, 0.7, 190.5 / 297), abs=0.01)


def test_a_file_that_only_its_bytes_are_left_of_still_is_a_signed_one() -> None:
    (found,) = find_digital_signatures(b"%PDF-1.7 1 0 obj << /Type /Sig /ByteRange [0 10 20 30] /Contents <00")
    assert found.intact is None


def test_files_without_a_signature_have_none() -> None:
    assert find_digital_signatures(paper()) == ()
    assert find_digital_signatures(saved_anew(paper())) == ()
    assert find_digital_signatures(b"%PDF-1.7 /ByteRange nothing else") == ()


def test_a_signature_that_a_later_version_took_away_is_told() -> None:
    with pikepdf.open(io.BytesIO(sealed())) as pdf:
        number = next(each.objgen[0] for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/ByteRange" in each)
    writer = IncrementalPdfFileWriter(io.BytesIO(sealed()))
    gone = writer.get_object(generic.Reference(number, 0, writer))
    for key in list(gone):
        del gone[key]
    writer.update_container(gone)
    out = io.BytesIO()
    writer.write(out)  # type: ignore[no-untyped-call]  # pyhanko leaves it bare
    (found,) = find_digital_signatures(out.getvalue())
    assert found.intact is None


def test_a_field_that_nobody_signed_is_no_signature() -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(paper()))
    fields.append_signature_field(writer, fields.SigFieldSpec("Seal", on_page=0, box=(10, 10, 90, 90)))
    out = io.BytesIO()
    writer.write(out)  # type: ignore[no-untyped-call]  # pyhanko leaves it bare
    assert find_digital_signatures(out.getvalue()) == ()


def test_what_lets_a_form_be_filled_in_is_no_signature() -> None:
    with pikepdf.open(io.BytesIO(paper())) as pdf:
        enabled = {"/Type": pikepdf.Name.Sig, "/ByteRange": [0, 1, 2, 3], "/Contents": b"00"}
        pdf.Root.Perms = pikepdf.Dictionary(UR3=pdf.make_indirect(pikepdf.Dictionary(enabled)))
        out = io.BytesIO()
        pdf.save(out)
    assert find_digital_signatures(out.getvalue()) == ()
