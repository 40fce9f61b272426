"""Places that papers come from: provinces, cities and districts, many of them invented, and streets with numbers."""

import random
from dataclasses import dataclass
from typing import Final

from tests.press.words import signs, words

__all__ = ["Place", "address", "make_place"]

_WAYS: Final = ("路", "路", "大道", "街", "东路", "西路", "南街", "北街", "中路")


@dataclass(frozen=True)
class Place:
    """A district of a city of a province; the province is "" for cities that are one."""

    province: str
    city: str
    district: str

    @property
    def full(self) -> str:
        """All three in a row."""
        return self.province + self.city + self.district

    @property
    def short_city(self) -> str:
        """The city as firms bear it in their names."""
        return self.city.removesuffix("市")


def make_place(fill: random.Random) -> Place:
    """Return a place, invented every other time."""
    if fill.random() < 0.5:
        province, city, *districts = fill.choice(words("places", "cities")).split("/")
        return Place(province.strip("-"), city, fill.choice(districts))
    district = _invented(fill) + fill.choice(("区", "区", "县", "市"))
    return Place(fill.choice(words("places", "provinces")), f"{_invented(fill)}市", district)


def address(place: Place, fill: random.Random) -> str:
    """Return where somebody lives or works."""
    street = f"{fill.choice(words('places', 'streets'))}{fill.choice(_WAYS)}{fill.randrange(1, 999)}号"
    dice = fill.random()
    if dice < 0.35:
        street += f"{fill.randrange(1, 40)}幢{fill.randrange(1, 4)}单元{fill.randrange(1, 32)}0{fill.randrange(1, 5)}室"
    elif dice < 0.55:
        street += f"{_invented(fill)}大厦{fill.randrange(2, 33)}层"
    return place.full + street


def _invented(fill: random.Random) -> str:
    return fill.choice(signs("places", "first_signs")) + fill.choice(signs("places", "second_signs"))
