"""Whose ID card is whose: by what stands on it, by the slot it came in, and at last by elimination."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from extractors.evidence import Side
from extractors.schema.identity import identity_paper
from validators.case import Case, Sighting
from validators.names import PersonNames, compare_people
from validators.numbers import Numbers, compare_numbers
from validators.papers import authorization_of, certificates, deceased_instead, is_of_death, license_of
from validators.persons import Person
from validators.reasons import name_of
from validators.representatives import named_in, representatives_on
from validators.requirements import HOLDER_OF_SLOT, Holder, Requirement
from validators.values import read, typed

HOLDERS: Final[tuple[Holder, ...]] = ("legal_rep", "agent", "employee", "heir")


@dataclass(frozen=True, slots=True)
class Card:
    """What was seen of one person's card. ``paired``: the two sides surely belong to one card."""

    fronts: tuple[Sighting, ...] = ()
    backs: tuple[Sighting, ...] = ()
    paired: bool = False

    @property
    def front(self) -> Sighting | None:
        """The first portrait side whose number was read, else the first."""
        return next(iter(self.fronts_read), None)

    @property
    def fronts_read(self) -> tuple[Sighting, ...]:
        """The portrait sides whose number was read, all where none was: a spoiled photo beside a good one spoils nothing."""
        return tuple(seen for seen in self.fronts if read(seen, "id_number")) or self.fronts

    @property
    def person(self) -> Person:
        """Name and number on the portrait side."""
        return person_on_card(self.front)

    def side(self, side: Side) -> tuple[Sighting, ...]:
        """All sightings of one side; papers that say everything on one side have nothing to show on the other."""
        single = tuple(seen for seen in self.fronts if _says_all(seen))
        return self.fronts if side == "front" else self.backs or single


@dataclass(frozen=True, slots=True)
class Cards:
    """The ID cards of a packet by holder, and the sides nobody could be found for."""

    of: Mapping[Holder, Card]
    loose: tuple[Sighting, ...] = ()

    def loose_sides(self, side: Side) -> tuple[Sighting, ...]:
        """Sides without a holder that may be this one."""
        return tuple(seen for seen in self.loose if seen.document.side in (None, side))


def _says_all(front: Sighting) -> bool:
    """Whether a portrait side is all there is to see: of a kind whose other side says nothing, or with that side's values."""
    paper = identity_paper(front.document.traits)
    return paper is not None and all(read(front, field) for field in paper.back)


def person_on_card(front: Sighting | None) -> Person:
    """Name and number on a portrait side; where it has the name in two scripts, in both."""
    name, latin = read(front, "name"), read(front, "latin_name")
    if name and latin:
        name = replace(name, text=f"{name.text} {latin.text}")
    return Person(name, read(front, "id_number"))


def name_of_card(seen: Sighting) -> str:
    """What a card is called: its own title where it is no resident ID card."""
    paper = identity_paper(seen.document.traits)
    if paper is None:
        return name_of("id_card")
    return seen.document.title if seen.document.title in paper.titles.split() else paper.zh


def sort_cards(case: Case, requirements: Iterable[Requirement]) -> Cards:
    """Give every side of every ID card its holder. The requirements say who has to bring one at all."""
    wanted = [one.holder for one in requirements if one.holder and one.applies(case) == "yes"]
    fronts = _sort_fronts(case, wanted)
    backs = _sort_backs(case, fronts)
    lonely = [seen for seen in case.documents("id_card", "back") if not any(seen in found for found in backs.values())]
    without_back = [holder for holder in HOLDERS if fronts[holder] and not backs[holder]]
    guessed: dict[Holder, Sighting] = {}
    if len(lonely) == len(without_back):
        guessed = dict(zip(without_back, lonely, strict=True))
    cards = {
        holder: Card(
            fronts=tuple(fronts[holder]),
            backs=tuple(backs[holder]) or tuple(_only(guessed.get(holder))),
            paired=bool(backs[holder]) or len(lonely) == 1,
        )
        for holder in HOLDERS
    }
    taken = [seen for card in cards.values() for seen in (*card.fronts, *card.backs)]
    return Cards(cards, tuple(seen for seen in case.documents("id_card") if seen not in taken))


def _sort_fronts(case: Case, wanted: list[Holder]) -> dict[Holder, list[Sighting]]:
    """The portrait sides of each holder, first those that name them: the order of upload tells nothing."""
    known = {holder: tuple(_known(case, holder)) for holder in HOLDERS}
    found: dict[Holder, list[Sighting]] = {holder: [] for holder in HOLDERS}
    loose: list[Sighting] = []
    for seen in case.documents("id_card", "front"):
        named = _by_content(seen, known, near=False)
        holders = named or _as_heir(case, seen, _by_slot(seen), wanted) or _by_content(seen, known, near=True)
        for holder in holders:
            found[holder].append(seen)
        loose += [] if holders else [seen]
    for holder, people in known.items():
        found[holder].sort(key=partial(_place_among, people=people))
    lacking = [holder for holder in wanted if not found[holder]]
    if len(loose) == 1 and len(lacking) == 1:
        found[lacking[0]].append(loose[0])
    return found


def _place_among(seen: Sighting, people: Sequence[Person]) -> int:
    """Which of the people a card names, the one typed first; those that name none of them come last."""
    card = person_on_card(seen)
    return next((place for place, person in enumerate(people) if _is_same(card, person, near=False)), len(people))


def _sort_backs(case: Case, fronts: Mapping[Holder, list[Sighting]]) -> dict[Holder, list[Sighting]]:
    found: dict[Holder, list[Sighting]] = {holder: [] for holder in HOLDERS}
    for seen in case.documents("id_card", "back"):
        front = _front_beside(case, seen)
        for holder in [holder for holder in HOLDERS if front in fronts[holder]] if front else _by_slot_of_fronts(seen, fronts):
            found[holder].append(seen)
    return found


def _front_beside(case: Case, back: Sighting) -> Sighting | None:
    """The portrait side in the same file: the only one, or the one in the same place of the order."""
    fronts = [seen for seen in case.documents("id_card", "front") if seen.file == back.file]
    backs = [seen for seen in case.documents("id_card", "back") if seen.file == back.file]
    return fronts[backs.index(back)] if len(fronts) == len(backs) else None


def _by_slot_of_fronts(seen: Sighting, fronts: Mapping[Holder, list[Sighting]]) -> list[Holder]:
    """The holder of the slot, unless the fronts that came in that slot turned out to be somebody else's."""
    slot = seen.file.slot
    beside = [holder for holder in HOLDERS if any(front.file.slot == slot for front in fronts[holder])]
    return _by_slot(seen) and (beside or _by_slot(seen))


def _by_slot(seen: Sighting) -> list[Holder]:
    holder = HOLDER_OF_SLOT.get(seen.file.slot or "")
    return [holder] if holder else []


def _by_content(seen: Sighting, known: Mapping[Holder, tuple[Person, ...]], near: bool) -> list[Holder]:
    card = person_on_card(seen)
    return [holder for holder, people in known.items() if any(_is_same(card, person, near) for person in people)]


def _is_same(card: Person, person: Person, near: bool) -> bool:
    numbers = compare_numbers(card.number, person.number)
    if numbers in (Numbers.SAME, Numbers.DIFFERENT):
        return numbers is Numbers.SAME
    if card.name is None or person.name is None:
        return False
    names = compare_people(card.name.text, person.name.text)
    return names not in (PersonNames.DIFFERENT, PersonNames.OTHER_SCRIPT) if near else names is PersonNames.SAME


def _known(case: Case, holder: Holder) -> Iterator[Person]:
    """The holder as the form and the other papers name him."""
    told = case.declared
    if holder == "legal_rep":
        yield from (Person(typed(name)) for name in named_in(told.legal_rep_name).people or (told.legal_rep_name,))
        yield from (Person(name) for name in representatives_on(license_of(case)))
    elif holder == "agent":
        letter = authorization_of(case)
        yield Person(typed(told.agent_name), typed(told.agent_id))
        yield Person(read(letter, "agent_name"), read(letter, "agent_id"))
    elif holder == "heir":
        if is_of_death(case) and told.applicant_name not in (told.employee_name, told.legal_rep_name, told.agent_name):
            yield Person(typed(told.applicant_name), typed(told.applicant_id))
        if deceased_instead(case) is not None:
            yield Person(typed(told.employee_name), typed(told.employee_id))
        for seen in case.documents("kinship_proof"):
            first, second = _told_of(seen, "name", "id_number"), _told_of(seen, "relative", "relative_id")
            yield from (first,) if _is_dead(case, second) else (second,)
    else:
        yield deceased_instead(case) or Person(typed(told.employee_name), typed(told.employee_id))
        for seen in certificates(case):
            yield Person(read(seen, "employee_name"), read(seen, "employee_id"))


def _told_of(seen: Sighting, name: str, number: str) -> Person:
    return Person(read(seen, name), read(seen, number))


def _is_dead(case: Case, person: Person) -> bool:
    """Whether a person is the one who died, by the death certificate or, where that names nobody, as typed."""
    dead = [_told_of(seen, "name", "id_number") for seen in case.documents("death_certificate")]
    dead = [one for one in dead if one.name or one.number] or [
        Person(typed(case.declared.employee_name), typed(case.declared.employee_id))
    ]
    return any(_is_same(person, one, near=False) for one in dead)


def _as_heir(case: Case, seen: Sighting, holders: list[Holder], wanted: list[Holder]) -> list[Holder]:
    """The heir instead of the one who died, where a card in the latter's place is not theirs: heirs apply with their own."""
    card = person_on_card(seen)
    known = any(read(one, "name") for one in case.documents("death_certificate"))
    return ["heir"] if holders == ["employee"] and "heir" in wanted and known and not _is_dead(case, card) else holders


def _only(seen: Sighting | None) -> Iterator[Sighting]:
    if seen is not None:
        yield seen
