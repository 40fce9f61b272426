"""Contributions that have not stopped, or not this person's."""

from collections.abc import Iterator

from validators.case import Case, Sighting
from validators.check import CannotTell, Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.firms import employer_of
from validators.months import month_of
from validators.names import FirmNames, compare_firms
from validators.paper_fields import about_paper, is_extra
from validators.persons import Differences, Person, compare
from validators.subject import subject_of
from validators.values import read

_PERSON, _PAYING, _RECORD = "match.contribution_stop", "match.contribution_stop/paying", "match.contribution_stop/record"


class StopLimits(Limits):
    """Words in the printed status by which contributions are ``paying`` or ``stopped``."""

    paying: tuple[str, ...] = ("正常缴费", "正常参保", "参保缴费", "在缴", "缴费中", "正常")
    stopped: tuple[str, ...] = ("停保", "停缴", "暂停", "中断", "减少", "减员", "终止", "已停", "非正常", "不正常")


def run(case: Case, limits: StopLimits) -> Outcomes:
    """The proof that contributions stopped is the applicant's, and says so

    Another person's, or one on which they are still paid, is sent back. A record of contributions that the same employer still
    pays in the month of submission goes to a person. Source: DOMAIN 8.2 X40.
    """
    for seen in case.documents("contribution_stop_proof"):
        extra = is_extra(case, seen, limits.requirements)
        yield from (about_paper(found, seen, extra=extra) for found in _judge(case, seen, limits))
    for seen in case.documents("contribution_record"):
        yield _record(case, seen)


def _judge(case: Case, seen: Sighting, limits: StopLimits) -> Iterator[Outcome]:
    person = Person(read(seen, "name"), read(seen, "id_number"))
    yield from compare(person, subject_of(case, limits), Differences(_PERSON, _PERSON))
    status = read(seen, "status")
    if status is None:
        yield DoesNotApply()
    elif any(word in status.text for word in limits.stopped) or not any(word in status.text for word in limits.paying):
        yield Passes()
    elif read(seen, "stop_month"):
        yield CannotTell(_PAYING, "not_seen", status.place, status.confidence, {"here": status})
    else:
        yield Finds(_PAYING, status.place, status.confidence, {"here": status})


def _record(case: Case, seen: Sighting) -> Outcome:
    firm, employer, last = read(seen, "employer_name"), employer_of(case).name, read(seen, "last_month")
    month, now = month_of(last.text) if last else None, month_of(case.submitted_on.isoformat())
    if not (firm and employer and last and month and now):
        return DoesNotApply()
    if compare_firms(firm.text, employer.text) is FirmNames.DIFFERENT:
        return DoesNotApply()
    if month < now:
        return Passes()
    return Finds(_RECORD, last.place, last.confidence, {"here": firm, "there": last})


CHECK = Check(run, StopLimits, rules=("X40",), reasons=(_PERSON, _PAYING, _RECORD))
