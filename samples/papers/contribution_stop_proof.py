"""Proofs that contributions ended (停保证明, 参保人员减少表) in three forms."""

import random

from samples.papers.draft import Draft, joined
from samples.papers.evidence_facts import StopFacts
from samples.papers.evidence_paper import draw_evidence, month
from samples.papers.form import Content, FormLayout
from samples.papers.paper import Paper

_TITLES = ("停保证明", "社会保险停保证明", "社保停缴证明")
_FORM_TITLES = ("社会保险个人停保单", "社会保险参保人员减少表", "参保人员减少表", "单位减员回执", "停保证明")


def draw_contribution_stop_proof(rng: random.Random, facts: StopFacts, layout: FormLayout | None = None) -> Paper:
    """Draw a proof; the agency of social insurance seals it."""
    chosen: FormLayout = rng.choice(("table", "lines", "letter")) if layout is None else layout
    return draw_evidence(rng, "contribution_stop_proof", facts, (_TITLES if chosen == "letter" else _FORM_TITLES, _say), chosen)


def _say(draft: Draft, facts: StopFacts) -> Content:
    rng, value = draft.rng, draft.value
    when = month(draft, facts.stop_month, "stop_month")
    body = joined(
        [
            "兹证明", value(facts.name, "name"), "（社会保障号码：", value(facts.id_number, "id_number", 50), "）原参保单位为",
            value(facts.employer_name, "employer_name", 60), "，参保险种：", value(facts.insurance, "insurance", 50), "。已于",
            when, "办理停保手续，当前参保状态：", value(facts.status, "status", 20), "。",
        ]
    )  # fmt: skip
    return Content(
        paragraphs=(body, ["特此证明。"]),
        items=[
            ("姓名", [value(facts.name, "name")]),
            (rng.choice(("社会保障号码", "身份证号码", "公民身份号码")), [value(facts.id_number, "id_number", 50)]),
            (rng.choice(("单位名称", "参保单位")), [value(facts.employer_name, "employer_name", 60)]),
            (rng.choice(("险种", "参保险种")), [value(facts.insurance, "insurance", 50)]),
            (rng.choice(("停保年月", "减员年月", "停缴月份")), [when]),
            (rng.choice(("参保状态", "缴费状态")), [value(facts.status, "status", 20)]),
        ],
        tail=(["以上信息由社会保险信息系统生成，停保后如需续保请及时办理。"],),
        closing=(
            [*([rng.choice(("", "经办机构（盖章）："))]), value(facts.authority, "authority", 60)],
            joined([rng.choice(("", "打印日期：", "出具日期：")), *draft.date(facts.issue_date, "issue_date")]),
        ),
    )
