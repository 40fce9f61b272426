"""Bank cards, passbooks and sheets about an account, and papers that only mention one."""

import pytest

from extractors.documents.classify import find_documents
from extractors.documents.kinds.numbers import fits_luhn
from tests.extractors.documents.lines import EM_PX, sheet, text_line, with_lines
from tests.extractors.documents.papers import FIRM, LI, LI_ID, Layout, kinds, seen, values
from validators.doubts import certainty_of

CARD = "6999990000000001239"
BANK = "云上农村商业银行"
LAYOUTS = {
    "card": Layout((BANK, "借记卡 DEBIT CARD", "6999 9900 0000 0001 239", "VALID THRU 08/33", "银联"), {"bank": BANK}),
    "card with the name in both scripts": Layout(
        (BANK, "借记卡 DEBIT CARD", "6999 9900 0000 0001 239", f"LI XIAOMING {LI} | UnionPay 银联"),
        {"bank": BANK, "holder": LI},
    ),
    "sheet": Layout(
        ("# 收款账户信息", f"户名：{LI}", f"账号：{CARD}", f"开户行：{BANK}山前支行", f"本人签字：{LI}"),
        {"holder": LI, "bank": f"{BANK}山前支行"},
    ),
    "table": Layout(
        (
            "# 银行账户信息表",
            f"账户名称 | {LI}",
            f"银行卡号 |  | {CARD}",
            f"开户银行 | {BANK}",
            f"身份证号码 |  | {LI_ID}",
        ),
        {"holder": LI, "bank": BANK},
    ),
    "passbook": Layout(
        ("# 活期储蓄存折", f"户名 {LI}", f"账号 {CARD}", f"开户网点 {BANK}山前支行", "币种 人民币"),
        {"holder": LI, "bank": f"{BANK}山前支行"},
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_is_read(name: str) -> None:
    (document,) = seen(*LAYOUTS[name].rows)
    assert document.type == "bank_card"
    expected = {"account_number": CARD, **LAYOUTS[name].values}
    read = values(document)
    assert {field: read.get(field) for field in expected} == expected
    assert document.fields["account_number"].checksum_ok


def test_a_title_in_the_middle_of_the_page_need_not_be_in_the_middle_of_short_lines() -> None:
    rows = [text_line(600, 120, "银行账户信息表", EM_PX * 1.15)]
    rows += [text_line(150, 200 + 60 * at, text) for at, text in enumerate(LAYOUTS["sheet"].rows[1:])]
    (document,) = find_documents(with_lines(sheet(), rows))
    assert document.type == "bank_card"


def test_a_latin_name_on_a_card_is_weak_evidence() -> None:
    (document,) = seen(BANK, "6999 9900 0000 0001 239", "LI SIHAN", "VALID THRU 08/33", "UnionPay")
    assert document.fields["holder"].value == "LI SIHAN"
    assert certainty_of(document.fields["holder"]) <= 0.5


@pytest.mark.parametrize(
    "rows",
    [
        ("# 购货清单（收据）", f"销售方：{FIRM}", f"开户行及账号：{BANK} {CARD}"),
        ("# 银行流水", f"户名：{LI}", f"账号：{CARD}", "交易日期 | 交易金额", "2024-01-01 | 100"),
        ("# 劳动合同书", f"乙方：{LI}", f"工资发放账号：{CARD}", f"开户行：{BANK}"),
        (BANK, "6999 9900 0000 0001 238", "银联", "VALID THRU 08/33"),
        ("会员卡", "6999 9900 0000 0001 239", "积分兑换"),
    ],
)
def test_other_papers_are_none(rows: tuple[str, ...]) -> None:
    assert "bank_card" not in kinds(*rows)


@pytest.mark.parametrize(("number", "fits"), [(CARD, True), ("6999990000000001238", False), ("4111111111111111", True)])
def test_the_last_digit_checks_the_others(number: str, *, fits: bool) -> None:
    assert fits_luhn(number) is fits
