"""Licences whose code belongs to another kind of business."""

from typing import Final

from validators.case import Case
from validators.check import Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.values import Value, certainty, read

_KINDS: Final = (("92", "个体"), ("93", "农民专业合作社"))
"""What a credit code of these kinds begins with (GB 32100-2015); a company's begins with 91."""


def run(case: Case, limits: Limits) -> Outcomes:
    """The credit code begins as the kind of business demands

    92 for 个体工商户, 93 for 农民专业合作社, and neither for anything else. Source: DOMAIN 8.3 D08, 1.2.
    """
    for seen in case.documents("business_license"):
        code, kind = read(seen, "uscc"), read(seen, "type")
        yield _judge(code, kind) if code and kind else DoesNotApply()


def _judge(code: Value, kind: Value) -> Outcome:
    if all(code.text.startswith(prefix) == (word in kind.text) for prefix, word in _KINDS):
        return Passes()
    words = {"here": code, "there": kind}
    return Finds("field.inconsistent/license", code.place, certainty(code, kind), words)


CHECK = Check(run, Limits, rules=("D08",), reasons=("field.inconsistent/license",))
