"""Complete packets of the further scenarios: those that pass, and those that by design a person or the counter takes on.

The latter are told so with a code of their own (DOMAIN 9, A7, A8, A12, A13, A15, A16): being told is what must happen.
"""

import random
from dataclasses import replace

from samples.facts import Facts
from samples.one_scenario import CLOSED, CLOSURE, CORRECTION, FIRM_ENDS, OWN, SITE, Suits, has, lacks
from samples.twist import ACCEPT, NOT_BOUNCED, REVIEW, Twist

_OFFLINE = (("scenario.offline_only",),)
_ADVICE = (("scenario.advice",),)


def _item(item: str) -> Suits:
    return lambda facts: facts.told.police is not None and facts.told.police.changed == item


def _reason(*words: str) -> Suits:
    return lambda facts: any(word in facts.declared.get("reason", "") for word in words)


def _in_latin(facts: Facts, rng: random.Random) -> Facts:
    """The card prints the holder in Latin letters, as many do."""
    account = facts.told.account
    assert account is not None
    return replace(facts, told=replace(facts.told, account=replace(account, latin=rng.choice(("LI MING", "WANG FANG")))))


SCENARIO_TRICKS: tuple[Twist, ...] = (
    OWN("stopped_instead", "A proof that contributions ended stands for the certificate.", ACCEPT, suits=has("stopped")),
    OWN("agreed_instead", "An agreement stands for the certificate.", NOT_BOUNCED, suits=has("agreement")),
    OWN("ruled_instead", "A ruling stands for the certificate.", ACCEPT, suits=has("ruling")),
    CORRECTION(
        "correct_name", "A wrong name in the registration, and the police's paper about it.", ACCEPT, suits=_item("姓名")
    ),
    CORRECTION("correct_number", "A wrong number in the registration.", ACCEPT, suits=_item("公民身份号码")),
    CORRECTION("correct_by_register", "The household register proves the right name.", ACCEPT, suits=has("household")),
    SITE("left_site", "A worker left a site, with the slip of the firm.", NOT_BOUNCED, suits=has("left_site")),
    SITE("left_site_certified", "A worker left a site, with a certificate.", ACCEPT, suits=lacks("left_site")),
    CLOSURE("insured_twice", "Two records that overlap, and which account is kept.", ACCEPT, suits=has("records")),
    CLOSURE("gone_for_good", "Settled abroad, and no longer a citizen.", ACCEPT, suits=has("nationality_loss")),
    CLOSURE("heir", "The insured has died, and an heir closes the account.", ACCEPT, suits=has("death")),
    CLOSURE(
        "latin_holder",
        "The bank card has the holder in Latin letters.",
        NOT_BOUNCED,
        suits=has("account", "records"),
        facts=_in_latin,
    ),
)
"""What passes, or a person may look at."""

GUIDED: tuple[Twist, ...] = (
    OWN(
        "employer_refuses",
        "The employer refuses a certificate: ways to go.",
        REVIEW,
        _ADVICE,
        complete=True,
        suits=has("complaint"),
    ),
    CLOSED(
        "struck_off",
        "The employer is struck off: to the counter.",
        REVIEW,
        _OFFLINE,
        complete=True,
        suits=has("deregistration"),
    ),
    CLOSED(
        "revoked",
        "The employer's licence is revoked: to the counter.",
        REVIEW,
        _OFFLINE,
        complete=True,
        suits=has("revocation"),
    ),
    CLOSURE(
        "out_of_a_job",
        "Leaving a job closes no account.",
        REVIEW,
        _ADVICE,
        complete=True,
        suits=_reason("离职", "辞职"),
    ),
    CLOSURE(
        "still_a_citizen",
        "Settled abroad with the nationality kept: the account is kept, too.",
        REVIEW,
        _ADVICE,
        complete=True,
        suits=lacks("nationality_loss", "emigration"),
    ),
    CLOSURE(
        "of_age",
        "Old enough to retire with less than 15 years paid: a person settles what is given up.",
        REVIEW,
        _ADVICE,
        complete=True,
        suits=_reason("不足15年", "不足十五年"),
    ),
    FIRM_ENDS(
        "account_ends",
        "An employer ends its account: whether it owes anything is for a person.",
        REVIEW,
        _ADVICE,
        complete=True,
    ),
)
"""What by design goes to a person or the counter, with advice."""
