"""Names of uploaded files: paths inside the packet, as the applicant calls them. What is none is refused, clearly."""

import unicodedata
from typing import Final

from pipeline.api.problems import ProblemError
from pipeline.manifest import decoded_name, fold_name, is_inside
from pipeline.packet import MANIFEST_NAME

MAX_NAME_BYTES: Final = 255
"""What file systems take; no camera and no scanner comes near it."""


def sound_name(untrusted_name: bytes) -> str:
    """Return a file's name, folded.

    Raises:
        ProblemError: empty, too long, in neither UTF-8 nor GBK, with control characters, outside the packet, or the
            manifest's own.
    """
    if len(untrusted_name) > MAX_NAME_BYTES:
        raise ProblemError("file_name", f"a file's name is longer than {MAX_NAME_BYTES} bytes")
    text = decoded_name(untrusted_name)
    if text is None:
        raise ProblemError("file_name", "a file's name is neither UTF-8 nor GBK")
    name = fold_name(text)
    if not untrusted_name or name == ".":
        raise ProblemError("file_name", "a file has no name", advice="give each file part a filename")
    if any(unicodedata.category(character) == "Cc" for character in name):
        raise ProblemError("file_name", "a file's name holds control characters")
    if not is_inside(name):
        raise ProblemError("file_name", "a file's name leads out of the packet")
    if name == MANIFEST_NAME:
        raise ProblemError("file_name", f"{MANIFEST_NAME} is not a file of the packet", advice="send it as the part `manifest`")
    return name
