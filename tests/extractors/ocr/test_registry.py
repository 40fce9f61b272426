"""Engines by name, by path, and a clear word about those that do not exist."""

import numpy as np
import pytest

from extractors.ocr.registry import UnknownEngineError, open_engine


def test_the_blank_engine_reads_nothing() -> None:
    engine = open_engine("blank")
    assert engine.detect(np.full((40, 60, 3), 255, np.uint8)) == ()


def test_an_engine_of_ones_own_is_opened_by_its_path() -> None:
    assert open_engine("tests.engines.raising:open_raising").name == "raising"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("tesseract", "there are: openvino, paddle, blank, replay"),
        ("no.such.module:open", "cannot be imported"),
        ("tests.engines.raising:open_nothing", "cannot be imported"),
    ],
)
def test_an_unknown_engine_is_named_with_those_that_exist(name: str, said: str) -> None:
    with pytest.raises(UnknownEngineError, match=said):
        open_engine(name)
