"""Untrusted bytes to pages."""

from extractors.files.limits import DEFAULT_LIMITS, FileLimits
from extractors.files.open import open_file
from extractors.files.opened import OpenedFile, RawPage

__all__ = ["DEFAULT_LIMITS", "FileLimits", "OpenedFile", "RawPage", "open_file"]
