"""农民工实名制: a worker has left a building site, paid in full (DOMAIN 9, A9)."""

import random
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

from samples.facts import Facts
from samples.leaves import Leaf, Stamp, Wish, card_leaves, certificate_leaf, seal_of
from samples.papers.evidence_facts import ExitFacts
from samples.papers.exit_confirmation import draw_exit_confirmation
from samples.regions import BUILDINGS
from samples.scenarios.story import Piles, Story, form_of

_BY_CERTIFICATE = 0.3
_PHASES = ("一期工程", "二期工程", "主体工程", "装修工程")


def tell(facts: Facts, rng: random.Random) -> Facts:
    """A slip about leaving the site, or the firm's certificate."""
    left = facts.certificate.separation_date
    assert isinstance(left, date)
    told = facts.told
    if rng.random() >= _BY_CERTIFICATE:
        project = f"{facts.employer.address[:3]}{rng.choice(BUILDINGS)}{rng.choice(_PHASES)}"
        entered = left - timedelta(days=rng.randint(60, 500))
        person = facts.employee
        settled = rng.choice(("已结清", "已全部结清"))
        slip = ExitFacts(person.name, person.id_number, facts.employer.name, project, entered, left, settled, left)
        told = replace(told, left_site=slip)
    typed = form_of(facts, employer_name=facts.employer.name, reason="农民工退场", separation_date=left.isoformat())
    return replace(facts, told=told, declared=MappingProxyType(typed))


def lay(facts: Facts, rng: random.Random, wish: Wish) -> Piles:
    """Card, and what ended the work."""
    pile: Piles = {"employee_id": card_leaves(facts.employee, rng)}
    if facts.told.left_site is None:
        return pile | {"termination_certificate": (certificate_leaf(facts, rng, wish),)}
    slip, firm = draw_exit_confirmation(rng, facts.told.left_site), facts.told.left_site.employer_name
    seal = seal_of(replace(facts.employer, name=firm or facts.employer.name))
    return pile | {"exit_confirmation": (Leaf(slip, (Stamp(seal),)),)}


MIGRANT = Story(tell, lay)
