"""The table of ``route``: which variant of a scenario a case is, and what is told."""

from typing import Final

import pytest

from tests.validators.cases import NOTHING_TOLD, Row, answer, case, paper, sent, told
from validators.case import Account
from validators.check import AnyCheck
from validators.checks.route import ADVICE, CHECK
from validators.policy import load_policy
from validators.variants import Variant


def variants(scenario: str) -> dict[str, object]:
    """The variants of a scenario, as a check gets them."""
    return {"variants": load_policy(scenario).variants}


EMPLOYER: Final = variants("employer_withdrawal")
INDIVIDUAL: Final = variants("individual_withdrawal")
CLOSED: Final = variants("employer_deregistered")
CLOSURE: Final = variants("social_insurance_closure")


def because(reason: str, detail: str = "") -> dict[str, str]:
    return {"reason": reason, "reason_detail": detail}


ROWS = (
    Row("no variants", case(), "n/a"),
    Row("A1 in business", case(), "n/a", EMPLOYER),
    Row("A7 closed", case(declared=told(reason="单位注销")), "scenario.offline_only/deregistered", EMPLOYER),
    Row("A7 closed, by the notice", case(sent(paper("deregistration_notice"))), "scenario.offline_only/deregistered", EMPLOYER),
    Row("A8 revoked", case(declared=told(reason="单位被吊销")), "scenario.offline_only/revoked", EMPLOYER),
    Row("A8 revoked, by the decision", case(sent(paper("revocation_decision"))), "scenario.offline_only/revoked", CLOSED),
    Row("A7 or A8, nobody says", case(declared=NOTHING_TOLD), "scenario.offline_only", CLOSED),
    Row("A4 an employer who certifies", case(declared=told("individual")), "n/a", INDIVIDUAL),
    Row(
        "A5 an employer who refuses",
        case(declared=told(**because("其他", "公司拒绝开具离职证明"))),
        "scenario.advice",
        INDIVIDUAL,
    ),
    Row(
        "A5 one who refuses, but there is a ruling",
        case(sent(paper("ruling")), declared=told(**because("其他", "公司拒绝开具"))),
        "n/a",
        INDIVIDUAL,
    ),
    Row("A3 never employed", case(declared=told(**because("自由职业"))), "scenario.advice/no_employer", INDIVIDUAL),
    Row("A11 insured twice", case(declared=told(reason="重复参保")), "n/a", CLOSURE),
    Row("A11 and left", case(declared=told(reason="离职后重复参保")), "n/a", CLOSURE),
    Row("A12 left", case(declared=told(reason="离职")), "scenario.advice/leaving", CLOSURE),
    Row(
        "A13 emigrated, still a national",
        case(sent(paper("emigration_proof")), declared=told(reason="出国定居")),
        "scenario.advice/emigration",
        CLOSURE,
    ),
    Row("A13 emigrated", case(sent(paper("nationality_loss_proof")), declared=told(reason="出国定居")), "n/a", CLOSURE),
    Row("A14 died", case(declared=told(reason="死亡")), "n/a", CLOSURE),
    Row("A14 died, by the certificate", case(sent(paper("death_certificate")), declared=NOTHING_TOLD), "n/a", CLOSURE),
    Row("A14 quarrel", case(declared=told(**because("死亡", "继承纠纷"))), "scenario.advice/heirs", CLOSURE),
    Row("A15 of age", case(declared=told(reason="达到退休年龄缴费不足15年")), "scenario.advice/retirement", CLOSURE),
    Row("A16 a firm's account", case(declared=told(reason="单位参保登记注销")), "scenario.advice/arrears", CLOSURE),
    Row(
        "A16, the portal knows of arrears",
        case(declared=told(reason="单位参保登记注销").model_copy(update={"account": Account(told="欠费：有", arrears=True)})),
        "n/a",
        CLOSURE,
    ),
    Row(
        "the employer of somebody self-employed was struck off",
        case(declared=told(**because("其他", "原公司已注销"))),
        "n/a",
        INDIVIDUAL,
    ),
    Row("no reason", case(declared=NOTHING_TOLD), "scenario.reason_unspecific/variant", CLOSURE),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_route(row: Row) -> None:
    assert answer(CHECK, row) == row.answer


def test_every_advice_is_given_somewhere() -> None:
    check: AnyCheck = CHECK
    given = {outcome for row in ROWS for outcome in answer(check, row).split()}
    elsewhere = {key for key in ADVICE if key.startswith("scenario.advice/account_")} | {"scenario.advice/wages"}
    assert set(ADVICE) - given == elsewhere


def test_a_variant_without_words_is_for_the_rest() -> None:
    assert Variant(name="rest", title="其余").is_for_the_rest
