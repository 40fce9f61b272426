"""Defects of closing a social-insurance account (DOMAIN X40, X41, X44, X47; 9, A11 to A14)."""

import random
from dataclasses import replace
from datetime import date, timedelta

from samples.defects.lacking import without
from samples.defects.people import stranger
from samples.defects.retold import of_stranger, retold
from samples.facts import Facts, telling
from samples.one_scenario import CLOSURE, has
from samples.scenarios.closure import account_of
from samples.told import Told
from samples.twist import BOUNCE, NOT_ACCEPTED, Twist

_PERSON = (("match.person_name", "match.person_id"),)
_MISSING = (("doc.missing",),)


def _kin_of_stranger(told: Told, facts: Facts, rng: random.Random) -> Told:
    assert told.kinship is not None
    other = stranger(facts, rng)
    return replace(told, kinship=replace(told.kinship, relative=other.name, relative_id=other.id_number))


def _payee(facts: Facts, rng: random.Random) -> Facts:
    """The refund is to go to somebody else's account."""
    account = account_of(stranger(facts, rng), rng)
    told = replace(facts, told=replace(facts.told, account=account))
    return telling(told, payee_name=account.holder or "", payee_account=account.account_number or "")


def _still_paying(told: Told, facts: Facts, rng: random.Random) -> Told:
    assert told.stopped is not None
    return replace(told, stopped=replace(told.stopped, status="正常缴费"))


def _stopped_early(told: Told, facts: Facts, rng: random.Random) -> Told:
    """Contributions ended half a year before the employment."""
    day = facts.certificate.separation_date
    assert told.stopped is not None
    assert isinstance(day, date), "the story's certificate has a whole date"
    return replace(told, stopped=replace(told.stopped, stop_month=f"{day - timedelta(days=190):%Y-%m}"))


def _one_after_the_other(told: Told, facts: Facts, rng: random.Random) -> Told:
    """The first account ended before the second began: nobody was insured twice."""
    first, second = told.records
    start = date.fromisoformat(f"{second.first_month}-01")
    ended = f"{start - timedelta(days=50):%Y-%m}"
    early = f"{start - timedelta(days=900):%Y-%m}"
    return replace(told, records=(replace(first, first_month=early, last_month=ended, status="停保"), second))


def _record_of_stranger(told: Told, facts: Facts, rng: random.Random) -> Told:
    other = stranger(facts, rng)
    records = told.records
    return replace(told, records=(records[0], replace(records[1], name=other.name, id_number=other.id_number)))


def _one_record(told: Told, facts: Facts, rng: random.Random) -> Told:
    return replace(told, records=told.records[:1])


def _unspecific(facts: Facts, rng: random.Random) -> Facts:
    return telling(facts, reason="其他")


CLOSURE_DEFECTS: tuple[Twist, ...] = (
    CLOSURE(
        "payee_other",
        "The refund would go to somebody else.",
        NOT_ACCEPTED,
        (("match.bank_account",),),
        may_codes=("scenario.advice",),
        suits=has("account"),
        facts=_payee,
    ),
    CLOSURE(
        "one_record",
        "Only one of the two records.",
        BOUNCE,
        _MISSING,
        suits=has("records"),
        facts=retold(_one_record),
    ),
    CLOSURE(
        "no_overlap",
        "The records follow each other.",
        NOT_ACCEPTED,
        (("scenario.reason_conflict",),),
        suits=has("records"),
        facts=retold(_one_after_the_other),
    ),
    CLOSURE(
        "record_of_other",
        "One record is another person's.",
        NOT_ACCEPTED,
        _PERSON,
        suits=has("records"),
        facts=retold(_record_of_stranger),
    ),
    CLOSURE(
        "no_kinship",
        "Nothing proves the heir's kinship.",
        BOUNCE,
        _MISSING,
        suits=has("death"),
        leaves=without("kinship_proof"),
    ),
    CLOSURE(
        "kinship_of_other",
        "The kinship proven is another person's.",
        NOT_ACCEPTED,
        (("match.applicant",),),
        suits=has("kinship"),
        facts=retold(_kin_of_stranger),
    ),
    CLOSURE(
        "death_of_other",
        "Another person has died.",
        NOT_ACCEPTED,
        _PERSON,
        may_codes=("match.applicant",),  # the heir may have been typed as the one who died
        suits=has("death"),
        facts=of_stranger("death"),
    ),
    CLOSURE(
        "no_account",
        "No account for the refund.",
        BOUNCE,
        _MISSING,
        suits=has("death"),
        leaves=without("bank_card"),
    ),
    CLOSURE(
        "no_death_proof", "Nothing proves the death.", BOUNCE, _MISSING, suits=has("death"), leaves=without("death_certificate")
    ),
    CLOSURE(
        "stop_of_other",
        "Another person's contributions ended.",
        NOT_ACCEPTED,
        (("match.contribution_stop",),),
        ("scenario.advice",),
        suits=has("stopped"),
        facts=of_stranger("stopped"),
    ),
    CLOSURE(
        "still_paying",
        "Contributions are still paid.",
        NOT_ACCEPTED,
        (("match.contribution_stop",),),
        ("scenario.advice",),
        suits=has("stopped"),
        facts=retold(_still_paying),
    ),
    CLOSURE(
        "stopped_early",
        "Contributions ended long before the employment.",
        NOT_ACCEPTED,
        (("match.contribution_stop",),),
        ("scenario.advice",),
        suits=has("stopped"),
        facts=retold(_stopped_early),
    ),
    CLOSURE(
        "no_reason",
        "The reason is 其他 and nothing more.",
        NOT_ACCEPTED,
        (("scenario.reason_unspecific",),),
        suits=has("records"),
        facts=_unspecific,
    ),
    CLOSURE(
        "emigration_of_other",
        "Another person has settled abroad.",
        NOT_ACCEPTED,
        _PERSON,
        ("scenario.advice",),
        suits=has("emigration"),
        facts=of_stranger("emigration"),
    ),
)
