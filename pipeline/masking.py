"""Untrusted text made fit for logs and screens: people's numbers and names hidden, control characters taken out."""

import re
from typing import Final

_ID_NUMBER: Final = re.compile(r"(?<![0-9A-Za-z])(\d{6})(\d{8}|\d{5})(\d{3}[\dXx])(?![0-9A-Za-z])")
"""Resident identity numbers, 18 characters now and 15 digits before 1999. A 15-digit 注册号 of a company looks the same and
is hidden with them."""

_HAN_RUN: Final = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff·]+")


def mask_id_numbers(text: str) -> str:
    """Keep the first six and the last four characters of every identity number in a text, and star the rest."""
    return _ID_NUMBER.sub(lambda match: match[1] + "*" * len(match[2]) + match[3], text)


def mask_han(text: str) -> str:
    """Replace every run of Chinese characters, names among them, by one star. For file names and free text in logs."""
    return _HAN_RUN.sub("*", text)


def printable(text: str) -> str:
    """Replace what could steer a terminal or reverse its writing (escapes, line ends, direction marks) by U+FFFD."""
    return "".join(character if character.isprintable() else "\ufffd" for character in text)
