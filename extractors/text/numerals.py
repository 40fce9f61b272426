"""Chinese numerals as they stand in dates and periods: plain, financial (贰), digit by digit, and what OCR makes of zero."""

from typing import Final

_DIGITS: Final = {
    char: value
    for value, chars in enumerate(
        ("〇○◯零OoQ", "一壹弌", "二贰貳两", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
    )
    for char in chars
}
_TENS: Final = {"十": 10, "拾": 10, "廿": 20, "卅": 30}
_ASCII_DIGITS: Final = {"O": "0", "o": "0", "Q": "0", "D": "0", "l": "1", "I": "1", "|": "1"} | {
    str(digit): str(digit) for digit in range(10)
}
_SMALL_DIGITS: Final = 2
NUMERAL_CHARS: Final = "0123456789OoQlI|〇○◯零一壹弌二贰貳两三叁參四肆五伍六陆陸七柒八捌九玖十拾廿卅元正"
"""Every character that a written number may hold, look-alikes of 0 and 1 included; 元 and 正 name the first month."""


def read_year(text: str) -> str:
    """The digits of a year written digit by digit (二〇二四, 贰零贰肆, 2O24), all there are; empty for what is no number."""
    return _digit_by_digit(text)


def read_small_number(text: str) -> int | None:
    """A number below 100: 5, 05, 五, 十二, 拾贰, 廿一, 零叁, 元 (1); None where it is no such number.

    >>> read_small_number("廿一"), read_small_number("零叁"), read_small_number("元")
    (21, 3, 1)
    """
    if text in ("元", "正"):
        return 1
    digits = _digit_by_digit(text)
    if digits:
        return int(digits) if len(digits) <= _SMALL_DIGITS else None
    return _with_tens(text.lstrip("零〇○"))


def _digit_by_digit(text: str) -> str:
    digits = [_ASCII_DIGITS.get(char) or (str(_DIGITS[char]) if char in _DIGITS else None) for char in text]
    return "".join(digit for digit in digits if digit is not None) if None not in digits else ""


def _with_tens(text: str) -> int | None:
    position = next((index for index, char in enumerate(text) if char in _TENS), None)
    if position is None:
        return None
    before, after = text[:position], text[position + 1 :]
    times = _one_digit(before) if before else 1
    units = _one_digit(after) if after else 0
    if times is None or units is None or (before and text[position] in "廿卅"):
        return None
    return times * _TENS[text[position]] + units


def _one_digit(text: str) -> int | None:
    digits = _digit_by_digit(text)
    return int(digits) if len(digits) == 1 else None
