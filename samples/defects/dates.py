"""Certificates and letters whose dates are missing, begun, in the future or out of order (DOMAIN 7, X26-X31, X35, D14, D15)."""

import random
from dataclasses import replace
from datetime import date, timedelta

from samples.facts import Facts, service, telling
from samples.leaves import Wish
from samples.papers.paper import ContractTerm, PartialDate
from samples.twist import NOT_ACCEPTED, REVIEW, STATED, Twist


def _but(*fields: str) -> Wish:
    """A certificate that states everything except these."""
    return Wish(tuple(field for field in STATED if field not in fields))


def _separation(facts: Facts) -> date:
    """The story's day of separation, before anything happened to it."""
    day = facts.certificate.separation_date
    assert isinstance(day, date), "the story's certificate has a whole date"
    return day


def _future_issue(facts: Facts, rng: random.Random) -> Facts:
    return replace(facts, certificate=replace(facts.certificate, issue_date=facts.today + timedelta(days=rng.randint(5, 60))))


def _future_separation(facts: Facts, rng: random.Random) -> Facts:
    """Leaving in some weeks; the certificate was issued a few days ago, and the form says the same."""
    day = facts.today + timedelta(days=rng.randint(6, 24))
    issued, start = facts.today - timedelta(days=rng.randint(0, 4)), facts.certificate.start_date
    changed = replace(facts.certificate, separation_date=day, issue_date=issued)
    if isinstance(start, date):
        changed = replace(changed, years_of_service=service(start, day))
    return telling(replace(facts, certificate=changed), separation_date=day.isoformat())


def _before_start(facts: Facts, rng: random.Random) -> Facts:
    """The year of joining is written as one that had not come yet when the person left."""
    start = _separation(facts) + timedelta(days=rng.randint(20, 300))
    term = ContractTerm(start, start + timedelta(days=1095))
    return replace(facts, certificate=replace(facts.certificate, start_date=start, contract_term=term))


def _blank_issue(facts: Facts, rng: random.Random) -> Facts:
    return replace(facts, certificate=replace(facts.certificate, issue_date=None))


def _begun_issue(facts: Facts, rng: random.Random) -> Facts:
    day = _separation(facts)
    return replace(facts, certificate=replace(facts.certificate, issue_date=PartialDate(day.year, day.month)))


def _blank_separation(facts: Facts, rng: random.Random) -> Facts:
    return replace(facts, certificate=replace(facts.certificate, separation_date=None))


def _begun_separation(facts: Facts, rng: random.Random) -> Facts:
    day = _separation(facts)
    return replace(facts, certificate=replace(facts.certificate, separation_date=PartialDate(day.year, day.month)))


def _impossible(facts: Facts, rng: random.Random) -> Facts:
    year = _separation(facts).year
    return replace(
        facts, certificate=replace(facts.certificate, separation_date=f"{year}年{rng.choice(('2月30', '4月31', '6月31'))}日")
    )


def _long_ago(facts: Facts, rng: random.Random) -> Facts:
    """Everything happened some years earlier."""
    shift = timedelta(days=rng.randint(400, 700))
    old = facts.certificate
    day = _separation(facts) - shift
    start = old.start_date - shift if isinstance(old.start_date, date) else day - timedelta(days=400)
    term = ContractTerm(start, None)
    reason = "协商一致解除劳动合同"
    changed = replace(old, separation_date=day, issue_date=day, start_date=start, contract_term=term, reason=reason)
    return telling(replace(facts, certificate=changed), separation_date=day.isoformat())


def _founded_before(facts: Facts) -> bool:
    """Whether the employer existed long enough to have hired somebody years earlier."""
    start = facts.certificate.start_date
    return isinstance(start, date) and start - facts.employer.established_on > timedelta(days=720)


def _contract_goes_on(facts: Facts, rng: random.Random) -> Facts:
    """The contract is said to have run out, but its term ends months later."""
    old = facts.certificate
    start = old.start_date if isinstance(old.start_date, date) else _separation(facts) - timedelta(days=800)
    term = ContractTerm(start, _separation(facts) + timedelta(days=rng.randint(120, 500)))
    return replace(facts, certificate=replace(old, reason="劳动合同期满终止", contract_term=term))


def _wrong_service(facts: Facts, rng: random.Random) -> Facts:
    """Years of service that are years more than the dates allow."""
    old = facts.certificate
    start = old.start_date if isinstance(old.start_date, date) else _separation(facts)
    longer = service(start - timedelta(days=365 * rng.randint(2, 4)), _separation(facts))
    return replace(facts, certificate=replace(old, years_of_service=longer))


def _letter_expired(facts: Facts, rng: random.Random) -> Facts:
    assert facts.authorization is not None, "only stories with an agent have a letter"
    issued = facts.today - timedelta(days=rng.randint(90, 200))
    ended = facts.today - timedelta(days=rng.randint(5, 60))
    return replace(facts, authorization=replace(facts.authorization, issue_date=issued, valid_from=issued, valid_until=ended))


def _letter_in_future(facts: Facts, rng: random.Random) -> Facts:
    assert facts.authorization is not None, "only stories with an agent have a letter"
    issued = facts.today + timedelta(days=rng.randint(5, 60))
    ends = issued + timedelta(days=90)
    return replace(facts, authorization=replace(facts.authorization, issue_date=issued, valid_from=issued, valid_until=ends))


DATE_DEFECTS: tuple[Twist, ...] = (
    Twist(
        "issue_in_future",
        "The certificate is dated after the day it was sent.",
        NOT_ACCEPTED,
        (("date.future",),),
        facts=_future_issue,
    ),
    Twist(
        "separation_in_future",
        "The employment has not ended yet.",
        NOT_ACCEPTED,
        (("date.future",),),
        may_codes=("field.inconsistent",),
        facts=_future_separation,
    ),
    Twist(
        "separation_before_start",
        "The employment ended before it began.",
        NOT_ACCEPTED,
        (("date.out_of_order",),),
        wish=Wish((*STATED, "start_date")),
        facts=_before_start,
    ),
    Twist(
        "issue_blank",
        "The certificate is not dated.",
        NOT_ACCEPTED,
        (("date.missing", "date.incomplete"),),
        wish=_but("issue_date"),
        facts=_blank_issue,
    ),
    Twist(
        "issue_incomplete",
        "The certificate's date has no day.",
        NOT_ACCEPTED,
        (("date.incomplete", "date.missing"),),
        wish=_but("issue_date"),
        facts=_begun_issue,
    ),
    Twist(
        "separation_blank",
        "The certificate does not say when the employment ended.",
        NOT_ACCEPTED,
        (("field.missing", "date.missing", "date.incomplete"),),
        wish=_but("separation_date"),
        facts=_blank_separation,
    ),
    Twist(
        "separation_incomplete",
        "The day of separation has a year and a month only.",
        NOT_ACCEPTED,
        (("date.incomplete", "field.missing", "date.missing"),),
        wish=_but("separation_date"),
        facts=_begun_separation,
    ),
    Twist(
        "separation_impossible",
        "The day of separation is in no calendar.",
        NOT_ACCEPTED,
        (("date.invalid",),),
        wish=Wish(tuple(field for field in STATED if field != "separation_date"), by_hand=False),
        facts=_impossible,
    ),
    Twist(
        "separation_long_ago",
        "The employment ended more than a year before.",
        REVIEW,
        (("date.overdue",),),
        suits=_founded_before,
        facts=_long_ago,
    ),
    Twist(
        "contract_goes_on",
        "The contract is said to have expired, but its term ends months after the separation.",
        NOT_ACCEPTED,
        (("field.inconsistent",),),
        wish=Wish((*STATED, "reason")),
        facts=_contract_goes_on,
    ),
    Twist(
        "service_too_long",
        "The years of service do not fit the dates.",
        NOT_ACCEPTED,
        (("field.inconsistent",),),
        wish=Wish((*STATED, "start_date")),
        facts=_wrong_service,
    ),
    Twist(
        "authorization_expired",
        "The letter of authorisation has run out.",
        NOT_ACCEPTED,
        (("field.expired",),),
        roles=("agent",),
        facts=_letter_expired,
    ),
    Twist(
        "authorization_in_future",
        "The letter of authorisation is dated after the day it was sent.",
        NOT_ACCEPTED,
        (("field.expired", "date.future"),),
        roles=("agent",),
        facts=_letter_in_future,
    ),
)
