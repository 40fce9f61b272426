"""Words in print that ask for a signature, and who is to sign."""

import re
from dataclasses import dataclass
from typing import Final

from extractors.evidence import SignatureRole
from extractors.text.fold import fold

_SIGN: Final = (
    r"(?:\(?(?:确认|电子|亲笔)?(?:签[字名]或?/?盖?章?|签章|签收|签领|签)\)?(?:确认)?[处栏]?(?:\([^():]{1,6}\))?|"
    r"\([^():]{0,5}[签字章][^():]{0,4}\))"
)
"""签字 and the like, or any brackets that hold one of its characters: under a seal others are misread."""
_BLURRED: Final = "法定代表.|法定代.人|法定.表人|法.代表人|(?<!.).定代表人|法定[^():]{2,3}(?=\\([负签字])"
"""法定代表人 with a character or two misread under a seal."""
_ROLES: Final[tuple[tuple[SignatureRole, str], ...]] = (
    (
        "legal_rep",
        rf"(?:单位)?(?:法定代表人|法人代表|企业法人|负责人|经营者|投资人|{_BLURRED})(?P<also>\(?或?(?:负责人|经营者)\)?)?",
    ),
    ("agent", r"(?:受托人|被委托人|受委托人|代理人|委托代理人|被授权人)"),
    ("principal", r"(?:委托人|授权人)"),
    ("handler", r"(?:单位)?(?:经办人|承办人|人事经办)"),
    (
        "employee",
        r"(?<![由经交请])(?:劳动者|员工|职工|本人|离职人员|离职员工|离职者|辞职人|离职人|退场人员|退工人员|工人|劳务人员|被证明人|"
        r"被解除人|领取人|领证人|签收人|签领人|收件人|收到人|收执人|接收人|乙方)(?:本人)?",
    ),
    ("applicant", r"(?<!被)(?:申请人|填表人|声明人|说明人|投诉人)"),
)
_END: Final = r"(?::|$)"
_ROOM: Final = r"(?=_|/日期|(?:签[收字领]|领取)(?:日期|时间)|年月)"
"""What follows a label without a colon: the rule to write on, or the date asked for beside."""
_LABELS: Final = tuple(
    (
        role,
        re.compile(
            rf"(?P<who>{who})(?:(?P<sign>{_SIGN})(?:{_END}|{_ROOM})|(?P<more>\(或?(?:盖章|签章|手印)\)?){_END}|:|"
            rf"(?<=[收取领证]人){_ROOM}|(?<=\))$|(?<=\(负责人)$)"
        ),
    )
    for role, who in _ROLES
)
_WORKER: Final = "(?:本人|员工|职工|劳动者|离职人员)"
_RECEIPT: Final = re.compile(
    rf"^(?:\({_WORKER}\))?(?:(?:签收|签名|签字|签领)(?:确认)?[人处栏]?(?:\((?:{_WORKER}|签[字名])\))?(?::|{_ROOM})|"
    rf"(?:\({_WORKER}\)签收|签收(?:确认|[处栏]|\({_WORKER}\))?)$)"
)
"""A label that names nobody: on a certificate it is the worker who signs for the paper."""
_BARE: Final = tuple((role, re.compile(rf"^{who}")) for role, who in _ROLES)
_ASKING: Final = ("sign", "more", "also")
_WIDE: Final = 1.0
_NARROW: Final = 0.55


@dataclass(frozen=True, slots=True)
class SigningLabel:
    """A label from ``start`` to ``end`` of a folded text. ``asks``: it says 签字 or the like; others only name."""

    start: int
    end: int
    role: SignatureRole
    asks: bool


def plain(text: str) -> str:
    """A line's text as labels are looked for in it."""
    return fold(text).replace(" ", "").replace("：", ":")


def signing_labels(text: str) -> tuple[SigningLabel, ...]:
    """All labels of a plain text from the left; of two that overlap (委托人 in 被委托人) the one that begins first."""
    found = [
        SigningLabel(match.start(), match.end(), role, any(match.groupdict().get(group) for group in _ASKING))
        for role, pattern in _LABELS
        for match in pattern.finditer(text)
    ]
    kept: list[SigningLabel] = []
    for label in sorted(found, key=lambda each: (each.start, -each.end)):
        if not kept or label.start >= kept[-1].end:
            kept.append(label)
    receipt = _RECEIPT.match(text)
    return tuple(kept) if kept or receipt is None else (SigningLabel(0, receipt.end(), "employee", asks=True),)


def bare_labels(text: str) -> tuple[SigningLabel, ...]:
    """Who is named at the beginning of a line whose colon or 签字 a seal made illegible."""
    found = [(match.end(), role) for role, pattern in _BARE if (match := pattern.match(text))]
    return tuple(SigningLabel(0, end, role, asks=False) for end, role in sorted(found)[-1:])


def measured(text: str) -> str:
    """A line's text, character for character as long as the plain one where that can be, with its wide signs kept."""
    whole = "".join(text.split())
    return whole if len(whole) == len(plain(text)) else plain(text)


def length(text: str) -> float:
    """How long a text is in ems, by the usual widths of its characters. Of a wide colon at the end only the dots are seen."""
    wide = sum(_NARROW if char.isascii() else _WIDE for char in text)
    return wide - (_WIDE - _NARROW if text[-1:] == "：" else 0.0)
