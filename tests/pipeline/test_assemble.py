"""What was typed is folded as what is read, so that the two can be compared."""

import pytest
from pydantic import ValidationError

from pipeline.assemble import fold_declared
from pipeline.packet import DeclaredValues
from validators.case import Account


@pytest.mark.parametrize(
    ("field", "typed", "folded"),
    [
        ("uscc", "９１１１０１０５pdy00001 xg", "91110105PDY00001XG"),
        ("employee_id", " 110199 19900307 011x", "11019919900307011X"),
        ("employer_name", "样例 科技（北京）有限公司 ", "样例科技(北京)有限公司"),
        ("employee_name", "阿依古丽．买买提", "阿依古丽·买买提"),
        ("applicant_role", " Agent", "agent"),
        ("separation_date", "2024年5月31日", "2024-05-31"),
        ("separation_date", "2024/5/31", "2024-05-31"),
        ("separation_date", "2024-05-31", "2024-05-31"),
        ("separation_date", "2024-02-30", "2024-02-30"),
        ("separation_date", "上个月底", "上个月底"),
        ("separation_date", "2024-05-30T16:00:00.000Z", "2024-05-31"),
        ("separation_date", "2024-05-31 00:00:00", "2024-05-31"),
        ("separation_date", "1717084800000", "2024-05-31"),
        ("separation_date", "0001-01-01T00:00:00", ""),
        ("old_value", "1990-05-04T15:00:00.000Z", "1990-05-05"),
        ("new_value", "1990-05-05 00:00:00", "1990-05-05"),
        ("old_value", "1717084800000", "1717084800000"),
        ("reason", " 员工离职 ", "员工离职"),
        ("uscc", "91110105-PDY00001X-G", "91110105PDY00001XG"),
        ("employee_id", "11019919900307011\u0425", "11019919900307011X"),
        ("new_value", "1995年1月12日", "1995-01-12"),
        ("new_value", "1995.01.12", "1995-01-12"),
        ("new_value", "女性", "女"),
        ("new_value", "回族", "回"),
        ("new_value", "32019919950112008x", "32019919950112008X"),
        ("old_value", "阿依古丽．买买提", "阿依古丽·买买提"),
    ],
)
def test_folding(field: str, typed: str, folded: str) -> None:
    assert fold_declared(DeclaredValues.model_validate({field: typed})).model_dump()[field] == folded


@pytest.mark.parametrize(
    ("given", "known"),
    [
        (None, Account()),
        ({}, Account()),
        ({"arrears": True}, Account(told="欠费：有", arrears=True)),
        ({"arrears": 1200.5}, Account(told="欠费：1200.50元", arrears=True)),
        ({"arrears": 0}, Account(told="欠费：无", arrears=False)),
        (
            {"unfinished": ["医保报销"], "verified": False},
            Account(told="未办结业务：医保报销；实名认证：未认证", unfinished=True, verified=False),
        ),
        ({"unfinished": []}, Account(told="未办结业务：无", unfinished=False)),
        ({"status": "正常", "verified": True}, Account(told="正常；实名认证：已认证", status="正常", verified=True)),
        ("欠费", Account(told="欠费", status="欠费")),
        (["欠费", "在途业务"], Account(told="欠费、在途业务", status="欠费、在途业务")),
    ],
)
def test_what_the_portal_knows_of_an_account(given: object, known: Account) -> None:
    assert fold_declared(DeclaredValues.model_validate({"account": given})).account == known
    kept = DeclaredValues.model_validate({"account": given}).model_dump_json()
    assert fold_declared(DeclaredValues.model_validate_json(kept)).account == known


@pytest.mark.parametrize("given", [{"arears": True}, {"verified": "perhaps"}, 7, [1]])
def test_an_account_that_nobody_understands_is_refused(given: object) -> None:
    with pytest.raises(ValidationError):
        DeclaredValues.model_validate({"account": given})
