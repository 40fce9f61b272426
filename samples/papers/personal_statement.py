"""What people declare themselves (个人声明, 情况说明) in three forms."""

import random

from samples.papers.draft import Draft, joined
from samples.papers.evidence_facts import StatementFacts
from samples.papers.evidence_paper import draw_evidence
from samples.papers.form import Content, FormLayout, Signing
from samples.papers.paper import Paper

_TITLES = ("个人声明", "声明书", "情况说明", "个人情况说明")


def draw_personal_statement(rng: random.Random, facts: StatementFacts, layout: FormLayout | None = None) -> Paper:
    """Draw a statement; who makes it signs it."""
    return draw_evidence(rng, "personal_statement", facts, (_TITLES, _say), layout)


def _say(draft: Draft, facts: StatementFacts) -> Content:
    rng, value = draft.rng, draft.value
    who = joined(["本人", value(facts.name, "name"), "，身份证号码：", value(facts.id_number, "id_number", 50)])
    told = value(facts.subject, "subject", 80)
    letter = rng.choice(
        (
            (joined([*who, "，现郑重声明如下："]), joined(["一、", told, "。"]), ["二、本人提供的材料真实、有效。"]),
            (joined([*who, "，现将有关情况说明如下：", told, "。"]),),
        )
    )
    return Content(
        paragraphs=(*letter, ["以上情况属实，如有虚假，本人愿承担一切法律责任。"]),
        items=[
            (rng.choice(("声明人姓名", "姓名")), [value(facts.name, "name")]),
            ("身份证号码", [value(facts.id_number, "id_number", 50)]),
            (rng.choice(("声明事项", "说明事项")), [told]),
        ],
        tail=(["本人声明以上情况属实，如有虚假，愿承担一切法律责任。"],),
        signings=(Signing(rng.choice(("声明人：", "声明人（签字）：", "本人签字：")), facts.name or "", "applicant"),),
        closing=(joined([rng.choice(("", "日期：")), *draft.date(facts.issue_date, "issue_date")]),),
        sealed=False,
    )
