"""The table of ``legible_fields``."""

import pytest

from extractors.evidence import Box, Document, FieldReading, Flaw, Legibility
from tests.validators.cases import (
    REP,
    STRANGER,
    WORKER,
    Row,
    answer,
    back,
    case,
    certificate,
    front,
    license_,
    reading,
    sent,
    told,
    whole_case,
)
from tests.validators.pictures import (
    BESIDE,
    BLOWN,
    BLURRED,
    DARK,
    FAINT,
    GRAINY,
    PAGE_BLOWN,
    PAGE_PLAIN,
    PLAIN,
    SQUARED,
    TINY,
    everywhere,
    flaw,
    measured,
    pictured,
)
from validators.case import Case, Declared, DeclaredPerson
from validators.checks.legible_fields import CHECK


def card(legibility: Legibility, *flaws: Flaw, confidence: float = 0.3, page: Legibility = PAGE_PLAIN) -> Case:
    """A portrait side with its name measured."""
    name = measured(REP.name, legibility, confidence)
    return pictured_card(front(name=name, id_number=reading(REP.number, checksum_ok=True)), *flaws, page=page)


def pictured_card(side: Document, *flaws: Flaw, lines: Legibility | None = None, page: Legibility = PAGE_PLAIN) -> Case:
    """A side of the card in a picture."""
    return case(sent(side, slot="legal_rep_id", shown=(pictured(page, *flaws, lines=lines),)))


def at_frame(name: FieldReading) -> Case:
    """A portrait side whose name ends where the picture does."""
    return pictured_card(front(name=name.model_copy(update={"box": AT_RIGHT})), flaw("cut_off", AT_RIGHT))


def beside_a_good_one(there: Legibility) -> Case:
    """A portrait side of whose number nothing was read, and the same side once more."""
    (spoiled,), good = reckoned(there).files, sent(front(), slot="legal_rep_id", name="2.jpg", shown=(pictured(),))
    return case(spoiled, good)


def reckoned(there: Legibility, page: Legibility = PAGE_PLAIN) -> Case:
    """A portrait side with its number's place, in which nothing was read."""
    number = measured("", there, 0.99, "illegible").model_copy(update={"raw": ""})
    return case(sent(front(id_number=number), slot="legal_rep_id", shown=(pictured(page),)))


def beside_a_certificate(
    there: tuple[Legibility, *tuple[Flaw, ...]],
    box: Box | None = None,
    *,
    page: Legibility = PAGE_PLAIN,
    other: str | FieldReading = "李思涵",
    declared: Declared | None = None,
) -> Case:
    """A certificate whose name cannot be made out, and another photo of it."""
    name = measured("", there[0], state="illegible")
    name = name.model_copy(update={"box": box or name.box})
    spoiled = sent(certificate(employee_name=name), name="1.jpg", shown=(pictured(page, *there[1:]),))
    return case(spoiled, sent(certificate(employee_name=other), name="2.jpg", shown=(pictured(),)), declared=declared)


def filled_in(confidence: float = 0.89, lines: Legibility | None = None, there: Legibility = BLURRED) -> Case:
    """A certificate whose name was written by hand."""
    name = measured("李思涵", there, confidence)
    return case(sent(certificate(employee_name=name), shown=(pictured(PAGE_PLAIN, lines=lines),)))


NUMBER_PASSES = measured(REP.number, BLURRED, 0.5).model_copy(update={"checksum_ok": True})
NUMBER_FAILS = measured("110199199003070114", BLURRED, 0.95).model_copy(update={"checksum_ok": False})
PALE, SOFT = PLAIN.model_copy(update={"contrast": 0.2}), PLAIN.model_copy(update={"edge": 0.084})
PALED = PALE.model_copy(update={"paper": 0.98})
NEARLY_SOFT = PLAIN.model_copy(update={"edge": 0.07})
JUST_BEFORE, JUST_AFTER = (0.0, 0.08, 0.09, 0.22), (0.52, 0.08, 0.6, 0.22)
AT_RIGHT = (0.8, 0.1, 1.0, 0.2)
CUT_SHORT = measured(REP.name, PLAIN)
CUT_AWAY = measured("", PLAIN, 0.3, "illegible")
BLANK_DATE = measured("", PLAIN, 0.95, "blank").model_copy(update={"box": BESIDE, "legibility": None})
LIST = told().model_copy(
    update={"employees": tuple(DeclaredPerson(name=who.name, id_number=who.number) for who in (WORKER, STRANGER))}
)

ROWS = (
    Row("plain and read", card(PLAIN, confidence=0.99), "ok"),
    Row("plain and hardly read", card(PLAIN), "ok"),
    Row("blurred and hardly read", card(BLURRED), "image.blurry"),
    Row("blurred and read all the same", card(BLURRED, confidence=0.95), "image.blurry?"),
    Row("hardly softer than the limit, and read for sure", card(SOFT, confidence=0.99), "ok"),
    Row("hardly softer than the limit, and read", card(SOFT, confidence=0.9), "image.blurry?"),
    Row("grainy", card(GRAINY), "image.blurry"),
    Row("squeezed to squares", card(SQUARED), "image.blurry"),
    Row("tiny", card(TINY), "image.text_too_small"),
    Row("dark", card(DARK), "image.too_dark"),
    Row("blown out as the whole page is", card(BLOWN, page=PAGE_BLOWN), "image.overexposed"),
    Row("blown out on dull paper", card(BLOWN), "image.glare"),
    Row("faint", card(FAINT), "image.faint"),
    Row("glare over it", card(PALE, flaw("glare")), "image.glare"),
    Row("glare over it, and read for sure", card(PALE, flaw("glare"), confidence=0.97), "ok"),
    Row("light on it that leaves it as dark as the rest", card(PLAIN, flaw("glare")), "ok"),
    Row("glare beside it", card(PLAIN, flaw("glare", BESIDE)), "ok"),
    Row("pale beside a lamp", card(PALE, flaw("glare", JUST_AFTER), confidence=0.99), "image.glare?"),
    Row("paled by a lamp on it", card(PALED, confidence=0.99), "image.glare?"),
    Row("pale by itself", card(PALE, confidence=0.99), "ok"),
    Row("empty paper in bright light beside it", card(PLAIN, flaw("glare", JUST_AFTER), confidence=0.99), "ok"),
    Row("a finger where it begins", card(PLAIN, flaw("covered", JUST_BEFORE), confidence=0.99), "image.occluded?"),
    Row("a finger over it", card(PLAIN, flaw("covered")), "image.occluded"),
    Row("cut by the frame, or a watermark over it is", at_frame(CUT_SHORT), "image.cut_off?"),
    Row("cut by the frame, ink that nobody reads", at_frame(CUT_AWAY), "image.cut_off"),
    Row("whole, on a line that the frame cuts", card(PLAIN, flaw("cut_off")), "ok"),
    Row("white where the number stands, on dull paper", reckoned(BLOWN), "image.glare"),
    Row("white where the number stands, beside a good photo", beside_a_good_one(BLOWN), "ok"),
    Row("white where the number stands, all is white", reckoned(BLOWN, PAGE_BLOWN), "ok"),
    Row("nothing where the number should stand", reckoned(FAINT), "ok"),
    Row("a shadow over it", card(PLAIN, flaw("shadow")), "ok"),
    Row("not measured", whole_case(), "ok"),
    Row("a blurred number whose check digit fits", pictured_card(front(id_number=NUMBER_PASSES)), "ok"),
    Row("a blurred number whose check digit fails", pictured_card(front(id_number=NUMBER_FAILS)), "image.blurry"),
    Row("term not seen, the card blurred", pictured_card(back(valid_until=None), lines=BLURRED), "image.blurry"),
    Row("term not seen, glare on the card", pictured_card(back(valid_until=None), flaw("glare", BESIDE)), "image.glare?"),
    Row("term not seen, the card plain", pictured_card(back(valid_until=None)), "ok"),
    Row("a little soft where a seal was lifted from it, on a sharp page", filled_in(0.5, there=NEARLY_SOFT), "ok"),
    Row("a little soft, as the page is", filled_in(0.5, lines=NEARLY_SOFT, there=NEARLY_SOFT), "image.blurry?"),
    Row("a pen's soft strokes on a sharp page", filled_in(), "ok"),
    Row("a pen's soft strokes on a blurred page", filled_in(lines=BLURRED), "image.blurry?"),
    Row("a pen's soft strokes, hardly read", filled_in(confidence=0.3), "image.blurry"),
    Row("a soft field nobody asks for", pictured_card(front(address=measured("样例省", BLURRED))), "ok"),
    Row(
        "certificate's empty date under glare",
        case(sent(certificate(issue_date=BLANK_DATE), shown=(pictured(PAGE_PLAIN, flaw("glare", BESIDE)),))),
        "image.glare",
    ),
    Row(
        "certificate without a number, glare on it",
        case(sent(certificate(employee_id=None), shown=(pictured(PAGE_PLAIN, flaw("glare", BESIDE)),))),
        "ok",
    ),
    Row(
        "certificate without a number, its print blurred",
        case(sent(certificate(employee_id=None), shown=(pictured(PAGE_PLAIN, lines=BLURRED),))),
        "image.blurry?",
    ),
    *(
        Row(f"{kind}, beside a good photo of the certificate", beside_a_certificate(there), f"image.{kind}/extra")
        for kind, there in (
            ("blurry", (BLURRED,)),
            ("text_too_small", (TINY,)),
            ("too_dark", (DARK,)),
            ("faint", (FAINT,)),
            ("glare", (PALE, flaw("glare"))),
            ("occluded", (PLAIN, flaw("covered"))),
        )
    ),
    Row("plain on a blown page, beside a good photo", beside_a_certificate((PLAIN,), page=PAGE_BLOWN), "ok"),
    Row("blown out, beside a good photo", beside_a_certificate((BLOWN,), page=PAGE_BLOWN), "image.overexposed/extra"),
    Row(
        "cut off, beside a good photo",
        beside_a_certificate((PLAIN, flaw("cut_off", AT_RIGHT)), AT_RIGHT),
        "image.cut_off/extra",
    ),
    Row("two blurred photos of it", beside_a_certificate((BLURRED,), other=measured("李思涵", BLURRED)), "image.blurry"),
    Row(
        "a blurred certificate of somebody else on the list",
        beside_a_certificate((BLURRED,), declared=LIST),
        "image.blurry",
    ),
    Row(
        "licence blurred all over",
        case(sent(everywhere(license_(), BLURRED, 0.4), shown=(pictured(),))),
        "image.blurry",
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_legible_fields(row: Row) -> None:
    assert answer(CHECK, row) == row.answer
