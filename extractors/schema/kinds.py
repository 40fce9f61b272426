"""The kinds of value that papers hold: what a value looks like does not depend on the paper that it stands on."""

from typing import Final, Literal, get_args

Kind = Literal[
    "person",  # a person's name
    "people",  # several, joined by 、
    "firm",  # a company or another body that employs people or has an account
    "party",  # a firm or a person, whichever acts
    "office",  # an authority: an office, a court, a hospital that certifies
    "place",  # a province, a city, a county; a country
    "id_number",  # 公民身份号码, with its check digit
    "credit_code",  # 统一社会信用代码, with its check characters
    "account",  # a bank account's or card's number
    "code",  # another number of letters and digits
    "date",  # a day
    "month",  # a month
    "period",  # from one day to another, or without an end
    "duration",  # so many years and months
    "money",  # an amount
    "choice",  # an option that is ticked, or the words in its place
    "value",  # of any kind: what was changed into something else
    "words",  # free text up to the end of its clause
]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

NAMES: Final = frozenset[Kind]({"person", "people", "firm", "party", "office"})
"""Who: compared by the rules for names."""
NUMBERS: Final = frozenset[Kind]({"id_number", "credit_code", "account", "code"})
"""Digits and letters that identify somebody or something."""
DAYS: Final = frozenset[Kind]({"date", "month"})
"""Points in time."""
