"""银行卡, 存折 and sheets that name an account: whose it is, its number and its bank (DOMAIN 4).

A card has no title: it is known by a number that fits Luhn's check on a line of its own, beside words that only cards bear.
``holder`` in Latin letters is weak evidence: cards print names without tones or characters.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from extractors.documents.answers import Answers, answers_of, first_of
from extractors.documents.body import Found, Part, part_of
from extractors.documents.kinds.numbers import fits_luhn
from extractors.documents.labelled_form import LabelledForm, spelt
from extractors.documents.reader import Sheet
from extractors.documents.signing_off import with_next
from extractors.evidence import Document, DocumentType
from extractors.text.fold import HAN_CLASS, fold
from extractors.text.names import read_person
from extractors.text.passage import Passage
from extractors.text.rows import Row

_SPELLINGS: Final = spelt(
    holder="户名 账户名称 账户名 账户户名 开户人 开户人姓名 持卡人 持卡人姓名 收款人 收款人姓名 收款户名 收款人户名 存款人 "
    "存款人姓名 姓名",
    account_number="账号 账户号码 银行账号 卡号 银行卡号 收款账号 收款人账号 银行卡卡号 账号/卡号 卡号/账号 银行账户 帐号 "
    "银行帐号",
    bank="开户行 开户银行 开户银行名称 开户行名称 开户网点 银行名称 收款银行 开户机构 发卡银行 所属银行",
    _="身份证号码 身份证号 证件号码 公民身份号码 联系电话 手机号码 手机号 币种 储种 开户日期 账户状态 账户类别 "
    "账户性质 日期 备注 行号 "
    "联行号 签名 本人签字 印鉴 凭证号",
)
_DIGITS: Final = re.compile(r"\d{12,21}")
_ACCOUNT: Final = re.compile(r"\d(?:[\s-]?\d){11,20}")
_CARD_LENGTHS: Final = range(16, 20)
_CARD_WORDS: Final = re.compile(
    r"银联|Union\s?Pay|借记卡|储蓄卡|贷记卡|信用卡|灵通卡|VALID|THRU|MONTH|GOOD\s?THRU|Debit|QuickPass|闪付|ATM|有效期|金融IC卡",
    re.I,
)
_BANK: Final = re.compile(
    rf"[{HAN_CLASS}]{{2,16}}?(?:银行|信用社|信用合作社|农商行)(?:股份有限公司)?(?:[{HAN_CLASS}]{{2,16}}(?:分行|支行))?"
)
_LATIN_NAME: Final = re.compile(r"[A-Z]{2,}(?:[ /.][A-Z]{2,}){1,2}")
_EMBOSSED: Final = re.compile(rf"(?<![A-Z])[A-Z]{{1,12}}[ /][A-Z]{{2,20}}\s*(?P<name>[{HAN_CLASS}·]{{2,8}})(?![{HAN_CLASS}])")
_NOT_A_NAME: Final = re.compile(r"BANK|CARD|VALID|THRU|UNION|DEBIT|PAY|CREDIT|MONTH|YEAR|CHINA|ATM|CARDHOLDER")
_MOST_ROWS: Final = 22
"""A card shows a dozen lines at most; a page with more only mentions an account."""
_CERTAIN, _LIKELY = 0.95, 0.8
"""Confidence: a card that names its bank, and one whose bank was not read."""


def _fields(text: Answers) -> Mapping[str, Found | None]:
    return {"holder": text.person("holder"), "account_number": _account(text), "bank": _bank_of(text)}


def _embossed(part: Part) -> Found | None:
    """A holder's name as cards bear it, in Latin letters and Chinese, with no word that asks for it."""
    for row in part.rows:
        match = _EMBOSSED.search(row.passage.text)
        name = read_person(match["name"]) if match else None
        if match and name and not _NOT_A_NAME.search(match[0]):
            return Found(name, row.passage, match.span("name"))
    return None


def _account(text: Answers) -> Found | None:
    for label in text.behind("account_number"):
        for span in (label.cell, label.rest):
            number = _number_in(label.passage, span)
            if number is not None:
                return number if number.checksum_ok else _goes_on(text, number) or number
    return text.words("account_number") if text.behind("account_number") else None


def _goes_on(text: Answers, number: Found) -> Found | None:
    """A card's number that ends on the next row, if the two together fit the check."""
    for above, row in pairwise(text.part.rows):
        rest = re.sub(r"[\s-]", "", row.passage.text)
        if above.passage is number.passage and re.fullmatch(r"\d{1,8}", rest):
            whole = _number_in(*with_next(above.passage, row.passage))
            return whole if whole is not None and whole.checksum_ok else None
    return None


def _number_in(passage: Passage, span: tuple[int, int]) -> Found | None:
    """Digits, maybe in groups. Accounts of passbooks have no check: only one that fits is said to."""
    match = _ACCOUNT.search(passage.text, *span)
    if match is None:
        return None
    digits = re.sub(r"\D", "", match[0])
    fits = len(digits) in _CARD_LENGTHS and fits_luhn(digits)
    return Found(digits, passage, match.span(), checksum_ok=True if fits else None)


def _bank_of(text: Answers) -> Found | None:
    stated = first_of(text.body("bank"), text.words("bank"))
    return stated if stated is not None and stated.value else _named_bank(text.part) or stated


def _named_bank(part: Part) -> Found | None:
    for row in part.rows:
        compact, _ = row.passage.compact
        match = _BANK.search(compact)
        if match:
            return Found(match[0], row.passage, row.passage.spread(match.span()))
    return None


_SHEET: Final = LabelledForm(
    type="bank_card",
    labels=_SPELLINGS,
    content=re.compile(r"(?:[账帐]号|卡号|账户号码|账户)"),
    read=_fields,
    contrary=re.compile(r"交易(?:日期|明细|金额)|借方|贷方|购买方|销售方|价税合计|核准号|基本存款账户"),
)


@dataclass(frozen=True, slots=True)
class BankCardReader:
    """Reads cards, passbooks and sheets about an account."""

    @property
    def type(self) -> DocumentType:
        """``bank_card``."""
        return "bank_card"

    def find(self, sheet: Sheet) -> tuple[Document, ...]:
        """The card or account on the sheet."""
        return _SHEET.find(sheet) or _card(sheet)


def _card(sheet: Sheet) -> tuple[Document, ...]:
    rows = sheet.rows
    number = next(_card_numbers(rows), None)
    if number is None or len(rows) > _MOST_ROWS or not any(_CARD_WORDS.search(row.passage.text) for row in rows):
        return ()
    part = part_of(sheet.page_number, rows)
    text = answers_of(part, _SPELLINGS)
    bank = _named_bank(part)
    found = {"holder": text.person("holder") or _embossed(part) or _latin_holder(rows), "account_number": number, "bank": bank}
    return (
        Document(
            type="bank_card",
            pages=(sheet.page_number,),
            confidence=_CERTAIN if bank else _LIKELY,
            title="银行卡",
            fields={name: item.reading(sheet.page_number) for name, item in found.items() if item is not None},
        ),
    )


def _card_numbers(rows: tuple[Row, ...]) -> Iterator[Found]:
    """Numbers that fill a row, or stand behind 卡号, and fit the check."""
    for row in rows:
        compact = re.sub(r"[\s-]|卡号:?|NO\.?:?", "", fold(row.passage.text), flags=re.I)
        if len(compact) in _CARD_LENGTHS and _DIGITS.fullmatch(compact) and fits_luhn(compact):
            yield Found(compact, row.passage, (0, len(row.passage.text)), checksum_ok=True)


def _latin_holder(rows: tuple[Row, ...]) -> Found | None:
    for row in rows:
        text = row.passage.text.strip()
        if _LATIN_NAME.fullmatch(text) and not _NOT_A_NAME.search(text):
            return Found(text, row.passage, (0, len(row.passage.text))).doubted("foreign_letters")
    return None


READER: Final = BankCardReader()
