"""Settings come from the environment; a bad one is one line that names it."""

from pathlib import Path

import pytest

from pipeline.errors import SettingsError
from pipeline.settings import load_settings


def test_the_environment_sets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YUSHEN_WORKERS", "3")
    monkeypatch.setenv("YUSHEN_CACHE", "/somewhere")
    monkeypatch.setenv("YUSHEN_ENGINE", "")
    settings = load_settings()
    assert (settings.workers, settings.cache, settings.engine) == (3, Path("/somewhere"), None)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("YUSHEN_WORKERS", "many"),
        ("YUSHEN_WORKERS", "0"),
        ("YUSHEN_FILE_TIMEOUT_S", "-1"),
        ("YUSHEN_LOG_FORMAT", "xml"),
    ],
)
def test_a_bad_value_is_one_line_naming_the_variable(monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SettingsError) as raised:
        load_settings()
    assert str(raised.value).startswith(f"{variable} is {value!r}: ")
    assert "\n" not in str(raised.value)
