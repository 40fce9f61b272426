"""What `deploy/` starts is sound: units that systemd takes, a compose file that names settings there are, and no secrets."""

import configparser
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.settings import Settings, variable_of

DEPLOY = Path(__file__).parents[2] / "deploy"
UNITS = sorted(DEPLOY.glob("*.service"))
VARIABLES = {variable_of(name) for name in Settings.model_fields}
EXECUTABLE = "/opt/yushen/.venv/bin/yushen"


def service_of(unit: Path) -> configparser.SectionProxy:
    parser = configparser.RawConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # the manual's own way
    parser.read_string(unit.read_text(encoding="utf-8"))
    return parser["Service"]


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    """Return the compose file."""
    parsed: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    return parsed


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_units_are_confined_and_stop_in_good_order(unit: Path) -> None:
    service = service_of(unit)
    assert service["NoNewPrivileges"] == service["ProtectHome"] == service["PrivateTmp"] == "yes"
    assert service["ProtectSystem"] == "strict"
    assert (service["StateDirectory"], service["StateDirectoryMode"]) == ("yushen", "0700")
    assert service["Restart"] == "on-failure"
    assert service["KillMode"] == "mixed"
    assert float(service["TimeoutStopSec"]) > Settings.model_fields["stop_timeout_s"].default
    assert service["ExecStart"].startswith(EXECUTABLE + " ")


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_takes_the_units(unit: Path, tmp_path: Path) -> None:
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze is not here")
    name = unit.name.replace("@", "@1")
    text = unit.read_text(encoding="utf-8").replace(EXECUTABLE, shutil.which("true") or "/bin/true")
    (tmp_path / name).write_text(text, encoding="utf-8")
    verified = subprocess.run(
        ["systemd-analyze", "verify", "--recursive-errors=no", "--man=no", tmp_path / name],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (verified.stdout + verified.stderr, verified.returncode) == ("", 0)


def test_the_compose_file_starts_the_distributed_form(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert set(services) == {"api", "worker", "postgres", "rabbitmq"}
    assert services["api"]["command"][:2] == ["serve", "--no-workers"]
    assert services["worker"]["command"] == ["worker"]
    for ours in (services["api"], services["worker"]):
        assert set(ours["depends_on"]) == {"postgres", "rabbitmq"}
        assert ours["read_only"]
        assert ours["cap_drop"] == ["ALL"]
        assert float(ours["stop_grace_period"].removesuffix("s")) > Settings.model_fields["stop_timeout_s"].default
    volumes = {volume.split(":")[0] for service in services.values() for volume in service["volumes"]}
    assert volumes == set(compose["volumes"])


def test_images_are_pinned_and_come_from_wherever_the_machine_gets_them(compose: dict[str, Any]) -> None:
    images = [service["image"] for service in compose["services"].values()]
    images += re.findall(r"^FROM (\S+)", (DEPLOY / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)
    assert all(re.fullmatch(r"yushen|[a-z]+:[0-9][a-z0-9.-]*", image) for image in images)


def test_every_setting_that_is_named_is_one() -> None:
    for path in DEPLOY.iterdir():
        named = set(re.findall(r"YUSHEN_[A-Z0-9_]+", path.read_text(encoding="utf-8")))
        assert named <= VARIABLES, path.name


def test_no_password_is_written_down(compose: dict[str, Any]) -> None:
    environments = [service["environment"] for service in compose["services"].values()]
    secret = {
        value
        for environment in environments
        for name, value in environment.items()
        if re.search("PASS|KEY|URL", name) and value
    }
    assert all("${" in value for value in secret)


def test_what_the_image_is_built_from_is_there() -> None:
    dockerfile = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    allowed = (DEPLOY / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    for line in re.findall(r"^COPY (.+) \S+$", dockerfile, re.MULTILINE):
        for name in line.split():
            assert (DEPLOY.parent / name).exists()
            assert f"!{name}" in allowed


def test_every_data_file_of_a_package_is_shipped() -> None:
    root = DEPLOY.parent
    shipped = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["package-data"]
    for package, patterns in shipped.items():
        kept = {path for path in (root / package).rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc")}
        assert kept == {path for pattern in patterns for path in (root / package).glob(pattern)}
