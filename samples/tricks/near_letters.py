"""Complete packets whose letter of authorisation comes close to breaking a rule (DOMAIN X14, X33 to X35, D17 to D19)."""

import random
from dataclasses import replace
from functools import partial

from samples.defects.people import letter_of
from samples.defects.seals import on, unsealed
from samples.facts import Facts, Role
from samples.leaves import Leaf, letter_leaf
from samples.papers.paper import UNTIL_DONE
from samples.tricks.stories import NARROW, has_brackets, is_kind
from samples.twist import NOT_BOUNCED, Twist

_AGENT: tuple[Role, ...] = ("agent",)
_BROAD = ("办理本单位劳动用工及社会保险的全部业务", "全权办理我单位在贵局的人力资源和社会保障业务", "办理劳动用工有关手续")
_LETTER = "authorization_letter"


def _no_number(facts: Facts, rng: random.Random) -> Facts:
    return replace(facts, authorization=replace(letter_of(facts), agent_id=""))


def _until_done(facts: Facts, rng: random.Random) -> Facts:
    return replace(facts, authorization=replace(letter_of(facts), valid_until=UNTIL_DONE))


def _narrow(facts: Facts, rng: random.Random) -> Facts:
    """Half-width brackets in the principal's name, full-width ones on the licence."""
    return replace(facts, authorization=replace(letter_of(facts), principal=facts.employer.name.translate(NARROW)))


def _until_today(facts: Facts, rng: random.Random) -> Facts:
    return replace(facts, authorization=replace(letter_of(facts), valid_until=facts.today))


def _broad(facts: Facts, rng: random.Random) -> Facts:
    return replace(facts, authorization=replace(letter_of(facts), matter=rng.choice(_BROAD)))


def _stamped_by_name(leaf: Leaf, facts: Facts, rng: random.Random) -> Leaf:
    """A letter that has a place for the representative's name seal, beside the firm's."""
    while "name_seal" not in leaf.paper.anchors:
        leaf = letter_leaf(facts, letter_of(facts), rng)
    return leaf


def _signed_only(leaf: Leaf, facts: Facts, rng: random.Random) -> Leaf:
    """The operator's pen, and no seal: an individual business need not have one."""
    while "name_seal" in leaf.paper.anchors:
        leaf = letter_leaf(facts, letter_of(facts), rng)
    return unsealed(leaf, facts, rng)


NEAR_LETTERS: tuple[Twist, ...] = (
    Twist("letter_without_number", "The letter names the agent and gives no ID number.", roles=_AGENT, facts=_no_number),
    Twist(
        "letter_brackets",
        "Half-width brackets in the letter, full-width ones on the licence.",
        roles=_AGENT,
        suits=has_brackets,
        facts=_narrow,
    ),
    Twist(
        "letter_of_trader",
        "An individual trader signed the letter and has no seal.",
        NOT_BOUNCED,
        roles=_AGENT,
        suits=partial(is_kind, kinds=("individual",)),
        leaves=on(_LETTER, _signed_only),
    ),
    Twist("letter_ends_today", "The letter is in force through the day of submission.", roles=_AGENT, facts=_until_today),
    Twist(
        "letter_until_done",
        "The letter is in force until the matter is done.",
        roles=_AGENT,
        facts=_until_done,
    ),
    Twist("broad_letter", "The letter covers all business with this office.", roles=_AGENT, facts=_broad),
    Twist(
        "letter_stamped_by_name",
        "The legal representative stamped the letter with a name seal instead of signing.",
        roles=_AGENT,
        leaves=on(_LETTER, _stamped_by_name),
    ),
)
