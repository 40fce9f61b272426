"""The scenarios that packets are told for, one file each; those not listed need nothing beside what every story has."""

import random
from collections.abc import Mapping
from typing import Final

from samples.facts import Facts, Role, Scenario, draw_facts
from samples.leaves import Wish, draw_pile
from samples.scenarios.closed_employer import CLOSED_EMPLOYER
from samples.scenarios.closure import CLOSURE
from samples.scenarios.correction import CORRECTION
from samples.scenarios.migrant import MIGRANT
from samples.scenarios.own_withdrawal import OWN_WITHDRAWAL
from samples.scenarios.story import Piles, Story

STORIES: Final[Mapping[Scenario, Story]] = {
    "individual_withdrawal": OWN_WITHDRAWAL,
    "registration_correction": CORRECTION,
    "employer_deregistered": CLOSED_EMPLOYER,
    "migrant_worker_withdrawal": MIGRANT,
    "social_insurance_closure": CLOSURE,
}


def draw_story(rng: random.Random, scenario: Scenario, role: Role) -> Facts:
    """A complete and consistent story of a scenario."""
    facts = draw_facts(rng, scenario, role)
    story = STORIES.get(scenario)
    return story.tell(facts, rng) if story else facts


def lay_papers(facts: Facts, rng: random.Random, wish: Wish) -> Piles:
    """All papers that the scenario asks for."""
    story = STORIES.get(facts.scenario)
    return story.lay(facts, rng, wish) if story else draw_pile(facts, rng, wish)
