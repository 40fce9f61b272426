"""Agreements to end a labour contract (解除劳动合同协议书) in three forms."""

import random
from dataclasses import replace

from samples.papers.draft import Draft, joined
from samples.papers.evidence_facts import AgreementFacts
from samples.papers.evidence_paper import draw_evidence
from samples.papers.form import Content, FormLayout, Signing
from samples.papers.paper import Paper
from samples.papers.prose import Prose

_TITLES = (
    "解除劳动合同协议书", "解除劳动合同协议书", "协商解除劳动合同协议书", "解除（终止）劳动合同协议书", "解除劳动关系协议书",
    "劳动合同解除协议书", "离职协议书", "用工关系解除协议",
)  # fmt: skip


def draw_termination_agreement(rng: random.Random, facts: AgreementFacts, layout: FormLayout | None = None) -> Paper:
    """Draw an agreement; the employer seals it, the employee signs."""
    return draw_evidence(rng, "termination_agreement", facts, (_TITLES, _say), layout)


def draw_agreement_pages(rng: random.Random, facts: AgreementFacts) -> tuple[Paper, Paper]:
    """Draw an agreement of two numbered pages: what was agreed on the first, signatures and seal on the second."""
    first = draw_evidence(rng, "termination_agreement", facts, (_TITLES, _first_page), "letter")
    return first, draw_evidence(rng, "termination_agreement", facts, (("",), _second_page), "letter")


def _first_page(draft: Draft, facts: AgreementFacts) -> Content:
    whole = _say(draft, facts)
    more = [[f"{number}、{clause}"] for number, clause in zip("四五六七", _CLAUSES, strict=False)]
    return replace(whole, paragraphs=(*whole.paragraphs[:-1], *more), signings=(), closing=(), foot="第 1 页 共 2 页")


def _second_page(draft: Draft, facts: AgreementFacts) -> Content:
    whole = _say(draft, facts)
    return replace(whole, paragraphs=([f"八、{_LAST_CLAUSE}"],), foot="第 2 页 共 2 页")


_CLAUSES = (
    "甲方应于本协议生效后依法结清乙方的工资及其他应付款项，并按规定办理社会保险关系转移手续。",
    "乙方应对在职期间知悉的甲方商业秘密继续承担保密义务，不得向任何第三方披露。",
    "双方确认除本协议约定外，不存在其他未了结的权利义务，任何一方不得再向对方提出其他主张。",
    "因履行本协议发生争议的，双方应协商解决；协商不成的，可以向劳动人事争议仲裁委员会申请仲裁。",
)
_LAST_CLAUSE = "本协议一式两份，甲乙双方各执一份，自双方签字盖章之日起生效。"


def _say(draft: Draft, facts: AgreementFacts) -> Content:
    rng, value = draft.rng, draft.value
    side = rng.choice((("甲方（用人单位）：", "乙方（劳动者）："), ("甲方：", "乙方："), ("甲方（单位）：", "乙方（员工）：")))
    day = draft.date(facts.separation_date, "separation_date")
    begun = joined(["于", *draft.date(facts.start_date, ""), "签订劳动合同，现"]) if facts.start_date else []
    reason = (
        joined(["二、因", value(facts.reason, "reason", 40), "，乙方提出解除劳动合同，甲方同意。"])
        if facts.reason != ""
        else []
    )
    before, after = rng.choice((("于", "解除劳动合同"), ("自", "起解除劳动关系")))
    clauses: list[Prose] = [
        joined(["一、甲乙双方同意", before, *day, f"{after}。"]),
        *([reason] if reason else []),
        ["三、乙方应在离职前办理工作交接，甲方为乙方出具解除劳动合同的证明。"],
        ["四、本协议一式两份，甲乙双方各执一份，自双方签字盖章之日起生效。"],
    ]
    parties = [
        joined([side[0], value(facts.employer_name, "employer_name", 70)]),
        joined(
            [
                side[1],
                value(facts.employee_name, "employee_name"),
                "    身份证号码：",
                value(facts.employee_id, "employee_id", 50),
            ]
        ),
    ]
    return Content(
        paragraphs=(*parties, joined(["甲乙双方", *begun, "经平等自愿、协商一致，就解除劳动合同事宜达成如下协议："]), *clauses),
        items=[
            ("甲方", [value(facts.employer_name, "employer_name", 70)]),
            ("乙方", [value(facts.employee_name, "employee_name")]),
            ("身份证号码", [value(facts.employee_id, "employee_id", 50)]),
            (rng.choice(("解除日期", "解除劳动合同日期")), day),
            *([("解除原因", [value(facts.reason, "reason", 40)])] if facts.reason != "" else []),
        ],
        tail=(["甲乙双方经协商一致，同意按上述日期解除劳动合同，双方再无其他争议。"],),
        signings=(Signing("乙方（签字）：", facts.employee_name or "", "employee"),),
        closing=(
            ["甲方（盖章）：", *([facts.employer_name] if facts.employer_name else [])],
            joined([*draft.date(facts.issue_date, "issue_date")]),
        ),
    )
