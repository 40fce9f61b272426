"""Registrations that another city keeps."""

from validators.case import Case, Sighting
from validators.check import CannotTell, Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.places import names_place
from validators.values import Value, certainty, read, typed

_REASON = "scenario.wrong_region"


class RegionLimits(Limits):
    """``places`` that this office serves; none: it serves any. ``words`` in the typed reason by which it is another's."""

    places: tuple[str, ...] = ()
    words: tuple[str, ...] = ("跨地区", "跨省", "跨市", "异地登记", "外地登记", "登记在外地", "外省登记")


def run(case: Case, limits: RegionLimits) -> Outcomes:
    """The registration was made in the region of this office

    Sent back where the form says so, or where the proof's region and its authority both are another place; by one of the two,
    or by words in the typed reason, a person looks. Source: DOMAIN 8.2 X39, 9 A10.
    """
    told = case.declared.reason + case.declared.reason_detail
    if any(word in told.replace(f"非{word}", "") for word in limits.words):
        yield CannotTell(_REASON, "only_typed", words={"here": told, "there": "、".join(limits.places)})
    place = typed(case.declared.registered_in)
    if limits.places and place:
        yield Passes() if _is_ours(place, limits) else Finds(_REASON, words=_words(place.text, limits))
    for seen in case.documents("registration_proof"):
        yield _proof(seen, limits) if limits.places else DoesNotApply()


def _proof(seen: Sighting, limits: RegionLimits) -> Outcome:
    stated = [value for name in ("region", "authority") if (value := read(seen, name))]
    if not stated or any(_is_ours(value, limits) for value in stated):
        return Passes()
    words, sure = _words("、".join(value.text for value in stated), limits), certainty(*stated)
    if len(stated) == 1:
        return CannotTell(_REASON, "place_names", stated[0].place, sure, words)
    return Finds(_REASON, stated[0].place, sure, words)


def _is_ours(value: Value, limits: RegionLimits) -> bool:
    return any(names_place(value.text, place) for place in limits.places)


def _words(here: str, limits: RegionLimits) -> dict[str, str]:
    return {"here": here, "there": "、".join(limits.places)}


CHECK = Check(run, RegionLimits, rules=("X39",), reasons=(_REASON,))
