"""A folder and an S3-compatible store keep contents alike: whole or not at all, sealed, gone once deleted."""

import hashlib
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from moto.server import ThreadedMotoServer

from pipeline.blobs.blobs import BlobMissingError, Blobs, BlobsUnavailableError
from pipeline.blobs.folder import FolderBlobs
from pipeline.blobs.registry import open_blobs
from pipeline.blobs.s3 import S3Blobs, open_s3
from pipeline.errors import SettingsError
from pipeline.settings import Settings
from pipeline.vault import AesVault, PlainVault, Vault

CONTENT = "张三的离职证明".encode() * 1000
SHA256 = hashlib.sha256(CONTENT).hexdigest()
OTHER = "ab" * 32
Opener = Callable[[Vault], Blobs]


@pytest.fixture(scope="module")
def s3_address() -> Iterator[str]:
    """Serve an S3-compatible store with one bucket, and return its address."""
    import boto3  # noqa: PLC0415  slow to import

    with pytest.MonkeyPatch.context() as patch:
        for name, value in (("AWS_ACCESS_KEY_ID", "k"), ("AWS_SECRET_ACCESS_KEY", "s"), ("AWS_DEFAULT_REGION", "us-east-1")):
            patch.setenv(name, value)
        server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
        server.start()
        host, port = server.get_host_and_port()
        address = f"http://{host}:{port}"
        boto3.client("s3", endpoint_url=address).create_bucket(Bucket="papers")
        yield address
        server.stop()


@pytest.fixture(params=["folder", "s3"])
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Opener:
    """Return what opens an empty store of each kind."""
    if request.param == "folder":
        return lambda vault: FolderBlobs(tmp_path / "blobs", vault)
    address = request.getfixturevalue("s3_address")
    return lambda vault: open_s3(f"s3://papers/{tmp_path.name}", address, vault)


@pytest.fixture
def upload(tmp_path: Path) -> Path:
    path = tmp_path / "upload"
    path.write_bytes(CONTENT)
    return path


@pytest.mark.parametrize("vault", [PlainVault(), AesVault([b"k" * 32])])
def test_what_was_put_is_got_and_gone_once_deleted(opener: Opener, upload: Path, vault: Vault) -> None:
    blobs = opener(vault)
    assert blobs.answers()
    blobs.put(SHA256, upload)
    blobs.put(SHA256, upload)
    assert blobs.get(SHA256) == CONTENT
    assert [blob.sha256 for blob in blobs.list()] == [SHA256]
    blobs.delete(SHA256)
    blobs.delete(SHA256)
    assert list(blobs.list()) == []
    with pytest.raises(BlobMissingError):
        blobs.get(SHA256)


def test_what_is_stored_is_sealed(opener: Opener, upload: Path) -> None:
    opener(AesVault([b"k" * 32])).put(SHA256, upload)
    with pytest.raises(Exception, match="no key is set"):
        opener(PlainVault()).get(SHA256)


def test_a_content_that_is_not_what_it_says_is_not_handed_out(opener: Opener, upload: Path) -> None:
    blobs = opener(PlainVault())
    blobs.put(OTHER, upload)
    with pytest.raises(BlobMissingError):
        blobs.get(OTHER)


def test_storing_again_freshens(tmp_path: Path, upload: Path) -> None:
    blobs = FolderBlobs(tmp_path / "blobs", PlainVault())
    blobs.put(SHA256, upload)
    (path,) = (tmp_path / "blobs").rglob(SHA256)
    os.utime(path, (0, 0))
    blobs.put(SHA256, upload)
    (blob,) = blobs.list()
    assert blob.stored_at > datetime.now(UTC) - timedelta(minutes=1)


def test_only_its_owner_may_read_a_folder(tmp_path: Path, upload: Path) -> None:
    FolderBlobs(tmp_path / "blobs", PlainVault()).put(SHA256, upload)
    modes = {path.stat().st_mode & 0o077 for path in [tmp_path / "blobs", *(tmp_path / "blobs").rglob("*")]}
    assert modes == {0}


def test_what_was_cut_short_is_not_listed_and_is_removed_later(tmp_path: Path, upload: Path) -> None:
    blobs = FolderBlobs(tmp_path / "blobs", PlainVault())
    blobs.put(SHA256, upload)
    part = tmp_path / "blobs" / SHA256[:2] / "tmpx.part"
    part.write_bytes(CONTENT[:10])
    assert [blob.sha256 for blob in blobs.list()] == [SHA256]
    now = datetime.now(UTC)
    assert blobs.remove_unfinished(now - timedelta(hours=1)) == 0
    assert blobs.remove_unfinished(now + timedelta(hours=1)) == 1
    assert not part.exists()


def test_an_upload_that_vanishes_leaves_nothing(tmp_path: Path) -> None:
    blobs = FolderBlobs(tmp_path / "blobs", PlainVault())
    with pytest.raises(BlobsUnavailableError):
        blobs.put(SHA256, tmp_path / "gone")
    assert [path for path in (tmp_path / "blobs").rglob("*") if path.is_file()] == []


def test_a_store_that_is_away_says_so(s3_address: str, upload: Path) -> None:
    missing = open_s3("s3://nobodys", s3_address, PlainVault())
    assert not missing.answers()
    with pytest.raises((BlobsUnavailableError, BlobMissingError)):
        missing.get(SHA256)


def test_the_address_chooses_the_store(tmp_path: Path) -> None:
    assert isinstance(open_blobs(Settings(data_dir=tmp_path), PlainVault()), FolderBlobs)
    assert isinstance(open_blobs(Settings(blobs_url=str(tmp_path)), PlainVault()), FolderBlobs)
    assert isinstance(open_blobs(Settings(blobs_url="s3://papers"), PlainVault()), S3Blobs)
    with pytest.raises(SettingsError):
        open_s3("s3://", "", PlainVault())
