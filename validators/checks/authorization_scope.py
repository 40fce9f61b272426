"""Authorisations for something else."""

from validators.case import Case, Sighting
from validators.check import CannotTell, Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.matters import COVERING, ELSEWHERE, PERHAPS
from validators.papers import authorization_of
from validators.values import Value, place_of, read


class ScopeLimits(Limits):
    """``covering``: words in the matter by which it is this service, or all services of this office.

    ``elsewhere``: words of other offices' and banks' business; ``perhaps``: words that this office's services share with them.
    """

    covering: tuple[str, ...] = COVERING
    elsewhere: tuple[str, ...] = ELSEWHERE
    perhaps: tuple[str, ...] = PERHAPS


def run(case: Case, limits: ScopeLimits) -> Outcomes:
    """The letter of authorisation covers this service

    A blank or another office's business is sent back; general words (办理相关手续) and what is neither go to a person.
    Source: DOMAIN 8.3 D17; Civil Code art. 165.
    """
    letter = authorization_of(case)
    yield _judge(letter, limits) if letter else DoesNotApply()


def _judge(letter: Sighting, limits: ScopeLimits) -> Outcome:
    reading = letter.field("matter")
    if reading is not None and reading.state == "blank":
        return Finds("authorization.out_of_scope", place_of(letter, reading), reading.confidence, {"here": "（空白）"})
    matter = read(letter, "matter")
    if matter is None:
        return CannotTell("authorization.out_of_scope", "not_seen", place_of(letter), words={"here": "（未读到）"})
    return _told(matter, limits)


def _told(matter: Value, limits: ScopeLimits) -> Outcome:
    if any(word in matter.text for word in limits.covering):
        return Passes()
    words = {"here": matter}
    if any(word in matter.text for word in limits.elsewhere):
        return Finds("authorization.out_of_scope", matter.place, matter.confidence, words)
    if any(word in matter.text for word in limits.perhaps):
        return Passes()
    return CannotTell("authorization.out_of_scope", "vague", matter.place, matter.confidence, words)


CHECK = Check(run, ScopeLimits, rules=("D17",), reasons=("authorization.out_of_scope",))
