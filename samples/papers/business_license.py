"""Business licences: landscape from 2019, portrait from 2014 with either number, and what came before (DOMAIN 1.1)."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Literal

from samples.companies import Company
from samples.fonts import faces_of
from samples.papers.license_forms import FORM_2014, FORM_2019, Look, draw_2014, draw_2019, draw_before_2014
from samples.papers.license_rows import license_truth
from samples.papers.paper import Paper, Shown
from samples.papers.sheet import Sheet, Type

LicenseLayout = Literal["2019_copy", "2019_original", "2014_copy", "2014_original", "2014_numbered", "before_2014"]
LICENSE_LAYOUTS: tuple[LicenseLayout, ...] = (
    "2019_copy",
    "2019_original",
    "2014_copy",
    "2014_original",
    "2014_numbered",
    "before_2014",
)

_NUMBERED: tuple[LicenseLayout, ...] = ("2014_numbered", "before_2014")
_LANDSCAPE_FROM, _CODES_FROM, _PORTRAIT_FROM = date(2019, 3, 1), date(2015, 10, 1), date(2014, 3, 1)
_DRAW: dict[str, Callable[[Sheet, Company, Look], None]] = {"2019": draw_2019, "2014": draw_2014, "before": draw_before_2014}
_SIZES = {
    "2019_copy": (297.0, 210.0),
    "2019_original": (420.0, 297.0),
    "2014_copy": (210.0, 297.0),
    "2014_original": (297.0, 420.0),
}
_MARK_AT, _MARK = (0.13, 0.905), (0.78, 0.20, 0.22)
"""Where a mark begins, in shares of the page, and its red: below the lines, beside issuer and date."""
_BEFORE_2014_SIZE, _A4_SIZE = (240.0, 170.0), (210.0, 297.0)


def layouts_for(company: Company) -> tuple[LicenseLayout, ...]:
    """The forms in use when this company's licence was issued."""
    if company.issued_on >= _LANDSCAPE_FROM:
        return ("2019_copy", "2019_original")
    if company.issued_on >= _CODES_FROM:
        return ("2014_copy", "2014_original")
    return ("2014_numbered",) if company.issued_on >= _PORTRAIT_FROM else ("before_2014",)


def draw_license(rng: random.Random, company: Company, layout: LicenseLayout | None = None, *, mark: str = "") -> Paper:
    """Draw a company's licence in a form that fits its date of issue, or in the layout named; ``mark`` below its lines."""
    chosen: LicenseLayout = rng.choice(layouts_for(company)) if layout is None else layout
    numbered = chosen in _NUMBERED
    width, height = _SIZES.get(chosen, _BEFORE_2014_SIZE if chosen == "before_2014" else _A4_SIZE)
    body = Type(rng.choice((*faces_of("song"), *faces_of("kai"), faces_of("hei")[1])), 11.0)
    look = Look(
        title=Type(rng.choice(faces_of("hei")), 44.0, bold=True),
        label=Type(rng.choice((*faces_of("hei"), faces_of("song")[0])), 11.0, bold=True),
        body=body,
        copy="original" not in chosen,
        numbered=numbered,
        scale={"2019": width / FORM_2019[0], "2014": width / FORM_2014[0]}.get(chosen[:4], 1.0),
        variant=rng.randrange(1 << 16),
    )
    sheet = Sheet(width, height)
    _DRAW[chosen.split("_")[0]](sheet, company, look)
    if mark:
        sheet.text((width * _MARK_AT[0], height * _MARK_AT[1]), mark, replace(body, size=14.0 * look.scale, colour=_MARK))
    fields = license_truth(company, set(sheet.boxes), numbered=numbered)
    pdf = sheet.pdf()
    issued = sheet.boxes["issued_on"]
    seal = ((issued[0] + issued[2]) / 2 * width, (issued[1] + issued[3]) / 2 * height - 6 * look.scale)
    shown = Shown("business_license", None, fields, sheet.boxes)
    tags = {"layout": chosen, "registrar": company.registrar, "kind": company.kind}
    return Paper(pdf, width, height, (shown,), {"seal": seal}, "licence", (), tags)


def without_term(company: Company) -> Company:
    """The same company as its licence is printed since the autumn of 2022."""
    return replace(company, term_until="")
