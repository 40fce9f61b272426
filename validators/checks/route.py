"""Cases that no upload settles: what to do instead."""

from validators.case import Case
from validators.check import Check, DoesNotApply, Finds, Limits, Outcomes
from validators.reasons import CATALOGUE
from validators.variants import Variant, variant_of

ADVICE = tuple(
    key
    for key, reason in CATALOGUE.reasons.items()
    if reason.code in ("scenario.offline_only", "scenario.advice") or key == "scenario.reason_unspecific/variant"
)
"""What a policy's variants may give."""


def run(case: Case, limits: Limits) -> Outcomes:
    """Whom no upload helps is told where to go, what to bring and which law says so

    A closed employer (X43; A7, A8) is for the counter. An employer that refuses (A5), nobody who ever was an employer (A3),
    an account that is not closed for leaving a job (X45, A12), for emigrating with one's nationality kept (X46, A13), for age
    (A15), with arrears (A16) or among quarrelling heirs (A14) is for a person. Which case it is, and what is told, are the
    policy's variants. Source: DOMAIN 8.2 X43, X45, X46; 9; CONTRACT 3.
    """
    variant = variant_of(case, limits.variants)
    types = {seen.document.type for seen in case.documents()}
    if variant is None or not variant.advice or types.intersection(variant.unless) or _is_told_otherwise(case, variant):
        yield DoesNotApply()
    else:
        told = " ".join(part for part in (case.declared.reason, case.declared.reason_detail) if part)
        yield Finds(variant.advice, words={"here": told or variant.title})


def _is_told_otherwise(case: Case, variant: Variant) -> bool:
    """Whether the portal says itself what the advice only warns of; another check tells it."""
    return variant.unless_told and case.declared.account.arrears is not None


CHECK = Check(run, Limits, rules=("X43", "X45", "X46"), reasons=ADVICE)
