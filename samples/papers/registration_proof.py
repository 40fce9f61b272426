"""Proof that a person is registered as employed or as a freelancer (就业登记证明) in three forms."""

import random
from datetime import date

from samples.papers.draft import Draft, joined
from samples.papers.evidence_facts import RegistrationFacts
from samples.papers.evidence_paper import draw_evidence
from samples.papers.form import Content, FormLayout
from samples.papers.paper import DateFact, Paper
from samples.people import Person
from samples.regions import REGIONS

_TITLES = ("灵活就业登记证明", "就业登记证明", "灵活就业人员就业登记证明")
_FORM_TITLES = (*_TITLES, "灵活就业登记表", "就业登记表")


def draw_registration_proof(rng: random.Random, person: Person, registered_on: DateFact) -> Paper:
    """Draw a proof with a number, a kind and an office left to chance."""
    return draw_registration(rng, registration_of(rng, person, registered_on))


def registration_of(rng: random.Random, person: Person, registered_on: DateFact) -> RegistrationFacts:
    """A person's registration, in the county that their ID number begins with."""
    region = next((one for one in REGIONS if one.code == person.id_number[:6]), REGIONS[0])
    place = f"{region.seat}{region.county}"
    year = registered_on.year if isinstance(registered_on, date) else rng.randint(2021, 2024)
    return RegistrationFacts(
        name=person.name,
        id_number=person.id_number,
        registration_id=f"{person.id_number[:6]}{year}{rng.randint(1, 999999):06d}",
        employment_type=rng.choice(("灵活就业", "灵活就业", "单位就业")),
        registered_on=registered_on,
        authority=f"{place}{rng.choice(('公共就业服务中心', '就业服务中心', '人力资源和社会保障局'))}",
        region=place,
        sex=person.sex,
    )


def draw_registration(rng: random.Random, facts: RegistrationFacts, layout: FormLayout | None = None) -> Paper:
    """Draw a proof; the employment office seals it."""
    chosen: FormLayout = rng.choice(("table", "table", "lines", "letter")) if layout is None else layout
    return draw_evidence(rng, "registration_proof", facts, (_TITLES if chosen == "letter" else _FORM_TITLES, _say), chosen)


def _say(draft: Draft, facts: RegistrationFacts) -> Content:
    rng, value = draft.rng, draft.value
    day = draft.date(facts.registered_on, "registered_on")
    office = value(facts.authority, "authority", 60)
    body = joined(
        [
            "兹证明", value(facts.name, "name"), "（身份证号码：", value(facts.id_number, "id_number", 50), "）于", *day,
            "在我单位办理就业登记，登记编号：", value(facts.registration_id, "registration_id", 40), "，就业类型：",
            value(facts.employment_type, "employment_type", 20), "。",
        ]
    )  # fmt: skip
    number = rng.choice(("登记编号", "就业登记编号"))
    return Content(
        paragraphs=(body, ["特此证明。"]),
        items=[
            ("姓名", [value(facts.name, "name")]),
            ("性别", [facts.sex]),
            (rng.choice(("公民身份号码", "身份证号码")), [value(facts.id_number, "id_number", 50)]),
            (number, [value(facts.registration_id, "registration_id", 40)]),
            (rng.choice(("就业类型", "就业形式")), [value(facts.employment_type, "employment_type", 20)]),
            ("登记状态", ["已登记"]),
            (rng.choice(("登记日期", "登记时间")), day),
            *([("登记地区", [value(facts.region, "region", 40)])] if facts.region != "" else []),
        ],
        tail=(["以上人员已在本机构办理就业登记，特此证明。"],),
        closing=([office], draft.date(facts.registered_on, "")),
    )
