"""Decisions that revoke a licence, in three forms."""

import random

from samples.papers.civil_facts import RevocationFacts
from samples.papers.draft import Draft, joined
from samples.papers.evidence_paper import draw_evidence
from samples.papers.form import Content, FormLayout
from samples.papers.paper import Paper

_TITLES = ("行政处罚决定书", "行政处罚决定书", "吊销营业执照决定书")
_FACTS = (
    "经查，当事人成立后无正当理由自行停业连续六个月以上，未办理歇业备案。",
    "经查，当事人连续两个年度未报送年度报告，经公告责令改正后仍未改正，通过登记的住所无法取得联系。",
)


def draw_revocation_decision(rng: random.Random, facts: RevocationFacts, layout: FormLayout | None = None) -> Paper:
    """Draw a decision; the registry seals it."""
    chosen: FormLayout = rng.choice(("letter", "letter", "lines", "table")) if layout is None else layout
    return draw_evidence(rng, "revocation_decision", facts, (_TITLES, _say), chosen)


def _say(draft: Draft, facts: RevocationFacts) -> Content:
    rng, value = draft.rng, draft.value
    why = rng.choice(_FACTS)
    told = "本局已依法送达行政处罚告知书，当事人在规定期限内未提出陈述、申辩。"
    decided = joined(
        [
            "依据《中华人民共和国公司法》第二百六十条的规定，本局决定",
            rng.choice(("处罚如下：", "对当事人作出如下处罚：")), value(facts.penalty, "penalty", 40), "。",
        ]
    )  # fmt: skip
    return Content(
        under=[value(facts.document_number, "document_number", 40)],
        paragraphs=(
            joined(["当事人：", value(facts.name, "name", 60)]),
            joined(["统一社会信用代码：", value(facts.uscc, "uscc", 50)]),
            [f"住所：{facts.address}"],
            [why + told],
            decided,
        ),
        items=(
            (rng.choice(("当事人", "当事人名称")), [value(facts.name, "name", 60)]),
            ("统一社会信用代码", [value(facts.uscc, "uscc", 50)]),
            ("违法事实", [why]),
            (rng.choice(("处罚内容", "处罚结果")), [value(facts.penalty, "penalty", 40)]),
        ),
        tail=(["当事人如不服本决定，可在收到之日起六十日内申请行政复议，或者六个月内提起行政诉讼。"],),
        closing=([value(facts.authority, "authority", 60)], draft.date(facts.issue_date, "issue_date")),
    )
