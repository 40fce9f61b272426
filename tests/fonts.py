"""What tests that draw need: they skip where it is not installed, and fail where CI should have installed it."""

import os

import pytest

from samples.fonts import MissingFontsError, faces, faces_of


def need_fonts() -> None:
    """Skip where the fonts that samples are drawn with are missing."""
    try:
        faces()
    except MissingFontsError as error:
        _skip(error)


def need_pens() -> None:
    """Skip where the pens that people sign with were not fetched."""
    need_fonts()
    if any("LXGW" in pen.name for pen in faces_of("signature")):
        _skip(MissingFontsError("pens to sign with are missing: python -m samples.fetch_fonts"))


def _skip(missing: MissingFontsError) -> None:
    if os.environ.get("CI"):
        raise missing
    pytest.skip(str(missing))
