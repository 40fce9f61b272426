"""A verdict is measured against what it should be, one kind of mistake at a time."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Literal

import pytest

from pipeline.evaluation.expected import Expected, ExpectedDocument
from pipeline.evaluation.rate import NOTHING, Rate
from pipeline.evaluation.score import FieldKey, score
from pipeline.evaluation.summary import summarise
from pipeline.verdict import EngineInfo, PageRef, Verdict, VerdictDocument, VerdictField, outcome_of
from validators.finding import Finding, Severity

NOON = datetime(2024, 6, 10, 4, tzinfo=UTC)
BAD = Expected(
    outcome_ok=("bounce",), must_codes=(("doc.missing",), ("date.future", "date.invalid")), may_codes=("file.duplicate",)
)
GOOD = Expected(outcome_ok=("accept",))
DOUBTFUL = Expected(outcome_ok=("accept", "review"))


def verdict(findings: Sequence[tuple[str, Severity]] = (), documents: tuple[VerdictDocument, ...] = ()) -> Verdict:
    made = tuple(Finding(code=code, severity=severity, message="…", confidence=1) for code, severity in findings)
    return Verdict(
        packet_id="7",
        outcome=outcome_of(made),
        scenario="employer_withdrawal",
        policy_version="1",
        findings=made,
        documents=documents,
        engine=EngineInfo(yushen="0", ocr="blank"),
        received_at=NOON,
        decided_at=NOON,
    )


def card(page: int, side: Literal["front", "back"], **values: str) -> VerdictDocument:
    fields = {name: VerdictField(value=value, confidence=1, file="id.pdf", page=page) for name, value in values.items()}
    return VerdictDocument(type="id_card", side=side, files=(PageRef(file="id.pdf", page=page),), confidence=1, fields=fields)


@pytest.mark.parametrize(
    ("findings", "expected", "rates"),
    [
        ([], GOOD, (Rate(0, 1), Rate(1, 1), NOTHING, NOTHING)),
        ([("date.overdue", "info")], GOOD, (Rate(0, 1), Rate(1, 1), NOTHING, NOTHING)),
        ([("doc.missing", "review")], GOOD, (Rate(0, 1), Rate(0, 1), NOTHING, NOTHING)),
        ([("doc.missing", "bounce")], GOOD, (Rate(1, 1), Rate(0, 1), NOTHING, NOTHING)),
        ([("doc.missing", "review")], DOUBTFUL, (Rate(0, 1), Rate(0, 1), NOTHING, NOTHING)),
        ([("doc.missing", "bounce"), ("date.invalid", "review")], BAD, (NOTHING, NOTHING, Rate(2, 2), Rate(2, 2))),
        ([("doc.missing", "bounce"), ("match.uscc", "bounce")], BAD, (NOTHING, NOTHING, Rate(1, 2), Rate(1, 2))),
        ([("doc.missing", "bounce"), ("file.duplicate", "review")], BAD, (NOTHING, NOTHING, Rate(1, 2), Rate(2, 2))),
        ([("doc.missing", "info"), ("date.future", "info")], BAD, (NOTHING, NOTHING, Rate(0, 2), NOTHING)),
    ],
)
def test_findings_against_expected(
    findings: list[tuple[str, Severity]], expected: Expected, rates: tuple[Rate, Rate, Rate, Rate]
) -> None:
    made = score(verdict(findings), expected)
    assert (made.false_bounce, made.straight_through, made.defects_caught, made.reasons_right) == rates


def test_one_file_with_several_documents_is_matched_by_page_type_and_side() -> None:
    expected = Expected(
        outcome_ok=("accept",),
        documents=(
            ExpectedDocument(file="id.pdf", page=1, type="id_card", side="front", fields={"name": "张样例"}, capture="scan"),
            ExpectedDocument(file="id.pdf", page=1, type="id_card", side="back", fields={"authority": "样例市公安局"}),
            ExpectedDocument(file="id.pdf", page=2, type="id_card", side="front", fields={"name": "李样例"}, capture="scan"),
            ExpectedDocument(file="id.pdf", page=3, type="business_license", fields={"uscc": "91110105PDY00001XG"}),
        ),
    )
    seen = (
        card(2, "front", name="李样列"),
        card(1, "back", authority="样例市公安局"),
        card(1, "front", name="张样例", sex="女"),
    )
    made = score(verdict(documents=seen), expected)
    assert made.document_types == {"id_card": Rate(3, 3), "business_license": Rate(0, 1)}
    assert made.fields == {
        FieldKey("id_card", "name", "scan"): Rate(1, 2),
        FieldKey("id_card", "authority", "unsaid"): Rate(1, 1),
        FieldKey("business_license", "uscc", "unsaid"): Rate(0, 1),
    }
    assert made.wrong == ("id.pdf p2 id_card front name: '李样列', not '李样例'", "not recognised: id.pdf p3 business_license")


def test_one_document_does_not_stand_for_two_expected_ones() -> None:
    twice = ExpectedDocument(file="id.pdf", page=1, type="id_card", side="front")
    made = score(verdict(documents=(card(1, "front"),)), Expected(outcome_ok=("accept",), documents=(twice, twice)))
    assert made.document_types == {"id_card": Rate(1, 2)}


def test_a_blank_field_is_right_where_a_blank_is_expected() -> None:
    blank = ExpectedDocument(file="id.pdf", page=1, type="id_card", side="front", fields={"name": "", "birth": ""})
    made = score(verdict(documents=(card(1, "front", name=""),)), Expected(outcome_ok=("accept",), documents=(blank,)))
    assert set(made.fields.values()) == {Rate(1, 1)}


def test_scores_add_up_and_false_bounces_are_listed_first() -> None:
    wrong = [score(verdict([("doc.missing", "review")]), GOOD), score(verdict([("doc.missing", "bounce")]), GOOD)]
    summary = summarise([score(verdict(), GOOD), *wrong])
    assert (summary.packets, summary.false_bounces, summary.straight_through) == (3, Rate(1, 3), Rate(1, 3))
    assert [failing.wrong[0] for failing in summary.failing] == [
        "outcome bounce (doc.missing), not accept",
        "outcome review (doc.missing), not accept",
    ]
