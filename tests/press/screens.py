"""Pages of systems as a browser shows or prints them: a bar above, a menu down the side, tabs, buttons, the place one is at."""

from typing import Final

from tests.press.choices import Choices
from tests.press.sheet import Print, Sheet, wide
from tests.press.words import words

__all__ = ["is_on_screen", "set_buttons", "set_frame"]

_SHARE: Final = 0.05
_OF_SYSTEMS: Final = 0.3
_SYSTEMS_SHOW: Final = frozenset(
    ("registration_list", "registration_proof", "contribution_record", "contribution_stop_proof", "complaint_receipt")
)


def is_on_screen(type_: str, choices: Choices) -> bool:
    """Whether the paper is a page of a system: lists and records often are, other papers now and then."""
    return choices.chance(_OF_SYSTEMS if type_ in _SYSTEMS_SHOW else _SHARE)


def set_frame(sheet: Sheet, choices: Choices, user: str) -> None:
    """Set what stands around such a page's contents, and leave the rest of the sheet to these."""
    sheet.y = choices.between(15.0, 50.0)
    sheet.left, sheet.right = choices.between(25.0, 60.0), 1000 - choices.between(25.0, 60.0)
    sheet.size = choices.between(15.0, 21.0)
    choices.note("screen", "of a system")
    if choices.chance(0.8):
        _set_bar(sheet, choices, user)
    if choices.chance(0.7):
        _set_menu(sheet, choices)
    if choices.chance(0.4):
        _set_path(sheet, choices)
    if choices.chance(0.25):
        _set_row(sheet, choices, choices.count(2, 4), words("screens", "tabs"), " ×" if choices.chance(0.5) else "")
    if choices.chance(0.3):
        set_buttons(sheet, choices)


def set_buttons(sheet: Sheet, choices: Choices) -> None:
    """Set a row of buttons."""
    _set_row(sheet, choices, choices.count(1, 4), words("screens", "buttons"), "")


def _set_bar(sheet: Sheet, choices: Choices, user: str) -> None:
    """The system's name, and who is logged in."""
    sheet.put(
        [(choices.pick(words("screens", "systems")), "", 0)], sheet.left, "note", size=sheet.size * choices.between(1.0, 1.4)
    )
    greeting = choices.pick(words("screens", "users"))
    right = choices.pick((f"{greeting}：{user}", f"{greeting}，{user}", f"{user}  退出", "退出登录"))
    sheet.put([(right, "", 0)], sheet.right - wide(right) * sheet.size, "note")
    sheet.feed(choices.between(1.0, 2.0))


def _set_menu(sheet: Sheet, choices: Choices) -> None:
    """A menu down the left: its words share lines with what stands beside them, and have nothing to do with it."""
    items = choices.fill.sample(words("screens", "menus"), choices.count(5, 16))
    if choices.chance(0.3):
        items = [f"{choices.pick('▸>·●▪+')} {item}" for item in items]
    pitch = sheet.size * choices.between(1.5, 3.0)
    y = sheet.y + choices.between(0.0, 3.0) * sheet.size
    for item in items:
        if y > sheet.height * 0.9:
            break
        shift = sheet.size if choices.fill.random() < 0.2 else 0.0
        sheet.prints.append(_print(sheet, item, sheet.left + shift, y))
        y += pitch
    sheet.left += (max(wide(item) for item in items) + 1) * sheet.size + choices.between(20.0, 60.0)


def _set_path(sheet: Sheet, choices: Choices) -> None:
    """Where in the system this page is."""
    joint = choices.pick((" > ", " / ", "＞", " » "))
    path = joint.join(choices.fill.sample(words("screens", "menus"), choices.count(2, 3)))
    before = choices.pick(("", "当前位置：", "您的位置："))
    sheet.put([(before + path, "", 0)], sheet.left, "note", size=sheet.size * 0.9)
    sheet.feed()


def _set_row(sheet: Sheet, choices: Choices, count: int, texts: tuple[str, ...], after: str) -> None:
    x = sheet.left
    if choices.chance(0.4):
        x += sheet.measure * 0.5
    for text in choices.fill.sample(texts, count):
        sheet.prints.append(_print(sheet, text + after, x, sheet.y))
        x += (wide(text + after) + choices.between(1.5, 4.0)) * sheet.size
    sheet.feed(choices.between(1.0, 1.6))


def _print(sheet: Sheet, text: str, x: float, y: float) -> Print:
    return Print(text, x, y, sheet.size, [], "note")
