"""Papers that look like evidence and are none stay unknown, under their own heading and with it cut off."""

import pytest

from tests.extractors.documents.asking import kind
from tests.extractors.documents.near_misses import NEAR_MISSES


@pytest.mark.parametrize("name", NEAR_MISSES)
def test_a_near_miss_is_evidence_of_nothing(name: str) -> None:
    assert kind(*NEAR_MISSES[name]) == "unknown"


@pytest.mark.parametrize("name", NEAR_MISSES)
def test_a_near_miss_whose_heading_was_cut_off_is_evidence_of_nothing(name: str) -> None:
    assert kind(*NEAR_MISSES[name][1:]) == "unknown"
