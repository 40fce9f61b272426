"""Registrations that another platform keeps."""

from validators.case import Case
from validators.check import CannotTell, Check, DoesNotApply, Finds, Limits, Outcomes, Passes

_REASON = "scenario.wrong_platform"


class PlatformLimits(Limits):
    """``elsewhere``: words in the name of a platform that is not this one, with what the applicant is told to go to."""

    elsewhere: tuple[tuple[str, str], ...] = ()


def run(case: Case, limits: PlatformLimits) -> Outcomes:
    """The registration is kept by this platform

    Construction workers' register is a platform of its own. Sent back where the form names the other platform; by words in the
    typed reason alone a person looks. Source: DOMAIN 9 A9.
    """
    declared = case.declared
    found = [(word, there) for word, there in limits.elsewhere if word in declared.platform]
    loose = [(word, there) for word, there in limits.elsewhere if word in declared.reason + declared.reason_detail]
    if found:
        yield Finds(_REASON, words={"here": declared.platform, "there": found[0][1]})
    elif loose:
        words = {"here": f"{declared.reason} {declared.reason_detail}".strip(), "there": loose[0][1]}
        yield CannotTell(_REASON, "only_typed", words=words)
    else:
        yield Passes() if declared.platform else DoesNotApply()


CHECK = Check(run, PlatformLimits, rules=(), reasons=(_REASON,))
