"""Required values that the picture does not show plainly."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from extractors.evidence import DocumentType, FieldReading, PageEvidence
from extractors.schema import DAYS, NUMBERS, PAPERS, kind_of
from validators.cards import HOLDERS, sort_cards
from validators.case import Case, Sighting
from validators.check import CannotTell, Check, Finds, Outcome, Outcomes, Passes
from validators.finding import Place
from validators.legibility import (
    DULL_BELOW,
    KINDS,
    OF_FLAW,
    READABLE,
    LegibilityLimits,
    Strain,
    cut_short,
    hiding,
    pages_of,
    strain_at,
    strain_of,
    strain_of_print,
)
from validators.paper_fields import MUST_SAY, is_extra, must_be_readable
from validators.papers import authorization_of, certificates, is_individual_business, license_of
from validators.reasons import field_name, name_of
from validators.spare_papers import but_of_spare_papers
from validators.values import about_field, place_of

_ALWAYS_THERE: Final = frozenset({"business_license", "id_card"})
"""Papers that are all alike: a value that was not read stands on them all the same."""


BY_PEN_FROM: Final = 0.7
BY_PEN_BELOW: Final = 0.9
"""Confidence of what was read off a ruled line: below, something else is wrong with it, and above nothing is."""


class FieldLimits(LegibilityLimits):
    """``unsure_below``: confidence (0..1) of a reading below which it was not read: what a seal lies over, read in one way
    only, has 0.5, and is no worse than unsure.
    ``sure_from``: confidence from which only a strain of ``strained_though_sure`` makes it doubtful; below, one from
    ``strained_from`` does. Of the values lost on the ladders none was read so surely at a strain between 1 and that.

    ``papers``: the types whose values count.
    """

    unsure_below: float = 0.5
    sure_from: float = 0.95
    strained_from: float = 0.75
    strained_though_sure: float = 1.25
    papers: tuple[DocumentType, ...] = (
        "business_license",
        "id_card",
        "termination_certificate",
        "authorization_letter",
        *MUST_SAY,
    )


def run(case: Case, limits: FieldLimits) -> Outcomes:
    """The values that are needed can be made out

    Only the pixels of the values themselves count, not those of the desk: a picture may be as ugly as it likes. A value that
    cannot be read by measure (blur, glare, light, size, something over it) and was not read either asks for another photo. One
    of the two alone is a doubt, and so are words that may go on under something. A bad photo beside a good one is a note.
    Source: DOMAIN 6.2, 8.3 D01 D02; thresholds: the ladders of tests.bench.legibility.
    """
    judged = [(seen, _judge(seen, field, limits)) for seen in _papers(case, limits) for field in _needed(seen)]
    yield from but_of_spare_papers(case, judged, limits)


def _papers(case: Case, limits: FieldLimits) -> Iterator[Sighting]:
    license_, letter = license_of(case), authorization_of(case)
    cards = sort_cards(case, limits.requirements)
    sides = (side for holder in HOLDERS for side in (*cards.of[holder].fronts_read, *cards.of[holder].backs))
    others = (seen for kind in MUST_SAY for seen in case.documents(kind) if not is_extra(case, seen, limits.requirements))
    for seen in (license_, *sides, *certificates(case), letter, *others):
        if seen is not None and seen.document.type in limits.papers:
            yield seen


def _needed(seen: Sighting) -> Iterator[str]:
    needed = must_be_readable(seen.document.type, seen.document.side, seen.document.traits)
    if seen.document.type != "business_license":
        return iter(needed)
    spared = {"uscc"} if seen.field("registration_number") else set()
    spared |= {"name"} if is_individual_business(seen) else set()
    return (field for field in needed if field not in spared)


def _judge(seen: Sighting, field: str, limits: FieldLimits) -> Outcome:
    reading, strain = seen.field(field), _strain(seen, field, limits)
    if _is_spared(seen, field, reading, strain):
        return Passes()
    words, about = (
        {"seen": name_of(seen.document.type), "field": field_name(seen.document.type, field)},
        about_field(seen, field),
    )
    if _is_plain(seen, reading, strain, limits):
        over = None if _is_of_digits(seen, field) else _cut_short(seen, reading)
        at = place_of(seen, reading)
        return CannotTell(f"image.{over.kind}", "may_go_on", at, words=words, about=about) if over else Passes()
    reason, place = f"image.{strain.kind}", _place(seen, reading, strain)
    if strain.amount < 1 or _is_read(reading, limits) or (strain.kind == "cut_off" and _says_something(reading)):
        return CannotTell(reason, "plain_to_machine", place, words=words, about=about)
    if reading is None and (seen.document.type not in _ALWAYS_THERE or strain.box is not None):
        return CannotTell(reason, "not_seen", place, words=words, about=about)
    return Finds(reason, place, words=words, about=about)


def _is_spared(seen: Sighting, field: str, reading: FieldReading | None, strain: Strain) -> bool:
    """Whether a number fits its check digit, a value need not be there, or a place where nothing was read is only reckoned.

    Such a place may be a little elsewhere; a lamp's white is seen wherever it is.
    """
    if reading is None:
        return PAPERS[seen.document.type].fields[field].compared and strain.box is not None
    reckoned = reading.state == "illegible" and not reading.raw
    return (reading.checksum_ok is True and not reading.repaired) or (reckoned and strain.kind != "glare")


def _is_of_digits(seen: Sighting, field: str) -> bool:
    return kind_of(seen.document.type, field) in NUMBERS | DAYS


def _is_plain(seen: Sighting, reading: FieldReading | None, strain: Strain, limits: FieldLimits) -> bool:
    """Whether what strains a value's place is no reason to doubt the value."""
    if reading is not None and reading.state == "read":
        if strain.kind in OF_FLAW.values() and _is_sure(reading, limits):
            return True  # nothing that lies over print lets it be read so surely
        soft_by_itself = _is_by_pen(seen, reading) or strain.amount < 1
        if strain.kind == "blurry" and soft_by_itself and _print_is_plain(seen, limits):
            return True
    if reading is None:
        return strain.amount < 1
    return strain.amount < (limits.strained_though_sure if _is_sure(reading, limits) else limits.strained_from)


def _cut_short(seen: Sighting, reading: FieldReading | None) -> Strain | None:
    """What lies beside words that were read: what it hides of them leaves no gap. Numbers and dates have their length."""
    if reading is None or reading.box is None or reading.state != "read":
        return None
    at = [page for page in pages_of(seen) if page.number == reading.page]
    return next((over for page in at if (over := cut_short(page, reading.box, reading.legibility))), None)


def _is_sure(reading: FieldReading, limits: FieldLimits) -> bool:
    return reading.checksum_ok is not False and reading.confidence >= limits.sure_from


def _is_by_pen(seen: Sighting, reading: FieldReading) -> bool:
    """Whether a value was read that a pen wrote, or that stands on a ruled line: such a one is never quite sure."""
    return seen.document.type not in _ALWAYS_THERE and BY_PEN_FROM <= reading.confidence < BY_PEN_BELOW


def _print_is_plain(seen: Sighting, limits: FieldLimits) -> bool:
    """Whether the paper's print is sharp: what a pen wrote, or a seal was lifted from, is soft whatever the lens."""
    inside = [line.legibility for page in pages_of(seen) for line in page.lines if _holds(seen, line.box)]
    return any(inside) and strain_of_print(inside, limits).amount < limits.strained_from


def _is_read(reading: FieldReading | None, limits: FieldLimits) -> bool:
    if reading is None or reading.state in ("illegible", "blank") or reading.checksum_ok is False:
        return False
    return reading.confidence >= limits.unsure_below


def _says_something(reading: FieldReading | None) -> bool:
    """Whether characters were read, however badly: a watermark across a line may run out of the frame, and the line not."""
    return reading is not None and reading.state == "read" and bool(reading.value)


def _strain(seen: Sighting, field: str, limits: FieldLimits) -> Strain:
    """The strain in the value's place; where nothing of it was seen, that of the paper's print, or a flaw that may hide it."""
    reading = seen.field(field)
    pages = [page for page in pages_of(seen) if page.legibility is not None]
    if reading is not None and reading.box is not None:
        at = [page for page in pages if page.number == reading.page]
        own = _in_its_light(strain_of(reading.legibility, limits, digits=_is_of_digits(seen, field)), at)
        return max(
            (strain_at(page, reading.box, own, limits, reading.legibility) for page in at), key=_amount, default=READABLE
        )
    inside = [line.legibility for page in pages for line in page.lines if _holds(seen, line.box)]
    flaws = [Strain(OF_FLAW[flaw.kind], 1.0, flaw.box) for page in pages for flaw in hiding(page, limits, seen.document.box)]
    return max((strain_of_print(inside, limits), *flaws), key=_amount)


def _in_its_light(own: Strain, pages: Sequence[PageEvidence]) -> Strain:
    """Where the place is white and the page is not, a lamp is mirrored there."""
    dull = any(page.legibility is not None and page.legibility.paper < DULL_BELOW for page in pages)
    return replace(own, kind="glare") if own.kind == "overexposed" and dull else own


def _amount(strain: Strain) -> float:
    return strain.amount


def _holds(seen: Sighting, box: tuple[float, float, float, float]) -> bool:
    whole = seen.document.box or (0.0, 0.0, 1.0, 1.0)
    return whole[0] <= (box[0] + box[2]) / 2 <= whole[2] and whole[1] <= (box[1] + box[3]) / 2 <= whole[3]


def _place(seen: Sighting, reading: FieldReading | None, strain: Strain) -> Place:
    place = place_of(seen, reading)
    return place if reading is not None or strain.box is None else place.model_copy(update={"bbox": strain.box})


CHECK = Check(
    run, FieldLimits, rules=("D01", "D02"), reasons=tuple(f"image.{kind}{extra}" for kind in KINDS for extra in ("", "/extra"))
)
