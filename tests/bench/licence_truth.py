"""What real licences say, by their transcripts and the corrections beside them."""

import csv
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

UNREADABLE: Final = "?"
"""In the corrections: no careful person can read it, so it does not count."""

ROW: Final = re.compile(r"(?m)^\d+,(?P<quad>(?:-?\d+(?:\.\d+)?,){8})(?P<text>(?:.|\n)*?),(?P<field>[a-z_]+)[ \t]*$")
"""One line of a transcript: index, eight coordinates, text, field. A text may hold commas and line breaks."""
MEASURED: Final = {"code": "social_credit_code", "name": "name", "legal_rep": "legal_person"}
"""What is measured, and what the transcripts call it. ``code`` is the credit code or the registration number."""


@dataclass(frozen=True, slots=True)
class LicenceTruth:
    """A picture and what stands on it, by measured field; a field nobody can read is absent."""

    picture: Path
    values: dict[str, str]


def load_truth(folder: Path) -> list[LicenceTruth]:
    """Read every transcript below ``real_*`` of the folder, corrected."""
    corrections = _corrections(folder / "corrections.tsv")
    return [_truth(path, corrections) for path in sorted(folder.glob("real_*/*.tsv"))]


def transcribed_quads(path: Path) -> NDArray[np.float64]:
    """Where the lines of a transcript stand: N×4×2 pixels, clockwise from each text's own upper left corner."""
    rows = ROW.finditer(path.read_text(encoding="utf-8-sig"))
    return np.array([row["quad"].rstrip(",").split(",") for row in rows], dtype=np.float64).reshape(-1, 4, 2)


def comparable(text: str) -> str:
    """Folded widths, no spaces: how a transcript and a reading are compared."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _truth(path: Path, corrections: dict[tuple[str, str], str]) -> LicenceTruth:
    rows = list(ROW.finditer(path.read_text(encoding="utf-8-sig")))
    picture = path.with_suffix(".jpg")
    values: dict[str, str] = {}
    for name, field in MEASURED.items():
        written = "".join(row["text"] for row in rows if row["field"] == field)
        value = comparable(corrections.get((picture.name, field), written))
        if value and value != UNREADABLE:
            values[name] = value
    return LicenceTruth(picture, values)


def _corrections(path: Path) -> dict[tuple[str, str], str]:
    with path.open(encoding="utf-8", newline="") as file:
        return {(row["file"], row["field"]): row["picture"] for row in csv.DictReader(file, delimiter="\t")}
