"""What is read depends on is in the keys, each thing in the key of its half; what makes no difference is in neither.

Every test changes something in a copy of the package and asks for the keys of the copy.
"""

import ast
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from extractors.keys import OTHER_HALF, PIXELS_TO_SHEETS, ROOT, SHEETS_TO_DOCUMENTS, EvidenceKeys, documents_key, sheets_key
from extractors.ocr.registry import ENGINES, UnknownEngineError, factory_of
from extractors.ocr.weights import WEIGHTS, ModelsError
from extractors.sources import Sources

OWN_ENGINE = """
from extractors.ocr.blank import BlankEngine

THRESHOLD = 0.5

def open_own(models, threads):
    return BlankEngine()
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return the folder of a copy of the package."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "extractors", tmp_path / "tree" / "extractors", ignore=ignored)
    return tmp_path / "tree"


@pytest.fixture
def keys(tree: Path) -> Iterator[Callable[..., EvidenceKeys]]:
    """Return what tells the copy's keys as they are now."""

    def now(engine: str = "blank", models: Path | None = None) -> EvidenceKeys:
        sheets_key.cache_clear()
        documents_key.cache_clear()
        return EvidenceKeys(sheets_key(engine, models, tree), documents_key(tree))

    yield now
    sheets_key.cache_clear()
    documents_key.cache_clear()


Keys = Callable[..., EvidenceKeys]


def change(path: Path, old: str, new: str) -> None:
    """Replace something that stands in a file once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def add_code(path: Path, code: str = "ADDED = 1") -> None:
    """Add a statement at a module's end."""
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{code}\n", encoding="utf-8")


def change_a_constant(path: Path) -> None:
    """Make the first number that a module names another one."""
    text, count = re.subn(r"(?m)^(\w+: Final = \d[\d.]*)$", r"\g<1>1", path.read_text(encoding="utf-8"), count=1)
    assert count == 1
    path.write_text(text, encoding="utf-8")


def flip_last_byte(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))


def test_a_copy_has_the_keys_of_the_original(keys: Keys) -> None:
    """As an installed package has: where it lies is nothing."""
    assert keys() == (sheets_key("blank"), documents_key())


def test_comments_docstrings_and_layout_of_all_files_are_in_neither(tree: Path, keys: Keys) -> None:
    before = keys()
    for path in tree.rglob("*.py"):
        module = ast.parse(path.read_bytes())
        for node in ast.walk(module):
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
                node.value.value = "Another text."
        path.write_text(f"# another comment\n\n{ast.unparse(module)}\n# and another", encoding="utf-8")
    assert keys() == before


@pytest.mark.parametrize("name", ["closer_look.py", "documents/closer.py"])
def test_annotations_are_in_neither(tree: Path, keys: Keys, name: str) -> None:
    before = keys()
    path = tree / "extractors" / name
    text = path.read_text(encoding="utf-8")
    for annotation in (r"from typing import Final\n", r": Final(\[\w+\])?(?= =)", r" -> bool(?=:)"):
        text, count = re.subn(annotation, "", text)
        assert count
    path.write_text(text, encoding="utf-8")
    assert keys() == before


@pytest.mark.parametrize("name", ["documents/closer.py", "documents/joined_pages.py", "documents/blanks.py"])
def test_a_constant_of_readers_is_in_the_key_of_documents_alone(tree: Path, keys: Keys, name: str) -> None:
    """Also of those that are asked, while a page is read, where a second look is worth it."""
    before = keys()
    change_a_constant(tree / "extractors" / name)
    after = keys()
    assert after.sheets == before.sheets
    assert after.documents != before.documents


@pytest.mark.parametrize("name", ["documents/classify.py", "text/dates.py", "text/rows.py", "evidence.py", "marks/assign.py"])
def test_code_of_readers_is_in_the_key_of_documents_alone(tree: Path, keys: Keys, name: str) -> None:
    before = keys()
    add_code(tree / "extractors" / name)
    after = keys()
    assert after.sheets == before.sheets
    assert after.documents != before.documents


@pytest.mark.parametrize("name", ["read.py", "closer_look.py", "marks/glyph_model.py", "files/limits.py", "page_evidence.py"])
def test_what_looks_at_pixels_is_in_the_key_of_sheets(tree: Path, keys: Keys, name: str) -> None:
    before = keys()
    add_code(tree / "extractors" / name)
    assert keys().sheets != before.sheets


@pytest.mark.parametrize("name", ["glyphs.onnx", "signing.onnx", "glyphs.txt"])
def test_a_byte_of_a_model_changes_the_key_of_sheets_alone(tree: Path, keys: Keys, name: str) -> None:
    before = keys()
    flip_last_byte(tree / "extractors" / "marks" / name)
    after = keys()
    assert after.sheets != before.sheets
    assert after.documents == before.documents


def test_a_table_that_readers_use_changes_the_key_of_documents_alone(tree: Path, keys: Keys) -> None:
    add_code(tree / "extractors/documents/titles.py", "from extractors.schema import PAPERS")
    before = keys()
    add_code(tree / "extractors/schema/papers/bank_card.toml", "# even here: what a table says is not looked into")
    after = keys()
    assert after.sheets == before.sheets
    assert after.documents != before.documents


def test_a_new_module_counts_once_a_reader_imports_it(tree: Path, keys: Keys) -> None:
    before = keys()
    new = tree / "extractors/documents/new.py"
    new.write_text("ANSWER = 1\n", encoding="utf-8")
    assert keys() == before, "nobody asks it"
    add_code(tree / "extractors/documents/titles.py", "from extractors.documents.new import ANSWER")
    asked = keys()
    change(new, "1", "2")
    changed = keys()
    assert len({before.documents, asked.documents, changed.documents}) == 3
    assert {before.sheets, asked.sheets, changed.sheets} == {before.sheets}


def test_an_engine_counts_where_it_reads(tree: Path, keys: Keys) -> None:
    names = sorted(ENGINES.keys() - {"replay"})
    before = {name: keys(name) for name in names}
    assert len({key.sheets for key in before.values()}) == len(names)
    change_a_constant(tree / "extractors/ocr/paddle.py")
    changed = {name for name in names if keys(name).sheets != before[name].sheets}
    assert changed == {"openvino", "paddle"}


def test_another_version_of_a_runtime_is_another_engine(tmp_path: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    before = keys("openvino"), keys("paddle")
    information = tmp_path / "newer" / "openvino-2099.1.dist-info"
    information.mkdir(parents=True)
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: openvino\nVersion: 2099.1\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path / "newer")
    after = keys("openvino"), keys("paddle")
    assert after[0].sheets != before[0].sheets
    assert after[1] == before[1], "it runs on another"
    assert after[0].documents == before[0].documents


def test_the_bytes_of_models_that_are_given_count_and_their_folder_does_not(tmp_path: Path, keys: Keys) -> None:
    folders = [tmp_path / "here", tmp_path / "there"]
    for folder in folders:
        for weight in WEIGHTS:
            (folder / weight.target).parent.mkdir(parents=True, exist_ok=True)
            (folder / weight.target).write_bytes(weight.target.encode())
    here, there = (keys("paddle", folder).sheets for folder in folders)
    assert here == there != keys("paddle").sheets
    (folders[0] / "README.md").write_text("nothing reads it", encoding="utf-8")
    assert keys("paddle", folders[0]).sheets == there
    flip_last_byte(folders[0] / WEIGHTS[0].target)
    assert keys("paddle", folders[0]).sheets != there
    with pytest.raises(ModelsError, match="is missing"):
        keys("paddle", tmp_path / "nowhere")


def test_the_hashes_of_fetched_models_count(tree: Path, keys: Keys) -> None:
    before = keys("openvino")
    change(tree / "extractors/ocr/weights.py", WEIGHTS[1].sha256, "0" * 64)
    assert keys("openvino").sheets != before.sheets


def test_a_recording_counts(tmp_path: Path, keys: Keys) -> None:
    (tmp_path / "recording.json").write_text("{}", encoding="utf-8")
    before = keys("replay", tmp_path)
    (tmp_path / "recording.json").write_text('{"quads": {}}', encoding="utf-8")
    assert keys("replay", tmp_path).sheets != before.sheets


def test_an_engine_from_elsewhere_counts_with_its_package_and_models(
    tmp_path: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    package, models = tmp_path / "elsewhere" / "own_engine", tmp_path / "own_models"
    package.mkdir(parents=True)
    models.mkdir()
    (models / "any.bin").write_bytes(b"1")
    (package / "__init__.py").write_text("from .steps import THRESHOLD\n", encoding="utf-8")
    (package / "steps.py").write_text(OWN_ENGINE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path / "elsewhere")
    seen = [keys("own_engine.steps:open_own", models).sheets]
    change(package / "steps.py", "THRESHOLD = 0.5", "THRESHOLD = 0.6")
    seen.append(keys("own_engine.steps:open_own", models).sheets)
    (models / "any.bin").write_bytes(b"2")
    seen.append(keys("own_engine.steps:open_own", models).sheets)
    assert len(set(seen)) == 3
    assert all(key.startswith("own_engine_steps_open_own-") for key in seen)


def test_an_engine_nobody_has_is_said(keys: Keys) -> None:
    for engine in ("tesseract", "tesseract:open_engine", "numpy.nothing:open_engine", ":open_engine"):
        with pytest.raises(UnknownEngineError, match=f"'{engine}'"):
            keys(engine)


def test_every_module_is_in_the_half_that_it_belongs_to() -> None:
    """A reader that an import from the first half reaches would have every page read again whenever it changes."""
    sources = Sources({"extractors": ROOT})
    entries = [PIXELS_TO_SHEETS, *(factory_of(engine)[0] for engine in ENGINES)]
    sheets = sources.reach(entries, lambda module: module.startswith(OTHER_HALF)).digests.keys()
    documents = sources.reach([SHEETS_TO_DOCUMENTS], lambda _: False).digests.keys()
    assert not [module for module in sheets if module.startswith((*OTHER_HALF, "extractors.schema", "extractors.evidence"))]
    paths = [path.relative_to(ROOT).with_suffix("").parts for path in (ROOT / "extractors").rglob("*.py")]
    modules = {".".join(parts[:-1] if parts[-1] == "__init__" else parts) for parts in paths}
    beside = {"extractors.keys", "extractors.sources", "extractors.schema", "extractors.schema.kinds"}
    assert modules - sheets - documents <= beside
