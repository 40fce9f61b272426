"""Notices that a firm changed its name, in three forms: a paper that no scenario asks for and that explains another one."""

import random
from dataclasses import dataclass, replace

from samples.papers.draft import Draft, joined
from samples.papers.evidence_paper import draw_evidence
from samples.papers.form import Content
from samples.papers.paper import DateFact, Paper, Shown

_TITLES = ("准予变更登记通知书", "名称变更核准通知书", "企业名称变更证明")


@dataclass(frozen=True, slots=True)
class NameChangeFacts:
    """What a notice of a change of name says."""

    old_name: str
    new_name: str
    uscc: str
    changed_on: DateFact
    authority: str


def draw_name_change_notice(rng: random.Random, facts: NameChangeFacts) -> Paper:
    """Draw a notice; the registry seals it. Its type is ``unknown``."""
    paper = draw_evidence(rng, "unknown", facts, (_TITLES, _say), None)
    return replace(paper, shown=(Shown("unknown"),))


def _say(draft: Draft, facts: NameChangeFacts) -> Content:
    day = draft.date(facts.changed_on, "")
    body = joined(
        [
            "经审查，你单位提交的名称变更登记申请材料齐全，符合法定形式，我局于", *day, "准予变更登记。名称由“", facts.old_name,
            "”变更为“", facts.new_name, "”，统一社会信用代码", facts.uscc, "不变。",
        ]
    )  # fmt: skip
    return Content(
        greeting=[facts.new_name, "："],
        paragraphs=(body, ["变更前的债权债务由变更后的企业承继。"]),
        items=(
            ("变更事项", ["名称变更"]),
            ("变更前名称", [facts.old_name]),
            ("变更后名称", [facts.new_name]),
            ("统一社会信用代码", [facts.uscc]),
            ("变更日期", day),
        ),
        tail=(["以上变更登记事项已由本机关核准。"],),
        closing=([facts.authority], day),
    )
