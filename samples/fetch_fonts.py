"""Fetches fonts that look like a pen (``python -m samples.fetch_fonts``); without them, handwriting is drawn with LXGW WenKai.

They come from npm's ``@fontsource`` packages, under the SIL Open Font License, and are kept in the user's cache folder. Samples
drawn with them differ from samples drawn without.
"""

import hashlib
import io
import shutil
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools.ttLib import TTFont

from samples.fonts import FETCHED_FOLDER


@dataclass(frozen=True, slots=True)
class Pack:
    """A pinned npm package, the SHA-256 of its one file that holds the whole font, and the name the font is kept under."""

    name: str
    version: str
    sha256: str
    kept_as: str

    @property
    def member(self) -> str:
        """Where the font lies in the package."""
        return f"package/files/{self.name}-chinese-simplified-400-normal.woff"


PACKS = (
    Pack("long-cang", "5.3.0", "936022edb86590c278fe9522657c9bf936bf4cc157ffa287289f59d688550049", "LongCang-Regular.ttf"),
    Pack(
        "zhi-mang-xing", "5.3.0", "f39b7b0b71fabfce038a26a1d98e3e2a2e66cab4c866323a71b3a595b2992912", "ZhiMangXing-Regular.ttf"
    ),
    Pack(
        "liu-jian-mao-cao",
        "5.3.0",
        "0ce3baaab740cb85013a1a935e3b8d8c86fa9a350b5dd1d41304feb007fcf2b5",
        "LiuJianMaoCao-Regular.ttf",
    ),
)


class AlteredFontError(RuntimeError):
    """A fetched font is not the one that was pinned."""


def fetch(pack: Pack, folder: Path) -> Path:
    """Fetch one font into a folder, as TrueType.

    Raises:
        AlteredFontError: its bytes are not the pinned ones.
        subprocess.CalledProcessError: npm could not fetch the package; it has said why on stderr.
        FileNotFoundError: npm is not installed.
    """
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run(
            ["npm", "pack", "--silent", f"@fontsource/{pack.name}@{pack.version}"], cwd=scratch, check=True, stdout=sys.stderr
        )
        archive = next(Path(scratch).glob("*.tgz"))
        return unpack(pack, archive.read_bytes(), folder)


def unpack(pack: Pack, archive: bytes, folder: Path) -> Path:
    """Take the font out of a package's bytes, check it, and keep it in a folder as TrueType.

    Raises:
        AlteredFontError: its bytes are not the pinned ones.
    """
    with tarfile.open(fileobj=io.BytesIO(archive), mode="r:gz") as members:
        packed = members.extractfile(pack.member)
        woff = packed.read() if packed else b""
    if hashlib.sha256(woff).hexdigest() != pack.sha256:
        raise AlteredFontError(f"{pack.member} of @fontsource/{pack.name}@{pack.version} is not the file that was pinned")
    folder.mkdir(parents=True, exist_ok=True)
    font = TTFont(io.BytesIO(woff))
    font.flavor = None
    font.save(folder / pack.kept_as)
    return folder / pack.kept_as


def main() -> None:
    """Fetch those that are not there yet; without npm, say what is left out."""
    missing = [pack for pack in PACKS if not (FETCHED_FOLDER / pack.kept_as).is_file()]
    if missing and shutil.which("npm") is None:
        print("npm is not installed: no pens are fetched, and tests that sign with them are skipped", file=sys.stderr)
        return
    for pack in missing:
        print(fetch(pack, FETCHED_FOLDER))


if __name__ == "__main__":
    main()
