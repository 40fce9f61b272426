"""Papers that look like evidence and are none stay unknown, under their own heading and with it cut off."""

import pytest

from extractors.documents.classify import find_documents
from extractors.documents.titled_paper import BY_CONTENT
from tests.extractors.documents.asking import kind
from tests.extractors.documents.lines import sheet
from tests.extractors.documents.near_misses import NEAR_MISSES


@pytest.mark.parametrize("name", NEAR_MISSES)
def test_a_near_miss_is_evidence_of_nothing(name: str) -> None:
    assert kind(*NEAR_MISSES[name]) == "unknown"


@pytest.mark.parametrize("name", NEAR_MISSES)
def test_a_near_miss_whose_heading_was_cut_off_is_never_sure_evidence(name: str) -> None:
    documents = find_documents(sheet(*NEAR_MISSES[name][1:]))
    assert all(document.type == "unknown" or document.confidence <= BY_CONTENT for document in documents)
