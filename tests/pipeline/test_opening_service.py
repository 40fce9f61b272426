"""A service opens from settings alone, keeps what it has to itself, and says in one line what is wrong."""

import base64
from pathlib import Path

import pytest
from pydantic import SecretStr

from pipeline.errors import YushenError
from pipeline.opening_service import open_service
from pipeline.settings import Settings
from pipeline.vault import AesVault
from tests.pipeline.services import RecordingQueue


def settings_of(folder: Path, **given: object) -> Settings:
    return Settings.model_validate({"data_dir": folder, "engine": "blank", **given})


def test_without_settings_all_lies_in_one_folder_of_ones_own(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "data"
    with open_service(settings_of(folder), RecordingQueue()) as service:
        assert service.database.answers()
        assert service.blobs.answers()
        assert service.evidence_keys.sheets.startswith("blank-")
    assert folder.stat().st_mode & 0o077 == 0
    assert (folder / "yushen.db").stat().st_mode & 0o077 == 0


def test_opened_again_it_is_the_same(tmp_path: Path) -> None:
    for _ in range(2):
        with open_service(settings_of(tmp_path), RecordingQueue()) as service:
            assert service.database.answers()


def test_a_key_seals(tmp_path: Path) -> None:
    keys = SecretStr(base64.b64encode(b"k" * 32).decode())
    with open_service(settings_of(tmp_path, encryption_keys=keys), RecordingQueue()) as service:
        assert isinstance(service.database.vault, AesVault)


@pytest.mark.parametrize(
    "wrong",
    [
        {"database_url": "postgresql+nothing://somewhere/else"},
        {"database_url": "postgresql://nobody:secret@127.0.0.1:1/none"},
        {"data_dir": Path("/proc/nowhere")},
    ],
)
def test_what_cannot_be_used_is_one_line_without_secrets(tmp_path: Path, wrong: dict[str, object]) -> None:
    with pytest.raises(YushenError) as raised, open_service(settings_of(tmp_path, **wrong), RecordingQueue()):
        pass
    assert "\n" not in str(raised.value)
    assert "secret" not in str(raised.value)
