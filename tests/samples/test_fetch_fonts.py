"""Fetched fonts are the pinned ones or none."""

import io
import tarfile
from pathlib import Path

import pytest

from samples.fetch_fonts import PACKS, AlteredFontError, unpack


def test_an_altered_package_is_refused_and_leaves_nothing_behind(tmp_path: Path) -> None:
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w:gz") as members:
        member = tarfile.TarInfo(PACKS[0].member)
        member.size = 4
        members.addfile(member, io.BytesIO(b"woff"))
    with pytest.raises(AlteredFontError, match="long-cang"):
        unpack(PACKS[0], archive.getvalue(), tmp_path)
    assert not list(tmp_path.iterdir())
