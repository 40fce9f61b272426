"""Room for large pictures: memory that is only kept to be faster the next time goes back to the system around one."""

import ctypes
import sys
from collections.abc import Callable, Iterator
from typing import Final

from extractors.files.opened import OpenedFile, RawPage

LARGE_PX: Final = 16_000_000
"""Declared pixels from which decoding takes as much memory as reading a page does (48 megapixels: 320 MB beside an engine that
keeps 400). Phones take 12 megapixels unless asked for more; those files are not slowed down."""


def with_room(opened: OpenedFile, rest: Callable[[], None]) -> Iterator[RawPage]:
    """Yield a file's pages, and make room before and after a large one is decoded. ``rest`` frees what its reader keeps."""
    if opened.largest_px < LARGE_PX:
        yield from opened.pages
        return
    rest()
    return_freed()
    for page in opened.pages:
        return_freed()
        yield page
        rest()
        return_freed()


def return_freed() -> None:
    """Hand freed memory back to the system. The C library keeps it, in pieces: 600 MB after ten large photos."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
