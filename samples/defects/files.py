"""Files that cannot be opened, or should not be."""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace

from samples import bundle
from samples.facts import Facts
from samples.shoot import SentFile
from samples.twist import BOUNCE, NOT_ACCEPTED, Sent, Twist, Uploads

_MOST_PAGES = 30
_ZIP_TIME = (2024, 1, 1, 0, 0, 0)


def _as_pdf(uploads: Uploads, facts: Facts, rng: random.Random) -> Uploads:
    """The certificate as a scanned PDF, whatever the applicant's habit."""
    return tuple(upload.captured_as("scan_pdf") if upload.slot == "termination_certificate" else upload for upload in uploads)


def _as_photo(uploads: Uploads, facts: Facts, rng: random.Random) -> Uploads:
    return tuple(upload.captured_as("photo") if upload.slot == "termination_certificate" else upload for upload in uploads)


def _spoiling(spoil: Callable[[SentFile], SentFile]) -> Callable[[Sent, random.Random], Sent]:
    """Do something to the certificate's file."""

    def files(sent: Sent, rng: random.Random) -> Sent:
        return tuple(spoil(file) if file.slot == "termination_certificate" else file for file in sent)

    return files


def _unreadable(data: bytes, name: str | None = None) -> Callable[[SentFile], SentFile]:
    """These bytes instead of the file's own."""
    return lambda file: replace(file, data=data, name=name or file.name, truths=())


def _locked(file: SentFile) -> SentFile:
    return replace(file, data=bundle.locked(file.data, "20240601"), truths=())


def _cut_off(file: SentFile) -> SentFile:
    """An upload that broke off after a few lines of the picture."""
    return replace(file, data=file.data[: len(file.data) // 12], truths=())


def _garbled(file: SentFile) -> SentFile:
    """A PDF of which only the first line is left."""
    noise = random.Random(len(file.data)).randbytes(4000)
    return replace(file, data=file.data[:9] + noise, truths=())


def _scripted(file: SentFile) -> SentFile:
    return replace(file, data=bundle.scripted(file.data))


def _thick(file: SentFile) -> SentFile:
    """The certificate, and empty pages up to more than are taken."""
    return replace(file, data=bundle.padded(file.data, _MOST_PAGES + 8), truths=())


def _document_file() -> bytes:
    """The smallest file that an office program takes for a document."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<document>离职证明</document>")):
            archive.writestr(zipfile.ZipInfo(name, _ZIP_TIME), text)
    return out.getvalue()


def _huge_png(side_px: int = 60_000) -> bytes:
    """A PNG whose header promises more pixels than anybody's memory holds."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", side_px, side_px, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * (side_px // 8 + 1) * 40)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


_TEXT_FILE = "离职证明见附件，请查收。\n".encode()

FILE_DEFECTS: tuple[Twist, ...] = (
    Twist(
        "encrypted_pdf",
        "The certificate's PDF wants a password.",
        BOUNCE,
        (("file.encrypted",),),
        may_codes=("doc.missing",),
        uploads=_as_pdf,
        files=_spoiling(_locked),
    ),
    Twist(
        "cut_off_jpeg",
        "The upload of the certificate's photo broke off.",
        NOT_ACCEPTED,
        (("file.corrupt",),),
        may_codes=("doc.missing",),
        uploads=_as_photo,
        files=_spoiling(_cut_off),
    ),
    Twist(
        "corrupt_pdf",
        "The certificate's PDF holds nothing that can be read.",
        NOT_ACCEPTED,
        (("file.corrupt",),),
        may_codes=("doc.missing",),
        uploads=_as_pdf,
        files=_spoiling(_garbled),
    ),
    Twist(
        "empty_file",
        "The certificate's file is empty.",
        BOUNCE,
        (("file.empty",),),
        may_codes=("doc.missing",),
        files=_spoiling(_unreadable(b"")),
    ),
    Twist(
        "word_file",
        "The certificate was sent as a document of an office program.",
        BOUNCE,
        (("file.unsupported_format",),),
        may_codes=("doc.missing",),
        files=_spoiling(_unreadable(_document_file(), "离职证明.docx")),
    ),
    Twist(
        "text_file",
        "A text file named as a picture.",
        NOT_ACCEPTED,
        (("file.unsupported_format", "file.extension_mismatch", "file.corrupt"),),
        may_codes=("doc.missing",),
        files=_spoiling(_unreadable(_TEXT_FILE, "离职证明.jpg")),
    ),
    Twist(
        "pixel_bomb",
        "A picture whose header promises billions of pixels.",
        NOT_ACCEPTED,
        (("file.pixel_bomb",),),
        may_codes=("doc.missing",),
        files=_spoiling(_unreadable(_huge_png(), "离职证明.png")),
    ),
    Twist(
        "pdf_with_script",
        "The certificate's PDF runs JavaScript when it is opened.",
        NOT_ACCEPTED,
        (("file.active_content",),),
        uploads=_as_pdf,
        files=_spoiling(_scripted),
    ),
    Twist(
        "too_many_pages",
        "The certificate's PDF has more pages than are taken.",
        NOT_ACCEPTED,
        (("file.too_many_pages",),),
        may_codes=("doc.missing",),
        uploads=_as_pdf,
        files=_spoiling(_thick),
    ),
)
