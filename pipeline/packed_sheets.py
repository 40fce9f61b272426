"""Sheets as they are stored: JSON, compressed. A page's lines, looks and measures name the same keys again and again."""

import zlib

from extractors.sheets import FileSheets


def pack(sheets: FileSheets) -> bytes:
    """Return sheets as they are stored."""
    return zlib.compress(sheets.model_dump_json().encode())


def unpack(packed: bytes) -> FileSheets:
    """Return sheets that were stored.

    Raises:
        ValueError: they cannot be used: cut, altered, or of another shape.
    """
    try:
        return FileSheets.model_validate_json(zlib.decompress(packed))
    except zlib.error as error:
        raise ValueError("stored sheets cannot be decompressed") from error
