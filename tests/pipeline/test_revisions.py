"""What was mended, what was not, and what came back unchanged."""

from datetime import UTC, datetime

import pytest

from pipeline.revisions import RevisionSeen, changes, sent_back
from pipeline.verdict import EngineInfo, Verdict, outcome_of
from validators.finding import Finding, Severity

NOW = datetime(2026, 6, 10, tzinfo=UTC)


def found(code: str, severity: Severity = "bounce", file: str = "a", document: str = "d", message: str = "") -> Finding:
    return Finding(code=code, severity=severity, file=file, document=document, message=message or code, confidence=1, page=1)


def verdict(*findings: Finding) -> Verdict:
    engine = EngineInfo(yushen="0", ocr="blank")
    return Verdict(
        packet_id="7", outcome=outcome_of(findings), scenario="s", policy_version="1", findings=findings, engine=engine,
        received_at=NOW, decided_at=NOW,
    )  # fmt: skip


SEAL, DATE, BLUR = found("seal.missing"), found("date.missing"), found("image.blurry")


OTHER_FILE = found("seal.missing", file="b")
DOUBT = found("seal.missing", "review", message="可能没有盖章")
NAME, DAY = found("field.missing", message="姓名"), found("field.missing", message="日期")
GONE, OTHER_GONE = found("doc.missing"), found("doc.missing", document="other")
TIMEOUT = found("system.timeout")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        pytest.param([SEAL], [], {"fixed": [SEAL]}, id="mended"),
        pytest.param([SEAL], [SEAL], {"remaining": [SEAL]}, id="the same again"),
        pytest.param(
            [SEAL, DATE],
            [DATE, BLUR],
            {"fixed": [SEAL], "remaining": [DATE], "new": [BLUR]},
            id="one mended, one left, one new",
        ),
        pytest.param([SEAL], [OTHER_FILE], {"remaining": [OTHER_FILE]}, id="a photo taken anew"),
        pytest.param([SEAL], [DOUBT], {"remaining": [DOUBT]}, id="a bounce that became a doubt"),
        pytest.param([SEAL], [found("seal.missing", "info")], {"fixed": [SEAL]}, id="a note is no defect"),
        pytest.param([NAME, DAY], [DAY], {"fixed": [NAME], "remaining": [DAY]}, id="one of two fields"),
        pytest.param([SEAL, SEAL], [SEAL], {"fixed": [SEAL], "remaining": [SEAL]}, id="one of two alike"),
        pytest.param([SEAL, BLUR], [GONE], {"new": [GONE], "untold": [SEAL, BLUR]}, id="the paper itself is gone"),
        pytest.param([SEAL], [OTHER_GONE], {"fixed": [SEAL], "new": [OTHER_GONE]}, id="another paper is gone"),
        pytest.param([SEAL], [TIMEOUT], {"new": [TIMEOUT], "untold": [SEAL]}, id="we failed to look"),
    ],
)
def test_changes(before: list[Finding], after: list[Finding], told: dict[str, list[Finding]]) -> None:
    compared = changes(verdict(*before), verdict(*after))
    assert {kind: list(findings) for kind, findings in compared if findings} == told


FIRST = RevisionSeen(
    1, [("a", "sha-1"), ("b", "sha-2")], verdict(SEAL, found("seal.illegible"), found("date.missing", "review", "b"))
)
SECOND = RevisionSeen(2, [("c", "sha-1"), ("d", "sha-3")], None)


@pytest.mark.parametrize(
    ("contents", "earlier", "expected"),
    [
        pytest.param([("c", "sha-1")], [FIRST], [("c", 1, ("seal.missing", "seal.illegible"))], id="renamed"),
        pytest.param([("b", "sha-2")], [FIRST], [], id="only doubted"),
        pytest.param([("a", "sha-9")], [FIRST], [], id="another content under the same name"),
        pytest.param(
            [("c", "sha-1"), ("c", "sha-1")], [FIRST, SECOND], [("c", 1, ("seal.missing", "seal.illegible"))], id="two slots"
        ),
        pytest.param([("a", "sha-1")], [RevisionSeen(1, [("a", "sha-1")], None)], [], id="not judged"),
    ],
)
def test_sent_back(
    contents: list[tuple[str, str]], earlier: list[RevisionSeen], expected: list[tuple[str, int, tuple[str, ...]]]
) -> None:
    told = sent_back(RevisionSeen(3, contents, None), earlier)
    assert [(one.file, one.revision, one.codes) for one in told] == expected
