"""Slips about leaving a building site (退场确认表, 离场证明) in three forms."""

import random

from samples.papers.draft import Draft, joined
from samples.papers.evidence_facts import ExitFacts
from samples.papers.evidence_paper import draw_evidence
from samples.papers.form import Content, FormLayout, Signing
from samples.papers.paper import Paper

_TITLES = ("退场确认表", "工人退场确认表", "农民工退场确认表", "人员退场登记表", "退场确认单")
_LETTER_TITLES = ("离场证明", "退场证明")


def draw_exit_confirmation(rng: random.Random, facts: ExitFacts, layout: FormLayout | None = None) -> Paper:
    """Draw a slip; the firm or its project seals it, the worker signs."""
    chosen: FormLayout = rng.choice(("table", "lines", "letter")) if layout is None else layout
    titles = _LETTER_TITLES if chosen == "letter" else _TITLES
    return draw_evidence(rng, "exit_confirmation", facts, (titles, _say), chosen)


def _say(draft: Draft, facts: ExitFacts) -> Content:
    rng, value = draft.rng, draft.value
    entered, exited = draft.date(facts.entered_on, "entered_on"), draft.date(facts.exited_on, "exited_on")
    body = joined(
        [
            "兹证明", value(facts.name, "name"), "（身份证号码：", value(facts.id_number, "id_number", 50), "）系",
            value(facts.employer_name, "employer_name", 70), "工人，于", *entered, "进场，在",
            value(facts.project, "project", 50), "从事施工工作，已于", *exited, "退场，工资",
            value(facts.wages_settled, "wages_settled", 20), "。",
        ]
    )  # fmt: skip
    return Content(
        paragraphs=(body, ["特此证明。"]),
        items=[
            (rng.choice(("项目名称", "工程名称")), [value(facts.project, "project", 60)]),
            (rng.choice(("用工单位", "所属单位", "劳务公司")), [value(facts.employer_name, "employer_name", 70)]),
            ("姓名", [value(facts.name, "name")]),
            ("身份证号码", [value(facts.id_number, "id_number", 50)]),
            ("工种", [rng.choice(("木工", "钢筋工", "瓦工", "电工"))]),
            (rng.choice(("进场日期", "进场时间")), entered),
            (rng.choice(("退场日期", "退场时间")), exited),
            (rng.choice(("工资结清情况", "工资支付情况")), [value(facts.wages_settled, "wages_settled", 20)]),
        ],
        tail=(["本人确认以上情况属实，退场后与该项目再无劳务纠纷。"],),
        signings=(Signing(rng.choice(("工人（签字）：", "本人签字：", "退场人员签字：")), facts.name or "", "employee"),),
        closing=(
            ["单位（盖章）：", *([facts.employer_name] if facts.employer_name and rng.random() < 0.6 else [])],
            joined([rng.choice(("", "日期：", "填表日期：")), *draft.date(facts.issue_date, "issue_date")]),
        ),
    )
