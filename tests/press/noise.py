"""What goes wrong when a sheet is read: colons lost, look-alikes, specks, lines dropped, pieces of a seal read as text."""

from collections.abc import Iterator
from typing import Final

from tests.press.choices import Choices
from tests.press.recogniser import Reading
from tests.press.sheet import Sheet
from tests.press.wording import LABEL
from tests.press.words import words

__all__ = ["spoil"]

_SPECKS: Final = ("·", "一", "、", "'", "1", "丶", "-", ".", "乂", "7", "口", "…")
_COLONS: Final = (".", ";", "：", ":", "·")
_HALF: Final = str.maketrans("（），：；", "(),:;")
_FULL: Final = str.maketrans("(),:;", "（），：；")
_COLON_LOST: Final = 0.12
_COLON_MISREAD: Final = 0.10
_ALIKE_READ: Final = 0.10
_SMUDGED: Final = 0.01
_SPECK: Final = 0.06
_LINE_LOST: Final = 0.03


def spoil(lines: list[Reading], sheet: Sheet, seal: str, choices: Choices) -> frozenset[str]:
    """Spoil what was read, and return the fields in whose value a character came out wrong."""
    if choices.chance(_COLON_LOST):
        _lose_colons(lines, choices)
    if choices.chance(_COLON_MISREAD):
        _misread_colons(lines, choices)
    if choices.chance(_LINE_LOST):
        _lose_a_line(lines, choices)
    _change_widths(lines, choices)
    smudged = _misread(lines, choices)
    if seal:
        lines += _seal_pieces(sheet, seal, choices)
    if choices.chance(_SPECK):
        lines.append(_speck(sheet, choices))
    for line in lines:
        if line.score == 1.0:
            line.score = 0.85 + 0.15 * choices.fill.random() ** 0.5
    return smudged


def _colons(lines: list[Reading]) -> Iterator[tuple[Reading, int]]:
    """All colons that stand outside values, the last of each line first."""
    for line in lines:
        for at in range(len(line.text) - 1, 0, -1):
            if line.text[at] in "：:" and not _value_at(line, at):
                yield line, at


def _lose_colons(lines: list[Reading], choices: Choices) -> None:
    share = choices.pick((0.1, 0.3, 1.0))
    choices.note("noise", f"{share:.0%} of the colons lost")
    for line, at in list(_colons(lines)):
        if choices.fill.random() < share:
            _replace(line, at, "")


def _misread_colons(lines: list[Reading], choices: Choices) -> None:
    instead = choices.pick(_COLONS)
    choices.note("noise", f"colons read as {instead}")
    for line, at in list(_colons(lines)):
        if choices.fill.random() < 0.4:
            _replace(line, at, instead)


def _change_widths(lines: list[Reading], choices: Choices) -> None:
    """Some engines give punctuation in one width only, whatever is printed."""
    table = choices.pick((None, None, None, _HALF, _FULL))
    if table is not None:
        choices.note("noise", "punctuation in half width" if table is _HALF else "punctuation in full width")
        for line in lines:
            line.text = line.text.translate(table)


def _misread(lines: list[Reading], choices: Choices) -> frozenset[str]:
    """Read a look-alike for a character of the print, now and then for one of a value."""
    in_value = choices.chance(_SMUDGED)
    if not in_value and not choices.chance(_ALIKE_READ):
        return frozenset()
    pair = choices.pick(words("labels", "alike"))
    right, wrong = pair[0], pair[1]
    smudged: set[str] = set()
    for line in lines:
        at = line.text.find(right)
        if at < 0 or line.role in ("title", "watermark"):
            continue
        field = _value_at(line, at)
        if field and not in_value:
            continue
        _replace(line, at, wrong)
        smudged |= {field} if field else set()
        choices.note("noise", f"{right} read as {wrong} in {line.text}")
        break
    return frozenset(smudged)


def _lose_a_line(lines: list[Reading], choices: Choices) -> None:
    """Lose a line that states nothing: of a note or of the prose around it."""
    spare = [line for line in lines if line.role in ("note", "prose") and not line.spans]
    if spare:
        lost = choices.pick(spare)
        choices.note("noise", f"line lost: {lost.text}")
        lines.remove(lost)


def _seal_pieces(sheet: Sheet, seal: str, choices: Choices) -> list[Reading]:
    """Pieces of the text around a seal, as an engine picks them up where the ring runs level."""
    if not sheet.seal_at or not choices.chance(0.3):
        return []
    choices.note("noise", "pieces of the seal's ring read")
    x, y = sheet.seal_at
    pieces = []
    for _ in range(choices.count(1, 3)):
        start = choices.fill.randrange(max(1, len(seal) - 3))
        text = seal[start : start + choices.fill.randint(1, 4)]
        text = text[::-1] if choices.fill.random() < 0.2 else text
        size = sheet.size * 0.9
        left = x + choices.fill.uniform(-70, 50)
        top = y + choices.fill.choice((-75.0, -60.0, 55.0, 40.0)) + choices.fill.uniform(-6, 6)
        middles = [left + size * (at + 0.5) for at in range(len(text))]
        right = left + size * len(text)
        score = choices.fill.uniform(0.5, 0.8)
        pieces.append(Reading(text, middles, left, right, top, size, [], "note", 0, choices.fill.uniform(-25, 25), score))
    return pieces


def _speck(sheet: Sheet, choices: Choices) -> Reading:
    text = choices.pick(_SPECKS)
    choices.note("noise", f"a speck read as {text}")
    x, y, size = choices.fill.uniform(20, 960), choices.fill.uniform(20, sheet.height - 30), sheet.size * 0.6
    return Reading(text, [x + size / 2], x, x + size, y, size, [], "note", 0, 0.0, choices.fill.uniform(0.5, 0.8))


def _value_at(line: Reading, at: int) -> str:
    here = (name for start, end, name, _ in line.spans if start <= at < end and not name.startswith(LABEL))
    return next(here, "")


def _replace(line: Reading, at: int, instead: str) -> None:
    line.text = line.text[:at] + instead + line.text[at + 1 :]
    if not instead:
        del line.middles[at]
        line.spans = [(start - (start > at), end - (end > at), name, n) for start, end, name, n in line.spans]
