"""Companies that do not exist, with codes whose checksums are right."""

import random
from datetime import date

import pytest

from samples.codes import organisation_check, uscc_check
from samples.companies import ENTITY_KINDS, EntityKind, draw_company, registration_number, uscc
from samples.papers.business_license import layouts_for

TODAY = date(2024, 6, 10)


@pytest.mark.parametrize(
    ("kind", "region", "serial", "code"),
    [("limited", "110105", 1, "91110105PDY00001XG"), ("individual", "330106", 27, "92330106PDY000271C")],
)
def test_credit_codes_carry_both_check_characters(kind: EntityKind, region: str, serial: int, code: str) -> None:
    assert uscc(kind, region, serial) == code


@pytest.mark.parametrize(
    ("kind", "region", "serial", "number"),
    [("limited", "110199", 1, "110199000000011"), ("individual", "330199", 27, "330199600000271")],
)
def test_registration_numbers_end_in_their_check_digit(kind: EntityKind, region: str, serial: int, number: str) -> None:
    assert registration_number(kind, region, serial) == number


@pytest.mark.parametrize("kind", ENTITY_KINDS)
def test_every_company_is_of_the_private_zone_and_of_its_kind(kind: EntityKind) -> None:
    rng = random.Random(1)
    for company in (draw_company(rng, TODAY, "某某", kind) for _ in range(60)):
        assert company.uscc[:2] == {"individual": "92", "cooperative": "93"}.get(kind, "91")
        assert company.uscc[8:11] == "PDY"
        assert company.uscc[16] == organisation_check(company.uscc[8:16])
        assert company.uscc[17] == uscc_check(company.uscc[:17])
        assert company.uscc[6:8] == "99"
        assert company.established_on <= company.issued_on < TODAY


def test_licences_of_the_last_years_print_no_term() -> None:
    rng = random.Random(2)
    companies = [draw_company(rng, TODAY, "某某", "limited") for _ in range(200)]
    assert {company.term_until for company in companies if company.issued_on >= date(2022, 9, 1)} == {""}
    assert any(company.term_until is None for company in companies)


def test_the_form_of_a_licence_is_that_of_its_time() -> None:
    rng = random.Random(3)
    seen = {layouts_for(draw_company(rng, TODAY, "某某")) for _ in range(300)}
    assert seen == {("2019_copy", "2019_original"), ("2014_copy", "2014_original"), ("2014_numbered",), ("before_2014",)}
