"""The papers of a story, each with the seals that belong on it."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from samples.companies import Company
from samples.facts import Facts
from samples.fonts import faces_of, first_covering
from samples.impressions import USUAL, Press, draw
from samples.papers.authorization_letter import draw_authorization
from samples.papers.business_license import draw_license
from samples.papers.evidence_facts import AgreementFacts
from samples.papers.id_card import draw_id_back, draw_id_front, draw_id_sheet
from samples.papers.paper import AuthorizationFacts, Paper
from samples.papers.termination_agreement import draw_agreement_pages
from samples.papers.termination_certificate import CertificateLayout, draw_certificate
from samples.people import Person
from samples.seals import SealDesign, company_seal, name_seal

Pile = Mapping[str, "tuple[Leaf, ...]"]
"""The papers for each slot, in the order people send them."""

_STRAY_MM = 2.5
"""How far a stamp usually lands from where it was meant to (standard deviation)."""

_COPIED_CARDS = 0.25
"""Share of cards that come as a copy of both sides on one page."""

_ATTEMPTS = 60
"""Layouts drawn before giving up on one that shows what is wished for; about one in three does."""

_CODED_SEALS = 0.65
"""Share of companies whose seal carries the 13-digit code."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A seal, the paper's anchor it is set on, and how it is pressed."""

    design: SealDesign
    anchor: str = "seal"
    press: Press = USUAL


@dataclass(frozen=True, slots=True)
class Wish:
    """What a certificate has to show, in which layout, and whether a pen filled it in; None leaves it to chance."""

    states: tuple[str, ...] = ()
    layout: CertificateLayout | None = None
    by_hand: bool | None = None


@dataclass(frozen=True, slots=True)
class Leaf:
    """A paper and what is stamped on it. ``kept`` is the upper part that was not torn off, in 0..1 of its height."""

    paper: Paper
    stamps: tuple[Stamp, ...] = ()
    kept: float = 1.0

    @property
    def is_card(self) -> bool:
        """Whether it is a plastic card rather than a sheet."""
        return self.paper.background == "card"


def seal_of(company: Company) -> SealDesign:
    """The one seal a company has: the same on all its papers."""
    lot = crc32(company.uscc.encode()) / 2**32
    code = f"{company.uscc[2:8]}{crc32(company.name.encode()) % 10**7:07d}" if lot < _CODED_SEALS else ""
    return company_seal(company.name, code, 42.0 if company.kind == "joint_stock" else 40.0)


def draw_pile(facts: Facts, rng: random.Random, wish: Wish) -> dict[str, tuple[Leaf, ...]]:
    """All papers that an employer brings (DOMAIN 9, A1 and A2)."""
    certificate = {"termination_certificate": (certificate_leaf(facts, rng, wish),)}
    pile = {
        "business_license": (licence_leaf(facts.licence, rng),),
        "legal_rep_id": card_leaves(facts.legal_rep, rng),
    } | certificate
    if facts.agent and facts.authorization:
        letter = letter_leaf(facts, facts.authorization, rng)
        pile |= {"agent_id": card_leaves(facts.agent, rng), "authorization_letter": (letter,)}
    return pile


def letter_leaf(facts: Facts, told: AuthorizationFacts, rng: random.Random) -> Leaf:
    """A letter of authorisation under the employer's seal, which its representative signed or stamped."""
    letter = draw_authorization(rng, told)
    return Leaf(letter, (Stamp(seal_of(facts.employer)), *_name_stamp(letter, facts.legal_rep.name)))


def licence_leaf(company: Company, rng: random.Random, mark: str = "") -> Leaf:
    """A licence with the registration office's seal; ``mark`` is what somebody wrote across a copy (仅供…使用)."""
    paper = draw_license(rng, company, mark=mark)
    return Leaf(paper, (Stamp(company_seal(company.registrar, width_mm=42.0)),))


def card_leaves(person: Person, rng: random.Random) -> tuple[Leaf, ...]:
    """Both sides of a card: the card itself, or now and then a copy of both on one page."""
    if rng.random() < _COPIED_CARDS:
        return (Leaf(draw_id_sheet(rng, person)),)
    return both_sides(person, rng)


def both_sides(person: Person, rng: random.Random) -> tuple[Leaf, Leaf]:
    """The portrait side and the emblem side, each by itself."""
    return Leaf(draw_id_front(rng, person)), Leaf(draw_id_back(rng, person))


def certificate_leaf(facts: Facts, rng: random.Random, wish: Wish) -> Leaf:
    """The certificate with its issuer's seal; another issuer than the employer has a seal of its own name.

    Raises:
        ValueError: no layout shows all that is wished for.
    """
    issuer = facts.certificate.employer_name or facts.employer.name
    for _ in range(_ATTEMPTS):
        paper = draw_certificate(rng, facts.certificate, wish.layout, by_hand=wish.by_hand)
        if set(wish.states) <= paper.fields.keys():
            return Leaf(paper, (Stamp(seal_of(replace(facts.employer, name=issuer))),))
    raise ValueError(f"no certificate states {wish.states}")


def agreement_leaves(facts: Facts, rng: random.Random) -> tuple[Leaf, Leaf]:
    """An agreement of two pages that ends what the certificate would; the employer's seal is on the second."""
    told = facts.certificate
    agreed = AgreementFacts(
        employer_name=told.employer_name,
        employee_name=told.employee_name,
        employee_id=told.employee_id,
        separation_date=told.separation_date,
        issue_date=told.issue_date,
        reason="个人原因",
        start_date=told.start_date,
    )
    first, second = draw_agreement_pages(rng, agreed)
    return Leaf(first), Leaf(second, (Stamp(seal_of(facts.employer)),))


def _name_stamp(letter: Paper, legal_rep: str) -> tuple[Stamp, ...]:
    """The legal representative's name seal where the letter has a place for it."""
    return (Stamp(name_seal(legal_rep), "name_seal"),) if "name_seal" in letter.anchors else ()


def impressions(leaf: Leaf, noise: np.random.Generator) -> list[tuple[NDArray[np.uint8], tuple[float, float]]]:
    """The seals as they were pressed: RGBA pictures and their middles in millimetres."""
    result = []
    for stamp in leaf.stamps:
        if stamp.anchor in leaf.paper.anchors:
            x, y = leaf.paper.anchors[stamp.anchor]
            stray = np.clip(noise.normal(0, _STRAY_MM, 2), -2 * _STRAY_MM, 2 * _STRAY_MM)
            face = first_covering(stamp.design.text, faces_of("song")[int(noise.integers(2))])
            result.append((draw(stamp.design, face, noise, stamp.press), (x + float(stray[0]), y + float(stray[1]))))
    return result
