"""What makes a packet special: a difficulty that a complete one has, or the one defect of a bad one."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal

from samples.facts import Facts, Role, Scenario
from samples.leaves import Leaf, Wish
from samples.shoot import SentFile
from samples.uploads import Upload

Outcome = Literal["accept", "review", "bounce"]
Manifest = Literal["full", "any", "partial", "absent"]
"""How much of packet.json there is; ``any`` leaves it to chance."""

Leaves = Mapping[str, tuple[Leaf, ...]]
Uploads = tuple[Upload, ...]
Sent = tuple[SentFile, ...]

ACCEPT: tuple[Outcome, ...] = ("accept",)
BOUNCE: tuple[Outcome, ...] = ("bounce",)
REVIEW: tuple[Outcome, ...] = ("review",)
NOT_ACCEPTED: tuple[Outcome, ...] = ("bounce", "review")
NOT_BOUNCED: tuple[Outcome, ...] = ("accept", "review")

STATED: tuple[str, ...] = (
    "employee_name",
    "employee_id",
    "employer_name",
    "separation_date",
    "issue_date",
    "position",
    "years_of_service",
    "contract_term",
)
"""What a certificate has to state so that nobody has a question (DOMAIN 3.1)."""

_FULL = Wish(STATED)


def _any_story(facts: Facts) -> bool:
    return True


def _same_facts(facts: Facts, rng: random.Random) -> Facts:
    return facts


def _same_leaves(leaves: Leaves, facts: Facts, rng: random.Random) -> Leaves:
    return leaves


def _same_uploads(uploads: Uploads, facts: Facts, rng: random.Random) -> Uploads:
    return uploads


def _same_files(sent: Sent, rng: random.Random) -> Sent:
    return sent


@dataclass(frozen=True, slots=True)
class Twist:
    """One change on the way from a story to its files, and the verdicts that are right then.

    ``must_codes``: of each inner tuple one code must be found. ``wish`` is what the certificate has to show so that the
    twist is seen at all. The steps run in the order of the fields below: the story, its papers, the files, the bytes.
    """

    name: str
    title: str
    outcome_ok: tuple[Outcome, ...] = ACCEPT
    must_codes: tuple[tuple[str, ...], ...] = ()
    may_codes: tuple[str, ...] = ()
    scenario: Scenario = "employer_withdrawal"
    region: str = "default"
    """The office it is sent to: one of ``validators/policies``, where the default office would not ask."""
    roles: tuple[Role, ...] = ("legal_rep", "agent")
    manifest: Manifest = "full"
    complete: bool = False
    """Whether nothing is wrong although ``must_codes`` name what is told: by design a person goes on from there."""
    wish: Wish = _FULL
    suits: Callable[[Facts], bool] = _any_story
    facts: Callable[[Facts, random.Random], Facts] = _same_facts
    leaves: Callable[[Leaves, Facts, random.Random], Leaves] = _same_leaves
    uploads: Callable[[Uploads, Facts, random.Random], Uploads] = _same_uploads
    files: Callable[[Sent, random.Random], Sent] = _same_files


def for_one(scenario: Scenario, roles: tuple[Role, ...] = ("individual",)) -> "partial[Twist]":
    """Twists of one scenario."""
    return partial(Twist, scenario=scenario, roles=roles)
