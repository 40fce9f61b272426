"""Certificates from the future."""

from extractors.schema import PAPERS
from validators.case import Case
from validators.check import NO_WORDS, Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.papers import certificates, endings
from validators.reasons import field_name, name_of
from validators.sayable import Words
from validators.values import Value, read


def run(case: Case, limits: Limits) -> Outcomes:
    """The certificate is issued, and the employment ended, by the day of submission

    The day itself is fine. An agreement or ruling ends it too; that any other paper is dated later goes to a person.
    Source: DOMAIN 8.2 X26, X27, 7.
    """
    for seen in certificates(case):
        yield _judge(case, read(seen, "issue_date"), "date.future/issue")
    for seen in endings(case):
        yield _judge(case, read(seen, "separation_date"), "date.future/separation")
    for seen in case.documents():
        paper = PAPERS.get(seen.document.type)
        field = paper.dated if paper else None
        if field:
            words = {"seen": name_of(seen.document.type), "field": field_name(seen.document.type, field)}
            yield _judge(case, read(seen, field), "date.future/paper", words)


def _judge(case: Case, value: Value | None, reason: str, words: Words = NO_WORDS) -> Outcome:
    if value is None or value.day is None:
        return DoesNotApply()
    if value.day <= case.submitted_on:
        return Passes()
    told: Words = {**words, "here": value, "there": case.submitted_on.isoformat()}
    return Finds(reason, value.place, value.confidence, told)


CHECK = Check(run, Limits, rules=("X26", "X27"), reasons=("date.future/issue", "date.future/separation", "date.future/paper"))
