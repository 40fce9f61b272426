"""Room for large pictures: memory that is only kept to be faster the next time goes back to the system around one."""

import ctypes
import sys
from collections.abc import Callable, Iterator
from typing import Final

from extractors.files.opened import OpenedFile, RawPage

LARGE_PX: Final = 16_000_000
"""Declared pixels from which decoding takes as much memory as reading a page does (48 megapixels: 320 MB beside an engine that
keeps 400). Phones take 12 megapixels unless asked for more; those files are not slowed down."""
SHARED_BELOW: Final = 2 << 20
USUALLY_SHARED_BELOW: Final = 32 << 20
"""Bytes from which a block of memory is mapped by itself, and so goes back when it is freed; smaller ones share a heap that
fragments. The C library's own limit rises to the second; mapping small blocks costs a tenth of a page's time."""
_MMAP_THRESHOLD: Final = -3
"""``M_MMAP_THRESHOLD`` of malloc.h."""


def with_room(opened: OpenedFile, rest: Callable[[], None]) -> Iterator[RawPage]:
    """Yield a file's pages. Around large ones memory is kept low; ``rest`` frees what their reader keeps."""
    if opened.largest_px < LARGE_PX:
        yield from opened.pages
        return
    _map_from(SHARED_BELOW)
    try:
        rest()
        _return_freed()
        for page in opened.pages:
            _return_freed()
            yield page
            rest()
            _return_freed()
    finally:
        _map_from(USUALLY_SHARED_BELOW)


def _return_freed() -> None:
    """Hand freed memory back to the system. The C library keeps it, in pieces: 600 MB after ten large photos."""
    library = _c_library()
    if library is not None:
        library.malloc_trim(0)


def _map_from(size_bytes: int) -> None:
    library = _c_library()
    if library is not None:
        library.mallopt(_MMAP_THRESHOLD, size_bytes)


def _c_library() -> ctypes.CDLL | None:
    """The GNU C library. Others have no such calls, and give back what is freed by their own rules."""
    if sys.platform != "linux":
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "malloc_trim") else None
