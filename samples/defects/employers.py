"""Papers of other employers, or of one that contradicts itself (DOMAIN X10, X18-X23, X33, X36)."""

import random
from dataclasses import replace
from datetime import date, timedelta

from samples.companies import draw_company, firm_name
from samples.defects.people import letter_of, stranger
from samples.facts import Facts
from samples.leaves import Leaf, Stamp, Wish, certificate_leaf, licence_leaf
from samples.papers.name_change_notice import NameChangeFacts, draw_name_change_notice
from samples.regions import REGIONS
from samples.seals import company_seal
from samples.twist import NOT_ACCEPTED, REVIEW, STATED, Leaves, Twist, Uploads
from samples.uploads import Upload


def _certificate_of_other_employer(facts: Facts, rng: random.Random) -> Facts:
    other = draw_company(rng, facts.today, stranger(facts, rng).name, "limited")
    return replace(facts, certificate=replace(facts.certificate, employer_name=other.name, uscc=other.uscc))


def _certificate_suffix(facts: Facts, rng: random.Random) -> Facts:
    """有限公司 for 有限责任公司 or the other way round: perhaps the same firm, perhaps not."""
    name = facts.employer.name
    stem = name.removesuffix("有限责任公司")
    other = f"{stem}有限公司" if stem != name else f"{name.removesuffix('有限公司')}有限责任公司"
    return replace(facts, certificate=replace(facts.certificate, employer_name=other))


def _is_limited(facts: Facts) -> bool:
    name = facts.employer.name
    return (
        facts.employer.kind == "limited" and name.endswith(("有限公司", "有限责任公司")) and not name.endswith("股份有限公司")
    )


def _certificate_of_branch(facts: Facts, rng: random.Random) -> Facts:
    branch = f"{facts.employer.name}{rng.choice(REGIONS).short}分公司"
    return replace(facts, certificate=replace(facts.certificate, employer_name=branch))


def _certificate_of_dispatcher(facts: Facts, rng: random.Random) -> Facts:
    """The employer on paper is the company that sent the worker."""
    name = firm_name(rng, rng.choice(("劳务派遣", "劳务服务")))
    return replace(facts, certificate=replace(facts.certificate, employer_name=name, uscc=""))


def _certificate_with_old_name(facts: Facts, rng: random.Random) -> Facts:
    other = draw_company(rng, facts.today, facts.legal_rep.name, "limited")
    return replace(facts, certificate=replace(facts.certificate, employer_name=other.name))


def _with_notice(uploads: Uploads, facts: Facts, rng: random.Random) -> Uploads:
    return (*uploads, change_notice(facts, facts.certificate.employer_name or "", rng))


def change_notice(facts: Facts, old_name: str, rng: random.Random) -> Upload:
    """The registry's notice that the employer had another name before, in no slot."""
    firm = facts.employer
    day = facts.today - timedelta(days=rng.randint(30, 400))
    paper = draw_name_change_notice(rng, NameChangeFacts(old_name, firm.name, firm.uscc, day, firm.registrar))
    leaf = Leaf(paper, (Stamp(company_seal(firm.registrar, width_mm=42.0)),))
    return Upload(None, (leaf,), "scan", "名称变更通知书.jpg")


def _licence_of_other_company(leaves: Leaves, facts: Facts, rng: random.Random) -> Leaves:
    other = draw_company(rng, facts.today, stranger(facts, rng).name, "limited")
    return {**leaves, "business_license": (licence_leaf(other, rng),)}


def _licence_expired(facts: Facts, rng: random.Random) -> Facts:
    ended = facts.today - timedelta(days=rng.randint(40, 300))
    return replace(facts, licence=replace(facts.licence, term_until=ended))


def _prints_a_term(facts: Facts) -> bool:
    return facts.employer.term_until != ""


def _principal(facts: Facts, rng: random.Random) -> Facts:
    other = draw_company(rng, facts.today, facts.legal_rep.name, "limited")
    return replace(facts, authorization=replace(letter_of(facts), principal=other.name, uscc=other.uscc))


def _contradicting(leaves: Leaves, facts: Facts, rng: random.Random) -> Leaves:
    """A second certificate for the same person that ends the employment on another day."""
    separation = facts.certificate.separation_date
    assert isinstance(separation, date), "the story's certificate has a whole date"
    other = replace(facts.certificate, separation_date=separation - timedelta(days=rng.randint(20, 50)))
    more = certificate_leaf(replace(facts, certificate=other), rng, Wish(STATED))
    return {**leaves, "termination_certificate": (*leaves["termination_certificate"], more)}


EMPLOYER_DEFECTS: tuple[Twist, ...] = (
    Twist(
        "certificate_of_other_employer",
        "Another company than the licence's issued the certificate.",
        NOT_ACCEPTED,
        (("match.employer_name",),),
        facts=_certificate_of_other_employer,
    ),
    Twist(
        "certificate_company_suffix",
        "有限公司 on one paper, 有限责任公司 on the other.",
        REVIEW,
        (("match.employer_name",),),
        suits=_is_limited,
        facts=_certificate_suffix,
    ),
    Twist(
        "certificate_of_branch",
        "A branch issued the certificate, the licence is the head office's.",
        REVIEW,
        (("match.employer_name",),),
        suits=_is_limited,
        facts=_certificate_of_branch,
    ),
    Twist(
        "certificate_of_dispatcher",
        "The company that sent the worker issued the certificate.",
        REVIEW,
        (("match.employer_name",),),
        suits=_is_limited,
        facts=_certificate_of_dispatcher,
    ),
    Twist(
        "certificate_with_old_name",
        "The certificate has the firm's former name; the notice of the change lies beside it.",
        REVIEW,
        (("match.employer_name",),),
        may_codes=("doc.unrecognized",),
        suits=_is_limited,
        facts=_certificate_with_old_name,
        uploads=_with_notice,
    ),
    Twist(
        "licence_of_other_company",
        "The licence is another company's.",
        NOT_ACCEPTED,
        (("match.uscc", "match.employer_name", "match.legal_rep"),),
        leaves=_licence_of_other_company,
    ),
    Twist(
        "licence_expired",
        "The licence's term of business is over.",
        REVIEW,
        (("field.expired",),),
        suits=_prints_a_term,
        facts=_licence_expired,
    ),
    Twist(
        "principal",
        "Another company signs the letter of authorisation.",
        NOT_ACCEPTED,
        (("match.employer_name", "match.applicant", "match.agent"),),
        roles=("agent",),
        facts=_principal,
    ),
    Twist(
        "contradicting_certificates",
        "Two certificates name different days of separation.",
        NOT_ACCEPTED,
        (("match.certificates",),),
        may_codes=("field.inconsistent",),  # the other day may not fit the contract's term that the same paper tells
        leaves=_contradicting,
    ),
)
