"""A reason that the papers do not bear out."""

import re
from collections.abc import Iterator
from typing import Final, Literal

from validators.case import Case
from validators.check import Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.papers import certificates
from validators.sayable import Words
from validators.values import Value, read

Ending = Literal["left", "closed", "retired", "died"]


class ConflictLimits(Limits):
    """Words by which an ending is known, on the form (``told``) and on certificates (``stated``), by articles 36 to 44 of the
    Labour Contract Law (DOMAIN 3.4)."""

    told: tuple[tuple[str, Ending], ...] = (
        ("离职", "left"),
        ("辞职", "left"),
        ("解除", "left"),
        ("注销", "closed"),
        ("吊销", "closed"),
    )
    stated: tuple[tuple[str, Ending], ...] = (
        ("死亡", "died"),
        ("失踪", "died"),
        ("退休", "retired"),
        ("养老", "retired"),
        ("破产", "closed"),
        ("吊销", "closed"),
        ("注销", "closed"),
        ("解散", "closed"),
        ("责令关闭", "closed"),
        ("协商", "left"),
        ("辞职", "left"),
        ("个人原因", "left"),
        ("期满", "left"),
        ("裁员", "left"),
    )


_OF_A_RECORD: Final = re.compile(
    r"(?:单位)?注销(?:该|其|员工|职工)*(?:的)?(?:用工|就业|备案|登记)+|(?:用工|就业|备案|登记)+注销"
)
"""A registration that is to be struck out, which is what the application is for; no firm is."""
_NOTICES: Final = ("deregistration_notice", "revocation_decision")


def run(case: Case, limits: ConflictLimits) -> Outcomes:
    """The typed reason fits the certificate, and a closed firm has a notice

    A certificate that names several endings lists those that may be ticked: which one was cannot be told.
    Source: DOMAIN 8.2 X32, 3.4.
    """
    told = _ending(_OF_A_RECORD.sub("", case.declared.reason), limits.told)
    if told is None:
        yield DoesNotApply()
        return
    for seen in certificates(case):
        yield from _judge(case, told, read(seen, "reason"), limits)
    if told == "closed":
        proven = any(True for kind in _NOTICES for _ in case.documents(kind))
        yield Passes() if proven else Finds("scenario.reason_conflict/no_notice", words={"here": case.declared.reason})


def _judge(case: Case, told: Ending, reason: Value | None, limits: ConflictLimits) -> Iterator[Outcome]:
    stated = {ending for word, ending in limits.stated if word in reason.text} if reason else set()
    if reason and len(stated) == 1:
        words: Words = {"here": case.declared.reason, "there": reason}
        yield Passes() if told in stated else Finds("scenario.reason_conflict", reason.place, reason.confidence, words)


def _ending(text: str, words: tuple[tuple[str, Ending], ...]) -> Ending | None:
    return next((ending for word, ending in words if word in text), None)


CHECK = Check(run, ConflictLimits, rules=("X32",), reasons=("scenario.reason_conflict", "scenario.reason_conflict/no_notice"))
