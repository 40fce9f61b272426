"""The foot of a paper: who signs it, with a seal or by hand, and on which day, in several arrangements."""

from typing import Final

from tests.press.choices import Weighted
from tests.press.kinds.kind import Kind, Party
from tests.press.sheet import Sheet, joined, wide
from tests.press.teller import Teller
from tests.press.wording import LABEL, Piece

__all__ = ["set_signoff"]

_ONE_PARTY: Final = Weighted(
    ("right", 36),
    ("labelled", 22),
    ("suffixed", 12),
    ("seal only", 6),
    ("one line", 6),
    ("left", 6),
    ("below", 3),
    ("far right", 9),
)
_ONE_PERSON: Final = Weighted(("right", 30), ("labelled", 46), ("one line", 6), ("left", 10), ("below", 3), ("far right", 5))
_TWO_PARTIES: Final = Weighted(("columns", 50), ("stacked", 40), ("rows", 10))
_SUFFIXES: Final = ("（盖章）", "（公章）", "（签章）", "（加盖公章）", "(盖章)")


def set_signoff(sheet: Sheet, kind: Kind, teller: Teller) -> None:
    """Set the sign-off of a paper of this kind."""
    choices = teller.choices
    sheet.feed(choices.between(0.4, 2.5))
    beside = [
        teller.tell(rule) for rule in kind.beside if rule != "beside.receipt" and teller.can_tell(rule) and choices.chance(0.13)
    ]
    if len(kind.parties) > 1 and choices.chance(kind.second_signs):
        arrangement = choices.weighed(_TWO_PARTIES)
        choices.note("sign-off", arrangement)
        _set_two(sheet, kind, teller, arrangement)
    else:
        arrangement = choices.weighed(_ONE_PARTY if kind.is_sealed else _ONE_PERSON)
        choices.note("sign-off", arrangement)
        _set_one(sheet, kind.parties[0], teller, arrangement, beside)
        beside = []
    for line in beside:
        sheet.paragraph(line, 0.0, "foot")
    if "beside.receipt" in kind.beside and choices.chance(0.1):
        choices.note("sign-off", "receipt")
        sheet.feed(choices.between(0.5, 2))
        sheet.paragraph(teller.tell("beside.receipt"), 0.0, "foot")


def _name_of(party: Party, teller: Teller) -> list[Piece]:
    name: list[Piece] = []
    if party.name not in teller.withheld:
        teller.say(party.name, name)
    return name


def _day(teller: Teller) -> list[Piece]:
    day: list[Piece] = []
    if "issue_date" not in teller.withheld:
        teller.say("issue_date", day)
    return day


def _labelled(label: list[Piece], value: list[Piece], joint: str) -> list[Piece]:
    return [*label, (joint, "", 0), *value]


def _set_one(sheet: Sheet, party: Party, teller: Teller, arrangement: str, beside: list[list[Piece]]) -> None:
    choices = teller.choices
    is_known = bool(teller.truth.get(party.name))
    leaves_out = arrangement == "seal only" and is_known
    name = [] if leaves_out else _name_of(party, teller)
    day = _day(teller)
    joint = choices.pick(("：", "：", ":"))
    lines: list[list[Piece]] = [name, day]
    if not name and not leaves_out and arrangement in ("labelled", "left"):
        teller.leave_open(party.name)
    match arrangement:
        case "labelled" | "left":
            lines = [
                _labelled(_label_of(party, teller), name, joint),
                _labelled(teller.tell("sign.date"), day, joint) if day else [],
            ]
        case "suffixed" | "seal only":
            lines = [[*name, (choices.pick(_SUFFIXES), "", 0)], day]
        case "one line":
            lines = [[*name, ("      ", "", 0), *day]]
        case "below":
            lines = [name, [(_bracketed(joined(teller.tell(party.label))), LABEL + party.name, 0)] if name else [], day]
    lines = [line for line in lines if line]
    if beside and choices.chance(0.4):
        _set_at_the_left(sheet, beside)
    else:
        lines = [*beside, *lines] if choices.chance(0.5) else [*lines, *beside]
    _set_block(sheet, lines, arrangement, choices.between(0.35, 0.58))


def _label_of(party: Party, teller: Teller) -> list[Piece]:
    """What asks for a party's name."""
    return [(joined(teller.tell(party.label)), LABEL + party.name, 0)]


def _bracketed(label: str) -> str:
    return label if "（" in label else f"（{label}）"


def _set_at_the_left(sheet: Sheet, lines: list[list[Piece]]) -> None:
    """Set lines at the left, beside what follows at the right."""
    top = sheet.y
    for line in lines:
        if wide(joined(line)) * sheet.size < sheet.measure * 0.45:
            sheet.put(line, sheet.left, "foot")
            sheet.feed()
        else:
            sheet.paragraph(line, 0.0, "foot")
            top = sheet.y
    sheet.y = top if top > 0 else sheet.y


def _set_block(sheet: Sheet, lines: list[list[Piece]], arrangement: str, at: float) -> None:
    """Set lines as a block at the right, each centred on the others, ranged right, or from one stop on."""
    widest = max((wide(joined(line)) * sheet.size for line in lines), default=0.0)
    stop = min(sheet.left + sheet.measure * at, sheet.right - widest)
    if arrangement == "left" or stop < sheet.left:
        stop = sheet.left
    for line in lines:
        width = wide(joined(line)) * sheet.size
        shift = (widest - width) / 2 if arrangement in ("right", "suffixed", "below", "seal only") else 0.0
        x = sheet.right - width if arrangement == "far right" and width < sheet.measure else stop + shift
        sheet.seal_at = (min(x + width / 2, 900.0), sheet.y + sheet.size / 2)
        if x + width > sheet.right + 1:
            sheet.paragraph(line, 0.0, "foot")
        else:
            sheet.put(line, x, "foot")
            sheet.feed()


def _party_lines(party: Party, teller: Teller, *, dated: bool) -> list[list[Piece]]:
    choices = teller.choices
    is_known = bool(teller.truth.get(party.name))
    label = _label_of(party, teller)
    name = [] if is_known and choices.chance(0.45) else _name_of(party, teller)
    if not name and not is_known:
        return []
    lines = [_labelled(label, name or [("________", "", 0)], "：")]
    if dated and "issue_date" not in teller.withheld:
        lines.append(
            _labelled(teller.tell("sign.date") if choices.chance(0.6) else [], _day(teller), "：")
            if choices.chance(0.7)
            else _day(teller)
        )
        lines[-1] = [piece for at, piece in enumerate(lines[-1]) if at or piece[0] != "："]
    return lines


def _set_two(sheet: Sheet, kind: Kind, teller: Teller, arrangement: str) -> None:
    """Set the sign-off of papers that several sign: side by side or one below the other, each with the day or the last."""
    choices = teller.choices
    each_dated = arrangement == "columns" and choices.chance(0.5)
    blocks = [_party_lines(party, teller, dated=each_dated) for party in kind.parties]
    blocks = [block for block in blocks if block]
    if arrangement == "columns" and len(blocks) == 2 and _fit_side_by_side(sheet, blocks):
        _set_columns(sheet, blocks)
    else:
        for block in blocks:
            for line in block:
                sheet.paragraph(line, 0.0, "foot")
            sheet.feed(0.3)
    if blocks:
        sheet.seal_at = (sheet.left + sheet.measure * 0.25, sheet.y - sheet.size * 2)
    if not each_dated and "issue_date" not in teller.withheld:
        day = _day(teller)
        labelled = _labelled(teller.tell("sign.date"), day, "：") if choices.chance(0.4) else day
        sheet.put_aligned(labelled, choices.pick(("right", "left", "right")), "foot")


def _fit_side_by_side(sheet: Sheet, blocks: list[list[list[Piece]]]) -> bool:
    return all(wide(joined(line)) * sheet.size < sheet.measure * 0.48 for block in blocks for line in block)


def _set_columns(sheet: Sheet, blocks: list[list[list[Piece]]]) -> None:
    for row in range(max(map(len, blocks))):
        for column, block in enumerate(blocks):
            if row < len(block):
                sheet.put(block[row], sheet.left + column * sheet.measure / 2, "foot")
        sheet.feed()
