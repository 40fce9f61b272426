"""Papers of other people: certificates, cards and letters that name somebody else (DOMAIN X05-X08, X11-X14, D04-D06)."""

import random
from dataclasses import replace
from datetime import date, timedelta

from samples.codes import person_check
from samples.facts import Facts, Role
from samples.leaves import Leaf, Wish, both_sides
from samples.papers.id_card import draw_id_sheet
from samples.papers.paper import AuthorizationFacts
from samples.people import Person, draw_person, term_end, years_after
from samples.twist import NOT_ACCEPTED, REVIEW, STATED, Leaves, Twist

_SOUND_ALIKES = dict(zip("伟婷杰丽静明华佳宇浩鑫文思", "玮亭洁莉婧铭桦嘉羽皓欣雯斯", strict=True))
"""Given names' characters and what people write by mistake for them."""


def stranger(facts: Facts, rng: random.Random) -> Person:
    """Somebody whose name shares no character with anybody's in the story."""
    known = facts.legal_rep.name + facts.employee.name + (facts.agent.name if facts.agent else "")
    while True:
        person = draw_person(rng, facts.today)
        if not set(person.name) & set(known):
            return person


def _certificate_of_other_person(facts: Facts, rng: random.Random) -> Facts:
    other = stranger(facts, rng)
    changed = replace(facts.certificate, employee_name=other.name, employee_id=other.id_number, sex=other.sex)
    return replace(facts, certificate=changed)


def _certificate_name(facts: Facts, rng: random.Random) -> Facts:
    return replace(facts, certificate=replace(facts.certificate, employee_name=stranger(facts, rng).name))


def _certificate_name_one_character(facts: Facts, rng: random.Random) -> Facts:
    name = facts.employee.name
    wrong = name[:-1] + _SOUND_ALIKES[name[-1]]
    return replace(facts, certificate=replace(facts.certificate, employee_name=wrong))


def _ends_in_a_sound_alike(facts: Facts) -> bool:
    return facts.employee.name[-1] in _SOUND_ALIKES


def _certificate_id(facts: Facts, rng: random.Random) -> Facts:
    return replace(facts, certificate=replace(facts.certificate, employee_id=stranger(facts, rng).id_number))


def _certificate_id_typo(facts: Facts, rng: random.Random) -> Facts:
    """Two neighbouring digits of the birth date changed places, as typists do."""
    number = facts.employee.id_number
    at = next(at for at in range(15, 6, -1) if number[at] != number[at + 1])
    typo = number[:at] + number[at + 1] + number[at] + number[at + 2 :]
    return replace(facts, certificate=replace(facts.certificate, employee_id=typo))


def _certificate_without_id(facts: Facts, rng: random.Random) -> Facts:
    return replace(facts, certificate=replace(facts.certificate, employee_id=""))


def _other_legal_rep(leaves: Leaves, facts: Facts, rng: random.Random) -> Leaves:
    return {**leaves, "legal_rep_id": both_sides(stranger(facts, rng), rng)}


def _mixed_card(leaves: Leaves, facts: Facts, rng: random.Random) -> Leaves:
    """The portrait side of a young person beside the emblem side of a long-term card."""
    while True:
        other = draw_person(rng, facts.today)
        if other.valid_until is None and other.authority != facts.legal_rep.authority:
            return {**leaves, "legal_rep_id": (Leaf(draw_id_sheet(rng, facts.legal_rep, back_of=other)),)}


def _has_a_term(facts: Facts) -> bool:
    return facts.legal_rep.valid_until is not None


def _card_number(facts: Facts, rng: random.Random) -> Facts:
    """A card whose number's last character cannot be right."""
    number = facts.legal_rep.id_number
    wrong = str((int(number[-1]) + 4) % 10) if number[-1].isdigit() else "7"
    assert wrong != person_check(number[:-1]), "the check character is meant to be wrong"
    return replace(facts, legal_rep=replace(facts.legal_rep, id_number=number[:-1] + wrong))


def _card_term(facts: Facts, rng: random.Random) -> Facts:
    """A card valid for a number of years that the law does not know."""
    card = facts.legal_rep
    return replace(facts, legal_rep=replace(card, valid_until=years_after(card.valid_from, rng.choice((12, 15, 18)))))


def _card_expired(facts: Facts, rng: random.Random) -> Facts:
    card = facts.legal_rep
    ended = facts.today - timedelta(days=rng.randint(*_EXPIRED_DAYS))
    return replace(facts, legal_rep=replace(card, valid_from=begin_of_term(card, ended) or card.valid_from, valid_until=ended))


_EXPIRED_DAYS = (10, 60)
_TERMS_YEARS = (5, 10, 20)


def begin_of_term(card: Person, ended: date) -> date | None:
    """The day a card was issued that ended on a day; None where no card of this person can have."""
    begins = (years_after(ended, -years) for years in _TERMS_YEARS)
    return next((begin for begin in begins if term_end(card.birth, begin) == ended), None)


def _could_expire(facts: Facts) -> bool:
    """Whether the legal representative's card can have ended on any of the last days."""
    return all(
        begin_of_term(facts.legal_rep, facts.today - timedelta(days=days))
        for days in range(_EXPIRED_DAYS[0], _EXPIRED_DAYS[1] + 1)
    )


def letter_of(facts: Facts) -> AuthorizationFacts:
    """The letter of a story that has an agent."""
    assert facts.authorization is not None, "only stories with an agent have a letter"
    return facts.authorization


def _other_agent(facts: Facts, rng: random.Random) -> Facts:
    other = stranger(facts, rng)
    letter = replace(letter_of(facts), agent_name=other.name, agent_id=other.id_number, agent_sex=other.sex)
    return replace(facts, authorization=letter)


def _other_agent_number(facts: Facts, rng: random.Random) -> Facts:
    return replace(facts, authorization=replace(letter_of(facts), agent_id=stranger(facts, rng).id_number))


_PERSON = (("match.person_name", "match.person_id"),)
_AGENT: tuple[Role, ...] = ("agent",)

PEOPLE_DEFECTS: tuple[Twist, ...] = (
    Twist(
        "certificate_of_other_person",
        "The certificate is another person's.",
        NOT_ACCEPTED,
        _PERSON,
        facts=_certificate_of_other_person,
    ),
    Twist(
        "certificate_name",
        "The certificate names somebody else with the employee's number.",
        NOT_ACCEPTED,
        (("match.person_name",),),
        facts=_certificate_name,
    ),
    Twist(
        "certificate_name_one_character",
        "The certificate writes the name with a character that sounds alike; the number is right.",
        REVIEW,
        (("match.person_name",),),
        suits=_ends_in_a_sound_alike,
        facts=_certificate_name_one_character,
    ),
    Twist(
        "certificate_id",
        "The certificate gives another person's ID number.",
        NOT_ACCEPTED,
        (("match.person_id",),),
        facts=_certificate_id,
    ),
    Twist(
        "certificate_id_typo",
        "Two digits of the certificate's ID number are swapped.",
        NOT_ACCEPTED,
        (("match.person_id", "field.bad_checksum"),),
        facts=_certificate_id_typo,
    ),
    Twist(
        "certificate_without_id",
        "The certificate gives no ID number.",
        REVIEW,
        (("field.missing",),),
        wish=Wish(tuple(field for field in STATED if field != "employee_id")),
        facts=_certificate_without_id,
    ),
    Twist(
        "other_legal_rep",
        "The ID card is not that of the legal representative on the licence.",
        NOT_ACCEPTED,
        (("match.legal_rep",),),
        leaves=_other_legal_rep,
    ),
    Twist(
        "mixed_card",
        "The two sides belong to two cards.",
        NOT_ACCEPTED,
        (("field.inconsistent",),),
        suits=_has_a_term,
        leaves=_mixed_card,
    ),
    Twist(
        "card_number",
        "The card's number has a check character that cannot be right.",
        NOT_ACCEPTED,
        (("field.inconsistent", "field.bad_checksum"),),
        facts=_card_number,
    ),
    Twist(
        "card_term",
        "The card's term is none that the law knows.",
        REVIEW,
        (("field.inconsistent",),),
        facts=_card_term,
    ),
    Twist(
        "card_expired",
        "The ID card has expired.",
        NOT_ACCEPTED,
        (("field.expired",),),
        suits=_could_expire,
        facts=_card_expired,
    ),
    Twist(
        "authorization_of_other_agent",
        "The letter authorises another person than the agent.",
        NOT_ACCEPTED,
        (("match.agent",),),
        roles=_AGENT,
        facts=_other_agent,
    ),
    Twist(
        "authorization_number",
        "The letter gives another ID number than the agent's card.",
        NOT_ACCEPTED,
        (("match.agent",),),
        roles=_AGENT,
        facts=_other_agent_number,
    ),
)
