"""Proofs of death: a hospital's table, a police office's letter, a crematorium's lines."""

import random

from samples.papers.civil_facts import DeathFacts
from samples.papers.draft import Draft, joined
from samples.papers.evidence_paper import draw_evidence
from samples.papers.form import Content, FormLayout
from samples.papers.paper import Paper

_TITLES: dict[FormLayout, tuple[str, ...]] = {
    "letter": ("死亡注销户口证明", "死亡证明"),
    "lines": ("火化证明", "遗体火化证明"),
    "table": ("居民死亡医学证明（推断）书", "居民死亡医学证明书"),
}


def draw_death_certificate(rng: random.Random, facts: DeathFacts, layout: FormLayout | None = None) -> Paper:
    """Draw a proof; whoever issues it seals it."""
    chosen: FormLayout = rng.choice(("letter", "lines", "table")) if layout is None else layout
    return draw_evidence(rng, "death_certificate", facts, (_TITLES[chosen], _say), chosen)


def _say(draft: Draft, facts: DeathFacts) -> Content:
    rng, value = draft.rng, draft.value
    died = draft.date(facts.died_on, "died_on")
    body = joined(
        [
            rng.choice(("兹证明", "兹证明居民")), value(facts.name, "name"), f"，{facts.sex}，公民身份号码",
            value(facts.id_number, "id_number", 50), "，于", *died,
            rng.choice(("因病死亡", "死亡", "因病去世")), "，户口已注销。",
        ]
    )  # fmt: skip
    return Content(
        paragraphs=(body, ["特此证明。"]),
        items=(
            ("死者姓名", [value(facts.name, "name")]),
            ("性别", [facts.sex]),
            (rng.choice(("身份证件号码", "身份证号码")), [value(facts.id_number, "id_number", 50)]),
            (rng.choice(("死亡日期", "死亡时间")), died),
            *([("家属姓名", [facts.relative])] if facts.relative else []),
        ),
        tail=(["以上情况属实，特此证明。"],),
        closing=([value(facts.authority, "authority", 60)], draft.date(facts.issue_date, "issue_date")),
    )
