"""The command line keeps its promises: exit codes, streams, and one line that says what to do."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import jsonschema
import pytest

from pipeline.verdict import Verdict
from tests.pipeline.pages import write_page

Command = Callable[..., int]


def schema(yushen: Command, name: str, capsys: pytest.CaptureFixture[str]) -> Mapping[str, object]:
    assert yushen("schema", name) == 0
    published: Mapping[str, object] = json.loads(capsys.readouterr().out)
    return published


def test_a_verdict_is_json_alone_on_stdout_and_keeps_to_its_schema(
    yushen: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_page(tmp_path / "7" / "a.png")
    assert yushen("screen", tmp_path / "7", "--json") == 0
    verdict = json.loads(capsys.readouterr().out)
    jsonschema.validate(verdict, schema(yushen, "verdict", capsys))
    assert (verdict["packet_id"], verdict["scenario"], verdict["outcome"]) == ("7", "employer_withdrawal", "review")
    assert [document["files"] for document in verdict["documents"]] == [[{"file": "a.png", "page": 1}]]
    assert {(bool(finding["sms"]), finding["fix"]) for finding in verdict["findings"]} == {(True, "")}


def test_the_schema_of_a_packet_takes_the_contracts_example(yushen: Command, capsys: pytest.CaptureFixture[str]) -> None:
    manifest = {
        "packet_id": "2024-000123",
        "scenario": "employer_withdrawal",
        "submitted_at": "2024-06-10T10:00:00+08:00",
        "declared": {"uscc": "91110105PDY00001XG", "applicant_role": "agent", "separation_date": "2024-05-31"},
        "files": [{"name": "yyzz.jpg", "slot": "business_license"}],
    }
    jsonschema.validate(manifest, schema(yushen, "packet", capsys))


@pytest.mark.parametrize(("options", "code"), [((), 0), (("--fail-on", "review"), 1), (("--fail-on", "bounce"), 0)])
def test_a_verdict_fails_the_command_only_where_asked_to(
    yushen: Command, tmp_path: Path, options: tuple[str, ...], code: int
) -> None:
    write_page(tmp_path / "a.png")
    assert yushen("screen", tmp_path / "a.png", *options) == code


def test_a_readable_verdict_says_what_is_wrong_and_where(
    yushen: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_page(tmp_path / "a.png")
    (tmp_path / "b.pdf").write_bytes(b"")
    assert yushen("screen", tmp_path) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("退回补正 bounce")
    assert "有一个文件是空的，请重新选择文件上传  file.empty" in shown
    assert "请在手机相册或文件夹里找到原来的照片或文件" in shown
    assert "b.pdf" in shown
    assert "规则：已核对" in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("screen", "{tmp}/nowhere"), "nowhere is not there"),
        (("screen", "{tmp}/empty"), "empty holds no files"),
        (("screen", "{tmp}/bad"), "packet.json: submitted_at: "),
        (("screen", "{tmp}/page.png", "--scenario", "holiday"), "there is no policy for scenario 'holiday'"),
        (("screen", "{tmp}/page.png", "--scenario", "employer_withdrawl"), "(did you mean employer_withdrawal?)"),
        (("screen", "{tmp}/page.png", "--region", "small_jpeg"), "there is no region 'small_jpeg' (did you mean small_jpg?)"),
        (("screen", "{tmp}/elsewhere"), "there is no region 'mars' (known: default, "),
        (("screen", "{tmp}/misspelt"), "there is no key 'employe_id' (did you mean employee_id?)"),
        (("screen", "{tmp}/other", "--scenario", "employer_withdrawal"), "leave out --scenario, or correct packet.json"),
        (("batch", "{tmp}", "--out", "{tmp}/out.jsonl", "--region", "mars"), "there is no region 'mars'"),
        (("rules", "--region", "mars"), "there is no region 'mars'"),
        (("screen", "{tmp}/page.png", "--report", "{tmp}/page.png/report.html"), "cannot be written"),
        (("batch", "{tmp}/empty", "--out", "{tmp}/out.jsonl"), "no packets below"),
        (("batch", "{tmp}/nowhere", "--out", "{tmp}/out.jsonl"), "nowhere cannot be read"),
        (("batch", "{tmp}", "--out", "{tmp}/page.png/out.jsonl"), "cannot be written"),
        (("evaluate", "{tmp}/empty"), ".expected.json"),
        (("screen",), "Missing argument"),
        (("screen", "x", "--fail-on", "accept"), "--fail-on"),
        (("scren", "x"), "No such command"),
        ((), "Missing command"),
    ],
)
def test_what_cannot_be_done_is_one_line_on_stderr_and_exit_code_2(
    yushen: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    write_page(tmp_path / "page.png")
    (tmp_path / "empty").mkdir()
    write_page(tmp_path / "bad" / "a.png")
    (tmp_path / "bad" / "packet.json").write_text('{"submitted_at": "soon"}', encoding="utf-8")
    for name, said_there in (
        ("elsewhere", '{"region": "mars"}'),
        ("misspelt", '{"declared": {"employe_id": "1"}}'),
        ("other", '{"scenario": "individual_withdrawal"}'),
    ):
        write_page(tmp_path / name / "a.png")
        (tmp_path / name / "packet.json").write_text(said_there, encoding="utf-8")
    assert yushen(*(argument.format(tmp=tmp_path) for argument in arguments)) == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert said in streams.err
    assert streams.err.count("\n") == 1


def test_a_bad_setting_is_said_before_anything_is_done(
    yushen: Command, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("YUSHEN_WORKERS", "many")
    assert yushen("screen", tmp_path) == 2
    assert capsys.readouterr().err.startswith("yushen: YUSHEN_WORKERS is 'many'")


def test_an_engine_nobody_has_is_said(
    yushen: Command, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("YUSHEN_ENGINE", "tesseract")
    assert yushen("screen", write_page(tmp_path / "a.png")) == 2
    assert "no OCR engine is called 'tesseract'" in capsys.readouterr().err


def test_as_a_program_it_ends_with_the_code_and_keeps_stdout_clean(tmp_path: Path) -> None:
    call = [sys.executable, "-c", "from pipeline.cli import main; main()"]
    version = subprocess.run([*call, "--version"], capture_output=True, text=True, check=False)
    assert (version.returncode, version.stderr) == (0, "")
    assert version.stdout.startswith("yushen ")
    missing = subprocess.run([*call, "screen", str(tmp_path)], capture_output=True, text=True, check=False)
    assert (missing.returncode, missing.stdout) == (2, "")


def test_a_file_that_never_ends_goes_to_a_person_and_the_rest_is_judged(
    yushen: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("YUSHEN_ENGINE", "tests.engines.hanging:open_hanging")
    monkeypatch.setenv("YUSHEN_FILE_TIMEOUT_S", "2")
    write_page(tmp_path / "a.png")
    assert yushen("screen", tmp_path, "--json") == 0
    verdict = Verdict.model_validate_json(capsys.readouterr().out)
    assert verdict.outcome == "review"
    assert [finding.file for finding in verdict.findings if finding.code == "system.timeout"] == ["a.png"]
    assert all(finding.severity != "bounce" for finding in verdict.findings)


def test_a_verdict_in_english(yushen: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_page(tmp_path / "a.png")
    assert yushen("screen", tmp_path / "a.png", "--lang", "en") == 0
    shown = capsys.readouterr().out
    assert "A person will check." in shown
    assert "a.png page 1" in shown
    assert not [line for line in shown.splitlines() if any("一" <= char <= "鿿" for char in line)]


def test_a_language_that_there_is_not(yushen: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_page(tmp_path / "a.png")
    assert yushen("screen", tmp_path / "a.png", "--lang", "fr") == 2
    assert "fr" in capsys.readouterr().err
