"""Public offices that papers go to or come from: of labour and insurance, police, courts, registries and others."""

import random

from tests.press.places import Place
from tests.press.words import words

__all__ = ["make_consulate", "make_court", "make_office", "make_police", "make_village", "office_of"]


def make_office(place: Place, fill: random.Random) -> str:
    """Return an office of labour or social insurance."""
    return office_of(fill.choice(("insurance", "employment")), place, fill)


def office_of(kind: str, place: Place, fill: random.Random) -> str:
    """Return an office of a kind that every city or district has."""
    district = place.city + place.district if place.district.endswith("区") else place.district
    return fill.choice((place.city, district, place.district)) + fill.choice(words("offices", kind))


def make_court(place: Place, fill: random.Random) -> str:
    """Return a court."""
    if fill.random() < 0.3:
        return f"{place.province}{place.city}中级人民法院"
    return (place.province if fill.random() < 0.5 else "") + f"{place.city}{place.district}人民法院"


def make_police(place: Place, fill: random.Random) -> str:
    """Return a police station or bureau."""
    if place.district.endswith("区"):
        bureau = f"{place.city}公安局{place.district.removesuffix('区')}分局"
    else:
        bureau = f"{place.district}公安局"
    return bureau + (f"{fill.choice(words('offices', 'streets'))}派出所" if fill.random() < 0.6 else "")


def make_village(place: Place, fill: random.Random) -> str:
    """Return the committee of a village or of a town's quarter."""
    street = fill.choice(words("offices", "streets")) + fill.choice(("街道", "镇"))
    city = place.city if place.district.endswith("区") else ""
    return f"{city}{place.district}{street}{fill.choice(words('places', 'streets'))}{fill.choice(words('offices', 'villages'))}"


def make_consulate(fill: random.Random) -> str:
    """Return a consulate or embassy."""
    return "中华人民共和国" + fill.choice(words("offices", "consulates"))
