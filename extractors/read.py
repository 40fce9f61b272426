"""One file's bytes to its evidence: pages opened, set upright, read, and recognised as documents."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from extractors.closer_look import Seen, look_closer
from extractors.documents.classify import find_documents
from extractors.documents.joined_pages import join_pages
from extractors.documents.license_qr import with_qr_code
from extractors.documents.reader import Sheet
from extractors.evidence import Document, FileEvidence, PageEvidence
from extractors.files import FileLimits, RawPage, open_file
from extractors.files.pdf_signatures import find_digital_signatures
from extractors.files.room import with_room
from extractors.marks.assign import with_marks
from extractors.marks.codes import find_codes
from extractors.marks.electronic_seals import with_electronic_seals
from extractors.marks.fill_ins import with_fill_ins
from extractors.marks.seal_context import settled_by_print
from extractors.marks.seal_print import without_seal_text
from extractors.marks.seal_shapes import find_seal_shapes
from extractors.marks.seals import read_seals
from extractors.marks.signatures import find_signatures
from extractors.marks.traces import coloured_share
from extractors.ocr.engine import Image, OcrEngine
from extractors.ocr.registry import default_engine, open_engine
from extractors.ocr.weights import open_models
from extractors.page.half_tones import is_grey
from extractors.page.ink import split_inks
from extractors.page.legibility import with_legibility
from extractors.page.lines import PageReader
from extractors.page.orientation import AlwaysUpright, OrientationClassifier, OrientationModel, turned
from extractors.page.rectify import View
from extractors.page.upright import upright_turn
from extractors.text.folios import find_folio
from extractors.text.rows import rows_of

EXTRACTOR_VERSION: Final = "37"
"""Raised with every change that lets the same bytes yield other evidence: stored evidence is keyed by it."""

LEAST_SIDE_PX: Final = 32
MOST_SLENDER: Final = 20
"""A page with a shorter side, or longer than this many of its widths, holds no text that anybody could read."""

SIDEWAYS: Final = (90, 270)
"""Turns that make a page's width its height."""

ENGINES_WITHOUT_MODELS: Final = ("blank", "replay")


class FileReader:
    """Reads files with one engine. Not thread-safe: one per process."""

    def __init__(self, engine: OcrEngine, orientation: OrientationModel, limits: FileLimits | None = None) -> None:
        self._engine = engine
        self._orientation = orientation
        self._limits = limits or FileLimits()
        self._beside = ThreadPoolExecutor(1, "seals")
        """Seals are looked for while the engine, which leaves the interpreter alone, reads the lines."""

    @property
    def extractor(self) -> str:
        """What the evidence depends on besides the bytes: part of its key."""
        return extractor_key(self._engine.version)

    def read(self, data: bytes) -> FileEvidence:
        """Return all that is seen in a file. Bytes that cannot be read give problems, never an exception."""
        opened = open_file(data, self._limits)
        seen = [self.read_page(page) for page in with_room(opened, self._engine.rest)]
        signed = find_digital_signatures(data) if opened.format == "pdf" else ()
        documents = join_pages(seen)
        return FileEvidence(
            sha256=hashlib.sha256(data).hexdigest(),
            size_bytes=len(data),
            format=opened.format,
            page_count=opened.page_count,
            problems=tuple(opened.problems),
            pages=tuple(page for page, _ in seen),
            documents=with_electronic_seals(documents, signed),
            digital_signatures=signed,
            origin=opened.origin,
            extractor=self.extractor,
        )

    def read_page(self, raw: RawPage) -> tuple[PageEvidence, tuple[Document, ...]]:
        """Read one opened page: its evidence, and the documents on it. Unclear parts of it are read twice."""
        if not _can_show_anything(raw.image):
            return _empty(raw)
        turn = 0 if raw.text is not None else upright_turn(raw.image, self._orientation, self._engine)
        upright = RawPage(raw.number, turned(raw.image, turn), raw.text, raw.dpi)
        page, documents = self._read_upright(upright)
        if raw.text is None:
            page, documents = look_closer(upright.image, (page, documents), self._read_view)
        shown = raw.shown_px if turn not in SIDEWAYS else raw.shown_px[::-1]
        return page.model_copy(update={"turned_degrees": turn, "width_px": shown[0], "height_px": shown[1]}), documents

    def _read_view(self, view: View, number: int) -> tuple[View, Seen]:
        """Set a part of a page upright, and read it as a page of its own."""
        upright = view.turned(upright_turn(view.image, self._orientation, self._engine))
        return upright, self._read_upright(RawPage(number, upright.image, None, None))

    def _read_upright(self, raw: RawPage) -> Seen:
        image = raw.image
        ink = split_inks(image)
        looking = self._beside.submit(find_seal_shapes, ink)
        reader = PageReader(self._engine, ink)
        lines = reader.lines() if raw.text is None else raw.text
        seals = settled_by_print(read_seals(looking.result(), ink, self._engine, raw.number), lines)
        page = PageEvidence(
            number=raw.number,
            width_px=image.shape[1],
            height_px=image.shape[0],
            lines=lines,
            codes=find_codes(image, raw.number),
            coloured_share=None if seals else coloured_share(ink, lines),
            is_grey=is_grey(image),
            folio=find_folio(rows_of(lines, image.shape[1], image.shape[0])),
        )
        print_alone = without_seal_text(lines, seals, ink) if raw.text is None else lines
        sheet = Sheet(raw.number, image.shape[1], image.shape[0], print_alone, reader.look_again, reader.read_strip)
        documents = with_marks(find_documents(sheet), seals, find_signatures(ink, print_alone, seals, raw.number))
        if raw.text is None:
            documents = with_fill_ins(documents, ink)
            page, documents = with_legibility(page, documents, ink)
        return page, tuple(with_qr_code(document, page.codes) for document in documents)

    def close(self) -> None:
        """Free the engine."""
        self._beside.shutdown()
        self._engine.close()


def _can_show_anything(image: Image) -> bool:
    """Whether a picture has the room for a line of text, and a shape in which anything is shown."""
    short, long = min(image.shape[:2]), max(image.shape[:2])
    return bool(short >= LEAST_SIDE_PX and long <= MOST_SLENDER * short)


def _empty(raw: RawPage) -> tuple[PageEvidence, tuple[Document, ...]]:
    """A page on which nothing can be seen."""
    height, width = raw.image.shape[:2]
    return PageEvidence(number=raw.number, width_px=width, height_px=height), find_documents(
        Sheet(raw.number, width, height, ())
    )


def extractor_key(engine_version: str) -> str:
    """The key of evidence read with an engine of that version."""
    return f"{EXTRACTOR_VERSION} {engine_version}"


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
