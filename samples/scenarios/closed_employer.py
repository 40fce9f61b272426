"""单位注销/吊销: the employer is no more or may not trade, and its liquidators go to the counter (DOMAIN 9, A7 and A8)."""

import random
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

from samples.facts import Facts
from samples.leaves import Leaf, Stamp, Wish, card_leaves, seal_of
from samples.papers.civil_facts import DeregistrationFacts, LiquidationFacts, ListFacts, RevocationFacts
from samples.papers.deregistration_notice import draw_deregistration_notice
from samples.papers.liquidation_statement import draw_liquidation_statement
from samples.papers.registration_list import draw_registration_list
from samples.papers.revocation_decision import draw_revocation_decision
from samples.people import draw_person
from samples.scenarios.offices import region_of, registry_seal
from samples.scenarios.story import Piles, Story
from samples.seals import company_seal, special_seal

_REVOKED = 0.4
_MOST_WORKERS = 6


def tell(facts: Facts, rng: random.Random) -> Facts:
    """A firm struck off, or with its licence revoked, some weeks after its people left."""
    firm, revoked = facts.employer, rng.random() < _REVOKED
    region = region_of(firm.uscc[2:8])
    closed = facts.today - timedelta(days=rng.randint(10, 60))
    issued = closed + timedelta(days=rng.choice((0, 0, 1, 3)))
    others = [draw_person(rng, facts.today) for _ in range(rng.randint(0, _MOST_WORKERS - 1))]
    people = tuple((person.name, person.id_number) for person in (facts.employee, *others))
    number = f"{region.code}{closed.year}{rng.randint(1, 99999):06d}"
    serial = rng.randint(10, 2999)
    listed = ListFacts(firm.name, number, people, facts.today - timedelta(days=rng.randint(0, 9)), firm.established_on)
    told = replace(
        facts.told, liquidation=LiquidationFacts(firm.name, facts.legal_rep.name, issued, firm.uscc, str(len(people)))
    )
    told = replace(told, listed=listed)
    if revoked:
        paper = f"{region.short}市监处罚〔{closed.year}〕{serial}号"
        decision = RevocationFacts(firm.name, firm.uscc, paper, "吊销营业执照", closed, firm.registrar, firm.address)
        told = replace(told, revocation=decision)
    else:
        paper = f"（{region.short}）登记企销字〔{closed.year}〕第{serial}号"
        notice = DeregistrationFacts(firm.name, firm.uscc, paper, closed, issued, firm.registrar)
        told = replace(told, deregistration=notice)
    declared = {name: value for name, value in facts.declared.items() if name != "separation_date"}
    declared |= {"reason": "单位被吊销" if revoked else "单位注销", "registration_id": number}
    return replace(facts, told=told, declared=MappingProxyType(declared))


def lay(facts: Facts, rng: random.Random, wish: Wish) -> Piles:
    """What closed the firm, what its liquidators say, and the list of its people."""
    told, pile = facts.told, Piles()
    if told.deregistration is not None:
        seal = Stamp(registry_seal(told.deregistration.authority or ""))
        pile["deregistration_notice"] = (Leaf(draw_deregistration_notice(rng, told.deregistration), (seal,)),)
    if told.revocation is not None:
        seal = Stamp(registry_seal(told.revocation.authority or ""))
        pile["revocation_decision"] = (Leaf(draw_revocation_decision(rng, told.revocation), (seal,)),)
    if told.liquidation is not None:
        seal = Stamp(company_seal(f"{told.liquidation.name}清算组") if rng.random() < 0.6 else seal_of(facts.employer))
        pile["liquidation_statement"] = (Leaf(draw_liquidation_statement(rng, told.liquidation), (seal,)),)
    if told.listed is not None:
        seal = Stamp(special_seal("公共就业服务中心", "业务专用章"))
        pile["registration_list"] = (Leaf(draw_registration_list(rng, told.listed), (seal,)),)
    if facts.agent is not None:
        pile["agent_id"] = card_leaves(facts.agent, rng)
    return pile


CLOSED_EMPLOYER = Story(tell, lay)
