"""What was typed is looked for where the field that asks for it was not read, and nobody is asked for what stands there."""

import pytest

from extractors.evidence import FieldReading, TextLine
from tests.validators.cases import BLANK, FIRM, ILLEGIBLE, WORKER, Changes, case, certificate, page, sent, told
from validators.case import Case
from validators.expected import with_expected
from validators.policy import load_policy
from validators.run import judge

POLICY = load_policy("employer_withdrawal")


def written(text: str, left: float = 0.1, right: float = 0.9) -> TextLine:
    return TextLine(quad=((left, 0.5), (right, 0.5), (right, 0.52), (left, 0.52)), text=text, score=0.97)


def paper(*lines: str, **fields: Changes) -> Case:
    shown = page().model_copy(update={"lines": tuple(map(written, lines))})
    return case(sent(certificate(**fields), slot="termination_certificate", shown=(shown,)))


def reading_of(case_: Case, field: str) -> FieldReading | None:
    return with_expected(case_).files[0].evidence.documents[0].fields.get(field)


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("employee_name", "兹有李思涵原系我处职员"),
        ("employee_name", "兹有 李 思 涵 原系我处职员"),
        ("employee_id", f"证件{WORKER.number}"),
        ("employer_name", f"本单位{FIRM}证明"),
        ("separation_date", "至2024年5月31日离岗"),
        ("separation_date", "至2024.05.31离岗"),
        ("separation_date", "至2024／5／31离岗"),
        ("separation_date", "至二〇二四年五月三十一日离岗"),
        ("separation_date", "20240531"),
    ],
)
@pytest.mark.parametrize("unread", [None, BLANK, ILLEGIBLE])
def test_a_typed_value_that_stands_on_the_paper_is_said(field: str, line: str, unread: Changes) -> None:
    found = reading_of(paper(line, **{field: unread}), field)
    assert found is not None
    assert found.doubts == ("expected",)
    assert found.value == getattr(told(), field)


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("employee_name", "兹有李思源原系我处职员"),
        ("employer_name", f"{FIRM}样例分公司"),
        ("employer_name", f"山前区{FIRM}"),
        ("employee_id", WORKER.number + "9"),
        ("separation_date", "2024年5月3日"),
        ("separation_date", "2024年5月"),
        ("separation_date", "12024-05-31"),
    ],
)
def test_another_value_is_not_taken_for_the_typed_one(field: str, line: str) -> None:
    assert reading_of(paper(line, **{field: None}), field) is None


@pytest.mark.parametrize(("line", "is_said"), [("王伟系我公司员工", True), ("王伟东系我公司员工", False)])
def test_a_short_name_is_no_part_of_a_longer_one(line: str, *, is_said: bool) -> None:
    typed = paper(line, employee_name=None).model_copy(update={"declared": told(employee_name="王伟")})
    assert (reading_of(typed, "employee_name") is not None) is is_said


def test_what_another_field_claims_is_not_said_twice() -> None:
    issued = FieldReading(value="2024-05-31", confidence=0.99, page=1, box=(0.1, 0.49, 0.9, 0.53))
    assert reading_of(paper("2024年5月31日", separation_date=None, issue_date=issued), "separation_date") is None


def test_the_box_is_the_part_of_the_line_that_says_it() -> None:
    found = reading_of(paper("甲" * 10 + "李思涵" + "系" * 7, employee_name=None), "employee_name")
    assert found is not None
    assert found.box == pytest.approx((0.5, 0.5, 0.62, 0.52))


def test_a_value_that_was_read_is_kept_though_another_was_typed() -> None:
    other = paper("李思涵", employee_name="周大川")
    assert with_expected(other) == other


def test_nobody_is_asked_for_what_stands_there() -> None:
    codes = {(one.code, one.severity) for one in judge(paper("原职员李思涵", employee_name=None), POLICY)}
    assert ("field.missing", "review") not in codes
    assert ("field.illegible", "info") in codes
    without = {(one.code, one.severity) for one in judge(paper("原职员", employee_name=None), POLICY)}
    assert ("field.missing", "review") in without
