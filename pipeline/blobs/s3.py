"""Uploaded files in an S3-compatible store. The only importer of boto3, which comes with the extra ``s3``."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from pipeline.blobs.blobs import BlobMissingError, BlobsUnavailableError, StoredBlob, opened
from pipeline.errors import SettingsError
from pipeline.vault import Vault

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

CONNECT_TIMEOUT_S: Final = 5
READ_TIMEOUT_S: Final = 60
ATTEMPTS: Final = 3
CONNECTIONS: Final = 32
NOT_FOUND: Final = frozenset({"404", "NoSuchKey", "NotFound"})
SHA256_DIGITS: Final = 64


class Place(NamedTuple):
    """Where in a store: ``prefix`` is empty or ends in ``/``."""

    bucket: str
    prefix: str


class S3Blobs:
    """A bucket, or a part of one. ``put`` is whole or not at all because a PUT is."""

    def __init__(self, client: "S3Client", place: Place, vault: Vault) -> None:
        self._client = client
        self._bucket, self._prefix = place
        self._vault = vault

    def put(self, sha256: str, content: Path) -> None:
        """Store a content, see ``Blobs.put``; one that is there is copied onto itself, which freshens its time."""
        key = self._prefix + sha256
        with _telling("store a file"):
            if self._freshen(key):
                return
            with content.open("rb") as source, tempfile.TemporaryFile() as sealed:
                self._vault.seal_file(source, sealed)
                sealed.seek(0)
                self._client.put_object(Bucket=self._bucket, Key=key, Body=sealed)

    def get(self, sha256: str) -> bytes:
        """Return a content, see ``Blobs.get``."""
        with _telling("read a stored file"):
            sealed = self._client.get_object(Bucket=self._bucket, Key=self._prefix + sha256)["Body"].read()
        return opened(self._vault, sha256, sealed)

    def delete(self, sha256: str) -> None:
        """Remove a content, see ``Blobs.delete``."""
        with _telling("delete a stored file"):
            self._client.delete_object(Bucket=self._bucket, Key=self._prefix + sha256)

    def list(self) -> Iterator[StoredBlob]:
        """Yield all that is stored, see ``Blobs.list``."""
        with _telling("list the stored files"):
            for page in self._client.get_paginator("list_objects_v2").paginate(Bucket=self._bucket, Prefix=self._prefix):
                for item in page.get("Contents", ()):
                    sha256 = item["Key"].removeprefix(self._prefix)
                    if len(sha256) == SHA256_DIGITS:
                        yield StoredBlob(sha256, item["LastModified"])

    def remove_unfinished(self, before: datetime) -> int:
        """Do nothing: a PUT that was cut short leaves nothing behind."""
        return 0

    def answers(self) -> bool:
        """Whether the bucket answers."""
        try:
            with _telling("be asked for"):
                self._client.head_bucket(Bucket=self._bucket)
        except (BlobMissingError, BlobsUnavailableError):
            return False
        return True

    def _freshen(self, key: str) -> bool:
        try:
            with _telling("freshen a file"):
                self._client.copy_object(
                    Bucket=self._bucket,
                    Key=key,
                    CopySource={"Bucket": self._bucket, "Key": key},
                    MetadataDirective="REPLACE",
                )
        except BlobMissingError:
            return False
        return True


def open_s3(url: str, endpoint_url: str, vault: Vault) -> S3Blobs:
    """Open ``s3://bucket/prefix``; ``endpoint_url`` empty means Amazon's. Credentials are found as boto3 finds them.

    Raises:
        SettingsError: boto3 is not installed, or the address names no bucket.
    """
    try:
        import boto3  # noqa: PLC0415  an optional library
        from botocore.config import Config  # noqa: PLC0415  an optional library
    except ImportError as error:
        raise SettingsError(
            "YUSHEN_BLOBS_URL names an S3 store and boto3 is not installed", "install yushen with the extra s3"
        ) from error
    bucket, _, prefix = url.removeprefix("s3://").strip("/").partition("/")
    if not bucket:
        raise SettingsError("YUSHEN_BLOBS_URL names no bucket", "write s3://bucket/prefix")
    config = Config(
        connect_timeout=CONNECT_TIMEOUT_S,
        read_timeout=READ_TIMEOUT_S,
        retries={"total_max_attempts": ATTEMPTS, "mode": "standard"},
        max_pool_connections=CONNECTIONS,
        request_checksum_calculation="when_required",  # stores that are not Amazon's do not know the newer ones
        response_checksum_validation="when_required",
    )
    client = boto3.session.Session().client("s3", endpoint_url=endpoint_url or None, config=config)
    return S3Blobs(client, Place(bucket, prefix and prefix + "/"), vault)


@contextmanager
def _telling(what: str) -> Iterator[None]:
    from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415  an optional library

    try:
        yield
    except ClientError as error:
        code = error.response.get("Error", {}).get("Code", "")
        if code in NOT_FOUND:
            raise BlobMissingError("an uploaded file is not stored any more") from error
        raise BlobsUnavailableError(f"the store of uploads cannot {what} ({code})") from error
    except (BotoCoreError, OSError) as error:
        raise BlobsUnavailableError(f"the store of uploads cannot {what} ({type(error).__name__})") from error
