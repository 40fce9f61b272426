"""Complete packets that come close to breaking a rule about employers and their seals (DOMAIN X04, X21 to X37, D09 to D13)."""

import random
from dataclasses import replace
from functools import partial

from samples.companies import draw_company, firm_name
from samples.defects.employers import change_notice
from samples.defects.people import stranger
from samples.defects.seals import on
from samples.facts import Facts, telling
from samples.impressions import Press
from samples.leaves import Leaf, Stamp, licence_leaf, seal_of
from samples.shoot import renamed
from samples.tricks.stories import is_kind
from samples.twist import NOT_BOUNCED, Leaves, Sent, Twist, Uploads

_PALE = Press(strength=0.6, worn=0.06)
"""A seal pressed on the last of its ink: paler than most, and all there."""
_BESIDE_MM = 34.0
"""From the middle of name and date to that of a seal which lies beside them."""
_LEAST_X_MM = 28.0
_PAPERS_OF_TWO = ("business_license", "termination_certificate")


def _with_notice(uploads: Uploads, facts: Facts, rng: random.Random) -> Uploads:
    """The notice of a change of name after which everything was written."""
    former = draw_company(rng, facts.today, stranger(facts, rng).name, "limited").name
    return (*uploads, change_notice(facts, former, rng))


def _deals_in_people(facts: Facts) -> bool:
    return "人力资源" in facts.employer.name


def _deals_in_finance(facts: Facts, rng: random.Random) -> Facts:
    name = firm_name(rng, rng.choice(("财务咨询", "财务管理")))
    firm = replace(facts.employer, name=name)
    letter = replace(facts.authorization, principal=name) if facts.authorization else None
    certificate = replace(facts.certificate, employer_name=name)
    changed = replace(facts, employer=firm, licence=firm, certificate=certificate, authorization=letter)
    return telling(changed, employer_name=name)


def _pale(leaf: Leaf, facts: Facts, rng: random.Random) -> Leaf:
    return replace(leaf, stamps=tuple(replace(stamp, press=_PALE) for stamp in leaf.stamps))


def _beside(leaf: Leaf, facts: Facts, rng: random.Random) -> Leaf:
    x, y = leaf.paper.anchors["seal"]
    anchors = {**leaf.paper.anchors, "seal": (max(x - _BESIDE_MM, _LEAST_X_MM), y)}
    return replace(leaf, paper=replace(leaf.paper, anchors=anchors), stamps=(Stamp(seal_of(facts.employer)),))


def _for_this(leaves: Leaves, facts: Facts, rng: random.Random) -> Leaves:
    mark = rng.choice(("仅供办理用工备案撤销使用，再次复印无效", "仅用于办理就业登记撤销业务", "仅供人社部门备案使用"))
    return {**leaves, "business_license": (licence_leaf(facts.licence, rng, mark),)}


def _in_one_pdf(uploads: Uploads, facts: Facts, rng: random.Random) -> Uploads:
    """Licence and certificate as two pages of a PDF."""
    both = [upload for upload in uploads if upload.slot in _PAPERS_OF_TWO]
    leaves = tuple(leaf for upload in both for leaf in upload.leaves)
    whole = replace(both[0].captured_as("scan_pdf"), leaves=leaves)
    return (whole, *(upload for upload in uploads if upload not in both))


def _in_both_slots(sent: Sent, rng: random.Random) -> Sent:
    """The PDF once more, where the other of its papers is asked for."""
    whole = sent[0]
    other = next(slot for slot in _PAPERS_OF_TWO if slot != whole.slot)
    return (*sent, renamed(replace(whole, slot=other), f"2-{whole.name}"))


NEAR_FIRMS: tuple[Twist, ...] = (
    Twist(
        "one_pdf_in_two_slots",
        "One PDF holds licence and certificate, and was chosen for both slots.",
        uploads=_in_one_pdf,
        files=_in_both_slots,
    ),
    Twist("branch_itself", "The employer is a branch with a licence of its own.", suits=partial(is_kind, kinds=("branch",))),
    Twist(
        "renamed_before",
        "The firm had another name before anything was written; the notice of it lies beside the papers.",
        NOT_BOUNCED,
        may_codes=("doc.unrecognized",),
        uploads=_with_notice,
    ),
    Twist("deals_in_people", "The employer is a company for 人力资源服务, and its seal says so.", suits=_deals_in_people),
    Twist(
        "deals_in_finance",
        "The employer is a company for 财务咨询, and its seal says so.",
        suits=partial(is_kind, kinds=("limited",)),
        facts=_deals_in_finance,
    ),
    Twist(
        "pale_seal",
        "The certificate's seal is pale, and all there.",
        NOT_BOUNCED,
        leaves=on("termination_certificate", _pale),
    ),
    Twist("seal_beside", "The seal lies beside name and date, not on them.", leaves=on("termination_certificate", _beside)),
    Twist("licence_for_this", "The licence's copy is marked for this very purpose.", leaves=_for_this),
)
