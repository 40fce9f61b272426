"""Certificates of termination as letters: three wordings, a numbered list, and a slip below its counterfoil."""

from collections.abc import Callable

from samples.papers.certificate_parts import ending, item, receipt, sign_off, term_pieces
from samples.papers.draft import Draft, joined
from samples.papers.paper import CertificateFacts, ContractTerm, Point
from samples.papers.prose import Prose, flow
from samples.papers.sheet import Area

Body = Callable[[Draft, CertificateFacts], list[Prose]]
_PAD_MM = 28.0


def draw_letter(draft: Draft, facts: CertificateFacts, title: str, body: Body) -> dict[str, Point]:
    """A whole page: title, paragraphs, 特此证明, sign-off."""
    sheet, rng = draft.sheet, draft.rng
    y = draft.heading(draft.letterhead(facts.employer_name) + rng.uniform(4, 14), title) + rng.uniform(4, 10)
    margin = _PAD_MM + rng.uniform(-4, 4)
    for paragraph in body(draft, facts):
        y = flow(sheet, Area(margin, y, sheet.width_mm - margin, 260), paragraph, draft.body, draft.leading)
    y = flow(
        sheet,
        Area(margin, y, sheet.width_mm - margin, 260),
        [rng.choice(("特此证明。", "特此证明！", "特此证明"))],
        draft.body,
        draft.leading,
    )
    anchors = sign_off(draft, facts, y + rng.uniform(14, 28), sheet.width_mm - margin)
    if rng.random() < 0.35:
        anchors |= receipt(draft, facts, (margin, anchors["seal"][1] + 40))
    return anchors


def wording_formal(draft: Draft, facts: CertificateFacts) -> list[Prose]:
    """兹证明X自…起在我单位工作，…于…解除."""
    who = joined(["兹证明", draft.value(facts.employee_name, "employee_name"), *_id(draft, facts, ("（身份证号码：", "）"))])
    work = joined(
        [*_since(draft, facts, "自", "起在我单位工作"), *_clause(draft, ("，担任", "一职"), facts.position, "position")]
    )
    reason = _clause(draft, ("因", "，"), facts.reason, "reason", room=40)
    end = joined(
        ["。", *reason, "双方劳动合同", *draft.on("已于", facts.separation_date, "separation_date"), f"{ending(facts)}。"]
    )
    return [
        joined(
            [
                *who,
                *work,
                *_contract(draft, facts, "，劳动合同期限为", ""),
                *end,
                *_service(draft, facts, "该员工在本单位工作年限为", "。"),
            ]
        )
    ]


def wording_plain(draft: Draft, facts: CertificateFacts) -> list[Prose]:
    """兹有我公司员工X，于…入职，…已于…办理完毕离职手续."""
    title = "先生" if facts.sex == "男" else "女士"
    who = joined(
        ["兹有我公司员工", draft.value(facts.employee_name, "employee_name"), title, *_id(draft, facts, ("，身份证号：", ""))]
    )
    work = joined(
        [*_since(draft, facts, "，于", "入职我公司"), *_clause(draft, ("，任职岗位为", ""), facts.position, "position")]
    )
    reason = _clause(draft, ("现因", "，"), facts.reason, "reason", room=40)
    end = joined(
        [
            "。",
            *reason,
            "该员工",
            *draft.on("已于", facts.separation_date, "separation_date"),
            f"与我公司{ending(facts)}劳动关系，离职手续已办理完毕。",
        ]
    )
    rest = joined([*_contract(draft, facts, "劳动合同期限：", "。"), *_service(draft, facts, "本单位工作年限：", "。")])
    return [joined([*who, *work, *end]), *([rest] if rest else [])]


def wording_addressed(draft: Draft, facts: CertificateFacts) -> list[Prose]:
    """兹有我单位职工X同志…根据《劳动合同法》第五十条…."""
    who = joined(
        ["我单位与", draft.value(facts.employee_name, "employee_name"), "同志", *_id(draft, facts, ("（公民身份号码", "）"))]
    )
    contract = _contract(draft, facts, "签订的劳动合同期限为", "，")
    end = joined(
        [
            "，" if not contract else "",
            *contract,
            "劳动合同（劳动关系）",
            *draft.on("于", facts.separation_date, "separation_date"),
            f"{ending(facts)}。",
        ]
    )
    since = _since(draft, facts, "该同志于", "到我单位工作，")
    work = joined(
        [
            *since,
            *_clause(draft, ("工作岗位为", "，"), facts.position, "position"),
            *_service(draft, facts, "在本单位的工作年限为", "。"),
        ]
    )
    reason = _clause(draft, (f"{ending(facts)}劳动合同的原因：", "。"), facts.reason, "reason", room=40)
    return [joined([*who, *end]), joined([*work, *reason, "根据《中华人民共和国劳动合同法》第五十条的规定出具本证明。"])]


def wording_list(draft: Draft, facts: CertificateFacts) -> list[Prose]:
    """A sentence, then numbered lines."""
    who = joined(["兹证明", draft.value(facts.employee_name, "employee_name"), *_id(draft, facts, ("（身份证号：", "）"))])
    end = ending(facts)
    lines = [
        item(draft, "劳动合同期限：", term_pieces(draft, _term(facts)), facts.contract_term),
        item(draft, "入职日期：", draft.date(facts.start_date, "start_date"), facts.start_date),
        item(
            draft,
            draft.rng.choice((f"{end}日期：", "离职日期：", f"{end}劳动合同日期：")),
            draft.date(facts.separation_date, "separation_date"),
            facts.separation_date,
        ),
        item(draft, "工作岗位：", [draft.value(facts.position, "position")], facts.position),
        item(draft, "在本单位工作年限：", [draft.value(facts.years_of_service, "years_of_service")], facts.years_of_service),
        item(draft, f"{end}原因：", [draft.value(facts.reason, "reason", 40)], facts.reason),
    ]
    numbered = [
        joined([f"{number}、", *line]) for number, line in zip("一二三四五六", [line for line in lines if line], strict=False)
    ]
    return [joined([*who, f"与我单位的劳动合同已{end}，具体情况如下："]), *numbered]


def draw_stub_and_slip(draft: Draft, facts: CertificateFacts, title: str) -> dict[str, Point]:
    """The employer's counterfoil above a dashed line, the employee's slip below it; only the slip is sealed."""
    sheet, number = draft.sheet, draft.rng.randint(1, 400)
    margin, width = 26.0, sheet.width_mm
    y = draft.heading(18, f"{title}（存根）")
    flow(sheet, Area(margin, y, width - margin, 120), _slip(draft, facts, number), draft.body, 1.7)
    sheet.text((margin, 118), "经办人：", draft.body)
    sheet.text((width - 80, 118), "签收：", draft.body)
    if facts.employee_name:
        sheet.write_by_hand(Area(width - 62, 111, width - 32, 120), facts.employee_name, role="employee")
    for x in range(10, 200, 5):
        sheet.line((x, 132), (x + 3, 132), 0.3)
    sheet.fill(Area(width / 2 - 16, 128, width / 2 + 16, 136), (1.0, 1.0, 1.0))
    sheet.text((width / 2, 133.4), f"第 {number:03d} 号", draft.body.sized(11), "centre")
    sheet.take_boxes()
    y = draft.heading(146, title)
    y = flow(sheet, Area(margin, y, width - margin, 250), _slip(draft, facts, number), draft.body, 1.7)
    y = flow(sheet, Area(margin, y, width - margin, 250), ["特此证明。"], draft.body, 1.7)
    return sign_off(draft, facts, max(y + 8, 232), width - margin)


def _slip(draft: Draft, facts: CertificateFacts, number: int) -> Prose:
    who = joined(
        [draft.value(facts.employee_name, "employee_name"), "同志", *_id(draft, facts, ("（身份证号", f"，性别{facts.sex}）"))]
    )
    work = joined(
        [
            *_since(draft, facts, "，自", "起"),
            "在我公司",
            *_clause(draft, ("从事", "工作"), facts.position, "position"),
            *_contract(draft, facts, "，劳动合同期限", ""),
        ]
    )
    reason = _clause(draft, ("现因", "，"), facts.reason, "reason", room=40)
    end = joined(["。", *reason, *draft.on("已于", facts.separation_date, "separation_date"), f"{ending(facts)}劳动合同。"])
    return joined([*who, *work, *end, *_service(draft, facts, "本单位工作年限", "。")])


def _id(draft: Draft, facts: CertificateFacts, around: tuple[str, str]) -> Prose:
    return _clause(draft, around, facts.employee_id, "employee_id", room=52)


def _clause(draft: Draft, around: tuple[str, str], fact: str | None, field: str, room: float = 30) -> Prose:
    """A value between words, or nothing at all."""
    return [] if fact == "" else joined([around[0], draft.value(fact, field, room), around[1]])


def _since(draft: Draft, facts: CertificateFacts, before: str, after: str) -> Prose:
    return [] if facts.start_date == "" else joined([before, *draft.date(facts.start_date, "start_date"), after])


def _service(draft: Draft, facts: CertificateFacts, before: str, after: str) -> Prose:
    return _clause(draft, (before, after), facts.years_of_service, "years_of_service")


def _contract(draft: Draft, facts: CertificateFacts, before: str, after: str) -> Prose:
    return [] if facts.contract_term == "" else joined([before, *term_pieces(draft, _term(facts)), after])


def _term(facts: CertificateFacts) -> ContractTerm | None:
    return facts.contract_term if isinstance(facts.contract_term, ContractTerm) else None
