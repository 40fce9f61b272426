"""What stands above and below a paper's body: letterhead, number, title, English title, notes, page number, watermark."""

from typing import Final

from tests.press.choices import Choices, Weighted
from tests.press.kinds.kind import Kind
from tests.press.letters import paragraphs
from tests.press.sheet import Align, Print, Sheet, joined, wide
from tests.press.teller import Teller

__all__ = ["set_foot", "set_head", "set_watermark"]

_SPACINGS: Final = Weighted(("", 60), (" ", 12), ("  ", 10), ("tracked", 14), ("    ", 4))
_WATERMARKS: Final = (
    "仅供办理用工备案使用",
    "仅限社保业务使用",
    "再次复印无效",
    "内部资料",
    "样本",
    "仅供本次业务办理",
    "扫描件",
    "CONFIDENTIAL",
    "副本",
    "电子文件",
)


def set_head(sheet: Sheet, kind: Kind, teller: Teller, *, is_flush: bool = False) -> None:
    """Set all that stands above the body; the title at the left, or in the middle."""
    choices = teller.choices
    has_name = kind.letterhead not in teller.withheld and kind.letterhead not in teller.blanks
    if kind.letterhead and has_name and choices.chance(0.14):
        choices.note("head", "letterhead")
        size = sheet.size * choices.between(0.9, 1.5)
        head: list[tuple[str, str, int]] = []
        teller.say(kind.letterhead, head)
        sheet.put_aligned(head, "middle", "letterhead", size=size)
        sheet.feed(0.3)
    above = choices.chance(0.5)
    numbered = teller.can_tell("number_line") and choices.chance(kind.numbered)
    if numbered and above:
        _set_number(sheet, teller)
    _set_title(sheet, teller, "left" if is_flush else "middle")
    if numbered and not above:
        _set_number(sheet, teller)


def _set_title(sheet: Sheet, teller: Teller, align: Align) -> None:
    choices = teller.choices
    *above, title = paragraphs(teller.tell("title"))
    for line in above:
        sheet.put_aligned(line, align, "title", size=min(sheet.size * 1.5, sheet.measure / wide(joined(line))))
    teller.title = joined(title)
    choices.note("title", teller.title)
    spacing = choices.weighed(_SPACINGS)
    size = min(sheet.size * choices.between(1.2 if align == "middle" else 1.0, 2.0), sheet.measure / wide(joined(title)))
    if spacing == "tracked":
        room = sheet.measure / (size * len(joined(title))) - 1
        sheet.put_aligned(title, align, "title", size=size, tracking=min(choices.between(0.1, 0.8), max(room, 0.0)))
    elif spacing and len(title) == 1 and wide(joined(title)) < 9:
        spaced = spacing.join(joined(title))
        sheet.put_aligned([(spaced, title[0][1], title[0][2])], align, "title", size=size)
    else:
        sheet.put_aligned(title, align, "title", size=size)
    if "english" in teller.wording and choices.chance(0.05):
        choices.note("head", "English title")
        sheet.put_aligned(teller.tell("english"), "middle", "letterhead", size=sheet.size * 0.85)
    sheet.feed(choices.between(0.2, 1.2))


def _set_number(sheet: Sheet, teller: Teller) -> None:
    sheet.put_aligned(
        teller.tell("number_line"), teller.choices.pick(("right", "right", "middle")), "note", size=sheet.size * 0.9
    )


def set_foot(sheet: Sheet, teller: Teller) -> None:
    """Set notes and the page's number at the foot."""
    choices = teller.choices
    if choices.chance(0.16):
        choices.note("foot", "note")
        sheet.feed(choices.between(0.5, 2.0))
        sheet.paragraph(teller.tell("note"), 0.0, "note", size=sheet.size * choices.between(0.7, 0.95))
    if choices.chance(0.03):
        choices.note("foot", "time of printing")
        sheet.paragraph(teller.tell("printed_line"), 0.0, "note", size=sheet.size * 0.8)
    if choices.chance(0.05):
        sheet.y = max(sheet.y, sheet.height * 0.93)
        sheet.put_aligned(teller.tell("page_number"), "middle", "note", size=sheet.size * 0.8)


def set_watermark(sheet: Sheet, choices: Choices, firm: str) -> None:
    """Lay a pale text over the sheet: slanted tiles, one large slanted line, or level tiles between the lines of print."""
    if not choices.chance(0.05):
        return
    text = choices.pick((*_WATERMARKS, firm) if firm else _WATERMARKS)
    kind = choices.pick(("tiles", "one", "level"))
    choices.note("watermark", f"{kind}: {text}")
    fill = choices.fill
    if kind == "one":
        size = min(70.0, 620 / wide(text))
        sheet.prints.append(Print(text, 200, sheet.height * 0.6, size, [], "watermark", angle=fill.uniform(25, 45)))
        return
    angle = fill.uniform(15, 45) if kind == "tiles" else 0.0
    size = fill.uniform(16, 24)
    across, down = max(wide(text) * size + fill.uniform(60, 160), 210.0), fill.uniform(170, 320)
    y = fill.uniform(60, 200)
    while y < sheet.height - 60:
        x = fill.uniform(20, 90)
        while x + wide(text) * size < 980:
            where = _between_lines(sheet, y, size) if kind == "level" else y
            if where is not None:
                sheet.prints.append(Print(text, x, where, size, [], "watermark", angle=angle))
            x += across
        y += down


def _between_lines(sheet: Sheet, y: float, size: float) -> float | None:
    """The height nearest below ``y`` at which a level line touches no print, or None."""
    taken = [(made.y, made.y + made.size) for made in sheet.prints if made.role != "watermark"]
    for step in range(12):
        top = y + step * size / 3
        if all(top + size <= first or top >= last for first, last in taken):
            return top
    return None
