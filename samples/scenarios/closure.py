"""社保账号注销: insured twice, gone for good, dead, of age, out of a job, or an employer that ends (DOMAIN 9, A11 to A16)."""

import random
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

from samples.companies import draw_company
from samples.facts import Facts
from samples.leaves import Leaf, Stamp, Wish, card_leaves, certificate_leaf, draw_pile, seal_of
from samples.papers.account_end import draw_account_end
from samples.papers.bank_card import draw_bank_card
from samples.papers.civil_facts import AccountFacts, DeathFacts, EmigrationFacts, KinshipFacts, NationalityLossFacts
from samples.papers.contribution_record import draw_contribution_record
from samples.papers.contribution_stop_proof import draw_contribution_stop_proof
from samples.papers.death_certificate import draw_death_certificate
from samples.papers.emigration_proof import draw_emigration_proof
from samples.papers.evidence_facts import AccountEndsFacts, RecordFacts, StatementFacts, StopFacts
from samples.papers.form import FormLayout
from samples.papers.kinship_proof import draw_kinship_proof
from samples.papers.nationality_loss_proof import draw_nationality_loss_proof
from samples.papers.personal_statement import draw_personal_statement
from samples.people import Person
from samples.regions import REGIONS
from samples.scenarios.offices import (
    consulate_seal,
    insurance_agency,
    insurance_seal,
    police_seal,
    police_station,
    region_of,
    registry_seal,
)
from samples.scenarios.story import Piles, Story, form_of, month_of

_KEEPS_NATIONALITY = 0.4
_MISSIONS = {"加拿大": "多伦多", "澳大利亚": "悉尼", "新西兰": "奥克兰", "日本": "大阪"}
_KIN = {"男": ("丈夫", "子", "父"), "女": ("妻", "女", "母")}
_LEAVING = ("离职", "辞职后不再参保")
_OF_AGE = ("达到退休年龄缴费不足15年", "到龄，缴费年限不足十五年")
_GIVEN_UP = (
    "自愿申请终止职工基本养老保险关系并知悉终止的后果",
    "自愿申请一次性领取个人账户储存额并终止养老保险关系",
)


def tell(facts: Facts, rng: random.Random) -> Facts:
    """One of the reasons, with its papers and what is typed; an employer comes by its own representative or agent."""
    if facts.role != "individual":
        return _firm_ends(facts, rng)
    return rng.choice((_double, _leaving, _emigration, _death, _of_age))(facts, rng)


def _double(facts: Facts, rng: random.Random) -> Facts:
    """Two cities kept an account in the same months."""
    person, here = facts.employee, region_of(facts.employee.id_number)
    there = rng.choice([region for region in REGIONS if region.seat != here.seat])
    other = draw_company(rng, facts.today, facts.legal_rep.name, "limited")
    until = facts.today - timedelta(days=rng.randint(10, 40))
    since = until - timedelta(days=rng.randint(400, 1500))
    overlap = since + timedelta(days=rng.randint(60, 300))
    records = tuple(
        RecordFacts(
            person.name,
            person.id_number,
            firm,
            region.seat,
            month_of(first),
            month_of(last),
            status,
            until,
            insurance_agency(region),
        )
        for firm, region, first, last, status in (
            (facts.employer.name, here, since, until, "正常缴费"),
            (other.name, there, overlap, until, "正常缴费"),
        )
    )
    statement = StatementFacts(
        person.name, person.id_number, f"选择保留{here.seat}的养老保险账户并注销{there.seat}的账户", until
    )
    told = replace(facts.told, records=records, statement=statement, account=account_of(person, rng))
    return _typed(replace(facts, told=told), "重复参保")


def _leaving(facts: Facts, rng: random.Random) -> Facts:
    """Leaving a job closes no account: a certificate, and mostly a proof that the contributions ended."""
    told = facts.told
    if rng.random() < 0.7:
        told = replace(told, stopped=stop_of(facts, rng))
    return _typed(replace(facts, told=told), rng.choice(_LEAVING))


def _emigration(facts: Facts, rng: random.Random) -> Facts:
    """Settled abroad; the account goes only with the nationality."""
    person, country = facts.employee, rng.choice(tuple(_MISSIONS))
    issued = facts.today - timedelta(days=rng.randint(20, 200))
    mission = f"中华人民共和国驻{_MISSIONS[country]}总领事馆"
    passport = f"E{rng.randrange(10**8):08d}"
    proof = EmigrationFacts(person.name, person.id_number, passport, country, issued, mission, person.sex)
    told = replace(facts.told, emigration=proof, account=account_of(person, rng))
    if rng.random() >= _KEEPS_NATIONALITY:
        struck = issued + timedelta(days=rng.randint(1, 15))
        office = rng.choice((police_station(region_of(person.id_number)), "国家移民管理局"))
        loss = NationalityLossFacts(person.name, person.id_number, struck, office, issued, person.sex)
        told = replace(told, nationality_loss=loss)
    return _typed(replace(facts, told=told), "出国定居")


def _death(facts: Facts, rng: random.Random) -> Facts:
    """The insured has died; the heir applies and is paid."""
    dead, heir = facts.employee, facts.legal_rep
    region = region_of(dead.id_number)
    died = facts.today - timedelta(days=rng.randint(15, 90))
    issued = died + timedelta(days=rng.randint(1, 4))
    office = rng.choice((police_station(region), f"{region.seat}人民医院", f"{region.seat}殡仪馆"))
    kin = KinshipFacts(
        dead.name,
        dead.id_number,
        heir.name,
        heir.id_number,
        rng.choice(_KIN[heir.sex]),
        issued + timedelta(days=rng.randint(1, 8)),
        rng.choice((police_station(region), f"{region.seat}{region.county}河东社区居民委员会")),
    )
    told = replace(
        facts.told,
        death=DeathFacts(dead.name, dead.id_number, died, issued, office, dead.sex, heir.name),
        kinship=kin,
        account=account_of(heir, rng),
    )
    changed = replace(facts, told=told, heir=heir)
    return _typed(changed, "参保人死亡", applicant_name=heir.name, applicant_id=heir.id_number)


def _of_age(facts: Facts, rng: random.Random) -> Facts:
    """Old enough to retire, with too few years paid: an application that says what is given up, and an account."""
    person = facts.employee
    day = facts.today - timedelta(days=rng.randint(0, 20))
    statement = StatementFacts(person.name, person.id_number, rng.choice(_GIVEN_UP), day)
    told = replace(facts.told, statement=statement, account=account_of(person, rng))
    return _typed(replace(facts, told=told), rng.choice(_OF_AGE))


def _firm_ends(facts: Facts, rng: random.Random) -> Facts:
    """An employer ends its own account, by a form of the insurance agency."""
    firm, day = facts.employer, facts.today - timedelta(days=rng.randint(0, 20))
    reason = rng.choice(("单位解散", "经营终止", "公司注销"))
    told = replace(facts.told, account_ends=AccountEndsFacts(firm.name, firm.uscc, facts.legal_rep.name, reason, day))
    typed = {key: value for key, value in facts.declared.items() if not key.startswith("employee")}
    del typed["separation_date"]
    return replace(facts, told=told, declared=MappingProxyType(typed | {"reason": "单位参保登记注销"}))


def _typed(facts: Facts, reason: str, **more: str) -> Facts:
    account = facts.told.account
    paid = {"payee_name": account.holder or "", "payee_account": account.account_number or ""} if account else {}
    return replace(facts, declared=MappingProxyType(form_of(facts, reason=reason, **paid, **more)))


def account_of(person: Person, rng: random.Random) -> AccountFacts:
    """Somebody's account at a bank that does not exist; the number's check digit fits (ISO/IEC 7812)."""
    body = f"699999{rng.randrange(10**12):012d}"
    total = sum(sum(divmod(int(digit) * (2 - place % 2), 10)) for place, digit in enumerate(reversed(body)))
    return AccountFacts(person.name, f"{body}{-total % 10}", f"{region_of(person.id_number).short}农村商业银行")


def stop_of(facts: Facts, rng: random.Random) -> StopFacts:
    """Contributions that ended with the employment."""
    person, region = facts.employee, region_of(facts.employee.id_number)
    day = facts.certificate.separation_date
    assert isinstance(day, date), "the story's certificate has a whole date"
    return StopFacts(
        name=person.name,
        id_number=person.id_number,
        employer_name=facts.employer.name,
        insurance=rng.choice(("企业职工基本养老保险", "基本养老保险、失业保险、工伤保险")),
        stop_month=f"{day:%Y-%m}",
        status="停保",
        issue_date=facts.today,
        authority=insurance_agency(region),
    )


def lay(facts: Facts, rng: random.Random, wish: Wish) -> Piles:
    """The papers of the reason."""
    told = facts.told
    if told.account_ends is not None:
        return _firm_pile(facts, told.account_ends, rng)
    pile: Piles = {} if facts.heir else {"employee_id": card_leaves(facts.employee, rng)}
    if told.records:
        pile["contribution_record"] = tuple(
            Leaf(draw_contribution_record(rng, record), (Stamp(insurance_seal(record.authority or "")),))
            for record in told.records
        )
    if told.statement is not None:
        pile["personal_statement"] = (Leaf(draw_personal_statement(rng, told.statement)),)
    if told.account is None:
        pile["termination_certificate"] = (certificate_leaf(facts, rng, wish),)
    if told.stopped is not None:
        pile["contribution_stop_proof"] = (stop_leaf(told.stopped, rng),)
    pile |= _abroad(facts, rng) | _after_death(facts, rng)
    if told.account is not None:
        pile["bank_card"] = (Leaf(draw_bank_card(rng, told.account)),)
    return pile


def _firm_pile(facts: Facts, told: AccountEndsFacts, rng: random.Random) -> Piles:
    """What an employer brings, and the application instead of anybody's certificate."""
    pile = draw_pile(facts, rng, Wish())
    del pile["termination_certificate"]
    form = Leaf(draw_account_end(rng, told), (Stamp(seal_of(facts.employer)),))
    return pile | {"withdrawal_application": (form,)}


def stop_leaf(stopped: StopFacts, rng: random.Random) -> Leaf:
    """A proof that contributions ended, under its agency's seal."""
    return Leaf(draw_contribution_stop_proof(rng, stopped), (Stamp(insurance_seal(stopped.authority or "")),))


def _abroad(facts: Facts, rng: random.Random) -> Piles:
    told, pile = facts.told, Piles()
    if told.emigration is not None:
        seal = Stamp(consulate_seal(told.emigration.authority or ""))
        pile["emigration_proof"] = (Leaf(draw_emigration_proof(rng, told.emigration), (seal,)),)
    if told.nationality_loss is not None:
        office = told.nationality_loss.authority or ""
        layout: FormLayout = "lines" if "移民" in office else rng.choice(("letter", "table"))
        seal = Stamp(registry_seal(office) if layout == "lines" else police_seal(office))
        pile["nationality_loss_proof"] = (Leaf(draw_nationality_loss_proof(rng, told.nationality_loss, layout), (seal,)),)
    return pile


def _after_death(facts: Facts, rng: random.Random) -> Piles:
    told, pile = facts.told, Piles()
    if facts.heir is not None:
        pile["heir_id"] = card_leaves(facts.heir, rng)
    if told.death is not None:
        office = told.death.authority or ""
        layout: FormLayout = "letter" if office.endswith("所") else "lines" if office.endswith("馆") else "table"
        seal = Stamp(police_seal(office) if layout == "letter" else registry_seal(office))
        pile["death_certificate"] = (Leaf(draw_death_certificate(rng, told.death, layout), (seal,)),)
    if told.kinship is not None:
        seal = Stamp(registry_seal(told.kinship.authority or ""))
        pile["kinship_proof"] = (Leaf(draw_kinship_proof(rng, told.kinship), (seal,)),)
    return pile


CLOSURE = Story(tell, lay)
