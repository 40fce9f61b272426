"""A file's format is told by its content."""

import pytest

from extractors.files.sniff import sniff


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "jpeg"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "png"),
        (b"%PDF-1.7\n", "pdf"),
        (b"\n\n  junk before the header %PDF-1.4", "pdf"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "heic"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "heic"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "webp"),
        (b"II*\0\x08\0\0\0", "tiff"),
        (b"MM\0*\0\0\0\x08", "tiff"),
        (b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0", "bmp"),
        (b"GIF89a\x01\0\x01\0", "gif"),
    ],
)
def test_formats_that_are_read(head: bytes, expected: str) -> None:
    assert sniff(head).format == expected


@pytest.mark.parametrize(
    ("data", "label"),
    [
        (b"PK\x03\x04\x14\0\0\0\x08\0word/document.xml", "Word 文档"),
        (b"PK\x03\x04\x14\0\0\0\x08\0Doc_0/Document.xml OFD.xml", "OFD 文档"),
        (b"PK\x03\x04\x14\0\0\0\x08\0photo.jpg", "ZIP 压缩包"),
        (b"Rar!\x1a\x07\x01\0", "RAR 压缩包"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(8), "旧版 Word/Excel/WPS 文档"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>", "网页"),
        (b"\0\0\0\x18ftypisom\0\0\x02\0isommp41", "视频"),
        (b"\0\0\0\x18ftypavif\0\0\0\0mif1avif", "AVIF 图片"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "音频或视频"),
        ("张三，请假条".encode("gb18030"), "文本文件"),
        ("离职证明\n".encode() * 100, "文本文件"),
        (bytes(range(128, 256)), "无法识别的文件"),
        (b"", "无法识别的文件"),
    ],
)
def test_other_files_are_named_in_plain_words(data: bytes, label: str) -> None:
    assert sniff(data) == (None, label)
