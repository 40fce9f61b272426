"""Awards of a labour arbitration board, mediations and judgments (仲裁裁决书, 调解书, 民事判决书) in three wordings."""

import random
from dataclasses import replace
from typing import Literal

from samples.papers.draft import Draft, joined
from samples.papers.evidence_facts import RulingFacts
from samples.papers.evidence_paper import draw_evidence
from samples.papers.form import Content
from samples.papers.paper import Paper
from samples.papers.prose import Prose

RulingLayout = Literal["headed", "titled", "compact"]
RULING_LAYOUTS: tuple[RulingLayout, ...] = ("headed", "titled", "compact")
_TITLES = {
    "裁决书": ("仲裁裁决书", "裁决书", "劳动人事争议仲裁裁决书"),
    "调解书": ("仲裁调解书", "调解书"),
    "判决书": ("民事判决书",),
}
_DECIDED = {
    "裁决书": "根据《中华人民共和国劳动合同法》的有关规定，裁决如下：",
    "调解书": "经本委主持调解，双方自愿达成如下协议：",
    "判决书": "依照《中华人民共和国劳动合同法》的有关规定，判决如下：",
}


def draw_ruling(rng: random.Random, facts: RulingFacts, layout: RulingLayout | None = None) -> Paper:
    """Draw a ruling: with the board's name above the title, in the title alone, or short; the board seals it."""
    chosen: RulingLayout = rng.choice(RULING_LAYOUTS) if layout is None else layout

    def say(draft: Draft, told: RulingFacts) -> Content:
        return _say(draft, told, chosen)

    paper = draw_evidence(rng, "ruling", facts, (_TITLES[facts.kind], say), "letter")
    shown = paper.shown[0]
    truth = {**shown.fields, "kind": facts.kind}
    boxes = {**shown.boxes, "kind": (0.2, 0.02, 0.8, 0.25)}
    return _with_truth(paper, truth, boxes, chosen)


def _with_truth(paper: Paper, truth: dict[str, str], boxes: dict[str, tuple[float, float, float, float]], layout: str) -> Paper:
    shown = replace(paper.shown[0], fields=truth, boxes=boxes)
    return replace(paper, shown=(shown,), tags={**paper.tags, "layout": layout})


def _say(draft: Draft, facts: RulingFacts, layout: RulingLayout) -> Content:
    rng, value = draft.rng, draft.value
    sides = ("原告", "被告") if facts.kind == "判决书" else ("申请人", "被申请人")
    who = joined(
        [f"{sides[0]}：", value(facts.employee_name, "employee_name"), f"，{facts.sex}，汉族，身份证号码{facts.employee_id}。"]
    )
    firm = joined([f"{sides[1]}：", value(facts.employer_name, "employer_name", 70), "。"])
    rep: Prose = [f"法定代表人：{facts.legal_rep}，经理。"] if facts.legal_rep else []
    court = "本院" if facts.kind == "判决书" else "本委"
    day = draft.date(facts.separation_date, "separation_date")
    told: Prose = [
        f"{sides[0]}与{sides[1]}劳动争议一案，{court}受理后依法进行了审理，现已审理终结。{sides[0]}请求确认双方劳动关系已经解除，"
        "并要求出具解除劳动合同的证明。"
    ]
    before, after = rng.choice((("的劳动关系于", "解除；"), ("的劳动合同自", "起解除；")))
    settled = joined([f"一、{'双方确认' if facts.kind == '调解书' else '确认'}{sides[0]}与{sides[1]}", before, *day, after])
    rest: Prose = [f"二、{sides[1]}于本{facts.kind[:2]}书生效之日起十日内为{sides[0]}出具解除劳动合同的证明。"]
    paragraphs = [who, firm, *([rep] if rep else []), told, [_DECIDED[facts.kind]], settled, rest]
    if layout == "compact":
        paragraphs = [joined([*who, *firm]), joined([_DECIDED[facts.kind], *settled])]
    return Content(
        paragraphs=paragraphs,
        items=(),
        head=(facts.authority or "") if layout == "headed" else "",
        under=[value(facts.case_number, "case_number", 50)],
        closing=(
            [
                rng.choice(("审判员  赵强", "审判长  周敏"))
                if facts.kind == "判决书"
                else rng.choice(("仲裁员：赵强", "首席仲裁员：周敏"))
            ],
            [value(facts.authority, "authority", 60)],
            draft.date(facts.issue_date, "issue_date"),
            ["书记员：吴佳"],
        ),
    )
