"""What README and its like say of the program is so: settings, options, files, commands."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
import typer.main

from pipeline.cli import app, run
from pipeline.settings import PREFIX, Settings, variable_of
from pipeline.settings_shown import OF_CALLERS

ROOT: Final = Path(__file__).parents[1]
PAGES: Final = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))
README: Final = (ROOT / "README.md").read_text(encoding="utf-8")
_NEAR: Final = 0.02
_FOR_ALL: Final = {"--help", "--version"}
_COMMAND: Final = re.compile(r"(?:\.venv/bin/)?yushen(?P<words>(?: [\w./*\[\]-]+)+)")
_SPAN: Final = re.compile(r"`([^`]+)`")
_ANY_BLOCK: Final = re.compile(r"```.*?```", re.DOTALL)
_FENCED: Final = re.compile(r"```sh\n(.*?)```", re.DOTALL)


def told(page: Path) -> Iterator[str]:
    """Every command line of a page: lines of its shell blocks, and spans of code."""
    text = page.read_text(encoding="utf-8")
    for block in _FENCED.findall(text):
        yield from block.splitlines()
    yield from (re.sub(r"\s+", " ", span) for span in _SPAN.findall(_ANY_BLOCK.sub("", text)))


def commands() -> dict[str, set[str]]:
    """The options of every command, by its words: ``policy lint``."""
    found: dict[str, set[str]] = {}
    waiting = [("", typer.main.get_command(app))]
    while waiting:
        name, command = waiting.pop()
        found[name] = {option for one in command.params for option in (*one.opts, *one.secondary_opts)}
        waiting += [(f"{name} {word}".strip(), one) for word, one in getattr(command, "commands", {}).items()]
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_and_option_exists(page: Path) -> None:
    known = commands()
    wrong = []
    for line in told(page):
        for match in _COMMAND.finditer(line):
            words = match["words"].split()
            depth = 2 if " ".join(words[:2]) in known else 1
            options = known.get(" ".join(words[:depth]))
            asked = {word.strip("[]") for word in words if word.strip("[]").startswith("--")}
            if options is None or asked - options - _FOR_ALL:
                wrong.append(line)
    assert wrong == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_setting_that_is_named_exists(page: Path) -> None:
    known = {variable_of(name) for name in Settings.model_fields} | OF_CALLERS
    named = set(re.findall(rf"\b{PREFIX}[A-Z][A-Z_0-9]*[A-Z0-9]\b(?!_?…)", page.read_text(encoding="utf-8")))
    assert {name for name in named if not any(one.startswith(name) for one in known)} == set()


def test_the_readme_names_every_setting() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [variable_of(name) for name in Settings.model_fields if f"`{variable_of(name)}`" not in text] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_and_module_that_is_named_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    files = re.findall(r"`((?:extractors|validators|pipeline|samples|tests|training|scripts|deploy|docs)/[\w./-]*\w)/?`", text)
    modules = re.findall(r"python -m ((?:samples|tests|training)[\w.]*)|`((?:tests\.bench|training)\.\w+)`", text)
    names = {ROOT / name for name in files} | {(ROOT / (one or other).replace(".", "/")) for one, other in modules}
    missing = [name for name in names if not (name.exists() or name.with_suffix(".py").exists())]
    assert [str(name.relative_to(ROOT)) for name in missing] == []


@pytest.mark.models
def test_the_readme_shows_what_screen_says(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    shown = re.search(r"`yushen screen (samples/packets/\S+) --json` says, shortened:\n\n```json\n(.*?)```", README, re.DOTALL)
    assert shown is not None
    monkeypatch.setenv("YUSHEN_CACHE", str(tmp_path))
    assert run(["screen", str(ROOT / shown[1]), "--json"]) == 0
    said = json.loads(capfd.readouterr().out)
    assert says(said, json.loads(shown[2])), said
    assert len(json.loads(shown[2])["findings"]) == len(said["findings"])


def says(said: object, shown: object) -> bool:
    """Whether all that is shown is said: of a list some elements may be shown, places may differ by a pixel or two."""
    if isinstance(shown, dict):
        return isinstance(said, dict) and all(key in said and says(said[key], value) for key, value in shown.items())
    if isinstance(shown, list):
        return isinstance(said, list) and all(any(says(other, one) for other in said) for one in shown)
    if isinstance(shown, float):
        return isinstance(said, float) and abs(said - shown) <= _NEAR
    return said == shown
