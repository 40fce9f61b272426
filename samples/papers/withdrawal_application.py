"""Applications to withdraw a registration (撤销登记申请表) in three forms."""

import random

from samples.papers.draft import Draft, joined
from samples.papers.evidence_facts import WithdrawalFacts
from samples.papers.evidence_paper import draw_evidence
from samples.papers.form import Content, FormLayout, Signing
from samples.papers.paper import Paper

_TITLES = ("撤销登记申请表", "用工备案撤销申请表", "撤销用工备案申请表", "就业登记撤销申请表", "劳动用工备案变更（注销）表")
_LETTER_TITLES = ("撤销登记申请书", "撤销用工备案申请书")


def draw_withdrawal_application(rng: random.Random, facts: WithdrawalFacts, layout: FormLayout | None = None) -> Paper:
    """Draw an application; the employer seals it, whoever handles it signs."""
    chosen: FormLayout = rng.choice(("table", "table", "lines", "letter")) if layout is None else layout
    titles = _LETTER_TITLES if chosen == "letter" else _TITLES
    return draw_evidence(rng, "withdrawal_application", facts, (titles, _say), chosen)


def _say(draft: Draft, facts: WithdrawalFacts) -> Content:
    rng, value = draft.rng, draft.value
    label = rng.choice(("原登记编号", "登记编号", "原备案编号"))
    body = joined(
        [
            "我单位", value(facts.employer_name, "employer_name", 70), "（统一社会信用代码：", value(facts.uscc, "uscc", 50),
            "）因", value(facts.reason, "reason", 30), "，现申请撤销职工", value(facts.employee_name, "employee_name"),
            "（身份证号码：", value(facts.employee_id, "employee_id", 50), f"）的用工登记，{label}：",
            value(facts.registration_id, "registration_id", 40), "。",
        ]
    )  # fmt: skip
    return Content(
        paragraphs=(body, ["以上情况属实，请予办理。"]),
        items=[
            (rng.choice(("单位名称", "用人单位", "申请单位")), [value(facts.employer_name, "employer_name", 70)]),
            ("统一社会信用代码", [value(facts.uscc, "uscc", 50)]),
            ("姓名", [value(facts.employee_name, "employee_name")]),
            ("身份证号码", [value(facts.employee_id, "employee_id", 50)]),
            (label, [value(facts.registration_id, "registration_id", 40)]),
            (rng.choice(("撤销原因", "申请理由")), [value(facts.reason, "reason", 40)]),
            ("备注", ["无"]),
        ],
        tail=(["现申请撤销上述人员的用工登记，所填内容真实有效。"],),
        signings=(Signing("经办人：", facts.handler, "handler"),),
        closing=(
            ["申请单位（盖章）：", *([facts.employer_name] if facts.employer_name and rng.random() < 0.6 else [])],
            joined([rng.choice(("申请日期：", "填表日期：", "")), *draft.date(facts.issue_date, "issue_date")]),
        ),
    )
