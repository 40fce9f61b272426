"""Everyday papers that are no evidence, each as a letter, in lines of labels and as a ruled table."""

import random
from collections.abc import Mapping
from dataclasses import replace

from samples.papers.decoys import Story
from samples.papers.decoys_of_life import LIFE
from samples.papers.decoys_of_work import WORK, Kind
from samples.papers.draft import A4, new_draft
from samples.papers.form import FORM_LAYOUTS, FormLayout, draw_form
from samples.papers.paper import Paper, Shown
from samples.papers.sheet import Sheet

DECOY_FORMS: Mapping[str, Kind] = {**WORK, **LIFE}
"""The kinds by name."""


def draw_decoy_form(rng: random.Random, kind: str, story: Story, layout: FormLayout | None = None) -> Paper:
    """Draw a paper of one of ``DECOY_FORMS``; its type is ``unknown``.

    Raises:
        KeyError: no such kind.
    """
    chosen: FormLayout = rng.choice(FORM_LAYOUTS) if layout is None else layout
    titles, say = DECOY_FORMS[kind]
    sheet = Sheet(*A4)
    draft = replace(new_draft(rng, sheet, "chinese", hand=False), lined=False)
    title = rng.choice(titles)
    anchors = draw_form(draft, title, say(draft, story), chosen)
    return Paper(sheet.pdf(), *A4, (Shown("unknown"),), anchors, tags={"kind": kind, "title": title, "layout": chosen})
