"""PDF documents: guards, and pages drawn as a viewer shows them."""

from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from extractors.files import FileLimits, open_file
from tests.extractors.files.papers import Sheet, pdf_bytes, show

WRITTEN = Sheet(show("离职证明"))
SCRIPT = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def problems(data: bytes, limits: FileLimits | None = None) -> list[tuple[str, int | None]]:
    opened = open_file(data, limits or FileLimits())
    for _ in opened.pages:
        pass
    return [(problem.kind, problem.page) for problem in opened.problems]


def test_pages_come_in_order_at_200_dpi() -> None:
    opened = open_file(pdf_bytes(*[WRITTEN] * 3))
    assert opened.page_count == 3
    pages = list(opened.pages)
    assert [(page.number, page.image.shape) for page in pages] == [(number, (2339, 1653, 3)) for number in (1, 2, 3)]
    assert [page.dpi for page in pages] == pytest.approx([200.0] * 3)


def _open_action(pdf: Pdf) -> None:
    pdf.Root.OpenAction = SCRIPT


def _named_script(pdf: Pdf) -> None:
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array(["start", SCRIPT])))


def _launch_link(pdf: Pdf) -> None:
    action = Dictionary(S=Name.Launch, F="calc.exe")
    pdf.pages[0].obj.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action)])


def _attachment(pdf: Pdf) -> None:
    pdf.attachments["a.exe"] = b"MZ"


def _first_page_first(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Array([pdf.pages[0].obj, Name.Fit])


def _web_link(pdf: Pdf) -> None:
    action = Dictionary(S=Name.URI, URI="https://example.com/JavaScript/Launch")
    pdf.pages[0].obj.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action)])


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (_open_action, "JavaScript 脚本"),
        (_named_script, "JavaScript 脚本"),
        (_launch_link, "启动外部程序的动作"),
        (_attachment, "内嵌文件"),
    ],
)
def test_active_content_is_named_and_the_pages_are_read_all_the_same(change: Callable[[Pdf], None], named: str) -> None:
    opened = open_file(pdf_bytes(WRITTEN, change=change))
    assert [(problem.kind, problem.detail) for problem in opened.problems] == [("active_content", named)]
    assert len(list(opened.pages)) == 1


@pytest.mark.parametrize("change", [_first_page_first, _web_link])
def test_harmless_actions_are_no_problem(change: Callable[[Pdf], None]) -> None:
    assert problems(pdf_bytes(WRITTEN, change=change)) == []


@pytest.mark.parametrize(("owner", "user", "expected"), [("a", "b", [("encrypted", None)]), ("a", "", [])])
@pytest.mark.parametrize("revision", [4, 6])
def test_only_a_password_needed_to_open_is_a_problem(owner: str, user: str, revision: int, expected: list[object]) -> None:
    encryption = pikepdf.Encryption(owner=owner, user=user, R=revision)  # type: ignore[arg-type]  # R is typed as one of four numbers
    assert problems(pdf_bytes(WRITTEN, encryption=encryption)) == expected


def test_a_broken_file_after_a_locked_one_is_broken() -> None:
    problems(pdf_bytes(WRITTEN, encryption=pikepdf.Encryption(owner="a", user="b")))
    assert problems(pdf_bytes()) == [("corrupt", None)]


def test_too_many_pages() -> None:
    assert problems(pdf_bytes(*[Sheet()] * 31)) == [("too_many_pages", None)]
    assert problems(pdf_bytes(*[Sheet()] * 30)) == []


def test_an_image_that_declares_too_many_pixels() -> None:
    def add_bomb(pdf: Pdf) -> None:
        image = Stream(pdf, b"\0")
        image.stream_dict = Dictionary(
            Type=Name.XObject, Subtype=Name.Image, Width=90_000, Height=90_000, ColorSpace=Name.DeviceGray, BitsPerComponent=8
        )
        pdf.pages[0].obj.Resources.XObject = Dictionary(Im=pdf.make_indirect(image))

    assert problems(pdf_bytes(Sheet("q 500 0 0 500 0 0 cm /Im Do Q"), change=add_bomb)) == [("pixel_bomb", None)]


def test_a_damaged_page_among_good_ones() -> None:
    def break_second(pdf: Pdf) -> None:
        pdf.Root.Pages.Kids[1] = pdf.make_indirect(Dictionary(Type=Name.Font))

    data = pdf_bytes(WRITTEN, WRITTEN, WRITTEN, change=break_second)
    opened = open_file(data)
    assert [page.number for page in opened.pages] == [1, 3]
    assert [(problem.kind, problem.page) for problem in opened.problems] == [("corrupt", 2)]


@pytest.mark.parametrize("change", [lambda data: data[:40], lambda data: b"%PDF-1.7\n" + bytes(300)])
def test_a_file_beyond_repair(change: Callable[[bytes], bytes]) -> None:
    assert problems(change(pdf_bytes(WRITTEN))) == [("corrupt", None)]


def test_a_file_without_its_cross_references_is_rebuilt() -> None:
    data = pdf_bytes(WRITTEN)
    assert problems(data[: data.rindex(b"startxref")]) == []


@pytest.mark.parametrize(
    ("media_box", "longest"),
    [((0, 0, 14_400, 14_400), 2600), ((0, 0, 3000, 4000), 2600), ((0, 0, 243, 153), 675), ((0, 0, 1, 14_400), 2600)],
)
def test_pages_of_odd_sizes_stay_within_bounds(media_box: tuple[int, ...], longest: int) -> None:
    opened = open_file(pdf_bytes(Sheet(entries=(("/MediaBox", Array(media_box)),))))
    assert [max(page.image.shape) for page in opened.pages] == [pytest.approx(longest, abs=1)]


def test_a_small_page_is_drawn_as_fine_as_the_photo_on_it() -> None:
    def add_photo(pdf: Pdf) -> None:
        image = Stream(pdf, bytes(1200 * 760))
        image.stream_dict = Dictionary(
            Type=Name.XObject, Subtype=Name.Image, Width=1200, Height=760, ColorSpace=Name.DeviceGray, BitsPerComponent=8
        )
        pdf.pages[0].obj.Resources.XObject = Dictionary(Im=pdf.make_indirect(image))

    sheet = Sheet("q 240 0 0 152 0 0 cm /Im Do Q", (("/MediaBox", Array([0, 0, 240, 152])),))
    opened = open_file(pdf_bytes(sheet, change=add_photo))
    assert [page.image.shape[:2] for page in opened.pages] == [(760, 1200)]


def test_filled_in_form_fields_are_drawn() -> None:
    def add_field(pdf: Pdf) -> None:
        look = Stream(pdf, b"2 w " + b"".join(b"%d 4 m %d 16 l S " % (x, x + 4) for x in range(4, 90, 6)))
        look.stream_dict = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 100, 20]))
        field = Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T="name", V="x", Rect=Array([100, 100, 200, 120]), F=4,
            AP=Dictionary(N=pdf.make_indirect(look)),
        )  # fmt: skip
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(field)])
        pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.pages[0].obj.Annots[0]]))

    page = next(open_file(pdf_bytes(Sheet(show("离职证明")), change=add_field)).pages)
    assert (page.image[1990:2070, 270:560] < 128).sum() > 3_000
    assert page.text is None
