"""What is to be corrected in a registration, to what, and what the papers say of it (DOMAIN 9 A6)."""

from collections.abc import Iterator
from typing import Final

from validators.case import Case, Sighting
from validators.values import Value, read, typed

ITEMS: Final = {
    "name": ("姓名", "名字", "改名"),
    "id_number": ("身份证", "身份号码", "证件号", "公民身份"),
    "sex": ("性别",),
    "birth": ("出生", "生日"),
    "ethnicity": ("民族",),
}
"""Fields that can be corrected, by the words that name them."""

PROOFS: Final = ("police_certificate", "household_register")


def item_of(case: Case) -> str:
    """The field that is to be corrected; empty where nothing says which."""
    changed = (value.text for seen in case.documents("police_certificate") if (value := read(seen, "changed")))
    for told in (case.declared.corrected_item, case.declared.reason_detail, case.declared.reason, *changed):
        for field, words in ITEMS.items():
            if any(word in told for word in words):
                return field
    return ""


def new_value(case: Case, card: Sighting | None) -> Value | None:
    """What it is to be corrected to: as typed, else as the applicant's card has it."""
    item = item_of(case)
    return typed(case.declared.new_value) or (read(card, item) if item else None)


def proven_values(case: Case) -> Iterator[Value]:
    """What police certificates and household registers say it is now.

    A register's page counts by its own field, or, where nothing says which, by all of them.
    """
    item = item_of(case)
    for seen in case.documents("police_certificate"):
        value = read(seen, "new_value")
        if value:
            yield value
    for seen in case.documents("household_register"):
        for field in (item,) if item else ITEMS:
            value = read(seen, field)
            if value:
                yield value
