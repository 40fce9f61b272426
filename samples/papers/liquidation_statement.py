"""Statements of liquidators about a closed firm's workers, in three forms."""

import random

from samples.papers.civil_facts import LiquidationFacts
from samples.papers.draft import Draft, joined
from samples.papers.evidence_paper import draw_evidence
from samples.papers.form import Content, FormLayout
from samples.papers.paper import Paper

_TITLES = ("关于用工关系处理情况的说明", "清算组说明", "用工关系处理情况说明", "清算组关于职工安置情况的说明")


def draw_liquidation_statement(rng: random.Random, facts: LiquidationFacts, layout: FormLayout | None = None) -> Paper:
    """Draw a statement; the liquidators seal it."""
    return draw_evidence(rng, "liquidation_statement", facts, (_TITLES, _say), layout)


def _say(draft: Draft, facts: LiquidationFacts) -> Content:
    rng, value = draft.rng, draft.value
    done = f"原有职工{facts.workers}人的劳动关系已全部依法解除，工资及经济补偿已结清，社会保险已办理停保。"
    body = joined(
        [
            value(facts.name, "name", 60), f"（统一社会信用代码：{facts.uscc}）因股东会决议解散，",
            "已依法成立清算组，清算组负责人为",
            value(facts.head, "head"), "。现将用工关系处理情况说明如下：", done,
        ]
    )  # fmt: skip
    return Content(
        paragraphs=(body, ["原用工登记记录清单附后。", "特此说明。"]),
        items=(
            (rng.choice(("企业名称", "公司名称")), [value(facts.name, "name", 60)]),
            ("统一社会信用代码", [facts.uscc]),
            (rng.choice(("清算组负责人", "清算组组长")), [value(facts.head, "head")]),
            ("原有职工人数", [f"{facts.workers}人"]),
        ),
        tail=([f"公司注销前{done}特此说明。"],),
        closing=([f"{facts.name}清算组" if facts.name else "清算组"], draft.date(facts.issue_date, "issue_date")),
    )
