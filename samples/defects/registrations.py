"""Defects of corrections, of closed employers' papers and of slips from sites (DOMAIN X38, X39, X42, D21; 9, A6 to A9)."""

import random
from dataclasses import replace

from samples.defects.lacking import without
from samples.defects.people import stranger
from samples.defects.retold import of_stranger, retold
from samples.facts import Facts, telling
from samples.one_scenario import CLOSED, CORRECTION, OWN, SITE, has, lacks
from samples.scenarios.correction import wrong_number
from samples.told import Told
from samples.twist import BOUNCE, NOT_ACCEPTED, REVIEW, Twist, Uploads

_PERSON = (("match.person_name", "match.person_id"),)
_MISSING = (("doc.missing",),)
_UNPROVEN = (("field.unproven_change",),)
_OFFLINE_TOO = ("scenario.offline_only",)


def _without_old(told: Told, facts: Facts, rng: random.Random) -> Told:
    assert told.police is not None
    return replace(told, police=replace(told.police, old_value=""))


def _without_new(told: Told, facts: Facts, rng: random.Random) -> Told:
    assert told.police is not None
    return replace(told, police=replace(told.police, new_value=""))


def _other_new(told: Told, facts: Facts, rng: random.Random) -> Told:
    """The police changed the name to another one than the applicant asks for."""
    assert told.police is not None
    other = stranger(facts, rng)
    return replace(told, police=replace(told.police, name=other.name, new_value=other.name))


def _other_old(told: Told, facts: Facts, rng: random.Random) -> Told:
    """What the police changed was never what the registration has."""
    assert told.police is not None
    number = told.police.changed == "公民身份号码"
    other = wrong_number(stranger(facts, rng), rng) if number else stranger(facts, rng).name
    return replace(told, police=replace(told.police, old_value=other))


def _other_registration(facts: Facts, rng: random.Random) -> Facts:
    """The number typed is another registration's."""
    number = facts.declared["registration_id"]
    return telling(facts, registration_id=f"{number[:-6]}{(int(number[-6:]) + rng.randint(1111, 8888)) % 10**6:06d}")


def _typed_region(facts: Facts, rng: random.Random) -> Facts:
    """The form says where the registration was made, and that is not where it was sent."""
    assert facts.told.registration is not None
    return telling(facts, registered_in=facts.told.registration.region or "")


def as_pdfs(uploads: Uploads, facts: Facts, rng: random.Random) -> Uploads:
    """Everything scanned into PDF files: what some offices take."""
    return tuple(upload.captured_as("scan_pdf") for upload in uploads)


def _notice_of_other(told: Told, facts: Facts, rng: random.Random) -> Told:
    assert told.deregistration is not None
    name = stranger(facts, rng).name
    return replace(told, deregistration=replace(told.deregistration, name=f"云上市{name}贸易有限公司", uscc=""))


def _unpaid(told: Told, facts: Facts, rng: random.Random) -> Told:
    assert told.left_site is not None
    return replace(told, left_site=replace(told.left_site, wages_settled=rng.choice(("未结清", "尚未结清"))))


CORRECTION_DEFECTS: tuple[Twist, ...] = (
    CORRECTION(
        "no_proof",
        "Nothing proves the right value.",
        BOUNCE,
        _MISSING,
        suits=has("police"),
        leaves=without("police_certificate"),
    ),
    CORRECTION("no_registration", "No proof of registration.", BOUNCE, _MISSING, leaves=without("registration_proof")),
    CORRECTION(
        "old_value_missing",
        "The police's paper does not say what was registered before.",
        REVIEW,
        _UNPROVEN,
        suits=has("police"),
        facts=retold(_without_old),
    ),
    CORRECTION(
        "new_value_missing",
        "The police's paper does not say what it is now.",
        NOT_ACCEPTED,
        _UNPROVEN,
        suits=has("police"),
        facts=retold(_without_new),
    ),
    CORRECTION(
        "other_new_value",
        "The police changed the name to another one.",
        NOT_ACCEPTED,
        _UNPROVEN,
        suits=lambda facts: facts.told.police is not None and facts.told.police.changed == "姓名",
        facts=retold(_other_new),
    ),
    CORRECTION(
        "other_old_value",
        "The old value is not the registration's.",
        NOT_ACCEPTED,
        _UNPROVEN,
        suits=has("police"),
        facts=retold(_other_old),
    ),
    CORRECTION(
        "other_registration",
        "The number typed is another registration's.",
        NOT_ACCEPTED,
        (("match.registration",),),
        facts=_other_registration,
    ),
)

CLOSED_DEFECTS: tuple[Twist, ...] = (
    CLOSED(
        "no_list",
        "Struck off, and no list of the registrations.",
        REVIEW,
        _MISSING,
        _OFFLINE_TOO,
        leaves=without("registration_list"),
    ),
    CLOSED(
        "no_statement",
        "Struck off, and no word of the liquidators.",
        REVIEW,
        _MISSING,
        _OFFLINE_TOO,
        leaves=without("liquidation_statement"),
    ),
    CLOSED(
        "notice_of_other_firm",
        "The notice is about another firm.",
        REVIEW,
        (("match.employer_name", "match.uscc"),),
        _OFFLINE_TOO,
        suits=has("deregistration"),
        facts=retold(_notice_of_other),
    ),
)

OWN_DEFECTS: tuple[Twist, ...] = (
    OWN(
        "own_other_registration",
        "The number typed is another registration's.",
        NOT_ACCEPTED,
        (("match.registration",),),
        suits=lacks("complaint"),
        facts=_other_registration,
    ),
    OWN(
        "registration_of_other",
        "The registration is another person's.",
        NOT_ACCEPTED,
        (("match.registration",),),
        suits=lacks("complaint"),
        facts=of_stranger("registration"),
    ),
    OWN(
        "own_registered_elsewhere",
        "Another city keeps the registration than the one it was sent to.",
        BOUNCE,
        (("scenario.wrong_region",),),
        region="pdf_only",
        suits=lacks("complaint", "registration"),
        facts=_typed_region,
        uploads=as_pdfs,
    ),
    OWN(
        "own_stop_of_other",
        "Another person's contributions ended.",
        NOT_ACCEPTED,
        (("match.contribution_stop",),),
        suits=has("stopped"),
        facts=of_stranger("stopped"),
    ),
    OWN(
        "own_nothing_shown",
        "Nothing shows that the employment ended.",
        BOUNCE,
        _MISSING,
        suits=has("stopped"),
        leaves=without("contribution_stop_proof"),
    ),
)

SITE_DEFECTS: tuple[Twist, ...] = (
    SITE(
        "wages_unpaid",
        "The wages are not settled.",
        REVIEW,
        (("scenario.advice",),),
        suits=has("left_site"),
        facts=retold(_unpaid),
    ),
    SITE(
        "exit_of_other",
        "The slip is about another worker.",
        NOT_ACCEPTED,
        _PERSON,
        suits=has("left_site"),
        facts=of_stranger("left_site"),
    ),
    SITE(
        "no_exit",
        "Nothing says that the work ended.",
        BOUNCE,
        _MISSING,
        suits=has("left_site"),
        leaves=without("exit_confirmation"),
    ),
)

REGISTRATION_DEFECTS: tuple[Twist, ...] = (*OWN_DEFECTS, *CORRECTION_DEFECTS, *CLOSED_DEFECTS, *SITE_DEFECTS)
