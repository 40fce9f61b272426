"""Two sources are the same where the same runs, and a name is looked for where it is made."""

from pathlib import Path

import pytest

from extractors.sources import Reach, Sources, files_beside, read_source


@pytest.mark.parametrize(
    ("source", "other"),
    [
        ("x = 1", "x = 1  # why\n"),
        ("x = 1", '"""A module."""\nx = 1\n"""What x is."""'),
        ("x = f(1, 2)", "x = f(\n    1,\n    2,\n)"),
        ("x = 'a' 'b'", 'x = "ab"'),
        ("x = 1", "x: int = 1"),
        ("def f(a, b=1): return a", "def f(a: int, b: int = 1) -> int:\n    '''F.'''\n    return a"),
        ("def f():\n    x = 1", "def f():\n    y: int\n    x: int = 1"),
        ("class A:\n    def f(self): return 1", "class A:\n    '''A.'''\n    def f(self) -> int: return 1"),
        ("import a\nimport b", "import b\nimport a"),
        ("def f(a): return a", "from typing import Any\ndef f(a: Any): return a"),
        ("x = 1", "from typing import Final\nx: Final = 1"),
    ],
)
def test_what_makes_no_difference(source: str, other: str) -> None:
    assert read_source(source.encode()).digest == read_source(other.encode()).digest


@pytest.mark.parametrize(
    ("source", "other"),
    [
        ("x = 1", "x = 2"),
        ("x = 1", "x = '1'"),
        ("x = 1", "x = 1.0"),
        ("x = {1, 2}", "x = [1, 2]"),
        ("x = 'a#b'", "x = 'a#c'"),
        ("x = 'a'", "x = a"),
        ("x = {**a}", "x = {None: a}"),
        ("x = a + b", "x = a - b"),
        ("x = f(a, b)", "x = f(a)(b)"),
        ("def f(a, b=1): pass", "def f(a, b=2): pass"),
        ("def f(a): pass", "@cache\ndef f(a): pass"),
        ("class A:\n    x: int", "class A:\n    x: float"),
        ("class A:\n    x: int", "class A:\n    y: int"),
        ("class A:\n    x: int = 1", "class A:\n    x = 1"),
        ("from a import x\nx()", "from b import x\nx()"),
        ("from a import x\nx()", "from a import y as x\nx()"),
        ("if a:\n    f()\ng()", "if a:\n    f()\n    g()"),
        ("return_ = 'docstring'", "return_ = 'other'"),
    ],
)
def test_what_makes_one(source: str, other: str) -> None:
    assert read_source(source.encode()).digest != read_source(other.encode()).digest


def reach(folder: Path, files: dict[str, str], *beyond: str) -> Reach:
    """Write a package ``p`` and follow its module ``p.start``."""
    for name, source in {"__init__.py": "", **files}.items():
        path = folder / "p" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
    return Sources({"p": folder}).reach(["p.start"], lambda module: module in beyond)


@pytest.mark.parametrize(
    "line",
    [
        "import p.one",
        "from p import one",
        "from p.one import x",
        "from . import one",
        "from .one import x",
        "import p.one as o",
    ],
)
def test_every_way_to_import_is_followed(tmp_path: Path, line: str) -> None:
    found = reach(tmp_path, {"start.py": f"{line}\n", "one.py": "from p.two import y\n", "two.py": "", "three.py": ""})
    assert found.digests.keys() == {"p", "p.start", "p.one", "p.two"}


def test_packages_on_the_way_run_too(tmp_path: Path) -> None:
    files = {"start.py": "from p.q.one import x\nx()", "q/__init__.py": "import p.two", "q/one.py": "", "two.py": ""}
    assert reach(tmp_path, files).digests.keys() == {"p", "p.start", "p.q", "p.q.one", "p.two"}


def test_a_name_that_is_passed_on_is_followed_to_where_it_is_made(tmp_path: Path) -> None:
    files = {
        "start.py": "from p.shop import x\nx()",
        "shop.py": "from p.maker import x\nfrom p.other import y",
        "maker.py": "def x(): pass",
        "other.py": "y = 1",
    }
    assert reach(tmp_path, files).digests.keys() == {"p", "p.start", "p.maker"}


def test_what_only_annotations_need_is_not_followed(tmp_path: Path) -> None:
    files = {"start.py": "from p.one import X\ndef f(x: X) -> X: return x", "one.py": "class X: pass"}
    assert reach(tmp_path, files).digests.keys() == {"p", "p.start"}


def test_nothing_beyond_the_border_is_entered(tmp_path: Path) -> None:
    files = {"start.py": "from p.one import x\nx()\nimport p.two", "one.py": "import p.three", "two.py": "", "three.py": ""}
    assert reach(tmp_path, files, "p.one").digests.keys() == {"p", "p.start", "p.two"}


def test_libraries_are_named_and_python_is_not_one(tmp_path: Path) -> None:
    found = reach(tmp_path, {"start.py": "import re\nimport numpy as np\nfrom cv2.typing import MatLike\nnp, MatLike"})
    assert found.libraries == {"numpy", "cv2"}


def test_files_beside_count_for_modules_that_open_any(tmp_path: Path) -> None:
    files = {
        "start.py": "import p.q.one",
        "q/__init__.py": "",
        "q/one.py": "from importlib.resources import files\nfiles('p')",
        "q/tables/a.toml": "",
        "q/model.onnx": "",
        "q/r/__init__.py": "",
        "q/r/not_its.txt": "",
        "not_its.txt": "",
    }
    folders = reach(tmp_path, files).folders
    assert folders == {"p.q": tmp_path / "p/q"}
    assert [path.name for path in files_beside(folders["p.q"])] == ["model.onnx", "a.toml"]
