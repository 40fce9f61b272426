"""Every module among the checks is found, or says what is wrong with it."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from validators import checks
from validators.registry import RegistryError, find_checks


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that counts as part of the checks."""
    monkeypatch.setattr(checks, "__path__", [str(tmp_path)])
    find_checks.cache_clear()
    yield tmp_path
    find_checks.cache_clear()
    sys.modules.pop("validators.checks.stray", None)


def test_every_module_is_a_check() -> None:
    modules = {path.stem for path in Path(str(checks.__file__)).parent.glob("*.py")} - {"__init__"}
    assert set(find_checks()) == modules


def test_a_module_without_check_is_an_error(folder: Path) -> None:
    (folder / "stray.py").write_text("LIMIT = 3\n", encoding="utf-8")
    with pytest.raises(RegistryError, match=r"checks/stray\.py has no CHECK"):
        find_checks()


def test_a_module_that_cannot_be_imported_is_an_error(folder: Path) -> None:
    (folder / "stray.py").write_text("import nowhere_to_be_found\n", encoding="utf-8")
    with pytest.raises(ModuleNotFoundError, match="nowhere_to_be_found"):
        find_checks()
