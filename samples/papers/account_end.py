"""Applications by which an employer ends its social insurance account (社会保险注销登记申请表) in three forms."""

import random

from samples.papers.draft import Draft, joined
from samples.papers.evidence_facts import AccountEndsFacts
from samples.papers.evidence_paper import draw_evidence
from samples.papers.form import Content, FormLayout
from samples.papers.paper import Paper

_TITLES = ("社会保险注销登记申请表", "社会保险登记注销申请表", "参保单位注销登记申请表", "社会保险单位注销登记表")
_LETTER_TITLES = ("社会保险注销登记申请书", "社会保险登记注销申请书")


def draw_account_end(rng: random.Random, facts: AccountEndsFacts, layout: FormLayout | None = None) -> Paper:
    """Draw an application, which the employer seals."""
    chosen: FormLayout = rng.choice(("table", "table", "lines", "letter")) if layout is None else layout
    titles = _LETTER_TITLES if chosen == "letter" else _TITLES
    return draw_evidence(rng, "withdrawal_application", facts, (titles, _say), chosen)


def _say(draft: Draft, facts: AccountEndsFacts) -> Content:
    rng, value = draft.rng, draft.value
    body = joined(
        [
            "我单位", value(facts.employer_name, "employer_name", 70), "（统一社会信用代码：", value(facts.uscc, "uscc", 50),
            "）因", value(facts.reason, "reason", 30), "，现申请注销社会保险登记。",
        ]
    )  # fmt: skip
    return Content(
        paragraphs=(body, ["我单位已无参保人员，各项社会保险费已结清，请予办理。"]),
        items=[
            (rng.choice(("单位名称", "参保单位名称", "缴费单位名称")), [value(facts.employer_name, "employer_name", 70)]),
            ("统一社会信用代码", [value(facts.uscc, "uscc", 50)]),
            (rng.choice(("法定代表人（负责人）", "法定代表人")), [facts.legal_rep or ""]),
            (rng.choice(("注销原因", "注销登记原因")), [value(facts.reason, "reason", 40)]),
            ("有无欠费", ["无"]),
        ],
        tail=(["现申请注销社会保险登记，所填内容真实有效。"],),
        closing=(
            ["申请单位（盖章）：", *([facts.employer_name] if facts.employer_name and rng.random() < 0.6 else [])],
            joined([rng.choice(("申请日期：", "填表日期：", "")), *draft.date(facts.issue_date, "issue_date")]),
        ),
    )
