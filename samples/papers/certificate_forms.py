"""Certificates of termination as forms: a table, a list of reasons to tick, and plain lines of labels."""

from samples.papers.certificate_parts import ending, item, receipt, sign_off, small_print, term_pieces
from samples.papers.draft import Draft, joined
from samples.papers.paper import CertificateFacts, ContractTerm, Point
from samples.papers.prose import Piece, Prose, flow
from samples.papers.sheet import Area
from samples.papers.table import Cell, TableRow, draw_table

_REASONS = (
    ("协商", "用人单位与劳动者协商一致解除劳动合同（第三十六条）"),
    ("辞职 个人 提前 提出", "劳动者提前三十日以书面形式通知解除（第三十七条）"),
    ("被迫", "劳动者依照第三十八条规定解除劳动合同"),
    ("严重违反", "用人单位依照第三十九条规定解除劳动合同"),
    ("不能胜任", "用人单位依照第四十条规定解除劳动合同"),
    ("裁员", "用人单位依照第四十一条规定裁减人员"),
    ("期满", "劳动合同期满终止（第四十四条第一项）"),
    ("退休", "劳动者开始依法享受基本养老保险待遇"),
)
"""Grounds a form lists, and the words by which a reason is known to be one of them."""

_MARKS = (("■", "□"), ("√", "□"), ("[√]", "[ ]"), ("☑", "☐"), ("●", "○"))


def draw_table_form(draft: Draft, facts: CertificateFacts, title: str) -> dict[str, Point]:
    """A ruled table; the employer signs below it or in its last cell."""
    sheet, end = draft.sheet, ending(facts)
    y = draft.heading(draft.rng.uniform(24, 36), title) + 4
    small = draft.body.sized(min(draft.body.size, 12.0))
    value = draft.value
    rows = [
        _row(("姓名", [value(facts.employee_name, "employee_name")]), ("性别", [facts.sex])),
        _row(("身份证号码", [value(facts.employee_id, "employee_id")])) if facts.employee_id != "" else None,
        _row(("用人单位", [value(facts.employer_name, "employer_name")])) if draft.rng.random() < 0.4 else None,
        _pair(draft, facts),
        _row(("劳动合同期限", term_pieces(draft, _term(facts)))) if facts.contract_term != "" else None,
        _dates(draft, facts, end),
        _row((f"{end}劳动\n合同原因", [value(facts.reason, "reason", 40)])) if facts.reason != "" else None,
        _row(("备注", [draft.rng.choice(("无", "", "档案及社会保险关系转移手续另行办理"))])),
    ]
    y = draw_table(sheet, (25, y), [row for row in rows if row], small)
    y = flow(sheet, Area(25, y + 4, 185, 280), [f"兹证明上述人员与我单位已{end}劳动合同。"], small, 1.8)
    anchors = sign_off(draft, facts, y + 16, 180)
    small_print(draft, 284, "注：本证明一式三份，用人单位、劳动者、社会保险经办机构各执一份。")
    return anchors


def draw_tick_list(draft: Draft, facts: CertificateFacts, title: str) -> dict[str, Point]:
    """A sentence, the grounds of the law with one ticked, the other particulars, sign-off and receipt."""
    sheet, end = draft.sheet, ending(facts)
    body = draft.body.sized(min(draft.body.size, 12.5))
    y = draft.heading(draft.rng.uniform(20, 30), title) + 3
    who = (
        joined(
            [
                draft.value(facts.employee_name, "employee_name"),
                "（身份证号码",
                draft.value(facts.employee_id, "employee_id", 50),
                "）",
            ]
        )
        if facts.employee_id != ""
        else [draft.value(facts.employee_name, "employee_name")]
    )
    when = joined(
        [
            "与我单位签订的劳动合同，",
            *draft.on("于", facts.separation_date, "separation_date"),
            f"因下列情形{end}（在相应项前打勾）：",
        ]
    )
    y = flow(sheet, Area(24, y, 186, 280), joined([*who, *when]), body, 1.8)
    for line in _grounds(draft, facts):
        y = flow(sheet, Area(30, y, 186, 280), line, body, 1.65, indent=0)
    lines = (
        item(draft, "劳动合同期限：", term_pieces(draft, _term(facts)), facts.contract_term),
        item(draft, "参加工作（入职）时间：", draft.date(facts.start_date, "start_date"), facts.start_date),
        item(draft, "工作岗位：", [draft.value(facts.position, "position")], facts.position),
        item(draft, "在本单位工作年限：", [draft.value(facts.years_of_service, "years_of_service")], facts.years_of_service),
    )
    for line in lines:
        y = flow(sheet, Area(24, y, 186, 280), line, body, 1.75, indent=2) if line else y
    anchors = sign_off(draft, facts, y + 10, 182)
    return anchors | receipt(draft, facts, (26, anchors["seal"][1] + 4))


def draw_label_lines(draft: Draft, facts: CertificateFacts, title: str) -> dict[str, Point]:
    """One value a line, as on 退工证明 slips."""
    sheet, value = draft.sheet, draft.value
    y = draft.heading(draft.rng.uniform(22, 40), title) + 6
    retire = "退工" in title
    lines = (
        item(draft, "单位名称：", [value(facts.employer_name, "employer_name", 70)], facts.employer_name),
        item(draft, "统一社会信用代码：", [facts.uscc], facts.uscc),
        item(
            draft, "职工姓名：" if retire else "员工姓名：", [value(facts.employee_name, "employee_name")], facts.employee_name
        ),
        item(draft, "身份证号码：", [value(facts.employee_id, "employee_id", 55)], facts.employee_id),
        item(draft, "就业起始日期：" if retire else "入职日期：", draft.date(facts.start_date, "start_date"), facts.start_date),
        item(
            draft,
            "解除或终止日期：" if retire else "离职日期：",
            draft.date(facts.separation_date, "separation_date"),
            facts.separation_date,
        ),
        item(draft, "退工原因：" if retire else "离职原因：", [value(facts.reason, "reason", 45)], facts.reason),
        item(draft, "工作岗位：", [value(facts.position, "position")], facts.position),
        item(draft, "本单位工作年限：", [value(facts.years_of_service, "years_of_service")], facts.years_of_service),
        item(draft, "劳动合同期限：", term_pieces(draft, _term(facts)), facts.contract_term),
    )
    for line in lines:
        y = flow(sheet, Area(32, y, 184, 280), line, draft.body, 1.9, indent=0) if line else y
    y = flow(sheet, Area(32, y, 184, 280), ["以上情况属实，特此证明。"], draft.body, 1.9, indent=0)
    return sign_off(draft, facts, y + 12, 180)


def _row(*pairs: tuple[str, Prose]) -> TableRow:
    """A row of labels and values over the table's full width."""
    label = 30.0
    rest = (160.0 - label * len(pairs)) / len(pairs)
    return TableRow(12.0, tuple(cell for name, prose in pairs for cell in (Cell(label, _lines(name)), Cell(rest, prose))))


def _lines(label: str) -> Prose:
    first, _, second = label.partition("\n")
    return [first, Piece("\n"), second] if second else [first]


def _pair(draft: Draft, facts: CertificateFacts) -> TableRow | None:
    pairs: list[tuple[str, Prose]] = []
    if facts.position != "":
        pairs.append(("工作岗位", [draft.value(facts.position, "position")]))
    if facts.years_of_service != "":
        pairs.append(("本单位\n工作年限", [draft.value(facts.years_of_service, "years_of_service")]))
    return _row(*pairs) if pairs else None


def _dates(draft: Draft, facts: CertificateFacts, end: str) -> TableRow | None:
    pairs: list[tuple[str, Prose]] = []
    if facts.start_date != "":
        pairs.append(("入职时间", draft.date(facts.start_date, "start_date")))
    if facts.separation_date != "":
        pairs.append((f"{end}劳动\n合同日期", draft.date(facts.separation_date, "separation_date")))
    return _row(*pairs) if pairs else None


def _grounds(draft: Draft, facts: CertificateFacts) -> list[Prose]:
    """All grounds, the one that applies ticked and in the facts' own words."""
    ticked, empty = draft.rng.choice([marks for marks in _MARKS if draft.body.face.covers(marks[0] + marks[1])])
    chosen = next(
        (index for index, (words, _) in enumerate(_REASONS) if any(word in (facts.reason or "") for word in words.split())),
        None,
    )
    lines: list[Prose] = []
    for index, (_, text) in enumerate(_REASONS):
        hit = facts.reason and index == chosen
        lines.append([f"{ticked if hit else empty} {index + 1}、", Piece(facts.reason or "", "reason") if hit else text])
    if facts.reason and chosen is None:
        lines.append([f"{ticked} {len(_REASONS) + 1}、其他：", Piece(facts.reason, "reason")])
    return lines


def _term(facts: CertificateFacts) -> ContractTerm | None:
    return facts.contract_term if isinstance(facts.contract_term, ContractTerm) else None
