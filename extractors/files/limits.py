"""The ceilings that hold while an untrusted file is opened."""

from pydantic import Field

from extractors.evidence import Frozen


class FileLimits(Frozen):
    """What one file may ask of the machine. They protect the reader; what an office accepts (say 10 MB) is policy.

    Pixel counts are width × height as the file's header declares them, looked at before anything is decoded.
    """

    max_bytes: int = Field(default=50_000_000, gt=0)
    """Bytes. Portals stop at 2-20 MB (DOMAIN §6.1); a 30-page colour scan at 300 dpi stays below 50 MB."""

    max_pages: int = Field(default=30, gt=0)
    """Pages of a PDF or TIFF. Nothing of a longer file is read: it is a bundle that has to be split."""

    max_pixels: int = Field(default=120_000_000, gt=0)
    """Declared pixels of one image, alone or inside a PDF. Phone sensors give up to 108 MP; 120 MP decode to 360 MB."""

    max_page_pixels: int = Field(default=16_500_000, gt=0)
    """Pixels of a page handed on; larger pictures are shrunk. An A4 sheet at 400 dpi has 15 MP, so no print is lost: photos of
    48 and 108 MP become 12 MP, one of 24 MP 16.5; above that a page takes more than 1.2 GB to read."""

    render_dpi: float = Field(default=200, gt=0)
    """Dots per inch a PDF page is drawn with at least: 10-point print is 28 px high, twice what the recogniser needs."""

    max_render_side_px: int = Field(default=2600, gt=0)
    """Longest side of a drawn PDF page in pixels: A4 at 220 dpi. Posters and pages measured in pixels stay small; a page
    more than twice as long as wide gets that much more."""


DEFAULT_LIMITS = FileLimits()
