"""The stores of uploaded files by the address that is set. A new kind is one file, and a line here."""

from pathlib import Path

from pipeline.blobs.blobs import Blobs
from pipeline.blobs.folder import FolderBlobs
from pipeline.blobs.s3 import open_s3
from pipeline.errors import SettingsError
from pipeline.settings import Settings
from pipeline.vault import Vault

FOLDER_NAME = "blobs"


def open_blobs(settings: Settings, vault: Vault) -> Blobs:
    """Open the store that ``YUSHEN_BLOBS_URL`` names; none, a folder in ``YUSHEN_DATA_DIR``.

    Raises:
        SettingsError: an address of no kind we know, or a library that it needs is not installed.
    """
    url = settings.blobs_url
    if url.startswith("s3://"):
        return open_s3(url, settings.s3_endpoint_url, vault)
    if "://" in url:
        raise SettingsError("YUSHEN_BLOBS_URL is neither s3://bucket/prefix nor a folder")
    return FolderBlobs(Path(url) if url else settings.data_dir / FOLDER_NAME, vault)
