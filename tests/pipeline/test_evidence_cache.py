"""Stored readings come back as they went in; other readers find documents anew on stored sheets; what is broken is a miss."""

import hashlib
from pathlib import Path

import pytest

from extractors.evidence import FileEvidence, PageEvidence
from extractors.keys import EvidenceKeys
from extractors.recognise import evidence_of
from extractors.sheets import FileSheets, SheetEvidence
from pipeline.caching_reader import CachingReader
from pipeline.evidence_cache import EvidenceCache
from pipeline.packet import PacketFile
from pipeline.reading import EngineChoice, ReadFile
from pipeline.sandbox import Sandbox, SandboxClosedError, SandboxLimits
from tests.extractors.documents.lines import sheet

CONTENT = b"a certificate"
SHA256 = hashlib.sha256(CONTENT).hexdigest()
KEYS = EvidenceKeys("blank-1", "1")
NEWER = KEYS._replace(documents="2")

LINES = sheet("# 离职证明", "姓名：王芳", "离职日期：2024年5月31日", "> 样例科技有限公司", "> 2024年6月3日").lines
PAGE = PageEvidence(number=1, width_px=1240, height_px=1754, lines=LINES)
SHEETS = FileSheets(
    sha256=SHA256,
    size_bytes=len(CONTENT),
    format="png",
    page_count=1,
    sheets=(SheetEvidence(page=PAGE, print_lines=tuple(range(len(LINES)))),),
    engine="blank",
)
FOUND_NOTHING = FileEvidence(
    sha256=SHA256, size_bytes=len(CONTENT), format="png", page_count=1, pages=(PAGE,), extractor="blank"
)
READ = ReadFile(SHEETS, FOUND_NOTHING)
"""A reading by somebody who knew no certificates."""


def entries(folder: Path) -> dict[str, Path]:
    return {path.suffix: path for path in folder.rglob("*") if path.is_file()}


def test_what_was_put_is_got(tmp_path: Path) -> None:
    EvidenceCache(tmp_path, KEYS).put(SHA256, READ)
    assert EvidenceCache(tmp_path, KEYS).get(SHA256) == FOUND_NOTHING
    assert EvidenceCache(tmp_path, KEYS._replace(sheets="blank-2")).get(SHA256) is None


def test_other_readers_find_documents_anew_and_that_is_kept(tmp_path: Path) -> None:
    EvidenceCache(tmp_path, KEYS).put(SHA256, READ)
    found = EvidenceCache(tmp_path, NEWER).get(SHA256)
    assert found == evidence_of(SHEETS)
    assert found is not None
    assert [document.type for document in found.documents] == ["termination_certificate"]
    entries(tmp_path)[".sheets"].unlink()
    assert EvidenceCache(tmp_path, NEWER).get(SHA256) == found


def test_a_changed_reader_reads_no_pixel(tmp_path: Path) -> None:
    """The sandbox is closed: whoever asks it to read a file fails."""
    EvidenceCache(tmp_path, KEYS).put(SHA256, READ)
    sandbox = Sandbox(SandboxLimits(workers=1, task_timeout_s=1, memory_mb=256, tasks_per_child=1))
    sandbox.close()

    def types_under(keys: EvidenceKeys) -> list[str]:
        reader = CachingReader(sandbox, EngineChoice("blank"), EvidenceCache(tmp_path, keys), 1000)
        (outcome,) = reader.read([PacketFile("a.png", content=CONTENT)])
        assert isinstance(outcome, FileEvidence)
        return [document.type for document in outcome.documents]

    assert types_under(KEYS) == []
    assert types_under(NEWER) == ["termination_certificate"]
    with pytest.raises(SandboxClosedError):
        types_under(NEWER._replace(sheets="blank-2"))


def test_only_their_owner_may_read_them(tmp_path: Path) -> None:
    EvidenceCache(tmp_path, KEYS).put(SHA256, READ)
    assert [path.stat().st_mode & 0o077 for path in entries(tmp_path).values()] == [0, 0]


@pytest.mark.parametrize("content", [b"", b"1", b"1\n{", b'1\n{"sha256": "' + SHA256.encode() + b'"}', b"\xff"])
def test_broken_evidence_is_found_anew(tmp_path: Path, content: bytes) -> None:
    cache = EvidenceCache(tmp_path, KEYS)
    cache.put(SHA256, READ)
    entries(tmp_path)[".evidence"].write_bytes(content)
    assert cache.get(SHA256) == evidence_of(SHEETS)


@pytest.mark.parametrize("content", [b"", b"{", b"\x78\x9c"])
def test_broken_sheets_are_a_miss(tmp_path: Path, content: bytes) -> None:
    EvidenceCache(tmp_path, KEYS).put(SHA256, READ)
    entries(tmp_path)[".sheets"].write_bytes(content)
    assert EvidenceCache(tmp_path, NEWER).get(SHA256) is None
    assert EvidenceCache(tmp_path, KEYS).get(SHA256) == FOUND_NOTHING


def test_sheets_that_a_reader_stumbles_over_are_a_miss(tmp_path: Path) -> None:
    stumbling = SheetEvidence(page=PAGE, print_lines=(len(LINES),))
    read = ReadFile(SHEETS.model_copy(update={"sheets": (stumbling,)}), FOUND_NOTHING)
    EvidenceCache(tmp_path, KEYS).put(SHA256, read)
    assert EvidenceCache(tmp_path, NEWER).get(SHA256) is None


def test_a_reading_of_other_content_is_a_miss(tmp_path: Path) -> None:
    cache = EvidenceCache(tmp_path, KEYS)
    cache.put("cd" * 32, READ)
    assert cache.get("cd" * 32) is None


def test_a_folder_that_cannot_be_written_to_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "evidence").write_text("a file where the folder should be", encoding="utf-8")
    cache = EvidenceCache(tmp_path, KEYS)
    cache.put(SHA256, READ)
    assert cache.get(SHA256) is None
