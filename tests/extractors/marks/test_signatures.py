"""What stands at a place that asks for a signature: a pen, print, a name seal, a thumb or nothing, also under a seal."""

import random
from dataclasses import replace
from datetime import date
from functools import cache

import cv2
import numpy as np
import pytest

from extractors.evidence import Seal, Signature, TextLine
from extractors.files import FileLimits, open_file
from extractors.marks.signatures import UNDER_BLACK_CEILING, find_signatures
from extractors.ocr.engine import Image
from extractors.page.ink import split_inks
from samples.capture import MM_PER_INCH, Flat, press
from samples.facts import Facts, draw_facts
from samples.fonts import faces_of
from samples.impressions import Press, draw
from samples.marks.signing import Place, plan_places, sign
from samples.marks.truth import SignedState
from samples.papers.authorization_letter import draw_authorization
from samples.papers.paper import AuthorizationFacts, Paper
from samples.seal_canvas import PX_PER_MM
from samples.seals import company_seal
from tests.fonts import need_pens

DPI = 150.0
STATES: tuple[SignedState, ...] = ("handwritten", "printed", "name_seal", "thumbprint", "blank")
LETTER = AuthorizationFacts(
    principal="杭州云杉科技有限公司",
    legal_rep="李小明",
    agent_name="王芳",
    agent_id="440399198512240267",
    matter="办理撤销用工备案有关事宜",
    issue_date=date(2024, 5, 1),
    uscc="91330199PDY000271C",
)


@pytest.fixture(autouse=True)
def _fonts() -> None:
    need_pens()


@cache
def letter() -> tuple[Paper, Facts, Image, tuple[TextLine, ...]]:
    """An unsigned letter of authorisation: its picture, and its own print as lines."""
    rng = random.Random("an unsigned letter")
    paper = draw_authorization(rng, LETTER, "letter")
    raw = next(iter(open_file(paper.pdf, FileLimits()).pages))
    size = (round(210 / MM_PER_INCH * DPI), round(297 / MM_PER_INCH * DPI))
    small = np.asarray(cv2.resize(raw.image, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    return paper, draw_facts(rng, "employer_withdrawal", "agent"), small, raw.text or ()


def signed(legal_rep: SignedState, agent: SignedState) -> Flat:
    """The letter with something in its two places."""
    paper, facts, picture, _ = letter()
    states = {"legal_rep": legal_rep, "agent": agent}
    places: tuple[Place, ...] = plan_places(paper, random.Random(1))
    chosen = tuple(replace(place, state=states[place.role]) for place in places)
    flat, _, _ = sign(Flat(picture, DPI), paper, chosen, facts, np.random.default_rng(7))
    return flat


def stamped(flat: Flat) -> Flat:
    """The company's seal over the room of its representative."""
    paper, *_ = letter()
    place = next(place for place in plan_places(paper, random.Random(1)) if place.role == "legal_rep")
    middle = (place.box[0] * paper.width_mm + 16, place.box[1] * paper.height_mm - 6)
    impression = draw(company_seal("杭州云杉科技有限公司"), faces_of("song")[0], np.random.default_rng(3), Press(12.0))
    return press(flat, impression, middle, PX_PER_MM)


def found(picture: Image, seals: tuple[Seal, ...] = ()) -> dict[str, Signature]:
    *_, lines = letter()
    return {mark.role: mark for mark in find_signatures(split_inks(picture), lines, seals, 1)}


def grey(picture: Image) -> Image:
    return np.asarray(cv2.cvtColor(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR), dtype=np.uint8)


@pytest.mark.parametrize("state", STATES)
def test_each_place_is_told_for_itself(state: SignedState) -> None:
    marks = found(signed(state, "blank").picture)
    assert {role: mark.state for role, mark in marks.items()} == {"legal_rep": state, "agent": "blank"}


@pytest.mark.parametrize("state", STATES)
def test_under_a_companys_seal(state: SignedState) -> None:
    assert found(stamped(signed(state, "handwritten")).picture)["legal_rep"].state == state


@pytest.mark.parametrize("state", ["handwritten", "printed", "blank"])
def test_on_a_black_and_white_copy(state: SignedState) -> None:
    assert found(grey(signed(state, "blank").picture))["legal_rep"].state == state


def test_under_a_black_seal_nothing_is_said_for_sure() -> None:
    box = (0.3, 0.3, 0.99, 0.75)
    seal = Seal(kind="round", text="", center_text="", color="black", visible=1, page=1, box=box, confidence=0.9)
    mark = found(grey(stamped(signed("blank", "handwritten")).picture), (seal,))["legal_rep"]
    assert mark.confidence <= UNDER_BLACK_CEILING


def test_a_mark_tells_its_label_and_lies_behind_it() -> None:
    mark = found(signed("handwritten", "blank").picture)["legal_rep"]
    *_, lines = letter()
    label = next(line for line in lines if line.text.startswith("法定代表人"))
    assert mark.label.startswith("法定代表人")
    assert mark.box[0] >= label.box[2] - 0.01
    assert mark.box[1] < (label.box[1] + label.box[3]) / 2 < mark.box[3]


def test_a_page_that_asks_for_none_has_none() -> None:
    picture = np.full((600, 420, 3), 255, np.uint8)
    line = TextLine(quad=((0.1, 0.1), (0.5, 0.1), (0.5, 0.13), (0.1, 0.13)), text="营业执照", score=0.99)
    assert find_signatures(split_inks(picture), (line,), (), 1) == ()
