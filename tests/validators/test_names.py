"""How alike names are (DOMAIN 8.4)."""

import pytest

from validators.names import FirmNames, PersonNames, compare_firms, compare_people, lookalikes, rare_character


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("赵明远", "赵明远", PersonNames.SAME),
        ("陳偉", "陈伟", PersonNames.SPELLING),
        ("呂小明", "吕小明", PersonNames.SPELLING),
        ("阿依古丽·买买提", "阿依古丽买买提", PersonNames.SPELLING),
        ("李思□", "李思堃", PersonNames.SPELLING),
        ("赵明远", "赵明远同志", PersonNames.PART),
        ("张伟", "章伟", PersonNames.ONE_CHARACTER),
        ("王喆", "王哲", PersonNames.ONE_CHARACTER),
        ("李堃", "李坤", PersonNames.ONE_CHARACTER),
        ("刘峯", "刘峰", PersonNames.ONE_CHARACTER),
        ("赵昇", "赵升", PersonNames.ONE_CHARACTER),
        ("乾小明", "干小明", PersonNames.ONE_CHARACTER),
        ("赵明远", "钱小宝", PersonNames.DIFFERENT),
        ("SMITH, JOHN DAVID", "John David Smith", PersonNames.SPELLING),
        ("O'BRIEN, SÉAN", "Sean Obrien", PersonNames.SPELLING),
        ("ANNE-MARIE MÜLLER", "MULLER ANNEMARIE", PersonNames.SPELLING),
        ("TONG, YIXU", "TONG YI XU", PersonNames.SPELLING),
        ("SØREN ŁUKASZ", "Soren Lukasz", PersonNames.SPELLING),
        ("SMITH, JOHN DAVID", "SMITH, MARY", PersonNames.PART),
        ("SMITH, JOHN", "JONES, MARY", PersonNames.DIFFERENT),
        ("佟一旭 TONG, YIXU", "佟一旭", PersonNames.SAME),
        ("佟一旭 TONG, YIXU", "赵明远", PersonNames.DIFFERENT),
        ("佟一旭 TONG, YIXU", "Yixu Tong", PersonNames.SPELLING),
        ("佟一旭", "TONG YIXU", PersonNames.OTHER_SCRIPT),
        ("口□", "赵钱", PersonNames.DIFFERENT),
    ],
)
def test_people(one: str, other: str, relation: PersonNames) -> None:
    assert compare_people(one, other) is relation
    assert compare_people(other, one) is relation


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("样例市晨光科技有限公司", "样例市晨光科技有限公司", FirmNames.SAME),
        ("晨光科技(样例有限公司", "晨光科技(样例)有限公司", FirmNames.SAME),
        ("样例市晨光科技有限公司", "样例市晨光科技有限责任公司", FirmNames.VARIANT),
        ("晨光股份有限公司", "晨光股份公司", FirmNames.VARIANT),
        ("北京晨光科技有限公司", "晨光科技(北京)有限公司", FirmNames.VARIANT),
        ("样例市晨光科技有限公司", "云上市晨光科技有限公司", FirmNames.VARIANT),
        ("样例市晨光科技有限公司", "样例市晨光科技有限公司云上分公司", FirmNames.BRANCH),
        ("样例市晨光科技有限公司", "样例市晨光科技有限公司东门营业部", FirmNames.BRANCH),
        ("样例市晨光科技有限公司", "样例市晨光科枝有限公司", FirmNames.ALIKE),
        ("样例市晨光科技有限公司", "样例市晨光科技有限公", FirmNames.ALIKE),
        ("晨光實業發展有限公司", "晨光实业发展有限公司", FirmNames.ALIKE),
        ("样例市晨光科技有限公司", "样例市远山科技有限公司", FirmNames.DIFFERENT),
        ("晨光科技有限公司", "远山贸易有限公司", FirmNames.DIFFERENT),
    ],
)
def test_firms(one: str, other: str, relation: FirmNames) -> None:
    assert compare_firms(one, other) is relation
    assert compare_firms(other, one) is relation


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("未", "末", True), ("0", "O", True), ("木", "术", True), ("未", "未", True), ("张", "陈", False)],
)
def test_lookalikes(one: str, other: str, alike: bool) -> None:
    assert lookalikes(one, other) is alike


@pytest.mark.parametrize(
    ("name", "other", "rare"),
    [
        ("郭霞妤", "郭霞好", True),
        ("郭霞好", "郭霞妤", False),
        ("郭霞妤", "郭霞女", False),
        ("梁琪", "梁淇", False),
        ("郭妤霞", "郭好云", False),
    ],
)
def test_a_rare_character_is_taken_for_one_in_daily_use(name: str, other: str, rare: bool) -> None:
    assert rare_character(name, other) is rare
