"""``yushen serve`` alone: started, used, stopped in good order, started again."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.pipeline.api.callers import bearer, parts
from tests.pipeline.pages import write_page

COMMAND = (sys.executable, "-c", "from pipeline.cli import main; main()", "serve")
Command = Callable[..., int]


@contextmanager
def serving(folder: Path) -> Iterator[tuple[str, str]]:
    """Serve from a folder; yield the address and all that was said until then."""
    environment = os.environ | {"YUSHEN_DATA_DIR": str(folder), "YUSHEN_ENGINE": "blank", "YUSHEN_WORKERS": "1"}
    with subprocess.Popen([*COMMAND, "--port", "0"], env=environment, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        address = re.search(r"http://\S+", process.stderr.readline())
        assert address
        greeting = process.stderr.readline() + process.stderr.readline() + process.stderr.readline() if first(folder) else ""
        try:
            yield address[0], greeting
        finally:
            process.send_signal(signal.SIGTERM)
            said = process.stderr.read()
        assert process.wait(30) == 0, said
        assert "Traceback" not in said
        assert "leaked" not in said


def first(folder: Path) -> bool:
    """Whether a folder was never served from; asked once."""
    mark = folder / "asked"
    known = mark.exists()
    mark.touch()
    return not known


def test_a_key_is_shown_once_and_a_packet_gets_its_verdict(tmp_path: Path) -> None:
    page = write_page(tmp_path / "page.png").read_bytes()
    folder = tmp_path / "data"
    folder.mkdir()
    with serving(folder) as (address, greeting):
        secret = re.search(r"YUSHEN_KEY=(\S+)", greeting)
        assert secret
        with httpx.Client(base_url=address, headers=bearer(secret[1]), timeout=90) as client:
            created = client.post("/v1/packets", files=parts({"a.png": page}, {"packet_id": "7"})).json()
            verdict = client.get(created["links"]["verdict"], params={"wait": 60})
            assert (verdict.status_code, verdict.json()["packet_id"]) == (200, "7")
    with serving(folder) as (address, greeting):
        assert greeting == ""
        with httpx.Client(base_url=address, headers=bearer(secret[1]), timeout=30) as client:
            assert client.get(created["links"]["verdict"]).json() == verdict.json()


def test_a_port_that_is_taken(
    yushen: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("YUSHEN_DATA_DIR", str(tmp_path))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert yushen("serve", "--port", port) == 2
    said = capsys.readouterr().err
    assert said == f"yushen: cannot listen at 127.0.0.1:{port} (Address already in use): choose others with --host and --port\n"


def test_a_folder_that_cannot_be_written(
    yushen: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    monkeypatch.setenv("YUSHEN_DATA_DIR", str(in_the_way / "data"))
    assert yushen("serve", "--port", 0) == 2
    said = capsys.readouterr().err
    assert "set YUSHEN_DATA_DIR" in said
    assert said.count("\n") == 1


def test_no_workers_needs_a_broker(yushen: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert yushen("serve", "--no-workers") == 2
    assert "YUSHEN_BROKER_URL is not set" in capsys.readouterr().err


def test_the_openapi_document_is_printed(yushen: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert yushen("schema", "openapi") == 0
    assert '"/v1/packets/{packet_id}/revisions"' in capsys.readouterr().out
