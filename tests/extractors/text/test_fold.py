"""What looks alike on paper is one spelling after folding; what is a different name stays one."""

import pytest

from extractors.text.fold import fold, fold_name, fold_person


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("２０２４年（样例）", "2024年(样例)"),
        ("⻓沙⻔市⻢上⻋站", "长沙门市马上车站"),
        ("⼀⼈⼒⼯⾦", "一人力工金"),
        ("⺠政⻰⻬⻘⻩⻅⻉⻛", "民政龙齐青黄见贝风"),
        ("张\u200b三\ufeff", "张三"),
        ("身份证号：１１０１９９", "身份证号:110199"),
        ("二〇二四", "二〇二四"),
        ("𠮷田", "𠮷田"),
    ],
)
def test_compatibility_forms_and_radicals_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    "name",
    ["样例（北京）有限公司", "样例(北京)有限公司", "样例〔北京〕有限公司", "样例[北京]有限公司", "样例 【北京】有限公司"],
)
def test_brackets_and_spaces_do_not_part_companies(name: str) -> None:
    assert fold_name(name) == "样例(北京)有限公司"


def test_registered_names_that_differ_stay_different() -> None:
    assert fold_name("北京样例有限公司") != fold_name("样例(北京)有限公司")
    assert fold_name("样例有限公司") != fold_name("样例有限责任公司")


@pytest.mark.parametrize("dot", [*"•・‧∙⋅･．●·.", " · "])
def test_every_dot_in_a_name_is_the_middle_dot(dot: str) -> None:
    assert fold_person(f"阿依古丽{dot}买买提") == "阿依古丽·买买提"


@pytest.mark.parametrize(
    ("one", "other"), [("李喆", "李哲"), ("王堃", "王坤"), ("赵峯", "赵峰"), ("孙昇", "孙升"), ("陳明", "陈明")]
)
def test_variant_characters_of_names_stay_distinct(one: str, other: str) -> None:
    assert fold_person(one) != fold_person(other)


def test_latin_names_keep_the_space_between_words() -> None:
    assert fold_person("ＪＯＨＮ  Ｓｍｉｔｈ") == "JOHN Smith"
