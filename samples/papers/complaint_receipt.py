"""Receipts of the labour inspection for a complaint (劳动监察投诉回执) in three forms."""

import random

from samples.papers.draft import Draft, joined
from samples.papers.evidence_facts import ComplaintFacts
from samples.papers.evidence_paper import draw_evidence
from samples.papers.form import Content, FormLayout
from samples.papers.paper import Paper

_TITLES = ("劳动保障监察投诉受理通知书", "劳动监察投诉回执", "投诉受理通知书")
_FORM_TITLES = ("劳动保障监察投诉登记表", "劳动监察投诉回执", "举报投诉登记表")
_MATTER = "拒不出具解除劳动合同证明"


def draw_complaint_receipt(rng: random.Random, facts: ComplaintFacts, layout: FormLayout | None = None) -> Paper:
    """Draw a receipt; the inspection seals it."""
    chosen: FormLayout = rng.choice(("table", "lines", "letter")) if layout is None else layout
    return draw_evidence(rng, "complaint_receipt", facts, (_TITLES if chosen == "letter" else _FORM_TITLES, _say), chosen)


def _say(draft: Draft, facts: ComplaintFacts) -> Content:
    rng, value = draft.rng, draft.value
    firm = value(facts.employer_name, "employer_name", 60)
    name, number = value(facts.name, "name"), value(facts.id_number, "id_number", 50)
    letter = rng.choice(
        (
            (
                joined([name, "（身份证号码：", number, "）："]),
                joined(["你投诉", firm, f"{_MATTER}一案，经审查符合受理条件，我单位决定予以受理。"]),
            ),
            ((), joined(["今收到", name, "（身份证号码：", number, "）关于", firm, f"{_MATTER}的投诉材料一份，已登记受理。"])),
        )
    )
    return Content(
        greeting=letter[0],
        paragraphs=(letter[1], ["我单位将自受理之日起六十个工作日内完成调查，请保持联系方式畅通。"]),
        items=[
            ("投诉人", [name]),
            ("身份证号码", [number]),
            (rng.choice(("被投诉单位", "被投诉单位名称")), [firm]),
            ("投诉事项", [_MATTER]),
            ("处理意见", ["予以受理"]),
        ],
        tail=(["上述投诉已登记受理，凭本回执查询办理进度。"],),
        under=[f"编号：{rng.randint(2022, 2025)}{rng.randint(1, 9999):04d}"] if rng.random() < 0.5 else (),
        closing=(
            [value(facts.authority, "authority", 60)],
            joined([rng.choice(("", "受理日期：", "日期：")), *draft.date(facts.issue_date, "issue_date")]),
        ),
    )
