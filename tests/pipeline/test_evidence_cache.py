"""Stored evidence comes back as it went in, and what is broken counts as not there."""

from pathlib import Path

import pytest

from extractors.evidence import FileEvidence
from pipeline.evidence_cache import EvidenceCache, extractor_key

KEY = "ab" * 32
EVIDENCE = FileEvidence(sha256=KEY, size_bytes=3, format="png", page_count=1, extractor="1 blank")


def test_what_was_put_is_got(tmp_path: Path) -> None:
    EvidenceCache(tmp_path, "blank-1").put(KEY, EVIDENCE)
    assert EvidenceCache(tmp_path, "blank-1").get(KEY) == EVIDENCE
    assert EvidenceCache(tmp_path, "blank-2").get(KEY) is None


def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    EvidenceCache(tmp_path, "blank-1").put(KEY, EVIDENCE)
    (entry,) = (path for path in tmp_path.rglob("*.json"))
    assert entry.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("content", [b"", b"{", b'{"sha256": "' + KEY.encode() + b'"}', b"\xff"])
def test_a_broken_entry_is_a_miss(tmp_path: Path, content: bytes) -> None:
    cache = EvidenceCache(tmp_path, "blank-1")
    cache.put(KEY, EVIDENCE)
    (entry,) = (path for path in tmp_path.rglob("*.json"))
    entry.write_bytes(content)
    assert cache.get(KEY) is None


def test_evidence_of_other_content_is_a_miss(tmp_path: Path) -> None:
    cache = EvidenceCache(tmp_path, "blank-1")
    cache.put("cd" * 32, EVIDENCE)
    assert cache.get("cd" * 32) is None


def test_a_folder_that_cannot_be_written_to_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "evidence").write_text("a file where the folder should be", encoding="utf-8")
    cache = EvidenceCache(tmp_path, "blank-1")
    cache.put(KEY, EVIDENCE)
    assert cache.get(KEY) is None


def test_engines_and_models_have_their_own_entries() -> None:
    keys = {extractor_key("blank", None), extractor_key("openvino", None), extractor_key("openvino", Path("/models"))}
    assert len(keys) == 3
