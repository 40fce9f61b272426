"""What a file is, told by its content and never by its name."""

from typing import NamedTuple

from extractors.evidence import FileFormat


class Kind(NamedTuple):
    """A file's kind: ``format`` where pages can be made of it, and the words a person has for it."""

    format: FileFormat | None
    label: str


PDF_HEADER_WINDOW_BYTES = 1024
"""Readers accept a PDF whose header starts anywhere in the first 1024 bytes (ISO 32000-1, Annex H, note 13)."""

TEXT_WINDOW_BYTES = 512
"""How much is looked at to tell text from binary data."""

_PDF = Kind("pdf", "PDF")

# Signatures: IANA media type registrations and the formats' own specifications.
_STARTS: tuple[tuple[bytes, Kind], ...] = (
    (b"\xff\xd8\xff", Kind("jpeg", "JPEG 图片")),
    (b"\x89PNG\r\n\x1a\n", Kind("png", "PNG 图片")),
    (b"GIF87a", Kind("gif", "GIF 图片")),
    (b"GIF89a", Kind("gif", "GIF 图片")),
    (b"II*\0", Kind("tiff", "TIFF 图片")),
    (b"MM\0*", Kind("tiff", "TIFF 图片")),
    (b"II+\0", Kind("tiff", "TIFF 图片")),
    (b"MM\0+", Kind("tiff", "TIFF 图片")),
)
_UNREAD_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版 Word/Excel/WPS 文档"),
    (b"{\\rtf", "RTF 文档"),
    (b"Rar!\x1a\x07", "RAR 压缩包"),
    (b"7z\xbc\xaf\x27\x1c", "7z 压缩包"),
    (b"\x1f\x8b", "gzip 压缩包"),
    (b"8BPS", "Photoshop 图片"),
    (b"%!PS", "PostScript 文档"),
    (b"\x00\x00\x00\x0cjP  \r\n\x87\n", "JPEG 2000 图片"),
    (b"\xff\x4f\xff\x51", "JPEG 2000 图片"),
    (b"MZ", "Windows 程序"),
    (b"\x7fELF", "程序"),
    (b"\x1a\x45\xdf\xa3", "视频"),
    (b"FLV\x01", "视频"),
    (b"ID3", "音频"),
)
_ZIP_MEMBERS: tuple[tuple[bytes, str], ...] = (
    (b"OFD.xml", "OFD 文档"),
    (b"word/", "Word 文档"),
    (b"xl/", "Excel 表格"),
    (b"ppt/", "PowerPoint 演示文稿"),
)
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_AVIF_BRANDS = frozenset({b"avif", b"avis"})
_MARKUP = (b"<!doctype html", b"<html", b"<head", b"<body", b"<script")


def sniff(data: bytes) -> Kind:
    """Return the kind of a file. Never raises; bytes that say nothing about themselves are an unknown kind."""
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    if b"%PDF-" in data[:PDF_HEADER_WINDOW_BYTES]:
        return _PDF
    return _by_container(data) or Kind(None, _unread_label(data))


def _by_container(data: bytes) -> Kind | None:
    """Formats that share their first bytes with others: RIFF, ISO media boxes, bitmaps."""
    if data[:4] == b"RIFF":
        return Kind("webp", "WebP 图片") if data[8:12] == b"WEBP" else Kind(None, "音频或视频")
    if data[4:8] == b"ftyp":
        return _by_brand(data)
    if data[:2] == b"BM" and data[6:10] == b"\0\0\0\0":
        return Kind("bmp", "BMP 图片")
    return None


def _by_brand(data: bytes) -> Kind:
    """The brands of an ISO base media file (ISO/IEC 14496-12 §4.3): the major one, then the compatible ones."""
    brands = data[8 : max(16, min(int.from_bytes(data[:4], "big"), 256))]
    names = [brands[:4], *(brands[at : at + 4] for at in range(8, len(brands), 4))]
    if any(name in _AVIF_BRANDS for name in names):
        return Kind(None, "AVIF 图片")
    if any(name in _HEIC_BRANDS for name in names):
        return Kind("heic", "HEIC 图片")
    return Kind(None, "视频")


def _unread_label(data: bytes) -> str:
    for start, label in _UNREAD_STARTS:
        if data.startswith(start):
            return label
    if data.startswith(b"PK"):
        return next((label for member, label in _ZIP_MEMBERS if member in data), "ZIP 压缩包")
    head = data[:TEXT_WINDOW_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(_MARKUP):
        return "网页"
    if head and b"\0" not in head and _is_text(data[:TEXT_WINDOW_BYTES]):
        return "文本文件"
    return "无法识别的文件"


def _is_text(sample: bytes) -> bool:
    """Whether the bytes are UTF-8 or GB 18030 text. The window may end in the middle of a character."""
    return any(_decodes(sample[: len(sample) - cut], encoding) for encoding in ("utf-8", "gb18030") for cut in range(4))


def _decodes(sample: bytes, encoding: str) -> bool:
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return False
    return all(char.isprintable() or char.isspace() for char in text)
