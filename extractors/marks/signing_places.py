"""The places of a page that ask for a signature: a label in print, and the room behind it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from extractors.evidence import Box, SignatureRole, TextLine
from extractors.text.fold import fold

_SIGN: Final = r"\(?(?:签[字名]或?/?盖?章?|亲笔签名|签章|签收|签)\)?"
_ROLES: Final[tuple[tuple[SignatureRole, str], ...]] = (
    ("legal_rep", r"(?:单位)?(?:法定代表人|法人代表|企业法人|负责人|经营者|投资人)(?P<also>\(?或?(?:负责人|经营者)\)?)?"),
    ("agent", r"(?:受托人|被委托人|受委托人|代理人|委托代理人|被授权人)"),
    ("principal", r"(?:委托人|授权人)"),
    ("handler", r"(?:单位)?(?:经办人|承办人|人事经办)"),
    ("employee", r"(?:劳动者|员工|职工|本人|离职人员|离职员工|领取人|签收人|接收人|乙方)(?:本人)?"),
    ("applicant", r"(?:申请人|填表人)"),
)
_END: Final = r"(?::|$)"
_LABELS: Final = tuple(
    (
        role,
        re.compile(
            rf"(?P<who>{who})(?:(?P<sign>{_SIGN}){_END}|(?P<more>\(或?(?:盖章|签章|手印)\)?){_END}|:|(?<=\))$|(?<=\(负责人)$)"
        ),
    )
    for role, who in _ROLES
)
_RECEIPT: Final = re.compile(r"^(?:签收|签名|签字)人?:")
"""A label that names nobody: on a certificate it is the worker who signs for the paper."""

LOWER_PART: Final = 0.45
"""A label without a word for signing asks for a signature only below this share of the page's text: above, it names one."""
ROOM: Final = 0.26
"""How wide the room behind a label is, as a share of the page's width: 55 mm on A4."""
ABOVE: Final = 0.75
BELOW: Final = 0.55
"""How far, in heights of the label, a signature reaches above and below it."""
LONGEST_NAME: Final = 6
"""Characters (as OCR sees them) of the longest thing that may be a signature: more is print that belongs to the text."""
LONGEST_FOREIGN_NAME: Final = 16
"""So long is one with a dot between its parts."""
LONG_LINE: Final = 10
WIDER: Final = 1.2
"""A line's characters are at most so much wider than those of the page's longer lines (of ``LONG_LINE`` characters)."""
_WIDE: Final = 1.0
_NARROW: Final = 0.55
_SAME_ROW: Final = 0.5


@dataclass(frozen=True, slots=True)
class SigningPlace:
    """``label_box`` and ``room`` are fractions of the page; ``text`` is what OCR read behind the label."""

    role: SignatureRole
    label: str
    label_box: Box
    room: Box
    text: str


def signing_places(lines: Sequence[TextLine]) -> tuple[SigningPlace, ...]:
    """Return the places on a page that ask for a signature, from the top."""
    if not lines:
        return ()
    top, bottom = min(line.box[1] for line in lines), max(line.box[3] for line in lines)
    lower = top + LOWER_PART * (bottom - top)
    em = _usual_em(lines)
    return tuple(place for line in lines for place in _on_line(line, lines, lower, em))


def _on_line(line: TextLine, lines: Sequence[TextLine], lower: float, em: float) -> Iterator[SigningPlace]:
    text = fold(line.text).replace(" ", "").replace("：", ":")
    found = _labels(text)
    receipt = _RECEIPT.match(text)
    if receipt and not found:
        found = [(receipt.start(), receipt.end(), "employee", receipt)]
    for index, (start, end, role, match) in enumerate(found):
        following = found[index + 1][0] if index + 1 < len(found) else len(text)
        behind = re.split(r"[\t ]|\d{2,4}年|年|日期", text[end:following])[0]
        asks = match.re is _RECEIPT or any(match.groupdict().get(group) for group in ("sign", "more", "also"))
        longest = LONGEST_FOREIGN_NAME if "·" in behind else LONGEST_NAME
        if len(behind) > longest or not (asks or line.box[1] >= lower):
            continue
        label_box = _part(line, text, (start, end), em)
        limit = _part(line, text, (following, len(text)), em)[0] if following < len(text) else 1.0
        yield SigningPlace(role, text[start:end], label_box, _room(label_box, line, lines, limit), behind)


def _labels(text: str) -> list[tuple[int, int, SignatureRole, re.Match[str]]]:
    """All labels of a line from the left; of two that overlap (委托人 in 被委托人) the one that begins first."""
    found = [(match.start(), match.end(), role, match) for role, pattern in _LABELS for match in pattern.finditer(text)]
    kept: list[tuple[int, int, SignatureRole, re.Match[str]]] = []
    for label in sorted(found, key=lambda each: (each[0], -each[1])):
        if not kept or label[0] >= kept[-1][1]:
            kept.append(label)
    return kept


def _part(line: TextLine, text: str, span: tuple[int, int], em: float) -> Box:
    """The part of a line that some of its characters take; strokes that OCR could not read widen a line, as ``em`` tells."""
    left, top, right, bottom = line.box
    unit = min((right - left) / _length(text), WIDER * em)
    return (left + unit * _length(text[: span[0]]), top, min(right, left + unit * _length(text[: span[1]])), bottom)


def _length(text: str) -> float:
    """How long a text is in ems, by the usual widths of its characters."""
    return sum(_NARROW if char.isascii() else _WIDE for char in text)


def _usual_em(lines: Sequence[TextLine]) -> float:
    """The width of a character in the page's longer lines, as a share of the page's width."""
    wide = [(line.box[2] - line.box[0]) / _length(line.text) for line in lines if len(line.text) >= LONG_LINE]
    return median(wide) if wide else 1.0


def _room(label: Box, own: TextLine, lines: Sequence[TextLine], limit: float) -> Box:
    """From the label's end to the next print on its row, or as far as a name reaches."""
    height = label[3] - label[1]
    right = min(label[2] + ROOM, limit, 1.0)
    for other in lines:
        box = other.box
        if other is not own and box[0] >= label[2] + height and _on_row(box, label) and _is_label(other):
            right = min(right, box[0])
    return (label[2], max(0.0, label[1] - ABOVE * height), right, min(1.0, label[3] + BELOW * height))


def _on_row(box: Box, label: Box) -> bool:
    return abs((box[1] + box[3]) / 2 - (label[1] + label[3]) / 2) < _SAME_ROW * (label[3] - label[1])


def _is_label(line: TextLine) -> bool:
    """Whether a line to the right is print that belongs to something else: it has a colon, or is too long for a name."""
    text = fold(line.text).replace(" ", "").replace("：", ":")
    return ":" in text or len(text) > LONGEST_NAME
