"""Notices that a firm was struck off, in three forms."""

import random

from samples.papers.civil_facts import DeregistrationFacts
from samples.papers.draft import Draft, joined
from samples.papers.evidence_paper import draw_evidence
from samples.papers.form import Content, FormLayout
from samples.papers.paper import Paper

_TITLES = ("准予注销登记通知书", "准予注销登记通知书", "注销登记通知书", "登记通知书")
_FORM_TITLES = ("企业注销证明", "注销证明", "准予注销登记通知书")


def draw_deregistration_notice(rng: random.Random, facts: DeregistrationFacts, layout: FormLayout | None = None) -> Paper:
    """Draw a notice; the registry seals it."""
    chosen: FormLayout = rng.choice(("letter", "letter", "lines", "table")) if layout is None else layout
    titles = _TITLES if chosen == "letter" else _FORM_TITLES
    return draw_evidence(rng, "deregistration_notice", facts, (titles, _say), chosen)


def _say(draft: Draft, facts: DeregistrationFacts) -> Content:
    rng, value = draft.rng, draft.value
    body = joined(
        [
            "经审查，你单位提交的注销登记申请材料齐全，符合法定形式，我局于",
            *draft.date(facts.deregistered_on, "deregistered_on"),
            rng.choice(("决定准予注销登记", "核准注销登记", "予以注销登记")),
            "。统一社会信用代码：", value(facts.uscc, "uscc", 50), "。",
        ]
    )  # fmt: skip
    return Content(
        greeting=[value(facts.name, "name", 60), "："],
        under=[value(facts.document_number, "document_number", 40)],
        paragraphs=(body, ["请自收到本通知书之日起妥善保管有关凭证。"]),
        items=(
            (rng.choice(("企业名称", "名称")), [value(facts.name, "name", 60)]),
            ("统一社会信用代码", [value(facts.uscc, "uscc", 50)]),
            ("登记状态", ["注销"]),
            (rng.choice(("注销日期", "核准注销日期")), draft.date(facts.deregistered_on, "deregistered_on")),
        ),
        tail=(["该主体已在本机关办理注销登记，特此证明。"],),
        closing=([value(facts.authority, "authority", 60)], draft.date(facts.issue_date, "issue_date")),
    )
