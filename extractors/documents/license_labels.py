"""A licence's printed labels: the words themselves, and where they stand, however the detector cut or glued them.

Labels are spaced out to one width (名    称), so a page gives them whole, as single characters, as vertical runs (名类住), or
glued to the value (称样例有限公司). The words are those of DOMAIN 1.2.
"""

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from extractors.documents.license_layout import Cell

LicenseField = Literal[
    "uscc",
    "registration_number",
    "name",
    "type",
    "legal_rep",
    "delegate",
    "address",
    "registered_capital",
    "established_on",
    "term_until",
    "issued_on",
    "scope",
    "other",
]
"""A field of the contract, or a label that only ends the value before it."""

LABELS: Final[dict[str, LicenseField]] = {
    "统一社会信用代码": "uscc",
    "注册号": "registration_number",
    "名称": "name",
    "字号名称": "name",
    "企业名称": "name",
    "类型": "type",
    "企业类型": "type",
    "公司类型": "type",
    "主体类型": "type",
    "法定代表人": "legal_rep",
    "法定代表人姓名": "legal_rep",
    "负责人": "legal_rep",
    "负责人姓名": "legal_rep",
    "经营者": "legal_rep",
    "经营者姓名": "legal_rep",
    "投资人": "legal_rep",
    "投资人姓名": "legal_rep",
    "执行事务合伙人": "legal_rep",
    "首席代表": "legal_rep",
    "委派代表": "delegate",
    "委派代表姓名": "delegate",
    "执行事务合伙人委派代表": "delegate",
    "住所": "address",
    "企业住所": "address",
    "经营场所": "address",
    "营业场所": "address",
    "主要经营场所": "address",
    "驻在场所": "address",
    "注册资本": "registered_capital",
    "注册资金": "registered_capital",
    "成员出资总额": "registered_capital",
    "出资额": "registered_capital",
    "成立日期": "established_on",
    "注册日期": "established_on",
    "营业期限": "term_until",
    "经营期限": "term_until",
    "合伙期限": "term_until",
    "驻在期限": "term_until",
    "执照有效期": "term_until",
    "发照日期": "issued_on",
    "经营范围": "scope",
    "经营范围及方式": "scope",
    "业务范围": "scope",
    "实收资本": "other",
    "组成形式": "other",
    "登记机关": "other",
    "发照机关": "other",
    "原发照日期": "other",
    "证照编号": "other",
    "副本编号": "other",
    "编号": "other",
}
FRAGMENTS: Final[dict[str, LicenseField]] = {
    "名": "name",
    "称": "name",
    "类": "type",
    "型": "type",
    "业类型": "type",
    "住": "address",
    "所": "address",
}
"""What is left of a two-character label when its other half is not detected. Believed only below or above whole labels."""

UNSPACED: Final[frozenset[LicenseField]] = frozenset({"uscc", "registration_number", "other"})
"""Labels that are printed smaller than those of the fields."""
SMALL_PRINT: Final = 0.65
"""Field labels lower than this share of the usual height are words of a printed notice (注册资本：深圳市实行…)."""
LOSSY_LENGTH: Final = 4
"""From this length on a label is known with one character lost or misread."""
MAX_GAP: Final = 6.5
"""Widest gap inside a spaced label, in heights of its characters: 名 to 称 on a wide form measured 5.2."""
COLUMN_SLACK: Final = 1.2
"""How far, in heights of its characters, a fragment may stick out of the column that whole labels form."""
FAR: Final = 2.0
"""Where the right column of a landscape form may begin behind the scope's label, in widths of that label."""

WHOLE: Final = 3
LOSSY: Final = 2
FRAGMENT: Final = 1


@dataclass(frozen=True, slots=True)
class Label:
    """A label on the page.

    ``rest`` is what the detector glued to it: the value, or its beginning. ``strength`` is 3 for a whole label, 2 for one with
    a character lost or misread, 1 for a fragment.
    """

    field: LicenseField
    text: str
    cells: tuple[Cell, ...]
    left: float
    right: float
    strength: int
    rest: Cell | None = None

    @property
    def row(self) -> float:
        """Height of its middle, taken where the value begins."""
        return self.cells[-1].row

    @property
    def height(self) -> float:
        """Height of its characters."""
        return self.cells[-1].height

    @property
    def top(self) -> float:
        """Upper edge."""
        return self.cells[-1].top

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.cells[-1].bottom


def find_labels(cells: Sequence[Cell]) -> tuple[Label, ...]:
    """Every label on the page, one at most per field (``other`` aside), top to bottom."""
    candidates = [label for cell in cells if (label := _label_at(cell, cells)) is not None]
    whole = [label for label in candidates if label.strength > FRAGMENT]
    usual = statistics.median(label.height for label in whole) if whole else 0.0
    inside = [
        label
        for label in candidates
        if (label.strength > FRAGMENT or _in_column(label, whole))
        and (label.field in UNSPACED or label.height > SMALL_PRINT * usual)
    ]
    chosen: list[Label] = []
    taken: set[int] = set()
    for label in sorted(_outside_scope(inside), key=_preference):
        repeated = label.field != "other" and any(label.field == other.field for other in chosen)
        if not repeated and not any(id(cell) in taken for cell in label.cells):
            chosen.append(label)
            taken |= {id(cell) for cell in label.cells}
    return tuple(sorted(chosen, key=lambda label: (label.row, label.left)))


def _preference(label: Label) -> tuple[int, int, float]:
    """Whole labels first, then the longer ones, then the upper ones."""
    return (-label.strength, -len(label.text), label.row)


def _label_at(cell: Cell, cells: Sequence[Cell]) -> Label | None:
    """The longest label that begins with this cell."""
    matches = [label for text, field in LABELS.items() if (label := _match(text, field, cell, cells)) is not None]
    if not matches:
        matches = [label for text, field in FRAGMENTS.items() if (label := _starting(text, field, cell, FRAGMENT)) is not None]
    return max(matches, key=lambda label: (label.strength, len(label.text)), default=None)


def _match(text: str, field: LicenseField, cell: Cell, cells: Sequence[Cell]) -> Label | None:
    chain = [cell]
    wanted = text
    while not chain[-1].text.startswith(wanted):
        part = chain[-1].text
        if not part or not wanted.startswith(part):
            return _lossy(text, field, cell)
        wanted = wanted[len(part) :]
        following = _next(chain[-1], wanted, cells)
        if following is None:
            return _lossy(text, field, cell)
        chain.append(following)
    return _label(text, field, tuple(chain), len(wanted), WHOLE)


def _next(cell: Cell, wanted: str, cells: Sequence[Cell]) -> Cell | None:
    """The nearest cell to the right on this row that carries the label on."""
    fitting = [
        other
        for other in cells
        if other.text
        and (other.text.startswith(wanted) or wanted.startswith(other.text))
        and -cell.height < other.left - cell.right < MAX_GAP * cell.height
        and other.left > cell.left
        and other.beside(cell)
    ]
    return min(fitting, key=lambda other: other.left, default=None)


def _lossy(text: str, field: LicenseField, cell: Cell) -> Label | None:
    """A longer label with its first character lost, its last one lost, or one misread."""
    if len(text) < LOSSY_LENGTH:
        return None
    if cell.text.startswith(text[1:]):
        return _starting(text[1:], field, cell, LOSSY)
    if cell.text == text[:-1]:
        return _starting(cell.text, field, cell, LOSSY)
    head = cell.text[: len(text)]
    if len(head) == len(text) and sum(a != b for a, b in zip(head, text, strict=True)) == 1:
        return _starting(head, field, cell, LOSSY)
    return None


def _starting(text: str, field: LicenseField, cell: Cell, strength: int) -> Label | None:
    return _label(text, field, (cell,), len(text), strength) if cell.text.startswith(text) else None


def _label(text: str, field: LicenseField, cells: tuple[Cell, ...], length_in_last: int, strength: int) -> Label:
    last = cells[-1]
    rest = last.after(length_in_last)
    glued = rest if rest.text.strip(" :") else None
    right = last.right if glued is None else rest.left
    return Label(field, text, cells, cells[0].left, right, strength, glued)


def _in_column(fragment: Label, whole: Sequence[Label]) -> bool:
    """Whether a fragment stands where other labels stand."""
    slack = COLUMN_SLACK * fragment.height
    start_right = fragment.left + fragment.cells[0].char_width * len(fragment.text)
    return any(label.left - slack < fragment.left and start_right < label.right + slack for label in whole)


def _outside_scope(labels: Sequence[Label]) -> Iterator[Label]:
    """Leave out words inside the scope of business: lines that begin where its text begins, or below it."""
    scope = min((label for label in labels if label.field == "scope"), key=_preference, default=None)
    for label in labels:
        above = scope is None or label is scope or label.row <= scope.row or label.field in ("other", "issued_on")
        if above or scope is None or label.left < scope.right or label.left > scope.right + FAR * (scope.right - scope.left):
            yield label
