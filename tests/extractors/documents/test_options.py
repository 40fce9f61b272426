"""Ticked options, whichever side of them their boxes stand on."""

import pytest

from extractors.documents.options import chosen


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("☑是 □否", "是"),
        ("□是 ☑否", "否"),
        ("(√)是 ( )否", "是"),
        ("是☑ 否□", "是"),
        ("是□ 否☑", "否"),
        ("是√ 否", "是"),
        ("是■ 否□", "是"),
        ("是(√) 否( )", "是"),
        ("是( ) 否(√)", "否"),
        ("已结清☑ 未结清□", "已结清"),
        ("已结清 □未结清", "已结清"),
        ("已结清□未结清", "已结清"),
        ("□已结清 □未结清", ""),
        ("是□ 否□", ""),
        ("☑已结清 ☑未结清", ""),
        ("已结清☑未结清", ""),
    ],
)
def test_the_option_beside_its_tick(text: str, value: str) -> None:
    option = chosen(text)
    assert option is not None
    assert option.value == value


def test_words_without_boxes_are_no_options() -> None:
    assert chosen("工资已全部结清") is None
