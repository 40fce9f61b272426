"""Proofs of having settled abroad, in three forms."""

import random

from samples.papers.civil_facts import EmigrationFacts
from samples.papers.draft import Draft, joined
from samples.papers.evidence_paper import draw_evidence
from samples.papers.form import Content, FormLayout
from samples.papers.paper import Paper

_TITLES: dict[FormLayout, tuple[str, ...]] = {
    "letter": ("定居证明", "国外定居证明"),
    "lines": ("移民证明", "定居证明"),
    "table": ("永久居留证（中文译本）", "永久居留证明"),
}


def draw_emigration_proof(rng: random.Random, facts: EmigrationFacts, layout: FormLayout | None = None) -> Paper:
    """Draw a proof; whoever issues it seals it."""
    chosen: FormLayout = rng.choice(("letter", "lines", "table")) if layout is None else layout
    return draw_evidence(rng, "emigration_proof", facts, (_TITLES[chosen], _say), chosen)


def _say(draft: Draft, facts: EmigrationFacts) -> Content:
    rng, value = draft.rng, draft.value
    body = joined(
        [
            rng.choice(("兹证明中国公民", "兹证明")), value(facts.name, "name"), f"，{facts.sex}，公民身份号码：",
            value(facts.id_number, "id_number", 50), "，持护照（护照号码：", value(facts.passport, "passport", 36), "），已在",
            value(facts.country, "country", 20), "定居。",
        ]
    )  # fmt: skip
    return Content(
        paragraphs=(body, ["特此证明。"]),
        items=(
            ("姓名", [value(facts.name, "name")]),
            ("性别", [facts.sex]),
            ("公民身份号码", [value(facts.id_number, "id_number", 50)]),
            ("护照号码", [value(facts.passport, "passport", 36)]),
            (rng.choice(("定居国家", "居住国")), [value(facts.country, "country", 20)]),
        ),
        tail=(["上述人员已取得该国永久居留权，特此证明。"],),
        closing=([value(facts.authority, "authority", 60)], draft.date(facts.issue_date, "issue_date")),
    )
