"""Check characters of the numbers on Chinese papers, computed for drawing (the program under test has its own)."""

_USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_PERSON_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def person_check(first_17: str) -> str:
    """The last character of an ID number (GB 11643: MOD 11-2)."""
    total = sum(int(digit) * weight for digit, weight in zip(first_17, _PERSON_WEIGHTS, strict=True))
    return "10X98765432"[total % 11]


def organisation_check(first_8: str) -> str:
    """The last character of an organisation code (GB 11714): letters count from A = 10, over the whole alphabet."""
    total = sum(int(char, 36) * weight for char, weight in zip(first_8, _ORGANISATION_WEIGHTS, strict=True))
    return "0X987654321"[total % 11]


def uscc_check(first_17: str) -> str:
    """The last character of a unified social credit code (GB 32100): an alphabet of 31, without I O S V Z."""
    total = sum(_USCC_ALPHABET.index(char) * weight for char, weight in zip(first_17, _USCC_WEIGHTS, strict=True))
    return _USCC_ALPHABET[-total % 31]


def registration_check(first_14: str) -> str:
    """The last digit of a 15-digit registration number (ISO 7064 MOD 11,10)."""
    product = 10
    for digit in first_14:
        total = (product + int(digit)) % 10 or 10
        product = total * 2 % 11
    return str((11 - product) % 10)
