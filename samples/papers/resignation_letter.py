"""Letters of resignation (辞职信, 离职申请表) in three forms."""

import random

from samples.papers.draft import Draft, joined
from samples.papers.evidence_facts import ResignationFacts
from samples.papers.evidence_paper import draw_evidence
from samples.papers.form import Content, FormLayout, Signing
from samples.papers.paper import Paper

_TITLES = ("辞职信", "辞职报告", "辞职申请书", "离职申请", "离职申请书", "辞职申请")
_FORM_TITLES = ("离职申请表", "员工离职申请表", "辞职申请表", "员工辞职申请表")


def draw_resignation_letter(rng: random.Random, facts: ResignationFacts, layout: FormLayout | None = None) -> Paper:
    """Draw a letter; the employee signs it."""
    titles = _FORM_TITLES if layout in ("lines", "table") else _TITLES
    return draw_evidence(rng, "resignation_letter", facts, (titles, _say), layout)


def _say(draft: Draft, facts: ResignationFacts) -> Content:
    rng, value = draft.rng, draft.value
    who = joined(["本人", value(facts.employee_name, "employee_name")])
    number = joined(["，身份证号码：", value(facts.employee_id, "employee_id", 50)]) if facts.employee_id != "" else []
    day = draft.date(facts.separation_date, "separation_date")
    before, after = rng.choice(
        (
            ("现向公司提出辞职申请，希望于", "前办理完离职手续。"),
            ("特向公司申请辞职，拟于", "正式离职，请予批准。"),
            ("决定辞去现任职务，申请于", "与公司解除劳动合同。"),
        )
    )
    reason = joined(["因", value(facts.reason, "reason", 40), "，"]) if facts.reason != "" else []
    labels = rng.choice(
        (("姓名", "身份证号", "离职原因", "预计离职日期"), ("员工姓名", "身份证号码", "离职事由", "拟离职日期"))
    )
    return Content(
        greeting=joined(
            [
                rng.choice(("尊敬的", "")),
                value(facts.employer_name, "employer_name", 70),
                rng.choice(("领导：", "：", "各位领导：")),
            ]
        ),
        paragraphs=(
            joined([*who, *number, "。", *reason, before, *day, after]),
            ["感谢公司在我任职期间给予的信任与帮助，离职前我会认真做好工作交接。恳请批准。"],
            ["此致  敬礼"],
        ),
        items=[
            (labels[0], [value(facts.employee_name, "employee_name")]),
            *([(labels[1], [value(facts.employee_id, "employee_id", 50)])] if facts.employee_id != "" else []),
            ("所在单位", [value(facts.employer_name, "employer_name", 60)]),
            (labels[2], [value(facts.reason, "reason", 40)]),
            (labels[3], day),
            ("部门意见", [""]),
        ],
        tail=(["本人申请离职，并保证按公司规定办理工作交接。"],),
        signings=(
            Signing(rng.choice(("申请人：", "辞职人（签字）：", "申请人签名：")), facts.employee_name or "", "employee"),
        ),
        closing=(joined([rng.choice(("", "日期：", "申请日期：")), *draft.date(facts.issue_date, "issue_date")]),),
        sealed=False,
    )
