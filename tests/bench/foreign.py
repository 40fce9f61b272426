"""How well papers drawn by other hands are read: their fields against the truth that lies beside them.

    python -m tests.bench.foreign FOLDER … [--sheets DIR] [--list] [--type T] [--field F]

A folder holds files and a ``truth.jsonl`` with one document a line: file, page, type and fields. ``--sheets`` keeps what the
pixels gave, so that the next run reads no pixel again.
"""

import argparse
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.table import Table

from extractors.evidence import Document, FileEvidence
from extractors.read import FileReader, open_reader
from extractors.recognise import evidence_of
from extractors.schema import DAYS, NUMBERS, fields_of, kind_of
from extractors.sheets import FileSheets
from extractors.text.fold import fold_name

Truth = Mapping[str, str]
_FREE: Final = frozenset({"words", "choice"})
"""Kinds of which a part counts: where a reason or a matter begins and ends is a matter of taste."""
_LEAST_PART: Final = 2
_EXACT_KINDS: Final = frozenset({"person", "party", "people"}) | NUMBERS | DAYS
_EDGES: Final = ".,;:。"


@dataclass(frozen=True, slots=True)
class Miss:
    """A field that was read otherwise than it stands."""

    file: str
    type: str
    field: str
    stands: str
    read: str


@dataclass(frozen=True, slots=True)
class Counted:
    """What one folder yields. ``invented``: values given where the paper has none, of fields that its truth tells of at all."""

    right: Counter[tuple[str, str]]
    stated: Counter[tuple[str, str]]
    misses: tuple[Miss, ...]
    invented: tuple[Miss, ...]
    refused: Mapping[str, int]
    """By what is wrong with the file: fields on files that are not read at all, which are counted nowhere else."""


@cache
def _reader() -> FileReader:
    return open_reader(None, threads=1)


def sheets_of(path: Path, kept: Path | None) -> FileSheets:
    """What the pixels of a file give, from where it is kept or anew."""
    data = path.read_bytes()
    entry = kept / f"{hashlib.sha256(data).hexdigest()}.json" if kept else None
    if entry and entry.exists():
        return FileSheets.model_validate_json(entry.read_bytes())
    sheets = _reader().sheets(data)
    if entry:
        entry.parent.mkdir(parents=True, exist_ok=True)
        entry.write_text(sheets.model_dump_json(), encoding="utf-8")
    return sheets


def _evidence(job: tuple[Path, Path | None]) -> FileEvidence:
    return evidence_of(sheets_of(*job))


def count(folder: Path, kept: Path | None, wanted: Sequence[str] = ()) -> Counted:
    """Read a folder's files and compare them with its truth."""
    truths = [json.loads(line) for line in (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines()]
    truths = [truth for truth in truths if not wanted or truth["type"] in wanted]
    names = list(dict.fromkeys(truth["file"] for truth in truths))
    with ProcessPoolExecutor(2) as pool:
        read = dict(zip(names, pool.map(_evidence, [(folder / name, kept) for name in names]), strict=True))
    right, stated = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    misses: list[Miss] = []
    invented: list[Miss] = []
    refused = Counter[str]()
    for truth in truths:
        evidence = read[truth["file"]]
        if not evidence.pages and evidence.problems:
            refused[evidence.problems[0].kind] += len(truth["fields"])
            continue
        document = _document(read[truth["file"]].documents, truth)
        got = _values(document)
        for field, stands in truth["fields"].items():
            key = (truth["type"], field)
            if field not in fields_of(truth["type"]):
                continue
            stated[key] += 1
            if same(stands, got.get(field, ""), truth["type"], field):
                right[key] += 1
            else:
                value = got.get(field, "") if document else f"(not taken for one: {_types(read[truth['file']])})"
                misses.append(Miss(truth["file"], truth["type"], field, stands, value))
        told = {field for other in truths if other["type"] == truth["type"] for field in other["fields"]}
        extra = {field: value for field, value in got.items() if value and field in told and not truth["fields"].get(field)}
        invented += [Miss(truth["file"], truth["type"], field, "", value) for field, value in extra.items()]
    return Counted(right, stated, tuple(misses), tuple(invented), refused)


def _types(evidence: FileEvidence) -> str:
    return " ".join(document.type for document in evidence.documents)


def _document(documents: Sequence[Document], truth: Mapping[str, str]) -> Document | None:
    """The document of the truth's type on its page; of several the one that is no stub."""
    page = int(truth.get("page", 1))
    own = [one for one in documents if one.type == truth["type"] and page in one.pages]
    own = [one for one in own if truth.get("side") in (None, one.side)]
    return min(own, key=lambda one: "counterfoil" in one.traits, default=None)


def _values(document: Document | None) -> dict[str, str]:
    return {name: field.value for name, field in document.fields.items()} if document else {}


def same(stands: str, read: str, type_: str, field: str) -> bool:
    """Whether a value was read as it stands, ways of writing aside."""
    one, other = (_plain(text) for text in (stands, read))
    if kind_of(type_, field) in _FREE and len(one) >= _LEAST_PART and len(other) >= _LEAST_PART:
        return one in other or other in one
    return one == other


def _plain(text: str) -> str:
    folded = re.sub(r"[〔\[【]", "(", re.sub(r"[〕\]】]", ")", fold_name(text))).strip(_EDGES)
    return re.sub(r"(?<=\d)年零(?=\d)", "年", folded).replace("个月", "月")


def _report(console: Console, name: str, counted: Counted) -> None:
    table = Table(title=f"{name}: read as it stands")
    for column in ("type", "field", "right", "of", "share"):
        table.add_column(column)
    for type_, field in sorted(counted.stated):
        right, stated = counted.right[type_, field], counted.stated[type_, field]
        table.add_row(type_, field, str(right), str(stated), f"{right / stated:.1%}")
    console.print(table)
    for title, kinds in (("all fields", None), ("names, numbers and days", _EXACT_KINDS)):
        keys = [key for key in counted.stated if kinds is None or kind_of(*key) in kinds]
        right, stated = sum(counted.right[key] for key in keys), sum(counted.stated[key] for key in keys)
        console.print(f"{title}: {right} of {stated} ({right / max(stated, 1):.2%})")
    console.print(f"values given where none stands: {len(counted.invented)}")
    for problem, fields in counted.refused.items():
        console.print(f"not read at all ({problem}): {fields} fields")


def _by_file(misses: Sequence[Miss]) -> Iterator[tuple[str, list[Miss]]]:
    files: dict[str, list[Miss]] = defaultdict(list)
    for miss in misses:
        files[miss.file].append(miss)
    return iter(files.items())


def main() -> None:
    """Count folders, print tables, and with ``--list`` every miss."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--sheets", type=Path)
    parser.add_argument("--type", action="append", default=[])
    parser.add_argument("--field")
    parser.add_argument("--list", action="store_true")
    args = parser.parse_args()
    console = Console(width=160)
    for folder in args.folders:
        counted = count(folder, args.sheets, args.type)
        _report(console, folder.name, counted)
        for file, misses in _by_file((*counted.misses, *counted.invented)) if args.list else ():
            for miss in misses:
                if args.field in (None, miss.field):
                    console.print(f"{file}  {miss.type}.{miss.field}: stands {miss.stands!r}, read {miss.read!r}", markup=False)


if __name__ == "__main__":
    main()
