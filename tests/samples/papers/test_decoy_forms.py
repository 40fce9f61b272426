"""Everyday papers are none of the types that a packet asks for, even where every character of them is read right."""

import random
from datetime import date

import pytest

from extractors.documents.classify import find_documents
from extractors.documents.reader import Sheet
from extractors.files import open_file
from samples.companies import draw_company
from samples.papers.decoy_forms import DECOY_FORMS, draw_decoy_form
from samples.papers.form import FORM_LAYOUTS, FormLayout
from samples.people import draw_person
from tests.fonts import need_fonts

TODAY = date(2024, 6, 10)


@pytest.mark.parametrize(("number", "kind"), tuple(enumerate(DECOY_FORMS)))
def test_an_everyday_paper_is_no_evidence(number: int, kind: str) -> None:
    need_fonts()
    rng = random.Random(kind)
    person = draw_person(rng, TODAY)
    layout: FormLayout = FORM_LAYOUTS[number % len(FORM_LAYOUTS)]
    paper = draw_decoy_form(rng, kind, (person, draw_company(rng, TODAY, person.name), TODAY), layout)
    page = next(iter(open_file(paper.pdf).pages))
    assert page.text
    height, width = page.image.shape[:2]
    assert {document.type for document in find_documents(Sheet(1, width, height, page.text))} == {"unknown"}
