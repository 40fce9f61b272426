"""``yushen config`` shows what is in force and where it is from, and no secret; a bad value stops any command."""

import base64
import json
from collections.abc import Callable

import pytest

from pipeline.addresses import without_credentials
from pipeline.settings import Settings, variable_of

Command = Callable[..., int]
KEY = base64.b64encode(b"k" * 32).decode()


@pytest.fixture
def shown(yushen: Command, capsys: pytest.CaptureFixture[str]) -> Callable[[], dict[str, dict[str, str]]]:
    """Return what is shown, as JSON."""

    def run() -> dict[str, dict[str, str]]:
        assert yushen("config", "--json") == 0
        settings: dict[str, dict[str, str]] = json.loads(capsys.readouterr().out)
        return settings

    return run


def test_every_setting_is_shown_with_its_source(
    monkeypatch: pytest.MonkeyPatch, shown: Callable[[], dict[str, dict[str, str]]]
) -> None:
    monkeypatch.setenv("YUSHEN_PORT", "9000")
    monkeypatch.setenv("YUSHEN_DATA_DIR", "/srv/yushen")
    monkeypatch.setenv("YUSHEN_HOST", "")
    settings = shown()
    assert list(settings) == [variable_of(name) for name in Settings.model_fields]
    assert settings["YUSHEN_PORT"] == {"value": "9000", "from": "environment"}
    assert settings["YUSHEN_HOST"] == {"value": "127.0.0.1", "from": "default"}
    assert settings["YUSHEN_DATABASE_URL"] == {"value": "sqlite:////srv/yushen/yushen.db", "from": "default"}
    assert settings["YUSHEN_BLOBS_URL"] == {"value": "/srv/yushen/blobs", "from": "default"}
    assert settings["YUSHEN_ENCRYPTION_KEYS"] == {"value": "(nothing is sealed)", "from": "default"}


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_no_secret_is_shown(
    monkeypatch: pytest.MonkeyPatch, yushen: Command, capsys: pytest.CaptureFixture[str], options: tuple[str, ...]
) -> None:
    monkeypatch.setenv("YUSHEN_DATABASE_URL", "postgresql://clerk:pa/ss@word@db.example/yushen?sslpassword=hush")
    monkeypatch.setenv("YUSHEN_BROKER_URL", "amqp://rabbit:hush@mq.example:5672")
    monkeypatch.setenv("YUSHEN_S3_ENDPOINT_URL", "https://id:hush@s3.example")
    monkeypatch.setenv("YUSHEN_ENCRYPTION_KEYS", KEY)
    assert yushen("config", *options) == 0
    out, err = capsys.readouterr()
    for secret in ("clerk", "pa/ss", "ss@w", "hush", "rabbit", KEY):
        assert secret not in out + err
    assert "postgresql://***@db.example/yushen?sslpassword=***" in out


def test_a_name_that_sets_nothing_is_told(
    monkeypatch: pytest.MonkeyPatch, yushen: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("YUSHEN_WORKER", "3")
    assert yushen("config", "--json") == 0
    out, err = capsys.readouterr()
    assert err == "yushen: YUSHEN_WORKER is not a setting of this version\n"
    assert "YUSHEN_WORKER" not in json.loads(out)


def test_what_serve_tells_callers_to_export_is_no_slip(
    monkeypatch: pytest.MonkeyPatch, yushen: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("YUSHEN_KEY", "ysk_something")
    assert yushen("config") == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("setting", "secret"),
    [
        (("YUSHEN_DATABASE_URL", "mysql://clerk:hush@db/yushen"), "hush"),
        (("YUSHEN_DATABASE_URL", "hush"), "hush"),
        (("YUSHEN_BROKER_URL", "kafka://rabbit:hush@mq"), "hush"),
        (("YUSHEN_BROKER_URL", "amqp://"), "nothing secret"),
        (("YUSHEN_BLOBS_URL", "ftp://clerk:hush@files"), "hush"),
        (("YUSHEN_BLOBS_URL", "s3://"), "nothing secret"),
        (("YUSHEN_S3_ENDPOINT_URL", "clerk://a:hush@files"), "hush"),
        (("YUSHEN_ENCRYPTION_KEYS", f"{KEY},hush"), "hush"),
        (("YUSHEN_ENCRYPTION_KEYS", KEY[:-4]), KEY[:-4]),
        (("YUSHEN_PORT", "70000"), "nothing secret"),
        (("YUSHEN_KEEP_BOUNCED_DAYS", "-1"), "nothing secret"),
    ],
)
def test_a_bad_value_stops_any_command_with_one_line(
    monkeypatch: pytest.MonkeyPatch,
    yushen: Command,
    capsys: pytest.CaptureFixture[str],
    setting: tuple[str, str],
    secret: str,
) -> None:
    variable, value = setting
    monkeypatch.setenv(variable, value)
    for command in (("config",), ("schema", "packet"), ("keys", "list")):
        assert yushen(*command) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith(f"yushen: {variable}")
        assert err.count("\n") == 1
        assert secret not in err


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", ""),
        ("/srv/blobs", "/srv/blobs"),
        ("s3://bucket/prefix", "s3://bucket/prefix"),
        ("redis://:word@r:6379/0", "redis://***@r:6379/0"),
        ("postgresql://h/d?a=1&b=2", "postgresql://h/d?a=***&b=***"),
    ],
)
def test_addresses_lose_their_credentials_alone(address: str, expected: str) -> None:
    assert without_credentials(address) == expected
