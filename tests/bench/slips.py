"""How many slips a comparison forgives: ``python -m tests.bench.slips --seed 1``. Seconds, no pixels.

True names, firms, numbers and days are misread with 0 to 6 slips (characters that look alike, any others, lost ones; in
stretches where something lies over the print) and compared with what is true, and with somebody else's. Printed is how many in
a hundred would be sent back: of the true ones none should be, of other people's all but what the doubt explains. Beside the
names "by number" stands the same ID number. The shares that decide are those of ``validators/slips.py``.
"""

import argparse
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from rich.console import Console
from rich.table import Table

from extractors.evidence import Document, Doubt, FieldReading, FileEvidence
from samples.companies import draw_company
from samples.people import draw_person
from validators.alike_glyphs import alike_to
from validators.case import Case, CaseFile, Sighting
from validators.check import Finds, Outcome
from validators.doubts import certainty_of
from validators.firms import Employer, compare_with_employer
from validators.persons import Differences, Person, compare
from validators.slips import Difference, weigh_days
from validators.values import Value, read, typed

TODAY: Final = date(2024, 6, 10)
MOST_SLIPS: Final = 6
CERTAIN_FROM: Final = 0.90
"""As in the policies: below, nobody is sent back."""
REASONS: Final = Differences("name", "number")
DIGITS_ALIKE: Final = {"0": "68", "1": "7", "3": "85", "5": "63", "6": "805", "7": "1", "8": "0639", "9": "8"}
ANY: Final = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民"
)


@dataclass(frozen=True)
class Place:
    """Where a value stands: how surely it is read there, what is doubted, how its slips come."""

    name: str
    score: float = 0.99
    doubts: tuple[Doubt, ...] = ()
    alike: float = 0.8
    """Share of slips by which a character becomes one that looks like it."""
    stretch: float = 0.0
    """How often the next character is hit as well."""


PLACES: Final = (
    Place("plain print"),
    Place("plain print, score 0.70", score=0.70),
    Place("two readings differ", doubts=("readings_differ",), alike=0.5, stretch=0.7),
    Place("under a stamp", doubts=("stamped",), alike=0.5, stretch=0.7),
    Place("on a ruled line", doubts=("on_a_rule",), alike=0.5, stretch=0.4),
    Place("by a pen", doubts=("handwritten",), alike=0.4, stretch=0.4),
)


@dataclass(frozen=True)
class Sort:
    """A sort of value: how one is drawn, and whether a reading of it would be sent back, compared with what is meant."""

    name: str
    draw: Callable[[random.Random], str]
    sent_back: Callable[[Place, str, str], bool]


def misread(rng: random.Random, value: str, slips: int, place: Place) -> str:
    """The value with so many characters wrong."""
    hit: list[int] = []
    signs = [at for at, char in enumerate(value) if char not in "-()·"]
    while len(hit) < min(slips, len(signs)):
        following = hit and hit[-1] + 1 in signs and hit[-1] + 1 not in hit and rng.random() < place.stretch
        hit.append(hit[-1] + 1 if following else rng.choice([at for at in signs if at not in hit]))
    return "".join(_wrong(rng, char, place) if at in hit else char for at, char in enumerate(value))


def _wrong(rng: random.Random, char: str, place: Place) -> str:
    alike = (DIGITS_ALIKE.get(char, "") if char.isascii() else alike_to(char)[:8]) if rng.random() < place.alike else ""
    if not alike and char not in "0123456789" and rng.random() < place.stretch / 3:
        return ""
    return rng.choice([other for other in alike or ("0123456789" if char.isascii() else ANY) if other != char])


def as_read(place: Place, field: str, text: str) -> Value | None:
    """What a check has of a value that was read there."""
    reading = FieldReading(value=text, confidence=place.score, page=1, doubts=place.doubts)
    reading = reading.model_copy(update={"confidence": certainty_of(reading)})
    document = Document(type="termination_certificate", pages=(1,), confidence=0.98, fields={field: reading})
    evidence = FileEvidence(sha256="0", size_bytes=1, format="jpeg", page_count=1, documents=(document,))
    return read(Sighting(CaseFile(name="paper.jpg", evidence=evidence), document), field)


def is_sent_back(outcomes: Iterator[Outcome]) -> bool:
    """Whether one of them is sure enough to send somebody back."""
    return any(isinstance(one, Finds) and one.reason == "match" and one.confidence >= CERTAIN_FROM for one in outcomes)


def _person(place: Place, text: str, meant: str, number: str = "") -> bool:
    one, other = Person(as_read(place, "employee_name", text), typed(number)), Person(typed(meant), typed(number))
    return is_sent_back(iter(compare(one, other, Differences("match", "number"))))


def _by_number(place: Place, text: str, meant: str) -> bool:
    return _person(place, text, meant, "110199199003070113")


def _number(place: Place, text: str, meant: str) -> bool:
    one, other = Person(None, as_read(place, "employee_id", text)), Person(None, typed(meant))
    return is_sent_back(iter(compare(one, other, Differences("name", "match"))))


def _firm(place: Place, text: str, meant: str) -> bool:
    case = Case(packet_id="slips", scenario="employer_withdrawal", submitted_on=TODAY)
    return is_sent_back(
        iter([compare_with_employer(case, as_read(place, "employer_name", text), Employer(typed(meant)), "match")])
    )


def _day(place: Place, text: str, meant: str) -> bool:
    value = as_read(place, "separation_date", text)
    if value is None or text == meant:
        return False
    found = weigh_days(Value(meant), value)
    return found.difference is not Difference.MISREAD and found.sure >= CERTAIN_FROM


SORTS: Final = (
    Sort("person", lambda rng: draw_person(rng, TODAY).name, _person),
    Sort("person, by number", lambda rng: draw_person(rng, TODAY).name, _by_number),
    Sort("firm", lambda rng: draw_company(rng, TODAY, "赵明远").name, _firm),
    Sort("number", lambda rng: draw_person(rng, TODAY).id_number, _number),
    Sort("day", lambda rng: (TODAY - timedelta(days=rng.randint(1, 90))).isoformat(), _day),
)


def curve(rng: random.Random, sort: Sort, place: Place, count: int) -> Mapping[str, float]:
    """How many in a hundred are sent back: of true values by their slips, and of another's."""
    values = [sort.draw(rng) for _ in range(count)]
    shares = {
        str(slips): 100 * sum(sort.sent_back(place, misread(rng, one, slips, place), one) for one in values) / count
        for slips in range(MOST_SLIPS + 1)
    }
    others = [(one, other) for one in values if (other := sort.draw(rng)) != one]
    return {**shares, "another's": 100 * sum(sort.sent_back(place, other, one) for one, other in others) / len(others)}


def main() -> None:
    """Print the curves."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=200, help="values per line")
    options = parser.parse_args()
    table = Table("value", "where", *map(str, range(MOST_SLIPS + 1)), "another's", title="sent back, of 100, by slips")
    for sort in SORTS:
        for place in PLACES:
            shares = curve(random.Random(f"{options.seed} {sort.name} {place.name}"), sort, place, options.count)
            table.add_row(sort.name, place.name, *(f"{share:.1f}" for share in shares.values()))
    Console(width=120).print(table)


if __name__ == "__main__":
    main()
