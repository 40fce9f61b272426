"""What a file says of its own making: the camera and the programs in its metadata. Untrusted text, cut short."""

import re
from contextlib import suppress
from typing import Final

import pypdfium2
from PIL import Image

from extractors.files.quiet import quiet
from extractors.picture_evidence import Origin

MAX_CHARACTERS: Final = 80
MAX_PROGRAMS: Final = 5
MAX_XMP_BYTES: Final = 1 << 20
"""A packet of XMP is a few kilobytes; only the first mebibyte of a file is searched for one."""

_MAKE, _MODEL, _SOFTWARE = 0x010F, 0x0110, 0x0131
"""Exif 2.32, tags of IFD 0."""
_XMP_PROGRAM: Final = re.compile(rb"(?:xmp:CreatorTool|stEvt:softwareAgent)(?:=[\"']|>)([^\"'<]{1,200})")
"""XMP (ISO 16684-1): the program that made a file, and those of its history."""
_PDF_PROGRAMS: Final = ("Creator", "Producer")


def origin_of_picture(image: Image.Image, data: bytes) -> Origin:
    """Return what a picture's Exif, PNG text and XMP say. ``image`` is not decoded for it.

    Raises:
        Exception: whatever Pillow raises on damaged metadata.
    """
    exif = Image.Exif()
    exif.load(image.info.get("exif", b""))
    camera = " ".join(part for part in (_text(exif.get(_MAKE)), _text(exif.get(_MODEL))) if part)
    xmp = [match.decode("utf-8", "replace") for match in _XMP_PROGRAM.findall(data[:MAX_XMP_BYTES])]
    return Origin(camera=camera, programs=_programs([exif.get(_SOFTWARE), image.info.get("Software"), *xmp]))


def origin_of_pdf(pdf: pypdfium2.PdfDocument) -> Origin:
    """Return what a PDF's document information says."""
    with quiet():
        return Origin(programs=_programs([pdf.get_metadata_value(key) for key in _PDF_PROGRAMS]))


def _programs(values: list[object]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for value in values if (text := _text(value))))[:MAX_PROGRAMS]


def _text(value: object) -> str:
    """Return a tag's value as one short printable line; what is no text says nothing."""
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if not isinstance(value, str):
        return ""
    with suppress(UnicodeError):  # Pillow takes Exif's text for Latin-1, phones write UTF-8
        value = value.encode("latin-1").decode("utf-8")
    return " ".join("".join(char if char.isprintable() else " " for char in value).split())[:MAX_CHARACTERS]
