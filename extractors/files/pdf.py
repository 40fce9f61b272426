"""PDF documents to pages, drawn with PDFium."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

import pypdfium2
from pypdfium2 import raw

from extractors.evidence import FileProblem
from extractors.files.limits import FileLimits
from extractors.files.opened import OpenedFile, PageImage, PageStream, RawPage
from extractors.files.origin import origin_of_pdf
from extractors.files.pdf_draw import POINTS_PER_INCH, draw_page, drawing_scale
from extractors.files.pdf_fonts import use_package_font
from extractors.files.pdf_original import Original, read_original
from extractors.files.pdf_plain import PdfObjects
from extractors.files.pdf_structure import inspect_pdf, repaired_pdf

_LOCKED = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)


def open_pdf(data: bytes, limits: FileLimits) -> OpenedFile:
    """Open a PDF. One that opens with an empty password is not locked; its pages are drawn as they are walked."""
    use_package_font()
    try:
        file = _load(data)
    except pypdfium2.PdfiumError as error:
        return OpenedFile("pdf", problems=(_load_problem(error, data),))
    page_count = len(file.drawn)
    unread = _unread(page_count, limits)
    if unread is not None:
        return OpenedFile("pdf", page_count, (unread,))
    structure = inspect_pdf(data)
    if structure.largest_image_px > limits.max_pixels:
        bomb = FileProblem(kind="pixel_bomb", detail=f"内含声明为 {structure.largest_image_px} 像素的图片")
        return OpenedFile("pdf", page_count, (bomb,))
    active = (FileProblem(kind="active_content", detail="、".join(structure.active)),) if structure.active else ()
    return OpenedFile(
        "pdf", page_count, active, _draw_pages(file, page_count, limits), structure.largest_image_px, origin_of_pdf(file.drawn)
    )


@dataclass(slots=True, eq=False)
class _PdfFile:
    """A PDF as PDFium draws it, and as its pages are written anew for reading."""

    drawn: pypdfium2.PdfDocument
    data: bytes
    objects: PdfObjects | None = None

    def plain_page(self, number: int) -> bytes | None:
        """A page written anew. The file's objects are looked up once, and only if a page asks."""
        if self.objects is None:
            self.objects = PdfObjects(self.data)
        return self.objects.plain_page(number)

    def close(self) -> None:
        """Let go of both."""
        if self.objects is not None:
            self.objects.close()
        self.drawn.close()


def _load(data: bytes) -> _PdfFile:
    """Load a PDF, rebuilt where it is too damaged as it stands. Raises PdfiumError."""
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        rebuilt = None if _is_locked(error, data) else repaired_pdf(data)
        if rebuilt is None:
            raise
        data, pdf = rebuilt, pypdfium2.PdfDocument(rebuilt)
    with suppress(pypdfium2.PdfiumError):
        pdf.init_forms()
    return _PdfFile(pdf, data)


def _is_locked(error: pypdfium2.PdfiumError, data: bytes) -> bool:
    """PDFium leaves the last file's error code standing where a file merely has no pages, so the code alone proves nothing."""
    return error.err_code in _LOCKED and b"/Encrypt" in data


def _load_problem(error: pypdfium2.PdfiumError, data: bytes) -> FileProblem:
    if _is_locked(error, data):
        return FileProblem(kind="encrypted", detail="PDF 设有打开密码")
    return FileProblem(kind="corrupt", detail="PDF 结构已损坏")


def _unread(page_count: int, limits: FileLimits) -> FileProblem | None:
    """Why nothing of a PDF with so many pages is read."""
    if page_count == 0:
        return FileProblem(kind="corrupt", detail="PDF 中没有页面")
    if page_count > limits.max_pages:
        return FileProblem(kind="too_many_pages", detail=f"共 {page_count} 页，超过 {limits.max_pages} 页")
    return None


def _draw_pages(file: _PdfFile, page_count: int, limits: FileLimits) -> PageStream:
    try:
        for number in range(1, page_count + 1):
            yield from _draw_page(file, number, limits)
    finally:
        file.close()


def _draw_page(file: _PdfFile, number: int, limits: FileLimits) -> Iterable[RawPage | FileProblem]:
    try:
        page = file.drawn[number - 1]
    except pypdfium2.PdfiumError:
        return [FileProblem(kind="corrupt", detail="页面无法打开", page=number)]
    try:
        scale = drawing_scale(page, limits)
        if scale is None:
            return [FileProblem(kind="corrupt", detail="页面尺寸无效", page=number)]
        image = draw_page(page, scale)
        original = read_original(page, image, scale, partial(file.plain_page, number))
        return [*_missing_fonts(original, number), _raw_page(original, number, image, scale)]
    except pypdfium2.PdfiumError:
        return [FileProblem(kind="corrupt", detail="页面无法显示", page=number)]
    finally:
        page.close()


def _missing_fonts(original: Original, number: int) -> Iterable[FileProblem]:
    if original.undrawn:
        yield FileProblem(kind="font_missing", detail=f"{original.undrawn}个字缺少字体，显示不出", page=number)


def _raw_page(original: Original, number: int, image: PageImage, scale: float) -> RawPage:
    ruling = original.ruling
    return RawPage(number, image, original.lines, scale * POINTS_PER_INCH, rules=ruling.rules, cells=ruling.cells)
