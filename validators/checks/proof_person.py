"""Proofs of a correction that are about somebody else."""

from collections.abc import Iterator, Sequence
from typing import Final

from validators.cards import person_on_card, sort_cards
from validators.case import Case, Sighting
from validators.check import Check, DoesNotApply, Finds, Limits, Outcomes, Passes
from validators.corrections import PROOFS, item_of
from validators.numbers import Numbers, compare_numbers
from validators.reasons import name_of
from validators.values import Value, certainty, read, typed

_REASON: Final = "match.person_id/paper"
_REGISTERED: Final = ("registration_proof",)


def run(case: Case, limits: Limits) -> Outcomes:
    """The household register's page, or the police's paper, is the applicant's own, and so is the registration

    It is where its number is one of the applicant's: typed, on the card, before the correction or after it. A registration
    whose number may be what is to be corrected says nothing. A register has a page for every member of a family: one that is
    the applicant's is enough. Source: DOMAIN 9 A6, 8.2 X06.
    """
    own = tuple(_own(case, limits))
    for kinds in (PROOFS, _REGISTERED if item_of(case) not in ("", "id_number") else ()):
        shown = [(seen, number) for kind in kinds for seen in case.documents(kind) if (number := read(seen, "id_number"))]
        yield from _whose(shown, own)


def _whose(shown: Sequence[tuple[Sighting, Value]], own: Sequence[Value]) -> Outcomes:
    if not shown or not own:
        yield DoesNotApply()
        return
    if any(compare_numbers(number, one) is not Numbers.DIFFERENT for _, number in shown for one in own):
        yield Passes()
        return
    for seen, number in shown:
        words: dict[str, str | Value] = {"seen": name_of(seen.document.type), "here": number, "there": own[0]}
        yield Finds(_REASON, number.place, certainty(number, *own), words)


def _own(case: Case, limits: Limits) -> Iterator[Value]:
    card = sort_cards(case, limits.requirements).of["employee"].front
    told = (typed(case.declared.employee_id), typed(case.declared.old_value), typed(case.declared.new_value))
    registered = (read(seen, "id_number") for seen in case.documents("registration_proof"))
    corrected = registered if item_of(case) in ("", "id_number") else ()
    number = person_on_card(card).number if card else None
    yield from (one for one in (number, *told, *corrected) if one is not None)


CHECK = Check(run, Limits, rules=("X06",), reasons=(_REASON,))
