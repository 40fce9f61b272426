"""Police papers about a changed name or number in three forms."""

import random

from samples.papers.civil_facts import PoliceFacts
from samples.papers.draft import Draft, joined
from samples.papers.evidence_paper import draw_evidence
from samples.papers.form import Content, FormLayout, Item
from samples.papers.paper import DateFact, Paper, TextFact
from samples.papers.prose import Piece, Prose

_BY_ITEM = {
    "姓名": ("姓名变更证明", "户口登记项目变更更正证明", "姓名变更证明"),
    "公民身份号码": ("公民身份号码更正证明", "身份证号码变更证明", "户口登记项目变更更正证明"),
}
_SAME = 0.25
"""Share of letters that say that two names or numbers are one person's (同一人证明)."""


def draw_police_certificate(rng: random.Random, facts: PoliceFacts, layout: FormLayout | None = None) -> Paper:
    """Draw a paper; the police office seals it."""
    titles = _BY_ITEM.get(facts.changed or "", ("户口登记项目变更更正证明",))
    both = facts.old_value not in ("", None) and facts.new_value not in ("", None)
    if layout in (None, "letter") and both and facts.changed == "姓名" and rng.random() < _SAME:
        return draw_evidence(rng, "police_certificate", facts, (("同一人证明",), _say_same), "letter")
    return draw_evidence(rng, "police_certificate", facts, (titles, _say), layout)


def _say(draft: Draft, facts: PoliceFacts) -> Content:
    rng, value = draft.rng, draft.value
    word = "更正" if "号码" in (facts.changed or "") else "变更"
    label = rng.choice(("变更更正", word))
    day = draft.date(facts.changed_on, "")
    rows: tuple[Item, ...] = (
        ("姓名", [value(facts.name, "name")]),
        ("性别", [facts.sex]),
        ("公民身份号码", [value(facts.id_number, "id_number", 50)]),
        (f"{label}项目", [value(facts.changed, "changed")]),
        *([(f"{label}前", [value(facts.old_value, "old_value", 50)])] if facts.old_value != "" else []),
        *([(f"{label}后", [value(facts.new_value, "new_value", 50)])] if facts.new_value != "" else []),
        (f"{label}原因", [value(facts.reason, "reason", 30)]),
        *([(f"{label}日期", day)] if facts.changed_on != "" else []),
    )
    return Content(
        paragraphs=(_letter(draft, facts, word), ["特此证明。"]),
        items=rows,
        tail=(["以上情况属实，特此证明。"],),
        closing=_closing(draft, facts),
    )


def _letter(draft: Draft, facts: PoliceFacts, word: str) -> Prose:
    value, item = draft.value, facts.changed or "姓名"
    return joined(
        [
            draft.rng.choice(("兹证明我所辖区居民", "兹证明我辖区居民", "兹有我辖区居民")), value(facts.name, "name"),
            f"，性别{facts.sex}，公民身份号码", value(facts.id_number, "id_number", 50), "，",
            *_part(facts.old_value, f"原登记{item}为", value(facts.old_value, "old_value", 50), "，"),
            "因", value(facts.reason, "reason", 30), "，",
            *_part(facts.changed_on, "于", *draft.date(facts.changed_on, "")), "经公安机关核准",
            *_part(facts.new_value, f"，将{item}{word}为", value(facts.new_value, "new_value", 50)),
            "。",
        ]
    )  # fmt: skip


def _part(fact: TextFact | DateFact, *pieces: Piece | str) -> Prose:
    """A part of a sentence, or nothing where the paper does not mention the fact ('')."""
    return [] if fact == "" else pieces


def _say_same(draft: Draft, facts: PoliceFacts) -> Content:
    value = draft.value
    body = joined(
        [
            "兹证明", value(facts.old_value, "old_value"), "与", value(facts.new_value, "new_value"), "（现公民身份号码：",
            value(facts.id_number, "id_number", 50), "）系同一人，因", value(facts.reason, "reason", 30), "，姓名曾作变更。",
        ]
    )  # fmt: skip
    return Content(paragraphs=(body, ["特此证明。"]), items=(), closing=_closing(draft, facts))


def _closing(draft: Draft, facts: PoliceFacts) -> tuple[Prose, ...]:
    return ([draft.value(facts.authority, "authority", 60)], draft.date(facts.issue_date, "issue_date"))
