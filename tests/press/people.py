"""Names of people who do not exist: common and rare surnames, compound ones, minority and foreign names."""

import random
from dataclasses import dataclass
from typing import Literal

from tests.press.words import signs, words

__all__ = ["Person", "make_person"]

Sex = Literal["男", "女"]


@dataclass(frozen=True)
class Person:
    """Somebody on a paper."""

    name: str
    sex: Sex

    @property
    def mr(self) -> str:
        """先生 or 女士."""
        return "先生" if self.sex == "男" else "女士"

    @property
    def he(self) -> str:
        """他 or 她."""
        return "他" if self.sex == "男" else "她"


def make_person(fill: random.Random) -> Person:
    """Return somebody new."""
    sex: Sex = "男" if fill.random() < 0.55 else "女"
    dice = fill.random()
    if dice < 0.93:
        name = _han_name(fill, sex)
    elif dice < 0.975:
        name = _minority_name(fill, sex)
    else:
        first = fill.choice(words("people", "foreign_men" if sex == "男" else "foreign_women"))
        name = f"{first}·{fill.choice(words('people', 'foreign_surnames'))}"
    return Person(name, sex)


def _han_name(fill: random.Random, sex: Sex) -> str:
    dice = fill.random()
    if dice < 0.86:
        surname = fill.choice(signs("people", "common"))
    elif dice < 0.95:
        surname = fill.choice(signs("people", "rare"))
    else:
        surname = fill.choice(words("people", "compound"))
    given = signs("people", "men" if sex == "男" else "women") if fill.random() < 0.93 else signs("people", "seldom")
    dice = fill.random()
    length = 1 if dice < 0.22 else 2 if dice < 0.985 else 3
    return surname + "".join(fill.choice(given) for _ in range(length))


def _minority_name(fill: random.Random, sex: Sex) -> str:
    dice = fill.random()
    if dice < 0.5:
        first = fill.choice(words("people", "uyghur_men" if sex == "男" else "uyghur_women"))
        return f"{first}·{fill.choice(words('people', 'uyghur_men'))}"
    if dice < 0.75:
        return "".join(fill.sample(words("people", "tibetan"), 2))
    return fill.choice(words("people", "mongolian"))
