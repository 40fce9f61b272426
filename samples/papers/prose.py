"""Running text with values in it: wrapped to a width, with underlined blanks, and room left for a pen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samples.papers.sheet import Align, Area, Sheet, Type

_NEVER_FIRST = "，。、；：！？）》”」.,;:!?)"
"""Characters that no line begins with."""

_NEVER_LAST = "（《“「("
"""Characters that no line ends with."""

_HAND_EM = 1.05
"""Handwriting takes this much of the print's width and a little more height."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text. ``field`` names the value it is; ``room`` (mm) is the least width it takes, empty or not."""

    text: str
    field: str = ""
    underlined: bool = False
    by_hand: bool = False
    room: float = 0.0
    whole: bool = False
    """Do not break it over two lines unless it is longer than one."""


Prose = Sequence[Piece | str]


@dataclass(frozen=True, slots=True)
class _Placed:
    piece: Piece
    text: str
    left: float
    width: float


def flow(
    sheet: Sheet, area: Area, prose: Prose, style: Type, leading: float = 1.8, *, indent: float = 2.0, align: Align = "left"
) -> float:
    """Set prose into an area, first line indented by ``indent`` ems; return the y of the last line's bottom.

    ``leading`` is the distance of lines in ems. The area's bottom is not a limit: the caller looks at what is returned.
    """
    pieces = [Piece(item) if isinstance(item, str) else item for item in prose]
    y = area.top
    for row in _rows(pieces, style, area.width, indent * style.em):
        y += leading * style.em
        used = max((item.left + item.width for item in row), default=0.0)
        shift = {"left": 0.0, "centre": (area.width - used) / 2, "right": area.width - used}[align]
        for item in row:
            _draw(sheet, item, (area.left + shift, y - (leading - 1) / 2 * style.em), style)
    return y


def height_of(prose: Prose, style: Type, width: float, leading: float) -> float:
    """The height of prose set without indent, in millimetres."""
    pieces = [Piece(item) if isinstance(item, str) else item for item in prose]
    return leading * style.em * len(list(_rows(pieces, style, width, 0.0)))


def _rows(pieces: Sequence[Piece], style: Type, width: float, indent: float) -> Iterator[list[_Placed]]:
    row: list[_Placed] = []
    x = indent
    for piece in pieces:
        for text, taken in _parts(piece, style, width):
            if text == "\n" or (x + taken > width + 0.01 and row and text[:1] not in tuple(_NEVER_FIRST)):
                yield row
                row, x = [], 0.0
            if text != "\n":
                _append(row, _Placed(piece, text, x, taken))
                x += taken
    if row:
        yield row


def _append(row: list[_Placed], item: _Placed) -> None:
    """Add to a row, in one stretch with what precedes it of the same piece."""
    if row and row[-1].piece is item.piece:
        before = row.pop()
        item = _Placed(item.piece, before.text + item.text, before.left, before.width + item.width)
    row.append(item)


def _parts(piece: Piece, style: Type, width: float) -> Iterator[tuple[str, float]]:
    """What a line break may not divide: a whole piece, a word of Latin letters and digits, or a character."""
    natural = style.width(piece.text) * (_HAND_EM if piece.by_hand else 1.0)
    if piece.by_hand or ((piece.room or piece.whole) and natural <= width):
        yield piece.text, min(max(natural, piece.room), width)
        return
    word = ""
    for char in piece.text:
        opens = word[-1:] in tuple(_NEVER_LAST)
        if char in _NEVER_LAST or (char.isascii() and char.isalnum() and not opens):
            word += char
            continue
        head = word + char if opens else word
        if head:
            yield head, style.width(head)
            word = ""
        if not opens:
            yield char, style.width(char)
    if word:
        yield word, style.width(word)


def _draw(sheet: Sheet, item: _Placed, origin: tuple[float, float], style: Type) -> None:
    left, baseline = origin[0] + item.left, origin[1]
    if item.piece.underlined:
        drop = baseline + 0.22 * style.em
        sheet.line((left, drop), (left + item.width, drop), 0.18)
    if item.piece.by_hand and item.text:
        sheet.write_by_hand(
            Area(left, baseline - 1.0 * style.em, left + item.width, baseline + 0.2 * style.em), item.text, item.piece.field
        )
    elif item.text:
        slack = item.width - style.width(item.text)
        sheet.text((left + max(slack, 0.0) / 2, baseline), item.text, style, field=item.piece.field)
