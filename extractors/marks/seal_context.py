"""Settles doubtful glyphs of a ring by the names that the page prints: most seals bear one of them.

A glyph gives way only to a character that it may be by its own strokes; one that was read for sure stands, whatever the page
says. So a seal of another firm, one character off, stays another firm's.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from extractors.evidence import Seal, TextLine
from extractors.marks.glyph_votes import UNREAD
from extractors.text.fold import fold_name

LEAST_TEXT: Final = 6
"""Glyphs that a ring must show: shorter pieces of print fit by chance."""
LEAST_SAME: Final = 0.7
"""Share of the ring that must read as the print does before the print may settle the rest."""


def settled_by_print(seals: Sequence[Seal], lines: Sequence[TextLine]) -> tuple[Seal, ...]:
    """The seals of a page, with doubtful glyphs read as in the name on the page that the ring fits; if it fits only one."""
    texts = tuple(dict.fromkeys(fold_name(text) for line in lines for text in (line.text, line.colour_text or "")))
    return tuple(_settled(seal, texts) for seal in seals)


def _settled(seal: Seal, texts: Sequence[str]) -> Seal:
    if len(seal.text) < LEAST_TEXT or not any(seal.alternatives):
        return seal
    fitting = {name for text in texts for name in _fitting(seal, text)}
    if len(fitting) != 1:
        return seal
    (name,) = fitting
    same = tuple("" if one != other else others for one, other, others in zip(seal.text, name, seal.alternatives, strict=True))
    return seal.model_copy(update={"text": name, "alternatives": same})


def _fitting(seal: Seal, text: str) -> Iterator[str]:
    """The ring's text as each stretch of print settles it that contradicts no glyph of it."""
    length = len(seal.text)
    for start in range(len(text) - length + 1):
        stretch = text[start : start + length]
        same = sum(one == other for one, other in zip(seal.text, stretch, strict=True))
        if same >= LEAST_SAME * length and same < length and all(map(_allows, seal.text, seal.alternatives, stretch)):
            yield "".join(map(_read_as, seal.text, seal.alternatives, stretch))


def _allows(read: str, others: str, printed: str) -> bool:
    return read in (printed, UNREAD) or printed in others


def _read_as(read: str, others: str, printed: str) -> str:
    """The printed character where the glyph may be it; an unread glyph that shows nothing of it stays unread."""
    return printed if printed in others else read
