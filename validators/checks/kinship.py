"""Heirs whose kinship is somebody else's."""

from validators.case import Case, Sighting
from validators.check import CannotTell, Check, DoesNotApply, Finds, Limits, Outcome, Outcomes
from validators.persons import Differences, Person, compare
from validators.subject import applicant_of, subject_of
from validators.values import read

_REASON = "match.applicant/heir"


def run(case: Case, limits: Limits) -> Outcomes:
    """The proof of kinship is about the deceased and the one who applies

    It may name either of them first. That there is none is told elsewhere; a register page may prove it as well.
    Source: DOMAIN 8.2 X47, 9 A14.
    """
    for seen in case.documents("kinship_proof"):
        heir, deceased = applicant_of(case, limits), subject_of(case, limits)
        for person in (heir, deceased):
            yield _judge(seen, person)


def _judge(seen: Sighting, person: Person) -> Outcome:
    """The better of the proof's two people."""
    one = Person(read(seen, "name"), read(seen, "id_number"))
    other = Person(read(seen, "relative"), read(seen, "relative_id"))
    found = [_worst(tuple(compare(named, person, Differences(_REASON, _REASON)))) for named in (one, other)]
    if any(isinstance(outcome, DoesNotApply) for outcome in found):
        return DoesNotApply()
    return min(found, key=_gravity)


def _worst(outcomes: tuple[Outcome, ...]) -> Outcome:
    return max(outcomes, key=_gravity)


def _gravity(outcome: Outcome) -> int:
    return 2 if isinstance(outcome, Finds) else 1 if isinstance(outcome, CannotTell) else 0


CHECK = Check(run, Limits, rules=("X47",), reasons=(_REASON,))
