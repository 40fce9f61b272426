"""Letters: paragraphs of running text, some of them filled in on underlined blanks."""

from tests.press.sheet import Sheet
from tests.press.teller import Teller
from tests.press.wording import Piece

__all__ = ["paragraphs", "set_letter", "set_text"]

_PARAGRAPH = "¶"
_FLUSH = "§"


def set_letter(sheet: Sheet, teller: Teller, said_once: frozenset[str]) -> None:
    """Set the paragraphs of one of the kind's letters."""
    choices = teller.choices
    if choices.chance(0.16):
        teller.fill_in = choices.count(2, 6)
        choices.note("letter", f"filled in on blanks of up to {teller.fill_in * 2} en")
    teller.said_once = said_once
    set_text(sheet, teller.tell("letter"), indent=choices.pick((2.0, 2.0, 2.0, 0.0)))
    teller.said_once = frozenset()
    teller.spent.clear()
    teller.fill_in = 0


def set_text(sheet: Sheet, pieces: list[Piece], indent: float) -> None:
    """Set pieces as paragraphs, cut at the marks between them; a mark at a paragraph's head sets it flush left."""
    for paragraph in paragraphs(pieces):
        is_flush = paragraph[0][0].startswith(_FLUSH)
        if is_flush:
            paragraph[0] = (paragraph[0][0].removeprefix(_FLUSH), *paragraph[0][1:])
        states = any(name for _, name, _ in paragraph)
        sheet.paragraph(paragraph, 0.0 if is_flush else indent, "body" if states else "prose")


def paragraphs(pieces: list[Piece]) -> list[list[Piece]]:
    """Cut pieces at the marks between paragraphs."""
    cut: list[list[Piece]] = [[]]
    for text, name, printing in pieces:
        parts = text.split(_PARAGRAPH)
        cut[-1].append((parts[0], name, printing))
        cut += [[(part, name, printing)] for part in parts[1:]]
    return [paragraph for paragraph in cut if any(text for text, _, _ in paragraph)]
