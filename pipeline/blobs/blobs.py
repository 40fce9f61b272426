"""What a store of uploaded files can do. A new kind of store is one file that does this, and a line in ``registry.py``."""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import ClassVar, NamedTuple, Protocol

from pipeline.errors import YushenError
from pipeline.vault import Vault


class BlobMissingError(YushenError):
    """A content that should be stored and is not."""

    code = "blob_missing"
    advice = "it was deleted, or lost with its disk: ask for the file again"


class BlobsUnavailableError(YushenError):
    """The store does not answer or refuses."""

    code: ClassVar[str] = "blobs"
    advice = "see to YUSHEN_BLOBS_URL, its permissions and credentials"


class StoredBlob(NamedTuple):
    """A stored content, and when it was last written."""

    sha256: str
    stored_at: datetime


class Blobs(Protocol):
    """Contents by their SHA-256 (64 hexadecimal digits), sealed where a key is set. Safe to use from many threads."""

    def put(self, sha256: str, content: Path) -> None:
        """Store the content of a local file, whole or not at all; storing it again freshens its time and changes nothing else.

        Raises:
            BlobsUnavailableError: the store does not answer or refuses.
        """
        ...

    def get(self, sha256: str) -> bytes:
        """Return a content.

        Raises:
            BlobMissingError: it is not there.
            BlobsUnavailableError: the store does not answer or refuses.
        """
        ...

    def delete(self, sha256: str) -> None:
        """Remove a content; one that is not there is removed already.

        Raises:
            BlobsUnavailableError: the store does not answer or refuses.
        """
        ...

    def list(self) -> Iterator[StoredBlob]:
        """Yield all that is stored, in no order.

        Raises:
            BlobsUnavailableError: the store does not answer or refuses.
        """
        ...

    def remove_unfinished(self, before: datetime) -> int:
        """Remove what a ``put`` that was cut short before a moment left behind; return how many.

        Raises:
            BlobsUnavailableError: the store does not answer or refuses.
        """
        ...

    def answers(self) -> bool:
        """Whether the store can be used at this moment."""
        ...


def opened(vault: Vault, sha256: str, sealed: bytes) -> bytes:
    """Return a stored content, unsealed and checked against its hash.

    Raises:
        BlobMissingError: it is not what was stored.
        VaultError: sealed with a key that is not here, or altered since.
    """
    content = vault.open(sealed)
    if hashlib.sha256(content).hexdigest() != sha256:
        raise BlobMissingError("a stored file is not what was uploaded")
    return content
