"""Proofs of kinship in four forms: two letters, lines and a table."""

import random

from samples.papers.civil_facts import KinshipFacts
from samples.papers.draft import Draft, joined
from samples.papers.evidence_paper import draw_evidence
from samples.papers.form import Content, FormLayout
from samples.papers.paper import Paper
from samples.papers.prose import Prose

_TITLES = ("亲属关系证明", "亲属关系证明", "直系亲属关系证明")


def draw_kinship_proof(rng: random.Random, facts: KinshipFacts, layout: FormLayout | None = None) -> Paper:
    """Draw a proof; a police office, a community or a notary seals it."""
    return draw_evidence(rng, "kinship_proof", facts, (_TITLES, _say), layout)


def _say(draft: Draft, facts: KinshipFacts) -> Content:
    rng, value = draft.rng, draft.value
    who = rng.choice(("参保人", "死者"))
    return Content(
        paragraphs=(_letter(draft, facts), ["特此证明。"]),
        items=(
            (f"{who}姓名", [value(facts.name, "name")]),
            (f"{who}身份证号码", [value(facts.id_number, "id_number", 50)]),
            ("申请人姓名", [value(facts.relative, "relative")]),
            ("申请人身份证号码", [value(facts.relative_id, "relative_id", 50)]),
            (f"与{who}关系", [value(facts.relation, "relation")]),
        ),
        tail=(["以上情况属实，特此证明。"],),
        closing=([value(facts.authority, "authority", 60)], draft.date(facts.issue_date, "issue_date")),
    )


def _letter(draft: Draft, facts: KinshipFacts) -> Prose:
    """甲系死者乙之妻: the relative is named first."""
    value = draft.value
    return joined(
        [
            "兹证明", value(facts.relative, "relative"), "（身份证号码：", value(facts.relative_id, "relative_id", 50),
            "）系", draft.rng.choice(("死者", "参保人")), value(facts.name, "name"), "（身份证号码：",
            value(facts.id_number, "id_number", 50), "）之", value(facts.relation, "relation"), "。",
        ]
    )  # fmt: skip
