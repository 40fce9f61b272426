"""Numbers that identify somebody or something: ID numbers, credit codes, accounts, and numbers of documents."""

import re
from collections.abc import Iterator
from typing import Final

from extractors.documents.body import Found
from extractors.schema.identity import number_form
from extractors.text.fold import HAN_CLASS, fold
from extractors.text.identifiers import ID_LENGTH, USCC_LENGTH, read_id_number, read_uscc
from extractors.text.passage import Passage, Span

_ID_RUN: Final = re.compile(r"(?<![0-9A-Za-z])[0-9A-Za-z×*](?:\s?[0-9A-Za-z×*|]){12,18}\s?[0-9A-Za-z×*]")
"""A | inside it is a pen's 1, one before or after it a table's rule."""
_MASKED: Final = re.compile(r"\d{2,10}[*×xX]{4,14}[0-9Xx]{1,4}")
_CREDIT_RUN: Final = re.compile(r"(?<![0-9A-Za-z])[0-9A-Za-z](?:\s?[0-9A-Za-z]){17}(?![0-9A-Za-z])")
_ACCOUNT_RUN: Final = re.compile(r"(?<!\d)\d(?:[\s-]?\d){11,20}(?!\d)")
_CARD_LENGTHS: Final = range(16, 20)
_LEAST_DIGITS: Final = 12
"""Digits that are no number of a person, but were meant to be one: too few of them were read."""

_OPEN, _CLOSE = r"[\[(〔【{]", r"[\])〕】}]"
_YEAR: Final = rf"(?:{_OPEN}\s?\d{{4}}\s?{_CLOSE}?|{_OPEN}?\d{{4}}{_CLOSE})"
"""One of its brackets may be lost."""
_LETTER_NUMBER: Final = re.compile(
    rf"(?:{_OPEN}[{HAN_CLASS}]{{1,10}}{_CLOSE})?[{HAN_CLASS}]{{0,20}}?(?:字)?[\s_]*{_YEAR}[{HAN_CLASS}]{{0,10}}\d{{0,6}}[{HAN_CLASS}\s_]{{0,8}}第?\s?\d{{1,12}}(?:-\d{{1,3}})?\s?号"
)
_PLAIN_NUMBER: Final = re.compile(r"(?<![0-9A-Za-z])[0-9A-Za-z](?:[\s]?[0-9A-Za-z\-/]){3,29}(?![0-9A-Za-z])")


_PERMIT_RUN: Final = re.compile(r"(?<![0-9A-Za-z])(?:[HM]\s?\d{8}(?:\s?\d{2})?|[A-Z]{3}\s?\d{12})(?![0-9A-Za-z])")
"""Numbers that are like no others: of permits of Hong Kong and Macao residents, and of five-star cards until 2023."""
_NAMED_RUN: Final = re.compile(
    r"(?:(?:护照|[Pp]assport|PASSPORT|身份证|证件|台胞证|通行证|旅行证)[^0-9A-Za-z,，。;；]{0,10}(?:N[oO]\.?[\s:：]*)?(?P<letters>[A-Z]{1,2}\d{7,8})"
    r"|(?:台胞证|来往大陆通行证)[^0-9A-Za-z,，。;；]{0,10}(?P<digits>\d{8}(?:\d{2})?))(?![0-9A-Za-z])"
)
"""Numbers that many things have, told by the word before them."""


def persons_numbers(passage: Passage, span: Span) -> Iterator[Found]:
    """Every number by which a paper says who somebody is: ID numbers, and those of permits, five-star cards, passports."""
    others = list(_of_other_papers(passage, span))
    yield from others
    for number in id_numbers(passage, span):
        if not any(start < number.span[1] and number.span[0] < end for start, end in (one.span for one in others)):
            yield number


def _of_other_papers(passage: Passage, span: Span) -> Iterator[Found]:
    runs = [run.span() for run in _PERMIT_RUN.finditer(passage.text, *span)]
    named = ((run, "letters" if run["letters"] else "digits") for run in _NAMED_RUN.finditer(passage.text, *_before(span)))
    runs += [run.span(group) for run, group in named if span[0] <= run.start(group) and run.span(group) not in runs]
    for at in runs:
        number = number_form(re.sub(r"\s", "", passage.text[slice(*at)]))
        if number is not None:
            yield Found(number[1], passage, at).doubted("unproven")


def _before(span: Span) -> Span:
    """A span with the words before it, which name the number that it begins with."""
    return max(0, span[0] - _NAMED_WITHIN), span[1]


_NAMED_WITHIN: Final = 16


def id_numbers(passage: Passage, span: Span) -> Iterator[Found]:
    """Every ID number within a span: whole, masked on the paper itself, or, with digits lost or added, unreadable."""
    for run in _ID_RUN.finditer(passage.text, *span):
        inner = passage.trimmed(run.span())
        compact = re.sub(r"\s", "", passage.text[slice(*inner)])
        if _MASKED.fullmatch(compact):
            yield Found(re.sub(r"[×xX](?=.)", "*", compact), passage, inner, "masked")
            continue
        found = [number for at in _beginnings(passage.text, inner) if (number := _number_at(passage, (at, inner[1])))]
        if found:
            yield next((number for number in found if number.checksum_ok), found[0])
        elif sum(char.isdigit() for char in compact) >= _LEAST_DIGITS:
            yield Found("", passage, inner, "illegible")


def _beginnings(text: str, span: Span) -> list[int]:
    """Where a number may begin in a run: specks that were read as letters stand before one, with a gap between."""
    return [span[0], *(gap.end() for gap in re.finditer(r"\s+", text[: span[1]]) if gap.start() > span[0])]


def _number_at(passage: Passage, span: Span) -> Found | None:
    digits = [at for at in range(*span) if not passage.text[at].isspace()][:ID_LENGTH]
    reading = read_id_number("".join(passage.text[at] for at in digits)) if digits else None
    if reading is None:
        return None
    whole = (span[0], digits[-1] + 1)
    return Found(reading.value, passage, whole, checksum_ok=reading.valid, repaired=reading.repaired)


def credit_codes(passage: Passage, span: Span) -> Iterator[Found]:
    """Every credit code within a span; numbers of people, which have no letter but a last X, are none."""
    for run in _CREDIT_RUN.finditer(passage.text, *span):
        compact = re.sub(r"\s", "", fold(run[0])).upper()
        reading = read_uscc(compact) if len(compact) == USCC_LENGTH else None
        person = read_id_number(compact)
        if reading is not None and (reading.valid or person is None or not person.valid):
            yield Found(reading.value, passage, run.span(), checksum_ok=reading.valid, repaired=reading.repaired)


def accounts(passage: Passage, span: Span) -> Iterator[Found]:
    """Every number of a bank account or card within a span; only those of cards have a check digit."""
    for run in _ACCOUNT_RUN.finditer(passage.text, *span):
        digits = re.sub(r"\D", "", run[0])
        fits = len(digits) in _CARD_LENGTHS and fits_luhn(digits)
        yield Found(digits, passage, run.span(), checksum_ok=True if fits else None)


def fits_luhn(number: str) -> bool:
    """Whether a card number's last digit fits the others (ISO/IEC 7812).

    >>> fits_luhn("6999990000000000010")
    False
    """
    total = 0
    for place, digit in enumerate(reversed(number)):
        doubled = int(digit) * (1 + place % 2)
        total += doubled - 9 if doubled > 9 else doubled  # noqa: PLR2004 - the digits of a two-digit product, added
    return total % 10 == 0


def document_numbers(passage: Passage, span: Span) -> Iterator[Found]:
    """Every number of letters and digits within a span, those of letters and cases (云上市监处罚〔2024〕123号) included."""
    taken: list[Span] = []
    for run in _LETTER_NUMBER.finditer(passage.text, *span):
        taken.append(run.span())
        yield Found(in_six_corners(re.sub(r"\s", "", run[0])), passage, run.span())
    for run in _PLAIN_NUMBER.finditer(passage.text, *span):
        if not any(start < run.end() and run.start() < end for start, end in taken) and re.search(r"\d", run[0]):
            yield Found(re.sub(r"\s", "", fold(run[0])).upper(), passage, run.span())


def in_six_corners(number: str) -> str:
    """A number with its year in the brackets that offices write (〔2024〕, GB/T 9704), whichever were read, and without lines.

    >>> in_six_corners("云上市监处罚_(2024)123号")
    '云上市监处罚〔2024〕123号'
    """
    return re.sub(rf"{_OPEN}?(\d{{4}}){_CLOSE}", r"〔\1〕", number.replace("_", ""))
