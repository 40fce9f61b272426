"""Every paper, in every layout: one page, its values on it where it says, the same again from the same seed."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pypdfium2 as pdfium
import pytest

from extractors.evidence import DOCUMENT_TYPES
from samples.companies import ENTITY_KINDS, Company, draw_company
from samples.papers.authorization_letter import AUTHORIZATION_LAYOUTS, draw_authorization
from samples.papers.bank_card import ACCOUNT_LAYOUTS, draw_bank_card
from samples.papers.business_license import LICENSE_LAYOUTS, draw_license
from samples.papers.civil_facts import (
    AccountFacts,
    DeathFacts,
    DeregistrationFacts,
    EmigrationFacts,
    HouseholdFacts,
    KinshipFacts,
    LiquidationFacts,
    ListFacts,
    NationalityLossFacts,
    PoliceFacts,
    RevocationFacts,
)
from samples.papers.complaint_receipt import draw_complaint_receipt
from samples.papers.contribution_record import draw_contribution_record
from samples.papers.contribution_stop_proof import draw_contribution_stop_proof
from samples.papers.death_certificate import draw_death_certificate
from samples.papers.decoy_forms import DECOY_FORMS, draw_decoy_form
from samples.papers.decoys import DECOY_KINDS, draw_decoy
from samples.papers.deregistration_notice import draw_deregistration_notice
from samples.papers.emigration_proof import draw_emigration_proof
from samples.papers.evidence_facts import (
    AgreementFacts,
    ComplaintFacts,
    ExitFacts,
    RecordFacts,
    RegistrationFacts,
    ResignationFacts,
    RulingFacts,
    StatementFacts,
    StopFacts,
    WithdrawalFacts,
)
from samples.papers.evidence_paper import truth_of
from samples.papers.exit_confirmation import draw_exit_confirmation
from samples.papers.form import FORM_LAYOUTS
from samples.papers.household_register import HOUSEHOLD_LAYOUTS, draw_household_register
from samples.papers.id_card import draw_id_back, draw_id_front, draw_id_sheet
from samples.papers.kinship_proof import draw_kinship_proof
from samples.papers.liquidation_statement import draw_liquidation_statement
from samples.papers.nationality_loss_proof import draw_nationality_loss_proof
from samples.papers.paper import (
    UNTIL_DONE,
    AuthorizationFacts,
    CertificateFacts,
    ContractTerm,
    Paper,
    PartialDate,
)
from samples.papers.personal_statement import draw_personal_statement
from samples.papers.police_certificate import draw_police_certificate
from samples.papers.registration_list import LIST_LAYOUTS, draw_registration_list
from samples.papers.registration_proof import draw_registration, draw_registration_proof
from samples.papers.resignation_letter import draw_resignation_letter
from samples.papers.revocation_decision import draw_revocation_decision
from samples.papers.ruling import RULING_LAYOUTS, draw_ruling
from samples.papers.termination_agreement import draw_agreement_pages, draw_termination_agreement
from samples.papers.termination_certificate import CERTIFICATE_LAYOUTS, CertificateLayout, draw_certificate
from samples.papers.withdrawal_application import draw_withdrawal_application
from samples.people import draw_person
from tests.bench.paper_pages import SHELVES
from tests.fonts import need_fonts

TODAY = date(2024, 6, 10)
SEEDS = range(3)


REP = draw_person(random.Random(1), TODAY)
AGENT = draw_person(random.Random(2), TODAY)
CERTIFICATE = CertificateFacts(
    employee_name="阿依古丽·买买提明",
    employer_name="内蒙古自治区锡林郭勒盟云杉（集团）供应链管理有限责任公司乌鲁木齐第二分公司",
    separation_date=date(2024, 5, 31),
    issue_date=date(2024, 6, 1),
    employee_id="110199199003070113",
    start_date=date(2020, 3, 2),
    position="仓库管理员",
    years_of_service="4年3个月",
    reason="双方协商一致",
    contract_term=ContractTerm(date(2020, 3, 2), date(2026, 3, 1)),
    uscc="91110105PDY00001XG",
)
AUTHORIZATION = AuthorizationFacts(
    CERTIFICATE.employer_name, REP.name, AGENT.name, AGENT.id_number, "办理用工登记撤销手续，提交、领取有关材料", TODAY,
    TODAY, TODAY + timedelta(days=30), "91110105PDY00001XG", REP.id_number, AGENT.sex,
)  # fmt: skip

POLICE = PoliceFacts(
    REP.name, REP.id_number, AGENT.name, REP.name, "姓名", "登记错误", TODAY, "云上市公安局山前分局河东派出所", TODAY
)
HOUSEHOLD = HouseholdFacts(
    AGENT.name, REP.name, "长子", REP.sex, REP.ethnicity, REP.birth, REP.id_number, REP.address, TODAY, AGENT.name,
    ("姓名", REP.name, "2024-05-06"),
)  # fmt: skip
LONG = CERTIFICATE.employer_name or ""
NOTICE = DeregistrationFacts(
    LONG, "91110105PDY00001XG", "（云上）登记企销字〔2024〕第77号", TODAY, TODAY, "云上市市场监督管理局"
)
DECISION = RevocationFacts(
    LONG, "91110105PDY00001XG", "云上市监处罚〔2024〕77号", "吊销营业执照", TODAY, "云上市市场监督管理局", REP.address
)
CLOSED = LiquidationFacts(LONG, REP.name, TODAY, "91110105PDY00001XG")
LIST = ListFacts(LONG, "110199202400123", ((REP.name, REP.id_number), (AGENT.name, AGENT.id_number)), TODAY, TODAY)
EMIGRATION = EmigrationFacts(REP.name, REP.id_number, "E99012345", "加拿大", TODAY, "中华人民共和国驻多伦多总领事馆")
LOSS = NationalityLossFacts(REP.name, REP.id_number, TODAY, "云上市公安局山前分局河东派出所", TODAY)
DEATH = DeathFacts(REP.name, REP.id_number, TODAY, TODAY, "云上市人民医院", REP.sex, AGENT.name)
KINSHIP = KinshipFacts(REP.name, REP.id_number, AGENT.name, AGENT.id_number, "妻", TODAY, "云上市山前区河东社区居民委员会")
ACCOUNT = AccountFacts(REP.name, "6999990000000001239", "云上农村商业银行", "ZHAO MINGYUAN")

Draw = Callable[[random.Random], Paper]


@pytest.fixture(autouse=True)
def _fonts() -> None:
    need_fonts()


def _company(seed: int) -> Company:
    return draw_company(random.Random(seed), TODAY, REP.name, ENTITY_KINDS[seed % len(ENTITY_KINDS)])


FIRM, EMPLOYEE, NUMBER = CERTIFICATE.employer_name, CERTIFICATE.employee_name, CERTIFICATE.employee_id
OFFICE = "云上市山前区劳动人事争议仲裁委员会"
_ENDED = date(2024, 5, 31)
_FACTS: tuple[tuple[Callable[..., Paper], object], ...] = (
    (draw_resignation_letter, ResignationFacts(EMPLOYEE, FIRM, _ENDED, TODAY, NUMBER, "个人原因")),
    (draw_termination_agreement, AgreementFacts(FIRM, EMPLOYEE, NUMBER, _ENDED, TODAY, "个人原因", date(2020, 3, 2))),
    (
        draw_withdrawal_application,
        WithdrawalFacts(FIRM, "91110105PDY00001XG", EMPLOYEE, NUMBER, "1101992023000123", "员工离职", TODAY),
    ),
    (draw_registration, RegistrationFacts(EMPLOYEE, NUMBER, "1101992023000123", "灵活就业", TODAY, OFFICE, "云上市山前区")),
    (draw_contribution_stop_proof, StopFacts(EMPLOYEE, NUMBER, FIRM, "基本养老保险", "2024-05", "停保", TODAY, OFFICE)),
    (draw_contribution_record, RecordFacts(EMPLOYEE, NUMBER, FIRM, "云上市", "2020-03", "2024-05", "正常缴费", TODAY, OFFICE)),
    (draw_exit_confirmation, ExitFacts(EMPLOYEE, NUMBER, FIRM, "样例花园工程", date(2020, 3, 2), _ENDED, "已结清", TODAY)),
    (draw_complaint_receipt, ComplaintFacts(EMPLOYEE, NUMBER, FIRM, TODAY, OFFICE)),
    (draw_personal_statement, StatementFacts(EMPLOYEE, NUMBER, "本人从未与任何单位建立劳动关系", TODAY)),
)
RULING = RulingFacts("裁决书", "云劳人仲案字〔2024〕第12号", EMPLOYEE, FIRM, _ENDED, TODAY, OFFICE, NUMBER or "")
EVIDENCE: tuple[tuple[Callable[..., Paper], object, str], ...] = (
    *((draw, facts, layout) for draw, facts in _FACTS for layout in FORM_LAYOUTS),
    *((draw_ruling, RULING, layout) for layout in RULING_LAYOUTS),
)

PAPERS: dict[str, Draw] = {
    **{
        f"licence {layout}": partial(draw_license, company=_company(n), layout=layout)
        for n, layout in enumerate(LICENSE_LAYOUTS)
    },
    **{f"licence of {kind}": partial(draw_license, company=_company(n)) for n, kind in enumerate(ENTITY_KINDS)},
    **{f"certificate {layout}": partial(draw_certificate, facts=CERTIFICATE, layout=layout) for layout in CERTIFICATE_LAYOUTS},
    **{
        f"authorisation {layout}": partial(draw_authorization, facts=AUTHORIZATION, layout=layout)
        for layout in AUTHORIZATION_LAYOUTS
    },
    **{f"decoy {kind}": partial(draw_decoy, kind=kind, story=(REP, _company(0), TODAY)) for kind in DECOY_KINDS},
    **{
        f"decoy {kind}": partial(
            draw_decoy_form, kind=kind, story=(REP, _company(0), TODAY), layout=FORM_LAYOUTS[n % len(FORM_LAYOUTS)]
        )
        for n, kind in enumerate(DECOY_FORMS)
    },
    "card front": partial(draw_id_front, person=REP),
    "card back": partial(draw_id_back, person=REP),
    "card both": partial(draw_id_sheet, person=REP),
    **{f"police {layout}": partial(draw_police_certificate, facts=POLICE, layout=layout) for layout in FORM_LAYOUTS},
    **{f"register {layout}": partial(draw_household_register, facts=HOUSEHOLD, layout=layout) for layout in HOUSEHOLD_LAYOUTS},
    **{f"deregistration {layout}": partial(draw_deregistration_notice, facts=NOTICE, layout=layout) for layout in FORM_LAYOUTS},
    **{f"revocation {layout}": partial(draw_revocation_decision, facts=DECISION, layout=layout) for layout in FORM_LAYOUTS},
    **{f"liquidators {layout}": partial(draw_liquidation_statement, facts=CLOSED, layout=layout) for layout in FORM_LAYOUTS},
    **{f"list {layout}": partial(draw_registration_list, facts=LIST, layout=layout) for layout in LIST_LAYOUTS},
    **{f"abroad {layout}": partial(draw_emigration_proof, facts=EMIGRATION, layout=layout) for layout in FORM_LAYOUTS},
    **{f"no citizen {layout}": partial(draw_nationality_loss_proof, facts=LOSS, layout=layout) for layout in FORM_LAYOUTS},
    **{f"death {layout}": partial(draw_death_certificate, facts=DEATH, layout=layout) for layout in FORM_LAYOUTS},
    **{f"kin {layout}": partial(draw_kinship_proof, facts=KINSHIP, layout=layout) for layout in FORM_LAYOUTS},
    **{f"account {layout}": partial(draw_bank_card, facts=ACCOUNT, layout=layout) for layout in ACCOUNT_LAYOUTS},
    "registration proof": partial(draw_registration_proof, person=REP, registered_on=TODAY),
    **{f"{draw.__name__} {layout}": partial(draw, facts=facts, layout=layout) for draw, facts, layout in EVIDENCE},
}


@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_is_one_page_with_its_values_inside(name: str) -> None:
    for seed in SEEDS:
        paper = PAPERS[name](random.Random(seed))
        document = pdfium.PdfDocument(paper.pdf)
        assert len(document) == 1
        assert document[0].get_size() == pytest.approx((paper.width_mm * 72 / 25.4, paper.height_mm * 72 / 25.4), abs=0.5)
        for shown in paper.shown:
            assert shown.fields.keys() <= shown.boxes.keys()
            for field, (left, top, right, bottom) in shown.boxes.items():
                assert 0 <= left < right <= 1, (field, seed)
                assert 0 <= top < bottom <= 1, (field, seed)
        for x, y in paper.anchors.values():
            assert 0 < x < paper.width_mm
            assert 0 < y < paper.height_mm
        for stroke in paper.handwriting:
            assert 0 <= stroke.box[0] < stroke.box[2] <= 1
            assert 0 <= stroke.box[1] < stroke.box[3] <= 1


def test_every_type_is_drawn_for_the_bench() -> None:
    assert {*SHELVES, "unknown"} == set(DOCUMENT_TYPES)


@pytest.mark.parametrize("name", PAPERS)
def test_a_seed_draws_the_same_paper_again(name: str) -> None:
    assert PAPERS[name](random.Random(5)) == PAPERS[name](random.Random(5))


@pytest.mark.parametrize("layout", CERTIFICATE_LAYOUTS)
def test_a_printed_certificate_tells_everything_it_was_given(layout: str) -> None:
    paper = PAPERS[f"certificate {layout}"](random.Random(3))
    assert paper.fields["separation_date"] == "2024-05-31"
    assert paper.fields["issue_date"] == "2024-06-01"
    assert set(paper.fields) >= {"employee_name", "employee_id", "employer_name", "position", "years_of_service", "reason"}
    assert "seal" in paper.anchors


@pytest.mark.parametrize("layout", CERTIFICATE_LAYOUTS)
@pytest.mark.parametrize("by_hand", [False, True])
def test_what_is_left_open_is_no_truth(layout: CertificateLayout, *, by_hand: bool) -> None:
    facts = replace(
        CERTIFICATE,
        separation_date=PartialDate(2024, 5),
        issue_date=None,
        employee_id=None,
        reason="",
        start_date="2021年2月30日",
    )
    draw = partial(draw_certificate, facts=facts, by_hand=by_hand)
    for seed in SEEDS:
        paper = draw(random.Random(seed), layout=layout)
        assert not {"separation_date", "issue_date", "employee_id", "reason", "start_date"} & paper.fields.keys()
        assert "employee_name" in paper.fields


@pytest.mark.parametrize("layout", CERTIFICATE_LAYOUTS)
def test_what_is_not_mentioned_leaves_no_label(layout: CertificateLayout) -> None:
    facts = CertificateFacts("王伟", "杭州云杉科技有限公司", "", "")
    for seed in SEEDS:
        paper = draw_certificate(random.Random(seed), facts, layout, by_hand=False)
        text = pdfium.PdfDocument(paper.pdf)[0].get_textpage().get_text_range()
        assert paper.fields == {"employee_name": "王伟", "employer_name": "杭州云杉科技有限公司"}
        assert not any(label in text for label in ("身份证", "工作年限", "劳动合同期限", "岗位"))


def test_a_form_filled_in_by_hand_prints_none_of_its_values() -> None:
    paper = draw_certificate(random.Random(1), CERTIFICATE, "label_lines", by_hand=True)
    text = pdfium.PdfDocument(paper.pdf)[0].get_textpage().get_text_range()
    assert "阿依古丽" not in text
    assert "阿依古丽·买买提明" in {stroke.text for stroke in paper.handwriting}


def test_an_authorisation_until_done_has_no_last_day() -> None:
    paper = draw_authorization(random.Random(1), replace(AUTHORIZATION, valid_until=UNTIL_DONE), "letter")
    text = pdfium.PdfDocument(paper.pdf)[0].get_textpage().get_text_range()
    assert "办理完毕之日止" in text.replace("\r\n", "")
    assert "valid_until" not in paper.fields


def test_both_sides_on_one_page_are_two_documents() -> None:
    paper = draw_id_sheet(random.Random(1), REP)
    assert {shown.side for shown in paper.shown} == {"front", "back"}
    assert {shown.type for shown in paper.shown} == {"id_card"}


@pytest.mark.parametrize(("draw", "facts", "layout"), EVIDENCE)
def test_evidence_states_all_that_it_was_given_in_some_form(draw: Callable[..., Paper], facts: object, layout: str) -> None:
    told = set(truth_of(facts)) - {"legal_rep", "handler", "start_date", "sex"}
    paper = draw(random.Random(4), facts, layout)
    left_out = told - paper.fields.keys()
    assert left_out <= {"region", "employer_name", "employee_id"}


def test_an_agreement_of_two_pages_is_signed_on_the_second() -> None:
    facts = AgreementFacts(FIRM, EMPLOYEE, NUMBER, _ENDED, TODAY)
    first, second = draw_agreement_pages(random.Random(1), facts)
    assert "seal" in second.anchors
    assert "seal" not in first.anchors
    assert (first.fields.keys() >= {"separation_date"}, second.fields) == (True, {"issue_date": "2024-06-10"})
