"""Judging a packet asks no host for anything, and leaves nothing with the user but what is yushen's."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from extractors.ocr.weights import default_folder

_PACKET = Path(__file__).parents[2] / "samples" / "packets" / "c01-brackets"
_RECORDER = """
import os, sys
def record(event, args):
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        host = str(args[0] if event != "socket.sendto" else args[1])
    elif event == "socket.connect" and isinstance(args[1], tuple):
        host = str(args[1][0])
    else:
        return
    with open(os.environ["RECORD"], "a", encoding="utf-8") as out:
        out.write(f"{event} {host}\\n")
sys.addaudithook(record)
"""
"""Run by every Python that starts: writes down who is looked up and called."""


@pytest.mark.models
def test_judging_a_packet_calls_nobody_and_writes_nothing_elsewhere(tmp_path: Path) -> None:
    home, record = tmp_path / "home", tmp_path / "record"
    models = home / ".cache" / "yushen" / "models"
    models.mkdir(parents=True)
    (models / default_folder().name).symlink_to(default_folder())
    (tmp_path / "sitecustomize.py").write_text(_RECORDER, encoding="utf-8")
    home_only = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "YUSHEN_"))}
    environment = home_only | {"HOME": str(home), "RECORD": str(record), "PYTHONPATH": str(tmp_path)}
    call = [sys.executable, "-c", "from pipeline.cli import main; main()", "screen", str(_PACKET)]
    done = subprocess.run(call, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not record.exists() or record.read_text(encoding="utf-8") == ""
    left = {path.relative_to(home).parts[:2] for path in home.rglob("*") if path.is_file()}
    assert {place for place in left if place != (".cache", "yushen")} == set()
