"""Leaves for the bench of papers: every type in each of its layouts, with the facts of a story drawn anew for each page."""

import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from samples.companies import Company, draw_company
from samples.facts import Facts, Scenario
from samples.leaves import Leaf, Stamp, Wish, certificate_leaf, seal_of
from samples.papers.authorization_letter import AUTHORIZATION_LAYOUTS, AuthorizationLayout, draw_authorization
from samples.papers.bank_card import ACCOUNT_LAYOUTS, AccountLayout, draw_bank_card
from samples.papers.business_license import LICENSE_LAYOUTS, LicenseLayout, draw_license, layouts_for
from samples.papers.civil_facts import DeathFacts, NationalityLossFacts
from samples.papers.complaint_receipt import draw_complaint_receipt
from samples.papers.contribution_record import draw_contribution_record
from samples.papers.contribution_stop_proof import draw_contribution_stop_proof
from samples.papers.death_certificate import draw_death_certificate
from samples.papers.deregistration_notice import draw_deregistration_notice
from samples.papers.emigration_proof import draw_emigration_proof
from samples.papers.evidence_facts import ResignationFacts, WithdrawalFacts
from samples.papers.exit_confirmation import draw_exit_confirmation
from samples.papers.form import FORM_LAYOUTS, FormLayout
from samples.papers.household_register import HOUSEHOLD_LAYOUTS, HouseholdLayout, draw_household_register
from samples.papers.id_card import draw_id_back, draw_id_front, draw_id_sheet
from samples.papers.kinship_proof import draw_kinship_proof
from samples.papers.liquidation_statement import draw_liquidation_statement
from samples.papers.nationality_loss_proof import draw_nationality_loss_proof
from samples.papers.paper import Paper
from samples.papers.personal_statement import draw_personal_statement
from samples.papers.police_certificate import draw_police_certificate
from samples.papers.registration_list import LIST_LAYOUTS, ListLayout, draw_registration_list
from samples.papers.registration_proof import draw_registration
from samples.papers.resignation_letter import draw_resignation_letter
from samples.papers.revocation_decision import draw_revocation_decision
from samples.papers.ruling import RULING_LAYOUTS, draw_ruling
from samples.papers.termination_agreement import draw_termination_agreement
from samples.papers.termination_certificate import CERTIFICATE_LAYOUTS, CertificateLayout
from samples.papers.withdrawal_application import draw_withdrawal_application
from samples.people import Person
from samples.scenarios import draw_story
from samples.scenarios.closure import account_of
from samples.scenarios.offices import consulate_seal, insurance_seal, police_seal, registry_seal
from samples.seals import company_seal, special_seal
from tests.bench.paper_stories import Draw, by_employer, by_office, each, story_with


def _certificate(rng: random.Random, layout: CertificateLayout) -> Leaf:
    return certificate_leaf(draw_story(rng, "employer_withdrawal", "legal_rep"), rng, Wish(layout=layout))


def _licence(rng: random.Random, layout: LicenseLayout) -> Leaf:
    """A licence of a firm to which the form was issued at the time."""
    facts = draw_story(rng, "employer_withdrawal", "legal_rep")
    company: Company = facts.licence
    while layout not in layouts_for(company):
        company = draw_company(rng, facts.today, facts.legal_rep.name)
    return Leaf(draw_license(rng, company, layout), (Stamp(company_seal(company.registrar, width_mm=42.0)),))


_CARDS: Final[Mapping[str, Callable[[random.Random, Person], Paper]]] = {
    "front": draw_id_front,
    "back": draw_id_back,
    "both": draw_id_sheet,
}


def _card(rng: random.Random, layout: str) -> Leaf:
    return Leaf(_CARDS[layout](rng, draw_story(rng, "employer_withdrawal", "legal_rep").employee))


def _authorization(rng: random.Random, layout: AuthorizationLayout) -> Leaf:
    facts = draw_story(rng, "employer_withdrawal", "agent")
    assert facts.authorization is not None
    return Leaf(draw_authorization(rng, facts.authorization, layout), (Stamp(seal_of(facts.employer)),))


def _resignation(rng: random.Random, layout: FormLayout) -> Leaf:
    """Notice is given some weeks before the last day; half of such letters state the number of the card."""
    told = draw_story(rng, "employer_withdrawal", "legal_rep").certificate
    assert isinstance(told.separation_date, date)
    given = told.separation_date - timedelta(days=rng.choice((3, 15, 30)))
    number = told.employee_id if rng.random() < 0.5 else ""
    reason = rng.choice(("个人原因", "个人发展", "家庭原因"))
    letter = ResignationFacts(told.employee_name, told.employer_name, told.separation_date, given, number, reason)
    return Leaf(draw_resignation_letter(rng, letter, layout))


def _withdrawal(rng: random.Random, layout: FormLayout) -> Leaf:
    facts = draw_story(rng, "employer_withdrawal", "legal_rep")
    firm, person = facts.employer, facts.employee
    number = f"{firm.uscc[2:8]}{facts.today.year}{rng.randint(1, 999999):06d}"
    reason = rng.choice(("员工离职", "劳动合同解除", "劳动合同终止"))
    told = WithdrawalFacts(
        firm.name, firm.uscc, person.name, person.id_number, number, reason, facts.today, facts.legal_rep.name
    )
    return Leaf(draw_withdrawal_application(rng, told, layout), (Stamp(seal_of(firm)),))


def _household(rng: random.Random, layout: HouseholdLayout) -> Leaf:
    facts, told = story_with("registration_correction", lambda facts: facts.told.household, rng)
    if rng.random() < _UNCHANGED:
        told = replace(told, change=None, former_name="")
    seal = police_seal(facts.employee.authority)
    return Leaf(draw_household_register(rng, told, layout), (Stamp(seal), Stamp(seal, "seal_2")))


_UNCHANGED: Final = 0.4
"""Share of registers without an entry about a change."""


def _account(rng: random.Random, layout: AccountLayout) -> Leaf:
    return Leaf(draw_bank_card(rng, account_of(draw_story(rng, "individual_withdrawal", "individual").employee, rng), layout))


def _loss(rng: random.Random, layout: FormLayout) -> Leaf:
    """The immigration administration certifies in lines, the police in the other forms (as the stories have it)."""

    def suited(facts: Facts) -> NationalityLossFacts | None:
        told = facts.told.nationality_loss
        return told if told and ("移民" in (told.authority or "")) == (layout == "lines") else None

    _, told = story_with(_CLOSURE, suited, rng)
    office = told.authority or ""
    seal = registry_seal(office) if layout == "lines" else police_seal(office)
    return Leaf(draw_nationality_loss_proof(rng, told, layout), (Stamp(seal),))


_CERTIFY_DEATHS: Final[Mapping[FormLayout, str]] = {"letter": "所", "lines": "馆", "table": "院"}
"""How the office's name ends: a police station, an undertaker, a hospital."""


def _death(rng: random.Random, layout: FormLayout) -> Leaf:
    def suited(facts: Facts) -> DeathFacts | None:
        told = facts.told.death
        return told if told and (told.authority or "").endswith(_CERTIFY_DEATHS[layout]) else None

    _, told = story_with(_CLOSURE, suited, rng)
    office = told.authority or ""
    seal = police_seal(office) if layout == "letter" else registry_seal(office)
    return Leaf(draw_death_certificate(rng, told, layout), (Stamp(seal),))


def _liquidation(rng: random.Random, layout: FormLayout) -> Leaf:
    _, told = story_with(_CLOSED, lambda facts: facts.told.liquidation, rng)
    return Leaf(draw_liquidation_statement(rng, told, layout), (Stamp(company_seal(f"{told.name}清算组")),))


def _listed(rng: random.Random, layout: ListLayout) -> Leaf:
    _, told = story_with(_CLOSED, lambda facts: facts.told.listed, rng)
    return Leaf(draw_registration_list(rng, told, layout), (Stamp(special_seal("公共就业服务中心", "业务专用章")),))


_OWN: Final[Scenario] = "individual_withdrawal"
_CLOSURE: Final[Scenario] = "social_insurance_closure"
_CLOSED: Final[Scenario] = "employer_deregistered"
SHELVES: Final[Mapping[str, tuple[Draw, ...]]] = {
    "business_license": each(LICENSE_LAYOUTS, _licence),
    "id_card": each(tuple(_CARDS), _card),
    "termination_certificate": each(CERTIFICATE_LAYOUTS, _certificate),
    "authorization_letter": each(AUTHORIZATION_LAYOUTS, _authorization),
    "resignation_letter": each(FORM_LAYOUTS, _resignation),
    "withdrawal_application": each(FORM_LAYOUTS, _withdrawal),
    "household_register": each(HOUSEHOLD_LAYOUTS, _household),
    "bank_card": each(ACCOUNT_LAYOUTS, _account),
    "nationality_loss_proof": each(FORM_LAYOUTS, _loss),
    "death_certificate": each(FORM_LAYOUTS, _death),
    "termination_agreement": each(
        FORM_LAYOUTS, by_employer(_OWN, lambda facts: facts.told.agreement, draw_termination_agreement)
    ),
    "registration_proof": each(
        FORM_LAYOUTS, by_office(_OWN, lambda facts: facts.told.registration, draw_registration, insurance_seal)
    ),
    "ruling": each(RULING_LAYOUTS, by_office(_OWN, lambda facts: facts.told.ruling, draw_ruling, company_seal)),
    "complaint_receipt": each(
        FORM_LAYOUTS, by_office(_OWN, lambda facts: facts.told.complaint, draw_complaint_receipt, company_seal)
    ),
    "contribution_stop_proof": each(
        FORM_LAYOUTS, by_office(_OWN, lambda facts: facts.told.stopped, draw_contribution_stop_proof, insurance_seal)
    ),
    "contribution_record": each(
        FORM_LAYOUTS,
        by_office(_CLOSURE, lambda facts: next(iter(facts.told.records), None), draw_contribution_record, insurance_seal),
    ),
    "personal_statement": each(
        FORM_LAYOUTS, by_employer(_CLOSURE, lambda facts: facts.told.statement, draw_personal_statement)
    ),
    "emigration_proof": each(
        FORM_LAYOUTS, by_office(_CLOSURE, lambda facts: facts.told.emigration, draw_emigration_proof, consulate_seal)
    ),
    "kinship_proof": each(
        FORM_LAYOUTS, by_office(_CLOSURE, lambda facts: facts.told.kinship, draw_kinship_proof, registry_seal)
    ),
    "exit_confirmation": each(
        FORM_LAYOUTS, by_employer("migrant_worker_withdrawal", lambda facts: facts.told.left_site, draw_exit_confirmation)
    ),
    "police_certificate": each(
        FORM_LAYOUTS,
        by_office("registration_correction", lambda facts: facts.told.police, draw_police_certificate, police_seal),
    ),
    "deregistration_notice": each(
        FORM_LAYOUTS, by_office(_CLOSED, lambda facts: facts.told.deregistration, draw_deregistration_notice, registry_seal)
    ),
    "revocation_decision": each(
        FORM_LAYOUTS, by_office(_CLOSED, lambda facts: facts.told.revocation, draw_revocation_decision, registry_seal)
    ),
    "liquidation_statement": each(FORM_LAYOUTS, _liquidation),
    "registration_list": each(LIST_LAYOUTS, _listed),
}
"""How each type is drawn, a maker for every layout."""
