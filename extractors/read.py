"""One file's bytes to its evidence: pages opened, set upright, read, and recognised as documents.

What this imports, the readers of documents aside, is in the key of sheets (:mod:`extractors.keys`).
"""

import hashlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from extractors.closer_look import unclear_regions
from extractors.documents.joined_pages import OnPage
from extractors.evidence import Document, FileEvidence, Flaw, PageEvidence, Seal, TextLine
from extractors.files import FileLimits, RawPage, open_file
from extractors.files.pdf_signatures import find_digital_signatures
from extractors.files.room import with_room
from extractors.looks import RememberingPixels
from extractors.marks.codes import find_codes
from extractors.marks.seal_context import settled_by_print
from extractors.marks.seal_print import not_of_seals
from extractors.marks.seal_shapes import find_seal_shapes
from extractors.marks.seals import read_seals
from extractors.marks.signatures import find_signatures
from extractors.marks.traces import colour_among_print, find_traces
from extractors.ocr.engine import Image, OcrEngine
from extractors.ocr.registry import ENGINES_WITHOUT_MODELS, default_engine, open_engine
from extractors.ocr.weights import open_models
from extractors.page.half_tones import is_grey, is_two_level
from extractors.page.ink import InkLayers, levelled, split_inks
from extractors.page.inside import Real
from extractors.page.legibility import Picture, measured, with_legibility
from extractors.page.lines import PageReader
from extractors.page.live_pixels import LivePixels
from extractors.page.orientation import AlwaysUpright, OrientationClassifier, OrientationModel, turned
from extractors.page.pale_layer import pale_layer, with_lines_through, without_pale
from extractors.page.rectify import flat_view, level_view
from extractors.page.tick_boxes import with_boxes
from extractors.page.upright import upright_turn
from extractors.page.watermarks import watermarks_apart, without_rest
from extractors.parted import Stretch, papers_below_one_another
from extractors.recognise import evidence_of, recognise
from extractors.sheets import FileSheets, SheetEvidence, ViewEvidence

LEAST_SIDE_PX: Final = 32
MOST_SLENDER: Final = 20
"""A page with a shorter side, or longer than this many of its widths, holds no text that anybody could read."""

SIDEWAYS: Final = (90, 270)
"""Turns that make a page's width its height."""


class FileReader:
    """Reads files with one engine. Not thread-safe: one per process."""

    def __init__(self, engine: OcrEngine, orientation: OrientationModel, limits: FileLimits | None = None) -> None:
        self._engine = engine
        self._orientation = orientation
        self._limits = limits or FileLimits()
        self._beside = ThreadPoolExecutor(1, "seals")
        """Seals are looked for while the engine, which leaves the interpreter alone, reads the lines."""

    def read(self, data: bytes) -> FileEvidence:
        """Return all that is seen in a file. Bytes that cannot be read give problems, never an exception."""
        return evidence_of(self.sheets(data))

    def sheets(self, data: bytes) -> FileSheets:
        """Return what the pixels of a file's pages give; documents are found on that (:mod:`extractors.recognise`)."""
        opened = open_file(data, self._limits)
        sheets = tuple(self.read_page(page) for page in with_room(opened, self._engine.rest))
        return FileSheets(
            sha256=hashlib.sha256(data).hexdigest(),
            size_bytes=len(data),
            format=opened.format,
            page_count=opened.page_count,
            problems=tuple(opened.problems),
            sheets=sheets,
            digital_signatures=find_digital_signatures(data) if opened.format == "pdf" else (),
            origin=opened.origin,
            engine=self._engine.version,
        )

    def read_page(self, raw: RawPage) -> SheetEvidence:
        """Read one opened page. Unclear parts of it are read twice."""
        if not _can_show_anything(raw.image):
            return _empty(raw)
        text = raw.text or None  # where none of it shows, the page is what its pixels are, and mostly blank
        turn = 0 if text is not None else upright_turn(raw.image, self._orientation, self._engine)
        shown = raw.shown_px if turn not in SIDEWAYS else raw.shown_px[::-1]
        upright = RawPage(raw.number, turned(raw.image, turn), text, raw.dpi, shown, raw.rules, raw.cells)
        sheet, documents = self._read_upright(upright)
        if not sheet.digital:
            sheet = self._with_views(upright, sheet, documents)
        return sheet.model_copy(update={"page": sheet.page.model_copy(update={"turned_degrees": turn})})

    def _with_views(self, upright: RawPage, sheet: SheetEvidence, documents: Sequence[Document]) -> SheetEvidence:
        """A sheet with its parts that are read by themselves: each of several papers, or what is worth a closer look."""
        lines = [sheet.page.lines[at] for at in sheet.print_lines]
        papers = papers_below_one_another(upright.image, lines)
        if papers:
            views = [self._read_stretch(upright, stretch) for stretch in papers]
            return sheet.model_copy(update={"views": tuple(views), "parted": True})
        return sheet.model_copy(update={"views": self._closer(upright, (sheet.page, tuple(documents)))})

    def _read_stretch(self, page: RawPage, stretch: Stretch) -> ViewEvidence:
        """A paper that lies on a page with others, read as a page of its own."""
        view = level_view(page.image, *stretch)
        upright = view.turned(upright_turn(view.image, self._orientation, self._engine))
        raw = RawPage(page.number, upright.image, None, None)
        sheet, documents = self._read_upright(raw)
        sheet = sheet.model_copy(update={"views": self._closer(raw, (sheet.page, documents))})
        (top, bottom), matrix = stretch, [float(value) for value in upright.fractions_to_page.ravel()]
        region = ((0.0, top), (1.0, top), (1.0, bottom), (0.0, bottom))
        return ViewEvidence.model_validate({"to_page": matrix, "region": region, "sheet": sheet})

    def _closer(self, upright: RawPage, seen: OnPage) -> tuple[ViewEvidence, ...]:
        """The parts of a page that are worth a closer look, each read as a page of its own."""
        return tuple(self._read_view(upright, region) for region in unclear_regions(upright.image, seen))

    def _read_view(self, page: RawPage, region: Real) -> ViewEvidence:
        view = flat_view(page.image, region)
        upright = view.turned(upright_turn(view.image, self._orientation, self._engine))
        sheet, _ = self._read_upright(RawPage(page.number, upright.image, None, None))
        corners = region / (page.image.shape[1], page.image.shape[0])
        matrix = [float(value) for value in upright.fractions_to_page.ravel()]
        return ViewEvidence.model_validate({"to_page": matrix, "region": corners.tolist(), "sheet": sheet})

    def _read_upright(self, raw: RawPage) -> tuple[SheetEvidence, tuple[Document, ...]]:
        image = raw.image
        ink = split_inks(image)
        looking = self._beside.submit(find_seal_shapes, ink)
        reader = PageReader(self._engine, ink)
        lines = reader.lines() if raw.text is None else raw.text
        printed = tuple(line for line in lines if line.layer == "print")
        seals = settled_by_print(read_seals(looking.result(), ink, self._engine, raw.number), printed)
        page = PageEvidence(
            number=raw.number,
            width_px=raw.shown_px[0],
            height_px=raw.shown_px[1],
            lines=lines,
            codes=find_codes(image, raw.number),
            colour_among_print=colour_among_print(ink, printed),
            is_grey=is_grey(image),
            is_two_level=raw.text is None and is_two_level(image),
            rules=raw.rules,
            cells=raw.cells,
        )
        picture = Picture.of(image) if raw.text is None else None
        if picture is not None:
            reader, lines = self._through_watermark(reader, measured(page.lines, picture), picture, seals)
            page = with_legibility(page.model_copy(update={"lines": with_boxes(lines, image)}), ink)
        print_lines = _of_print(page.lines, seals, ink, digital=picture is None)
        signatures = find_signatures(ink, [page.lines[at] for at in print_lines], seals, raw.number)
        if not seals:
            page = page.model_copy(update={"traces": find_traces(ink, page.lines, signatures)})
        sheet = SheetEvidence(
            page=page,
            print_lines=print_lines,
            seals=seals,
            signatures=signatures,
            digital=picture is None,
        )
        pixels = RememberingPixels(LivePixels(reader, ink, sheet.page.lines, picture))
        documents = recognise(sheet, pixels)
        return sheet.model_copy(update={"looks": tuple(pixels.looks), "measures": tuple(pixels.measures)}), documents

    def _through_watermark(
        self, reader: PageReader, lines: Sequence[TextLine], picture: Picture, seals: Sequence[Seal]
    ) -> tuple[PageReader, tuple[TextLine, ...]]:
        """A page's lines with those of a watermark told apart, read once more without it: what it crosses is lost or torn."""
        size = (picture.image.shape[1], picture.image.shape[0])
        apart = watermarks_apart(lines, size, [seal.box for seal in seals])
        if all(line.layer != "watermark" for line in apart):
            return reader, apart
        level = levelled(picture.image)
        layer = pale_layer(level, apart)
        if layer is None:
            return reader, apart
        bare = PageReader(self._engine, split_inks(without_pale(level, layer, apart)))
        return bare, with_lines_through(apart, without_rest(measured(bare.lines(), picture), apart, size))

    def close(self) -> None:
        """Free the engine."""
        self._beside.shutdown()
        self._engine.close()


def _can_show_anything(image: Image) -> bool:
    """Whether a picture has the room for a line of text, and a shape in which anything is shown."""
    short, long = min(image.shape[:2]), max(image.shape[:2])
    return bool(short >= LEAST_SIDE_PX and long <= MOST_SLENDER * short)


def _of_print(lines: Sequence[TextLine], seals: Sequence[Seal], ink: InkLayers, *, digital: bool) -> tuple[int, ...]:
    """The lines that are the paper's own print: no piece of a seal's ring, and no watermark."""
    at = range(len(lines)) if digital else not_of_seals(lines, seals, ink)
    return tuple(index for index in at if lines[index].layer == "print")


def _empty(raw: RawPage) -> SheetEvidence:
    """A page on which nothing can be seen: as good as blank."""
    height, width = raw.image.shape[:2]
    blank = Flaw(kind="blank", box=(0.0, 0.0, 1.0, 1.0), strength=1.0)
    return SheetEvidence(page=PageEvidence(number=raw.number, width_px=width, height_px=height, flaws=(blank,)), print_lines=())


def open_reader(engine: str | None = None, models: Path | None = None, threads: int | None = None) -> FileReader:
    """Open a reader on an engine by name (None: the default) and a folder of models (None: the fetched ones).

    Raises:
        UnknownEngineError: no such engine.
        ModelsError: the models are missing, altered or out of reach.
    """
    name = engine or default_engine()
    opened = open_engine(name, models, threads)
    if name in ENGINES_WITHOUT_MODELS:
        return FileReader(opened, AlwaysUpright())
    return FileReader(opened, OrientationClassifier(open_models(models)))
