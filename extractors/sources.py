"""What a program's source comes down to: for each of its modules a hash of what runs, and the modules that it runs in turn.

All is read from the files, nothing is imported. What runs is the syntax tree without what makes no difference to it: comments,
layout, docstrings and other texts that stand alone, the order of imports, annotations, and imports that only annotations need.
In a class annotations count: they make the fields of a model.
"""

import ast
import gc
import hashlib
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

_NO_CODE: Final = frozenset({"ctx", "kind", "type_comment"})
"""Fields of the syntax tree that its other fields already tell, or that nothing runs by."""
_SCOPES: Final = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_RESOURCES: Final = frozenset({"importlib.resources", "pkgutil"})
_CACHE: Final = "__pycache__"
_PYTHON: Final = frozenset({".py", ".pyc", ".pyi"})


class Import(NamedTuple):
    """One name that a module imports. ``name`` is None where it is the module itself; ``bound`` is what it is called here."""

    module: str
    name: str | None
    bound: str


class Source(NamedTuple):
    """One module: a hash of what runs in it, what it imports for that, and where every name that it imports is from.

    ``opens_files``: it asks where its package lies, as whatever reads a data file beside it does.
    """

    digest: str
    imports: tuple[Import, ...]
    origins: Mapping[str, Import]
    opens_files: bool


class Reach(NamedTuple):
    """All that runs once some modules do, by their hashes; the folders of packages in which they open files, and libraries."""

    digests: Mapping[str, str]
    folders: Mapping[str, Path]
    libraries: frozenset[str]
    """Top-level names of packages that are neither ours nor Python's own."""


class Sources:
    """The modules of some top-level packages, each found in a folder: ``{"extractors": folder that holds extractors/}``."""

    def __init__(self, folder_of: Mapping[str, Path]) -> None:
        self._folder_of = folder_of
        self._path_by_module: dict[str, Path | None] = {}

    def reach(self, entries: Iterable[str], is_beyond: Callable[[str], bool]) -> Reach:
        """Follow imports from some modules. Modules that are ``is_beyond`` are not entered, nor what only they import.

        Raises:
            ModuleNotFoundError: the source of one of ``entries`` is not there.
        """
        waiting = list(entries)
        for missing in (entry for entry in waiting if self._path_of(entry) is None):
            raise ModuleNotFoundError(f"the source of {missing} is not there")
        found: dict[str, Source] = {}
        while waiting:
            module = waiting.pop()
            if module in found or is_beyond(module) or (source := self._source_of(module)) is None:
                continue
            found[module] = source
            waiting += _packages_of(module)
            waiting += [self._home_of(one) for one in source.imports if not is_beyond(one.module)]
        return self._reach(found)

    def _reach(self, found: Mapping[str, Source]) -> Reach:
        imported = {one.module.partition(".")[0] for source in found.values() for one in source.imports}
        folders = (self._package_of(module) for module, source in found.items() if source.opens_files)
        return Reach(
            {module: source.digest for module, source in found.items()},
            dict(folder for folder in folders if folder),
            frozenset(imported - self._folder_of.keys() - sys.stdlib_module_names),
        )

    def _home_of(self, wanted: Import) -> str:
        """The module in which an imported name is made: another one than it is asked of where that one only passes it on."""
        source = self._source_of(wanted.module)
        if wanted.name is None or source is None:
            return wanted.module
        if self._path_of(inner := f"{wanted.module}.{wanted.name}") is not None:
            return inner
        passed_on = source.origins.get(wanted.name)
        return self._home_of(passed_on) if passed_on and self._path_of(passed_on.module) else wanted.module

    def _source_of(self, module: str) -> Source | None:
        """One of our modules; None for any other."""
        path = self._path_of(module)
        if path is None:
            return None
        return read_source(path.read_bytes(), module if path.name == "__init__.py" else module.rpartition(".")[0])

    def _path_of(self, module: str) -> Path | None:
        if module not in self._path_by_module:
            self._path_by_module[module] = self._find(module)
        return self._path_by_module[module]

    def _find(self, module: str) -> Path | None:
        folder = self._folder_of.get(module.partition(".")[0])
        path = folder.joinpath(*module.split(".")) if folder else None
        places = (path / "__init__.py", path.with_name(f"{path.name}.py")) if path else ()
        return next((place for place in places if place.is_file()), None)

    def _package_of(self, module: str) -> tuple[str, Path] | None:
        """The package that a module is in, or is, and its folder; None for a module by itself."""
        path = self._path_of(module)
        package = module if path and path.name == "__init__.py" else module.rpartition(".")[0]
        return (package, path.parent) if path and package else None


@cache
def read_source(code: bytes, package: str = "") -> Source:
    """Read one module's source; ``package`` is what its relative imports begin at.

    Raises:
        SyntaxError: it is no Python of this version.
    """
    reading = _Reading()
    with _no_looking_for_garbage():
        reading.node(ast.parse(code))
    origins = {one.bound: one for node in reading.imports for one in _imports(node, package)}
    needed = sorted({one for node in reading.imports for one in _imports(node, package) if reading.needs(one.bound)}, key=repr)
    text = "\0".join([*reading.tokens, *(repr(tuple(one)) for one in needed)])
    opens_files = "__file__" in reading.names or any(one.module in _RESOURCES for one in origins.values())
    return Source(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), tuple(needed), origins, opens_files)


@contextmanager
def _no_looking_for_garbage() -> Iterator[None]:
    """A syntax tree is thousands of objects and no cycle: to look for one among them takes as long as parsing."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def files_beside(folder: Path) -> Iterator[Path]:
    """Files in a package's folder that are no Python; also those in folders below it that are no packages."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name == _CACHE:
            continue
        if path.is_dir() and not (path / "__init__.py").is_file():
            yield from files_beside(path)
        elif path.is_file() and path.suffix not in _PYTHON:
            yield path


class _Reading:
    """Walks a syntax tree and notes what runs."""

    def __init__(self) -> None:
        self.tokens: list[str] = []
        self.imports: list[ast.Import | ast.ImportFrom] = []
        self.names: set[str] = set()
        self._names_of_types: set[str] = set()
        self._in_class = False

    def needs(self, bound: str) -> bool:
        """Whether an imported name is there for more than annotations."""
        return bound in self.names or bound not in self._names_of_types

    def node(self, node: ast.AST) -> None:
        """Note one node and all below it."""
        if isinstance(node, ast.Name):
            self.names.add(node.id)
            self.tokens.append(f"Name {node.id}")
        elif isinstance(node, ast.Constant):
            self.tokens.append(f"Constant {node.value!r}")
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            self.imports.append(node)
        elif isinstance(node, ast.AnnAssign) and not self._in_class:
            self._assignment(node)
        elif not _is_lone_text(node):
            self._with_fields(node)

    def _assignment(self, node: ast.AnnAssign) -> None:
        """An assignment with an annotation is one without; a name that is only annotated is nothing."""
        self._type(node.annotation)
        if node.value is not None:
            self.node(ast.Assign(targets=[node.target], value=node.value))

    def _with_fields(self, node: ast.AST) -> None:
        around = self._in_class
        if isinstance(node, _SCOPES):
            self._in_class = isinstance(node, ast.ClassDef)
        self.tokens.append(type(node).__name__)
        for name in node._fields:
            if name in _NO_CODE:
                continue
            value = getattr(node, name, None)
            if name == "returns" or (name == "annotation" and isinstance(node, ast.arg)):
                self._type(value)
            else:
                self._value(value)
        self._in_class = around

    def _value(self, value: object) -> None:
        if isinstance(value, ast.AST):
            self.node(value)
        elif isinstance(value, list):
            self.tokens.append("[")
            for one in value:
                self._value(one)
            self.tokens.append("]")
        else:
            self.tokens.append(repr(value))

    def _type(self, annotation: ast.AST | None) -> None:
        if annotation is not None:
            self._names_of_types.update(node.id for node in ast.walk(annotation) if isinstance(node, ast.Name))


def _is_lone_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _imports(node: ast.Import | ast.ImportFrom, package: str) -> Iterator[Import]:
    if isinstance(node, ast.Import):
        for alias in node.names:
            yield Import(alias.name, None, alias.asname or alias.name.partition(".")[0])
        return
    module = _absolute(node, package)
    for alias in node.names:
        yield Import(module, None if alias.name == "*" else alias.name, alias.asname or alias.name)


def _absolute(node: ast.ImportFrom, package: str) -> str:
    if node.level == 0:
        return node.module or ""
    base = package.split(".")[: len(package.split(".")) - node.level + 1]
    return ".".join([*base, *([node.module] if node.module else [])])


def _packages_of(module: str) -> Iterator[str]:
    while module := module.rpartition(".")[0]:
        yield module
