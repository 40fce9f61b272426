"""个人撤销灵活就业登记: the registration, and a certificate or what stands for it (DOMAIN 9, A3 to A5)."""

import random
from dataclasses import replace
from datetime import date, timedelta

from samples.facts import Facts, telling
from samples.leaves import Leaf, Stamp, Wish, card_leaves, certificate_leaf, seal_of
from samples.papers.complaint_receipt import draw_complaint_receipt
from samples.papers.evidence_facts import AgreementFacts, ComplaintFacts, RulingFacts
from samples.papers.registration_proof import draw_registration, registration_of
from samples.papers.ruling import draw_ruling
from samples.papers.termination_agreement import draw_termination_agreement
from samples.scenarios.closure import stop_leaf, stop_of
from samples.scenarios.offices import region_of
from samples.scenarios.story import Piles, Story
from samples.seals import company_seal, special_seal

_REFUSED = ("单位拒绝开具离职证明", "单位不配合，不开具证明")
_WAYS = ("certificate", "certificate", "certificate", "stopped", "agreement", "ruling", "complaint")
"""What ends the employment, the certificate half of the time; with a complaint alone, nothing does yet."""


def tell(facts: Facts, rng: random.Random) -> Facts:
    """A registration with its number, and one of the ways in which the end of the employment is shown."""
    person, region = facts.employee, region_of(facts.employee.id_number)
    registration = registration_of(rng, person, facts.today - timedelta(days=rng.randint(200, 900)))
    told, way = replace(facts.told, registration=registration), rng.choice(_WAYS)
    changed = telling(facts, registration_id=registration.registration_id or "")
    if way == "stopped":
        told = replace(told, stopped=stop_of(facts, rng))
    if way == "agreement":
        told = replace(told, agreement=_agreement(facts))
    if way == "ruling":
        told = replace(told, ruling=_ruling(facts, rng))
    if way == "complaint":
        office = f"{region.seat}{region.county}劳动保障监察大队"
        day = facts.today - timedelta(days=rng.randint(1, 20))
        told = replace(told, complaint=ComplaintFacts(person.name, person.id_number, facts.employer.name, day, office))
        changed = telling(changed, reason_detail=rng.choice(_REFUSED))
    return replace(changed, told=told)


def _left(facts: Facts) -> date:
    day = facts.certificate.separation_date
    assert isinstance(day, date), "the story's certificate has a whole date"
    return day


def _agreement(facts: Facts) -> AgreementFacts:
    person, day = facts.employee, _left(facts)
    return AgreementFacts(
        facts.employer.name,
        person.name,
        person.id_number,
        day,
        day,
        "个人原因",
        facts.certificate.start_date,
        facts.legal_rep.name,
    )


def _ruling(facts: Facts, rng: random.Random) -> RulingFacts:
    person, region = facts.employee, region_of(facts.employee.id_number)
    day = min(_left(facts) + timedelta(days=rng.randint(0, 2)), facts.today)
    number = f"{region.short}劳人仲案〔{day.year}〕{rng.randint(10, 999)}号"
    board = f"{region.seat}劳动人事争议仲裁委员会"
    return RulingFacts(
        kind=rng.choice(("裁决书", "调解书")),
        case_number=number,
        employee_name=person.name,
        employer_name=facts.employer.name,
        separation_date=_left(facts),
        issue_date=day,
        authority=board,
        employee_id=person.id_number,
        sex=person.sex,
        legal_rep=facts.legal_rep.name,
    )


def lay(facts: Facts, rng: random.Random, wish: Wish) -> Piles:
    """Card, registration, and what ended the employment."""
    told = facts.told
    assert told.registration is not None
    proof = Leaf(
        draw_registration(rng, told.registration), (Stamp(special_seal(told.registration.authority or "", "业务专用章")),)
    )
    pile: Piles = {"employee_id": card_leaves(facts.employee, rng), "registration_proof": (proof,)}
    if told.stopped is not None:
        return pile | {"contribution_stop_proof": (stop_leaf(told.stopped, rng),)}
    if told.agreement is not None:
        paper = draw_termination_agreement(rng, told.agreement)
        return pile | {"termination_agreement": (Leaf(paper, (Stamp(seal_of(facts.employer)),)),)}
    if told.ruling is not None:
        seal = Stamp(company_seal(told.ruling.authority or ""))
        return pile | {"ruling": (Leaf(draw_ruling(rng, told.ruling), (seal,)),)}
    if told.complaint is not None:
        seal = Stamp(company_seal(told.complaint.authority or ""))
        return pile | {"complaint_receipt": (Leaf(draw_complaint_receipt(rng, told.complaint), (seal,)),)}
    return pile | {"termination_certificate": (certificate_leaf(facts, rng, wish),)}


OWN_WITHDRAWAL = Story(tell, lay)
