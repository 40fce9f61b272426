"""What all certificates of termination are made of: titles, endings, what the law asks for, and the employer's sign-off."""

from collections.abc import Sequence
from dataclasses import replace

from samples.papers.dates import PLAIN_FORMS, true_date
from samples.papers.draft import Draft, joined, room_at
from samples.papers.license_rows import folded
from samples.papers.paper import CertificateFacts, ContractTerm, Point
from samples.papers.prose import Piece, flow
from samples.papers.sheet import Area, Type

TITLES = (
    "离职证明", "离职证明", "离职证明书", "员工离职证明", "辞职证明", "解除劳动合同证明", "解除劳动合同证明书",
    "终止劳动合同证明书", "解除、终止劳动合同证明书", "解除(终止)劳动合同证明书", "终止（解除）劳动合同证明书",
    "解除或终止劳动合同证明书", "解除或者终止劳动合同证明", "解除劳动关系证明", "解除劳动关系证明书",
    "终止(解除)劳动关系证明", "解除/终止劳动关系证明", "劳动关系解除证明", "劳动合同解除证明", "退工证明",
    "解除聘用合同证明书", "解除（终止）聘用关系证明", "工作(离职)证明",
)  # fmt: skip
"""Titles in use (DOMAIN 3.2), the commonest twice."""

_OPEN_ENDED = "无固定期限"


def term_pieces(draft: Draft, term: ContractTerm | None) -> list[Piece]:
    """The contract's term, or room for one."""
    if term is None:
        return [Piece("", "contract_term", underlined=True, room=50)]
    plain = draft.form if draft.form in PLAIN_FORMS else "chinese"
    typist = replace(draft, form=plain, hand=False)
    start = typist.date(term.start, "contract_term")
    if term.end is None:
        return [Piece(_OPEN_ENDED, "contract_term"), Piece("（自", ""), *start, Piece("起）", "")]
    return [*start, Piece("至", "contract_term"), *typist.date(term.end, "contract_term")]


def true_term(term: ContractTerm | str | None) -> str:
    """The normalised term: two ISO dates with 至 between them, or 无固定期限."""
    if not isinstance(term, ContractTerm):
        return ""
    return f"{term.start}至{term.end}" if term.end else _OPEN_ENDED


def certificate_truth(facts: CertificateFacts) -> dict[str, str]:
    """Everything the facts state in full, normalised."""
    return {
        "employee_name": facts.employee_name or "",
        "employee_id": facts.employee_id or "",
        "employer_name": folded(facts.employer_name or ""),
        "start_date": true_date(facts.start_date),
        "separation_date": true_date(facts.separation_date),
        "issue_date": true_date(facts.issue_date),
        "position": folded(facts.position or ""),
        "years_of_service": facts.years_of_service or "",
        "reason": folded(facts.reason or ""),
        "contract_term": true_term(facts.contract_term),
    }


def ending(facts: CertificateFacts) -> str:
    """终止 for contracts that run out, 解除 for those that are ended."""
    return "终止" if facts.reason and ("期满" in facts.reason or "终止" in facts.reason) else "解除"


def item(draft: Draft, label: str, pieces: Sequence[Piece | str], when: object) -> list[Piece | str]:
    """A labelled value, or nothing where the facts do not mention it ('')."""
    return [] if when == "" else joined([label, *pieces])


def sign_off(draft: Draft, facts: CertificateFacts, top: float, right: float) -> dict[str, Point]:
    """The employer's name and the day of issue at the lower right; return where the seal belongs."""
    style, em = draft.body, draft.body.em
    label = draft.rng.choice(("", "", "单位名称（盖章）：", "用人单位（公章）：", "单位（盖章）：", "证明单位："))
    day = joined(
        [draft.rng.choice(("", "", "日期：", "开具日期：")) if label else "", *draft.date(facts.issue_date, "issue_date")]
    )
    name: list[Piece | str] = [label or ("单位（盖章）：" if facts.employer_name is None else "")]
    name = joined([*name, _employer(draft, facts)])
    width = min(right - 25, max(style.width("".join(_text(piece) for piece in name)), 60) + 2)
    area = Area(right - width, top, right, top + 40)
    y = flow(draft.sheet, area, name, style, draft.leading, indent=0, align="right")
    end = flow(
        draft.sheet,
        Area(right - width, y + 1.5, right - draft.rng.choice((0.0, 6.0)), y + 20),
        day,
        style,
        draft.leading,
        indent=0,
        align="right",
    )
    return {"seal": (right - min(width / 2, 32.0), (top + end) / 2 + em)}


def _employer(draft: Draft, facts: CertificateFacts) -> Piece:
    if not facts.employer_name:
        return Piece("", "employer_name", underlined=True, room=45)
    return Piece(facts.employer_name, "" if "employer_name" in draft.sheet.boxes else "employer_name")


def _text(piece: Piece | str) -> str:
    return piece if isinstance(piece, str) else piece.text


def receipt(draft: Draft, facts: CertificateFacts, at: Point) -> dict[str, Point]:
    """A line for the employee to sign for the paper; usually signed."""
    x, y = at
    text = draft.rng.choice(("劳动者签收：", "本人签字：", "员工签名：", "签收人："))
    area = draft.sheet.text((x, y), text, draft.body)
    line = room_at(draft, area.right + 1, y, 34)
    draft.sheet.line((line.left, y + 1), (line.right, y + 1))
    if facts.employee_name and draft.rng.random() < 0.6:
        draft.sheet.write_by_hand(line, facts.employee_name, role="employee")
    return {"signature_employee": line.middle}


def small_print(draft: Draft, y: float, text: str) -> None:
    """A note at the foot of the page."""
    draft.sheet.text((25, y), text, Type(draft.body.face, 9))
