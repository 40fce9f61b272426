"""``yushen evaluate`` says how often the verdicts are right, and on which packets they are not."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.pipeline.pages import write_page

Command = Callable[..., int]


def sample(root: Path, packet_id: str, expected: object) -> None:
    write_page(root / packet_id / "a.png")
    (root / f"{packet_id}.expected.json").write_text(json.dumps(expected), encoding="utf-8")


def test_rates_and_failing_packets_are_printed(yushen: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sample(tmp_path, "right", {"outcome_ok": ["review"], "must_codes": [["doc.missing"]], "kind": "unheard of"})
    sample(tmp_path, "wrong", {"outcome_ok": ["accept"], "documents": [{"file": "a.png", "page": 1, "type": "id_card"}]})
    write_page(tmp_path / "unjudged" / "a.png")
    assert yushen("evaluate", tmp_path, "--json") == 0
    measured = json.loads(capsys.readouterr().out)
    assert measured["packets"] == 2
    assert measured["verdicts"]["false bounces"]["total"] == 2
    assert measured["verdicts"]["defects caught"] == {"hits": 1, "total": 1, "share": 1.0, "interval": [0.2065, 1.0]}
    assert [failing["packet_id"] for failing in measured["failing"]] == ["wrong"]
    assert yushen("evaluate", tmp_path, "--report", tmp_path / "report") == 0
    shown = capsys.readouterr().out
    assert "not recognised: a.png p1 id_card" in shown
    assert "report/index.html" in shown
    assert (tmp_path / "report" / "right.html").is_file()


@pytest.mark.parametrize(
    ("expected", "said"),
    [({"outcome_ok": ["pass"]}, "Input should be"), ({}, "Field required"), ({"outcome_ok": []}, "at least 1")],
)
def test_an_expectation_that_cannot_be_used_is_said(
    yushen: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str], expected: object, said: str
) -> None:
    sample(tmp_path, "7", expected)
    assert yushen("evaluate", tmp_path) == 2
    assert said in capsys.readouterr().err
