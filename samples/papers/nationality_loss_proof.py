"""Proofs that somebody gave up Chinese nationality or was struck off the register for emigrating, in three forms."""

import random

from samples.papers.civil_facts import NationalityLossFacts
from samples.papers.draft import Draft, joined
from samples.papers.evidence_paper import draw_evidence
from samples.papers.form import Content, FormLayout, Item
from samples.papers.paper import Paper

_TITLES: dict[FormLayout, tuple[str, ...]] = {
    "letter": ("户口注销证明", "注销户口证明"),
    "lines": ("退出中国国籍证书",),
    "table": ("户口注销证明", "注销户口证明"),
}


def draw_nationality_loss_proof(rng: random.Random, facts: NationalityLossFacts, layout: FormLayout | None = None) -> Paper:
    """Draw a proof; the police or the migration office seals it."""
    chosen: FormLayout = rng.choice(("letter", "lines", "table")) if layout is None else layout
    say = _say_certificate if chosen == "lines" else _say
    return draw_evidence(rng, "nationality_loss_proof", facts, (_TITLES[chosen], say), chosen)


def _say(draft: Draft, facts: NationalityLossFacts) -> Content:
    rng, value = draft.rng, draft.value
    why, day = rng.choice(("出国定居", "加入外国国籍", "移居国外")), draft.date(facts.lost_on, "")
    body = joined(
        [
            "兹证明我辖区居民", value(facts.name, "name"), f"，{facts.sex}，公民身份号码",
            value(facts.id_number, "id_number", 50), f"，因{why}，", *(["于", *day] if facts.lost_on else ["已"]), "注销户口。",
        ]
    )  # fmt: skip
    return Content(
        paragraphs=(body, ["特此证明。"]),
        items=(*_who(draft, facts), ("注销原因", [why]), *([("注销日期", day)] if facts.lost_on else [])),
        tail=(["以上人员的户口已注销，特此证明。"],),
        closing=([value(facts.authority, "authority", 60)], draft.date(facts.issue_date, "issue_date")),
    )


def _say_certificate(draft: Draft, facts: NationalityLossFacts) -> Content:
    value = draft.value
    return Content(
        paragraphs=(),
        items=_who(draft, facts),
        tail=(["根据《中华人民共和国国籍法》的规定，经审查，批准上述人员退出中国国籍。"],),
        closing=([value(facts.authority, "authority", 60)], draft.date(facts.issue_date, "issue_date")),
    )


def _who(draft: Draft, facts: NationalityLossFacts) -> tuple[Item, ...]:
    value = draft.value
    return (
        ("姓名", [value(facts.name, "name")]),
        ("性别", [facts.sex]),
        ("公民身份号码", [value(facts.id_number, "id_number", 50)]),
    )
