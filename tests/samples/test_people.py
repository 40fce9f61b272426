"""People who do not exist, with numbers and cards as the law makes them."""

import random
from datetime import date

import pytest

from samples.codes import person_check
from samples.people import age_on, draw_person, id_number, term_end, years_after

TODAY = date(2024, 6, 10)
MANY = 300


@pytest.mark.parametrize(
    ("region", "birth", "sequence", "number"),
    [
        ("110199", date(1990, 3, 7), 11, "110199199003070113"),
        ("440399", date(1985, 12, 24), 26, "440399198512240267"),
        ("320199", date(1995, 1, 12), 8, "32019919950112008X"),
    ],
)
def test_id_numbers_end_in_the_check_character_of_the_standard(region: str, birth: date, sequence: int, number: str) -> None:
    assert id_number(region, birth, sequence) == number


def test_everybody_has_a_number_of_a_county_that_does_not_exist_and_agrees_with_it() -> None:
    rng = random.Random(1)
    for person in (draw_person(rng, TODAY) for _ in range(MANY)):
        assert person.id_number[4:6] == "99"
        assert person.id_number[17] == person_check(person.id_number[:17])
        assert person.id_number[6:14] == f"{person.birth:%Y%m%d}"
        assert (int(person.id_number[16]) % 2 == 1) == (person.sex == "男")


def test_every_card_is_valid_today_for_a_term_that_fits_the_age() -> None:
    rng = random.Random(2)
    for person in (draw_person(rng, TODAY) for _ in range(MANY)):
        assert person.valid_from < TODAY
        assert person.valid_until is None or person.valid_until > TODAY
        assert (person.valid_until is None) == (age_on(person.birth, person.valid_from) >= 46)


@pytest.mark.parametrize(("age", "years"), [(15, 5), (16, 10), (25, 10), (26, 20), (45, 20), (46, None)])
def test_the_term_of_a_card_follows_the_age_at_issue(age: int, years: int | None) -> None:
    issued = date(2020, 2, 29)
    expected = years_after(issued, years) if years else None
    assert term_end(date(2020 - age, 2, 1), issued) == expected


def test_names_are_varied() -> None:
    rng = random.Random(3)
    names = {draw_person(rng, TODAY).name for _ in range(MANY)}
    assert len(names) > 0.9 * MANY
    assert {2, 3, 4} <= {len(name) for name in names}
    assert any("·" in name for name in names)


def test_a_seed_draws_the_same_person_again() -> None:
    assert draw_person(random.Random(7), TODAY) == draw_person(random.Random(7), TODAY)
