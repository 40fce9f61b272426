"""Records of contributions (参保证明, 权益记录单) in three forms."""

import random

from samples.papers.draft import Draft, joined
from samples.papers.evidence_facts import RecordFacts
from samples.papers.evidence_paper import draw_evidence, month
from samples.papers.form import Content, FormLayout
from samples.papers.paper import Paper

_TITLES = ("社会保险参保证明", "参保证明", "社会保险个人参保证明", "社会保险缴费证明", "社会保险个人权益记录单", "参保缴费凭证")


def draw_contribution_record(rng: random.Random, facts: RecordFacts, layout: FormLayout | None = None) -> Paper:
    """Draw a record; the agency of social insurance seals it."""
    return draw_evidence(rng, "contribution_record", facts, (_TITLES, _say), layout)


def _say(draft: Draft, facts: RecordFacts) -> Content:
    rng, value = draft.rng, draft.value
    period = [
        month(draft, facts.first_month, "first_month"),
        rng.choice(("至", "-", " 至 ")),
        month(draft, facts.last_month, "last_month"),
    ]
    body = joined(
        [
            "兹证明参保人", value(facts.name, "name"), "（社会保障号码：", value(facts.id_number, "id_number", 50), "）通过",
            value(facts.employer_name, "employer_name", 60), "在", value(facts.region, "region", 30),
            "参加社会保险，缴费起止时间为", *period, "，当前参保状态：", value(facts.status, "status", 20), "。",
        ]
    )  # fmt: skip
    return Content(
        paragraphs=(body, ["特此证明。"]),
        items=[
            ("姓名", [value(facts.name, "name")]),
            (rng.choice(("社会保障号码", "身份证号码", "公民身份号码")), [value(facts.id_number, "id_number", 50)]),
            (rng.choice(("单位名称", "参保单位")), [value(facts.employer_name, "employer_name", 60)]),
            (rng.choice(("参保地", "统筹区")), [value(facts.region, "region", 30)]),
            ("险种", ["基本养老保险、失业保险、工伤保险"]),
            (rng.choice(("缴费起止年月", "参保起止时间")), joined(period)),
            (rng.choice(("参保状态", "缴费状态")), [value(facts.status, "status", 20)]),
        ],
        tail=(["本证明由社会保险信息系统打印，可凭验证码在线核验，与经办窗口打印具有同等效力。"],),
        under=[f"验证码：{rng.randrange(10**12):012d}"] if rng.random() < 0.5 else (),
        closing=(
            [*([rng.choice(("", "经办机构（盖章）："))]), value(facts.authority, "authority", 60)],
            joined([rng.choice(("", "打印日期：", "出具日期：")), *draft.date(facts.issue_date, "issue_date")]),
        ),
    )
