"""A batch loses no packet: not to a broken one, not to an interruption."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from pipeline.batch import find_packets, side_by_side, source_of
from pipeline.verdict import Verdict
from tests.pipeline.pages import write_page

Command = Callable[..., int]


def verdicts(out: Path) -> dict[str | None, Verdict]:
    lines = out.read_text(encoding="utf-8").splitlines()
    return {verdict.source: verdict for verdict in map(Verdict.model_validate_json, lines)}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "root"
    write_page(folder / "1" / "a.png", 250)
    write_page(folder / "deep" / "2" / "a.png", 240)
    write_page(folder / "3" / "pages" / "a.png", 230)
    (folder / "3" / "packet.json").write_text('{"packet_id": "three"}', encoding="utf-8")
    (folder / "broken").mkdir()
    (folder / "broken" / "packet.json").write_text("{", encoding="utf-8")
    return folder


def test_every_packet_folder_is_found(root: Path) -> None:
    (root / "deep" / "stray.txt").write_text("x", encoding="utf-8")
    found = find_packets(root)
    assert [source_of(folder, root) for folder in found.packets] == ["1", "3", "broken", "deep/2"]
    assert [path.name for path in found.stray] == ["stray.txt"]


def test_one_verdict_a_line_and_a_broken_packet_goes_to_a_person(
    yushen: Command, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "verdicts.jsonl"
    assert yushen("batch", root, "--out", out, "--report", tmp_path / "report") == 0
    streams = capsys.readouterr()
    assert streams.out == ""
    assert "4 verdicts: 0 accept, 4 review, 0 bounce" in streams.err
    assert "refused, a person takes over: broken: " in streams.err
    seen = verdicts(out)
    assert {source: verdict.packet_id for source, verdict in seen.items()} == {
        "1": "1", "3": "three", "broken": "broken", "deep/2": "2"
    }  # fmt: skip
    assert [finding.code for finding in seen["broken"].findings] == ["system.failed"]
    assert "Invalid JSON" in seen["broken"].findings[0].detail
    assert yushen("schema", "verdict") == 0
    jsonschema.validate(json.loads(seen["broken"].model_dump_json()), json.loads(capsys.readouterr().out))
    assert (tmp_path / "report" / "index.html").is_file()
    assert (tmp_path / "report" / "deep_2.html").is_file()


@pytest.mark.parametrize(
    "refused",
    [
        ('{"declared": {"employe_id": "1"}}', "did you mean employee_id?"),
        ('{"region": "mars"}', "there is no region 'mars'"),
        ('{"scenario": "individual_withdrawal"}', "leave out --scenario"),
        ('{"declared": {"separation_date": "明天"}}', "it is no date"),
    ],
)
def test_a_manifest_that_is_refused_stops_nobody_else(
    yushen: Command, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], refused: tuple[str, str]
) -> None:
    manifest, said = refused
    (root / "3" / "packet.json").write_text(manifest, encoding="utf-8")
    out = tmp_path / "verdicts.jsonl"
    assert yushen("batch", root, "--out", out, "--scenario", "employer_withdrawal") == 0
    seen = verdicts(out)
    assert len(seen) == 4
    assert (seen["3"].outcome, [one.code for one in seen["3"].findings]) == ("review", ["system.failed"])
    assert said in seen["3"].findings[0].detail
    assert said in capsys.readouterr().err
    assert seen["1"].coverage
    assert not seen["3"].coverage


def test_a_second_run_goes_on_after_a_torn_line(
    yushen: Command, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "verdicts.jsonl"
    assert yushen("batch", root, "--out", out) == 0
    whole = out.read_bytes().splitlines(keepends=True)
    out.write_bytes(whole[0] + whole[1] + whole[2][:40])
    assert yushen("batch", root, "--out", out) == 0
    again = out.read_bytes().splitlines(keepends=True)
    assert again[:2] == whole[:2]
    assert sorted(verdicts(out), key=str) == ["1", "3", "broken", "deep/2"]
    assert len(again) == 4
    assert "2 of 4 packets have their verdict" in capsys.readouterr().err


def test_nothing_left_to_do_is_done_at_once(yushen: Command, root: Path, tmp_path: Path) -> None:
    out = tmp_path / "verdicts.jsonl"
    assert yushen("batch", root, "--out", out) == 0
    before = out.read_bytes()
    assert yushen("batch", root, "--out", out, "--fail-on", "review") == 1
    assert out.read_bytes() == before


def test_work_is_done_side_by_side_and_no_result_is_lost() -> None:
    assert sorted(side_by_side(range(50), lambda number: number * number, workers=3)) == [(n, n * n) for n in range(50)]


def test_a_failure_of_the_work_itself_ends_it() -> None:
    with pytest.raises(ZeroDivisionError):
        list(side_by_side(range(5), lambda number: 1 // number, workers=1))
