"""Certificates of termination (离职证明 and its many other names) in eight layouts (DOMAIN 3)."""

import random
from collections.abc import Callable
from functools import partial
from typing import Literal

from samples.papers.certificate_forms import draw_label_lines, draw_table_form, draw_tick_list
from samples.papers.certificate_letters import (
    draw_letter,
    draw_stub_and_slip,
    wording_addressed,
    wording_formal,
    wording_list,
    wording_plain,
)
from samples.papers.certificate_parts import TITLES, certificate_truth
from samples.papers.dates import PRINTED_FORMS
from samples.papers.draft import A4, Draft, new_draft
from samples.papers.paper import CertificateFacts, Paper, Point, Shown
from samples.papers.sheet import Sheet

CertificateLayout = Literal["formal", "plain", "addressed", "numbered", "stub_and_slip", "table", "tick_list", "label_lines"]
_Draw = Callable[[Draft, CertificateFacts, str], dict[str, Point]]
_LAYOUTS: dict[CertificateLayout, _Draw] = {
    "formal": partial(draw_letter, body=wording_formal),
    "plain": partial(draw_letter, body=wording_plain),
    "addressed": partial(draw_letter, body=wording_addressed),
    "numbered": partial(draw_letter, body=wording_list),
    "stub_and_slip": draw_stub_and_slip,
    "table": draw_table_form,
    "tick_list": draw_tick_list,
    "label_lines": draw_label_lines,
}
CERTIFICATE_LAYOUTS: tuple[CertificateLayout, ...] = tuple(_LAYOUTS)

_BY_HAND_SHARE = 0.12
"""Share of certificates whose blanks are filled in with a pen."""


def draw_certificate(
    rng: random.Random, facts: CertificateFacts, layout: CertificateLayout | None = None, *, by_hand: bool | None = None
) -> Paper:
    """Draw a certificate; a fact None leaves its place empty, '' leaves it out.

    ``by_hand`` prints a form and leaves the values to a pen (see ``Paper.handwriting``); None lets chance decide.
    """
    chosen: CertificateLayout = rng.choice(CERTIFICATE_LAYOUTS) if layout is None else layout
    hand = rng.random() < _BY_HAND_SHARE if by_hand is None else by_hand
    title = rng.choice(TITLES)
    sheet = Sheet(*A4)
    draft = new_draft(rng, sheet, rng.choice(PRINTED_FORMS), hand=hand)
    anchors = _LAYOUTS[chosen](draft, facts, title)
    shown = Shown("termination_certificate", None, draft.truth(certificate_truth(facts)), sheet.boxes)
    tags = {"layout": chosen, "title": title, "date_form": draft.form, "by_hand": "yes" if hand else "no"}
    return Paper(sheet.pdf(), *A4, (shown,), anchors, "white", tuple(sheet.handwriting), tags)
