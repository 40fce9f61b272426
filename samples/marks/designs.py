"""Which seals people press on papers, how, and in what state."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from samples.companies import draw_company
from samples.facts import Facts
from samples.impressions import Press
from samples.leaves import seal_of
from samples.marks.truth import Clarity, Owner
from samples.seals import SealDesign, cells_of, company_seal, invoice_seal, name_seal, office_seal, row_seal, special_seal

PURPOSES: Final = ("人事专用章", "人力资源部", "财务专用章", "合同专用章", "业务专用章", "劳动合同专用章", "行政专用章")
BLUE: Final = ((36, 58, 160), (28, 44, 132), (70, 60, 150))
STRIP: Final = (0.24, 0.42)
"""Share of a seal's diameter that a strip across pages (骑缝章) leaves on one of them."""
CUT: Final = (0.62, 0.9)
"""Share of its diameter that a seal partly off the page still shows."""

_ONE_OFF: Final = "瑞恒信嘉诚泰盛丰广宏润联智华海天云青禾桂雨松江"
"""Characters that are put in a name's place of another: none resembles another to the eye."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A seal to be pressed. ``kind`` is the verdict's word for it."""

    design: SealDesign
    press: Press
    kind: str
    clarity: Clarity
    owner: Owner

    @property
    def text(self) -> str:
        """What a reader finds along the ring, or in a name seal."""
        return cells_of(self.design) if self.design.kind in ("square", "rectangular") else self.design.text

    @property
    def center_text(self) -> str:
        """What a reader finds on straight lines inside the ring."""
        return self.design.lower_line


def plan_seal(facts: Facts, rng: random.Random) -> Planned:
    """Draw a seal that may lie on the papers of a story."""
    design, owner = rng.choices([draw for draw, _ in _KINDS], [weight for _, weight in _KINDS])[0](facts, rng)
    kind: str = design.kind
    clarity: Clarity = rng.choices(("clear", "faint", "worn", "cut"), (62, 15, 13, 10))[0]
    if kind in ("square", "rectangular") or (kind == "oval" and clarity == "cut"):
        clarity = "clear" if clarity in ("cut", "worn") else clarity
    elif rng.random() < _STRIPS:
        kind, clarity = "cross_page", "clear"
    return Planned(design, _press(design, clarity, rng), kind, clarity, owner)


def _press(design: SealDesign, clarity: Clarity, rng: random.Random) -> Press:
    small = design.kind in ("square", "rectangular")
    turn = rng.gauss(0, 8) if small or rng.random() < 0.45 else rng.uniform(-180, 180)
    ink = rng.choice(BLUE) if rng.random() < _BLUE_SHARE else None
    strength = rng.uniform(0.22, 0.42) if clarity == "faint" else rng.uniform(0.85, 1.0)
    return Press(turn, ink, strength, rng.uniform(0.12, 0.3) if clarity == "worn" else 0.0)


_STRIPS: Final = 0.06
_BLUE_SHARE: Final = 0.06


def _company(facts: Facts, rng: random.Random) -> tuple[SealDesign, Owner]:
    return seal_of(facts.employer), "right"


def _one_off(facts: Facts, rng: random.Random) -> tuple[SealDesign, Owner]:
    name = facts.employer.name
    place = rng.choice([place for place in range(2, min(6, len(name) - 3)) if name[place] not in "（）"])
    other = rng.choice([char for char in _ONE_OFF if char not in name])
    return company_seal(name[:place] + other + name[place + 1 :]), "one_off"


def _other(facts: Facts, rng: random.Random) -> tuple[SealDesign, Owner]:
    while True:
        company = draw_company(rng, facts.today, facts.agent.name if facts.agent else "")
        if not set(company.name[2:5]) & set(facts.employer.name):
            return seal_of(company), "other"


def _special(facts: Facts, rng: random.Random) -> tuple[SealDesign, Owner]:
    return special_seal(facts.employer.name, rng.choice(PURPOSES), star=rng.random() < 0.6), "right"


def _invoice(facts: Facts, rng: random.Random) -> tuple[SealDesign, Owner]:
    return invoice_seal(facts.employer.name, facts.employer.uscc), "right"


def _office(facts: Facts, rng: random.Random) -> tuple[SealDesign, Owner]:
    if rng.random() < 0.5:
        return office_seal(facts.employee.authority), "none"
    return company_seal(facts.employer.registrar, width_mm=42.0), "none"


def _person(facts: Facts, rng: random.Random) -> tuple[SealDesign, Owner]:
    name = facts.legal_rep.name
    return (row_seal(name) if rng.random() < 0.3 and "·" not in name else name_seal(name)), "none"


_KINDS: Final[tuple[tuple[Callable[[Facts, random.Random], tuple[SealDesign, Owner]], int], ...]] = (
    (_company, 36),
    (_one_off, 9),
    (_other, 9),
    (_special, 18),
    (_invoice, 8),
    (_office, 8),
    (_person, 12),
)
