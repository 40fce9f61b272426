"""What follows from a cause reaches whoever reviews: on the terminal, on the page, in the schema."""

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from pipeline.assemble import FailedFile
from pipeline.reading import ReadFailure
from pipeline.system_findings import STAND_IN_CODE, with_system_findings
from pipeline.terminal import show_verdict
from tests.pipeline.pages import write_page
from tests.pipeline.test_revisions import found, verdict
from validators.finding import Finding
from validators.wording import Language

Command = Callable[..., int]
LICENCE = found("match.employer_name").model_copy(update={"because_of": ("match.uscc", "match.legal_rep")})


@pytest.mark.parametrize(
    ("language", "line"),
    [("zh", "同一原因：match.uscc match.legal_rep"), ("en", "from the same cause: match.uscc match.legal_rep")],
)
def test_the_terminal_names_what_follows(language: Language, line: str) -> None:
    shown = StringIO()
    show_verdict(verdict(LICENCE), Console(file=shown, width=200), reveal=False, language=language)
    assert line in shown.getvalue()


def test_the_terminal_says_nothing_of_it_where_nothing_follows() -> None:
    shown = StringIO()
    show_verdict(verdict(found("seal.missing")), Console(file=shown, width=200), reveal=False)
    assert "同一原因" not in shown.getvalue()


def test_the_page_names_what_follows(yushen: Command, tmp_path: Path) -> None:
    """An empty page is not said to be coarse as well."""
    write_page(tmp_path / "p" / "a.png")
    assert yushen("screen", tmp_path / "p", "--report", tmp_path / "out.html") == 0
    assert "同一原因： <code>file.low_resolution</code>" in (tmp_path / "out.html").read_text(encoding="utf-8")


def test_the_schema_has_it(yushen: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert yushen("schema", "verdict") == 0
    assert "because_of" in json.loads(capsys.readouterr().out)["$defs"]["Finding"]["properties"]


def test_a_file_that_failed_in_our_hands_keeps_what_follows() -> None:
    stand_in = Finding(
        code=STAND_IN_CODE, severity="bounce", file="a.jpg", message="…", confidence=1, because_of=("doc.missing",)
    )
    failure = ReadFailure(kind="timeout", sha256="0" * 64, size_bytes=1, detail="…")
    (ours,) = with_system_findings([stand_in], [FailedFile("a.jpg", failure)])
    assert (ours.code, ours.severity, ours.because_of) == ("system.timeout", "review", ("doc.missing",))
