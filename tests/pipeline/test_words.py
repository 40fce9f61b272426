"""What screens and reports call things."""

from typing import get_args

import pytest

from extractors.schema import PAPERS
from pipeline.words import field_name
from validators.wording import Language


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("type_", PAPERS)
def test_every_field_of_every_paper_has_a_name(type_: str, language: Language) -> None:
    for field in PAPERS[type_].fields:
        name = field_name(field, type_, language)
        assert name
        assert name.isascii() == (language == "en")


def test_a_name_is_called_what_it_is_on_its_paper() -> None:
    assert field_name("name", "id_card") == "姓名"
    assert field_name("name", "deregistration_notice") == "企业名称"


def test_a_field_that_nobody_knows_stays_as_it_is() -> None:
    assert field_name("shoe_size") == "shoe_size"
    assert field_name("shoe_size", language="en") == "shoe size"
