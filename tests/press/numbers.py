"""Numbers that papers carry, their check digits right: identity numbers, credit codes, and the many that only distract."""

import random
from datetime import date
from typing import Final

from tests.press.people import Sex
from tests.press.words import words

__all__ = [
    "bank_account",
    "body_check",
    "code_check",
    "credit_code",
    "id_check",
    "id_number",
    "landline",
    "masked",
    "mobile",
    "passport",
    "serial",
]

_ID_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CODE_SIGNS: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CODE_WEIGHTS: Final = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_BODY_WEIGHTS: Final = (3, 7, 9, 10, 5, 8, 4, 2)
_MOBILE: Final = (
    "130",
    "133",
    "135",
    "136",
    "138",
    "139",
    "150",
    "151",
    "158",
    "159",
    "177",
    "180",
    "186",
    "187",
    "189",
    "199",
)
_AREAS: Final = (
    "010",
    "021",
    "025",
    "0571",
    "0512",
    "027",
    "028",
    "0755",
    "0531",
    "0371",
    "0591",
    "0731",
    "0451",
    "029",
    "0871",
)
_MASKS: Final = ((4, 4), (6, 4), (6, 4), (3, 4), (10, 4), (1, 1), (14, 0))


def id_number(fill: random.Random, birth: date, sex: Sex) -> str:
    """Return a citizen's 18-digit number (GB 11643)."""
    order = fill.randrange(1, 500) * 2 - (sex == "男")
    body = f"{fill.choice(words('numbers', 'counties'))}{birth:%Y%m%d}{order:03d}"
    return body + id_check(body)


def id_check(body: str) -> str:
    """Return the check digit of an identity number's first 17 digits."""
    return "10X98765432"[sum(weight * int(digit) for weight, digit in zip(_ID_WEIGHTS, body, strict=True)) % 11]


def masked(number: str, fill: random.Random) -> str:
    """Return a number as a careful office prints it, its middle starred out."""
    head, tail = fill.choice(_MASKS)
    return number[:head] + "*" * (len(number) - head - tail) + number[len(number) - tail :]


def credit_code(fill: random.Random, prefix: str) -> str:
    """Return an 18-character credit code (GB 32100); its first two tell firms (91), traders (92), institutions (12) apart."""
    body = "MA" + "".join(fill.choices("0123456789ABCDEFGHJKLMNPQRTUWXY", k=6)) if fill.random() < 0.7 else serial(fill, 8)
    code = prefix + fill.choice(words("numbers", "counties")) + body + body_check(body)
    return code + code_check(code)


def body_check(body: str) -> str:
    """Return the check character of an organisation's code within a credit code, from its eight characters (GB 11714)."""
    return "0X987654321"[sum(weight * int(sign, 36) for weight, sign in zip(_BODY_WEIGHTS, body, strict=True)) % 11]


def code_check(code: str) -> str:
    """Return the check character of a credit code's first 17 characters."""
    total = sum(weight * _CODE_SIGNS.index(sign) for weight, sign in zip(_CODE_WEIGHTS, code, strict=True))
    return _CODE_SIGNS[(31 - total % 31) % 31]


def serial(fill: random.Random, digits: int) -> str:
    """Return so many digits, the first of them no zero."""
    return str(fill.randrange(10 ** (digits - 1), 10**digits))


def mobile(fill: random.Random) -> str:
    """Return a mobile telephone's number."""
    return fill.choice(_MOBILE) + f"{fill.randrange(10**8):08d}"


def landline(fill: random.Random) -> str:
    """Return an office telephone's number."""
    return f"{fill.choice(_AREAS)}-{serial(fill, 8)}"


def bank_account(fill: random.Random) -> str:
    """Return an account number, in groups of four now and then."""
    number = "62" + serial(fill, 17)
    return number if fill.random() < 0.6 else " ".join(number[at : at + 4] for at in range(0, 19, 4))


def passport(fill: random.Random) -> str:
    """Return a passport's number."""
    return fill.choice("EGEEDPEK") + serial(fill, 8)
