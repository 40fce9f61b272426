"""A bank card, a passbook's first page and sheets about an account."""

import random
from typing import Literal

from samples.fonts import faces_of
from samples.papers.civil_facts import AccountFacts
from samples.papers.draft import Draft
from samples.papers.evidence_paper import draw_evidence, truth_of
from samples.papers.form import Content
from samples.papers.paper import Paper, Shown
from samples.papers.sheet import RGB, Area, Sheet, Type

AccountLayout = Literal["card", "lines", "table"]
ACCOUNT_LAYOUTS: tuple[AccountLayout, ...] = ("card", "lines", "table")
CARD_MM = (85.6, 54.0)
_TITLES = ("收款账户信息", "银行账户信息表", "银行卡账户信息", "活期储蓄存折")
_GROUNDS: tuple[RGB, ...] = ((0.86, 0.90, 0.96), (0.95, 0.91, 0.84), (0.87, 0.94, 0.89))


def draw_bank_card(rng: random.Random, facts: AccountFacts, layout: AccountLayout | None = None) -> Paper:
    """Draw a card, or a sheet that names the account."""
    chosen = rng.choice(ACCOUNT_LAYOUTS) if layout is None else layout
    if chosen == "card":
        return _card(rng, facts)
    return draw_evidence(rng, "bank_card", facts, (_TITLES, _say), chosen)


def _say(draft: Draft, facts: AccountFacts) -> Content:
    rng, value = draft.rng, draft.value
    return Content(
        paragraphs=(),
        items=(
            (rng.choice(("户名", "账户名称", "收款人姓名")), [value(facts.holder, "holder")]),
            (rng.choice(("账号", "银行卡号", "收款账号")), [value(facts.account_number, "account_number", 60)]),
            (rng.choice(("开户行", "开户银行")), [value(facts.bank, "bank", 50)]),
            ("币种", ["人民币"]),
        ),
        tail=(["本人确认以上账户信息真实有效。"],),
        sealed=False,
    )


def _card(rng: random.Random, facts: AccountFacts) -> Paper:
    """The front: bank, number in groups of four, the month it ends in, and sometimes the holder in Latin letters."""
    sheet = Sheet(*CARD_MM)
    sheet.fill(Area(0, 0, *CARD_MM), rng.choice(_GROUNDS))
    face = rng.choice(faces_of("hei"))
    sheet.text((6, 11), facts.bank or "", Type(face, 11.0, bold=True), field="bank")
    sheet.text((79, 11), "借记卡", Type(face, 8.0), "right")
    sheet.fill(Area(8, 18, 20, 27), (0.80, 0.72, 0.45))
    digits = facts.account_number or ""
    grouped = " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))
    sheet.text((8, 36), grouped, Type(face, 14.0, gap=0.2), field="account_number")
    sheet.text((30, 43), f"VALID THRU {rng.randint(1, 12):02d}/{rng.randint(30, 36)}", Type(face, 7.0))
    if facts.latin:
        sheet.text((8, 49), facts.latin, Type(face, 9.0))
    sheet.text((79, 49), "银联 UnionPay", Type(face, 8.0, bold=True), "right")
    told = {name: value for name, value in truth_of(facts).items() if name in sheet.boxes and value}
    return Paper(
        sheet.pdf(), *CARD_MM, (Shown("bank_card", None, told, sheet.boxes),), background="card", tags={"layout": "card"}
    )
