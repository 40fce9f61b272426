"""Letters by which a company authorises somebody to act for it (授权委托书), in four layouts (DOMAIN 4)."""

import random
from collections.abc import Callable
from typing import Literal

from samples.papers.dates import PLAIN_FORMS, true_date
from samples.papers.draft import A4, Draft, joined, new_draft, room_at
from samples.papers.license_rows import folded
from samples.papers.paper import UNTIL_DONE, AuthorizationFacts, Paper, Point, Shown
from samples.papers.prose import Piece, Prose, flow
from samples.papers.sheet import Area, Sheet
from samples.papers.table import Cell, TableRow, draw_table

AuthorizationLayout = Literal["letter", "declaration", "lines", "table"]
_TITLES = ("授权委托书", "授权委托书", "委托书", "法人授权委托书", "法定代表人授权委托书", "单位授权委托书", "代办委托书")
_POWERS = (
    "代为提交、补正材料，签署有关文件，领取办理结果",
    "办理上述事项的一切手续，包括递交材料、签字确认和领取文书",
    "提交申请、核对信息、签收有关文书",
)
_NAME_SEAL_SHARE = 0.4
"""Share of letters on which the legal representative stamps instead of signing."""


def draw_authorization(rng: random.Random, facts: AuthorizationFacts, layout: AuthorizationLayout | None = None) -> Paper:
    """Draw a letter; a fact None leaves its place empty, '' leaves it out.

    The legal representative signs (``handwriting``) or has a place for a name seal (anchor ``name_seal``); the agent signs.
    """
    chosen: AuthorizationLayout = rng.choice(AUTHORIZATION_LAYOUTS) if layout is None else layout
    title = rng.choice(_TITLES)
    sheet = Sheet(*A4)
    draft = new_draft(rng, sheet, rng.choice(PLAIN_FORMS), hand=False)
    anchors = _LAYOUTS[chosen](draft, facts, title)
    shown = Shown("authorization_letter", None, draft.truth(_truth(facts)), sheet.boxes)
    tags = {"layout": chosen, "title": title}
    return Paper(sheet.pdf(), *A4, (shown,), anchors, "white", tuple(sheet.handwriting), tags)


def _truth(facts: AuthorizationFacts) -> dict[str, str]:
    return {
        "principal": folded(facts.principal or ""),
        "agent_name": facts.agent_name or "",
        "agent_id": facts.agent_id or "",
        "matter": folded(facts.matter or ""),
        "valid_until": true_date(facts.valid_until),
        "issue_date": true_date(facts.issue_date),
    }


def _letter(draft: Draft, facts: AuthorizationFacts, title: str) -> dict[str, Point]:
    """兹委托X代表我单位办理…."""
    y = draft.heading(draft.letterhead(facts.principal) + draft.rng.uniform(2, 14), title) + 5
    who = joined(
        ["兹委托我单位工作人员", draft.value(facts.agent_name, "agent_name"), *_id(draft, facts, "（身份证号码：", "）")]
    )
    body = joined([*who, "，代表我单位", draft.value(facts.matter, "matter", 60), "。"])
    power = [f"委托权限：{draft.rng.choice(_POWERS)}。"]
    company = joined(
        [
            "本单位：",
            draft.value(facts.principal, "principal", 60),
            f"，统一社会信用代码：{facts.uscc}" if facts.uscc else "",
            "。",
        ]
    )
    for paragraph in (company, body, power, _period(draft, facts), ["受托人在上述权限内签署的文件，本单位均予承认。"]):
        y = _paragraph(draft, y, paragraph)
    return _signatures(draft, facts, y + draft.rng.uniform(10, 20))


def _declaration(draft: Draft, facts: AuthorizationFacts, title: str) -> dict[str, Point]:
    """本人X系…的法定代表人，现授权…."""
    y = draft.heading(draft.rng.uniform(28, 44), title) + 6
    rep = f"本人{facts.legal_rep}" + (f"（身份证号码{facts.legal_rep_id}）" if facts.legal_rep_id else "")
    company = joined([f"{rep}系", draft.value(facts.principal, "principal", 60), "的法定代表人（负责人），现授权委托"])
    agent = joined(
        [
            draft.value(facts.agent_name, "agent_name"),
            f"（性别：{facts.agent_sex}",
            *_id(draft, facts, "，身份证号：", ""),
            "）",
        ]
    )
    matter = joined(["为我方代理人，以我单位名义", draft.value(facts.matter, "matter", 60), "。代理人无转委托权。"])
    y = _paragraph(draft, y, joined([*company, *agent, *matter]))
    y = _paragraph(draft, y, _period(draft, facts))
    y = _paragraph(draft, y, ["特此委托。"])
    return _signatures(draft, facts, y + draft.rng.uniform(10, 22))


def _lines(draft: Draft, facts: AuthorizationFacts, title: str) -> dict[str, Point]:
    """Labels and values line by line."""
    y = draft.heading(draft.rng.uniform(26, 40), title) + 5
    uscc = joined(["统一社会信用代码：", facts.uscc]) if facts.uscc else []
    rows = (
        joined(["委托单位：", draft.value(facts.principal, "principal", 70)]),
        uscc,
        [f"法定代表人：{facts.legal_rep}"],
        joined(["受托人姓名：", draft.value(facts.agent_name, "agent_name"), f"    性别：{facts.agent_sex}"]),
        _id(draft, facts, "受托人身份证号码：", ""),
        joined(["委托事项：", draft.value(facts.matter, "matter", 80)]),
        [f"委托权限：{draft.rng.choice(_POWERS)}。"],
        _period(draft, facts),
    )
    for row in rows:
        y = _paragraph(draft, y, row, indent=0.0)
    return _signatures(draft, facts, y + 14)


def _table(draft: Draft, facts: AuthorizationFacts, title: str) -> dict[str, Point]:
    """A ruled table of principal, agent, matter and period."""
    y = draft.heading(draft.rng.uniform(26, 38), title) + 4
    style = draft.body.sized(12.0)
    rows = [
        _row("委托单位", [draft.value(facts.principal, "principal")]),
        _row("法定代表人", [facts.legal_rep], "身份证号码", [facts.legal_rep_id]),
        _row("受托人", [draft.value(facts.agent_name, "agent_name")], "性别", [facts.agent_sex]),
        _row("受托人\n身份证号码", [draft.value(facts.agent_id, "agent_id", 50)]) if facts.agent_id != "" else None,
        _row("委托事项", [draft.value(facts.matter, "matter", 60)]),
        _row("委托权限", [draft.rng.choice(_POWERS)]),
        _row("委托期限", _span(draft, facts)) if _span(draft, facts) else None,
    ]
    y = draw_table(draft.sheet, (25, y), [row for row in rows if row], style)
    return _signatures(draft, facts, y + 12)


_LAYOUTS: dict[AuthorizationLayout, Callable[[Draft, AuthorizationFacts, str], dict[str, Point]]] = {
    "letter": _letter,
    "declaration": _declaration,
    "lines": _lines,
    "table": _table,
}
AUTHORIZATION_LAYOUTS: tuple[AuthorizationLayout, ...] = tuple(_LAYOUTS)


def _row(label: str, prose: Prose, second: str = "", more: Prose = ()) -> TableRow:
    first, _, rest = label.partition("\n")
    name: Prose = [first, Piece("\n"), rest] if rest else [first]
    if not second:
        return TableRow(12.0, (Cell(32.0, name), Cell(128.0, prose)))
    return TableRow(12.0, (Cell(32.0, name), Cell(38.0, prose), Cell(30.0, [second]), Cell(60.0, more)))


def _paragraph(draft: Draft, y: float, prose: Prose, *, indent: float = 2.0) -> float:
    return flow(draft.sheet, Area(28, y, 182, 280), prose, draft.body, draft.leading, indent=indent) if prose else y


def _id(draft: Draft, facts: AuthorizationFacts, before: str, after: str) -> Prose:
    return [] if facts.agent_id == "" else joined([before, draft.value(facts.agent_id, "agent_id", 52), after])


def _period(draft: Draft, facts: AuthorizationFacts) -> Prose:
    span = _span(draft, facts)
    return joined(["委托期限：", *span, "。"]) if span else []


def _span(draft: Draft, facts: AuthorizationFacts) -> Prose:
    """自A起至B止, or until the matter is done, or nothing."""
    if facts.valid_until == "":
        return []
    start: Prose = (
        ["自委托之日起"] if facts.valid_from in ("", None) else joined(["自", *draft.date(facts.valid_from, ""), "起"])
    )
    if facts.valid_until == UNTIL_DONE:
        return [*start, f"至{UNTIL_DONE}"]
    return [*start, "至", *draft.date(facts.valid_until, "valid_until"), "止"]


def _signatures(draft: Draft, facts: AuthorizationFacts, top: float) -> dict[str, Point]:
    """Principal with seal, legal representative, agent, date: below one another at the right."""
    sheet, body, step = draft.sheet, draft.body, draft.body.em * 2.1
    left = 78.0 if body.size > 13 else 92.0
    name = sheet.text((left, top + step), "委托单位（盖章）：", body)
    again = facts.principal if facts.principal and body.width(facts.principal) < sheet.width_mm - name.right - 8 else ""
    sheet.text((name.right, top + step), again, body)
    rep = sheet.text(
        (left, top + 2 * step),
        draft.rng.choice(("法定代表人（签字或盖章）：", "法定代表人签字：", "法定代表人（负责人）：")),
        body,
    )
    agent = sheet.text((left, top + 3 * step), draft.rng.choice(("受托人签字：", "被委托人（签字）：", "受托人：")), body)
    day = Area(left, top + 3.4 * step, left + 90, top + 6 * step)
    flow(
        sheet,
        day,
        joined([draft.rng.choice(("日期：", "", "签署日期：")), *draft.date(facts.issue_date, "issue_date")]),
        body,
        1.9,
        indent=0,
    )
    anchors = {"seal": (min(name.right + 20, 176.0), top + 0.9 * step)}
    places = {
        "legal_rep": room_at(draft, rep.right + 1, top + 2 * step, 28),
        "agent": room_at(draft, agent.right + 1, top + 3 * step, 28),
    }
    if draft.rng.random() < _NAME_SEAL_SHARE:
        anchors |= {"name_seal": (min(rep.right + 14, 190.0), top + 2 * step), "seal": (left + 14, top + 1.4 * step)}
    else:
        sheet.write_by_hand(places["legal_rep"], facts.legal_rep, role="legal_rep")
        anchors["signature_legal_rep"] = places["legal_rep"].middle
    if facts.agent_name:
        sheet.write_by_hand(places["agent"], facts.agent_name, role="agent")
    return anchors | {"signature_agent": places["agent"].middle}
