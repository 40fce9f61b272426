"""What files say of their own making is told as they say it, cut short, and breaks nothing."""

from io import BytesIO

import pikepdf
import pytest
from PIL import Image, PngImagePlugin

from extractors.files import open_file
from extractors.picture_evidence import Origin

XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description xmp:CreatorTool="Adobe Photoshop 25.1 (Windows)"/></x:xmpmeta>'


def jpeg(exif: dict[int, str | bytes] | None = None, xmp: bytes = b"") -> bytes:
    tags = Image.Exif()
    for tag, value in (exif or {}).items():
        tags[tag] = value
    out = BytesIO()
    Image.new("RGB", (64, 64), "white").save(out, "JPEG", exif=tags, xmp=xmp)
    return out.getvalue()


def png(software: str) -> bytes:
    text = PngImagePlugin.PngInfo()
    text.add_text("Software", software)
    out = BytesIO()
    Image.new("RGB", (64, 64), "white").save(out, "PNG", pnginfo=text)
    return out.getvalue()


def pdf(producer: str) -> bytes:
    out = BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.docinfo["/Producer"] = producer
        made.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (jpeg(), Origin()),
        (jpeg({0x010F: "Apple", 0x0110: "iPhone 15", 0x0131: "17.4"}), Origin(camera="Apple iPhone 15", programs=("17.4",))),
        (jpeg({0x0131: "Meitu 美图秀秀".encode()}), Origin(programs=("Meitu 美图秀秀",))),
        (jpeg(xmp=XMP), Origin(programs=("Adobe Photoshop 25.1 (Windows)",))),
        (png("GIMP 2.10"), Origin(programs=("GIMP 2.10",))),
        (png("x" * 5000), Origin(programs=("x" * 80,))),
        (pdf("WPS 文字"), Origin(programs=("WPS 文字",))),
    ],
    ids=["nothing", "a phone", "a retoucher's Exif", "a retoucher's XMP", "a PNG", "endless", "a PDF"],
)
def test_origin_is_told_as_the_file_says_it(data: bytes, told: Origin) -> None:
    assert open_file(data).origin == told
