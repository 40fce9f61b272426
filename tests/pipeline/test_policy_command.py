"""``yushen policy``: lint, show, diff."""

from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., int]


def test_lint_says_all_problems_with_lines(yushen: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "employer_withdrawal.mine.toml"
    path.write_text(
        'extends = "employer_withdrawal"\nversion = "1"\ncolour = "red"\n[[overrides]]\nlimit = "x"\n', encoding="utf-8"
    )
    assert yushen("policy", "lint", path) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.removeprefix(f"{path}:").partition(":")[0] for line in lines] == ["3", "4", "4", "5"]


def test_lint_of_what_cannot_be_read(yushen: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert yushen("policy", "lint", tmp_path / "none.toml") == 2
    assert "none.toml" in capsys.readouterr().err


def test_show_with_a_region(yushen: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert yushen("policy", "show", "individual_withdrawal", "--region", "pdf_only") == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "registered_elsewhere.places" in shown
    assert "file_size.max_mb 2.0" in shown


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("nowhere",), "there is no policy for scenario"),
        (("employer_withdrawal", "--region", "mars"), "there is no policy for region"),
    ],
)
def test_show_of_what_there_is_not(
    yushen: Command, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], what: str
) -> None:
    assert yushen("policy", "show", *arguments) == 2
    assert what in capsys.readouterr().err


def test_diff(yushen: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert yushen("policy", "diff", "employer_withdrawal", "employer_withdrawal.small_jpg") == 1
    assert 'limit file_format.formats\n  - ["jpeg", "png", "pdf", "heic"]\n  + ["jpeg"]\n' in capsys.readouterr().out
    assert yushen("policy", "diff", "employer_withdrawal", "employer_withdrawal") == 0
