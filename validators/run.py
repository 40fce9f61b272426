"""Judging a case: every check is asked, nothing stops at the first defect, and a check that breaks bounces nobody's packet."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from validators.as_typed import with_unknown_characters
from validators.case import Case, PageAt
from validators.causes.one_cause import one_cause
from validators.causes.papers import PapersThere
from validators.check import BoundCheck, CannotTell, Finds, Outcome
from validators.coverage import Coverage, state_of
from validators.doubts import doubts_behind, weighed
from validators.draft import Draft
from validators.expected import with_expected
from validators.finding import SEVERITY_RANK, Finding, Place, Severity
from validators.policy import Policy
from validators.reasons import CATALOGUE, GROUP_RANK
from validators.sides import SidesThere
from validators.wording import Language, Wording, wording_of

OnCrash = Callable[[str, Exception], None]
"""Told the name of a check and what it raised. The finding itself holds the exception's type only: no value of the case."""

_CRASHED: Final = "system.failed"
LOW: Final = "low_confidence"
BY_READINGS: Final = frozenset({LOW, "misreading"})
"""Doubts behind which stand those of the readings compared."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How one case's findings are weighed and worded."""

    severities: Mapping[str, Severity]
    worst: Severity
    certain_from: float
    wording: Wording
    doubts_behind: Callable[[float], tuple[str, ...]]
    """What the doubts are called that leave a reading no surer than this."""
    page_at: Callable[[str, int], PageAt]
    """Where a page of a paper on several photos lies among them."""


class Judgement(NamedTuple):
    """All findings in the order a person would mend them, and what became of every rule, in the policy's order."""

    findings: tuple[Finding, ...]
    coverage: tuple[Coverage, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A check that was asked: what it has to say, and what its answers and the sides it lacks make of its coverage."""

    check: BoundCheck
    outcomes: tuple[Outcome, ...]
    drafts: tuple[Draft, ...]
    not_there: tuple[str, ...]


def judge(
    case: Case, policy: Policy, on_crash: OnCrash = lambda name, error: None, language: Language = "zh"
) -> tuple[Finding, ...]:
    """Return all findings in the order a person would mend them; see :func:`judge_all`."""
    return judge_all(case, policy, on_crash, language).findings


def judge_all(case: Case, policy: Policy, on_crash: OnCrash = lambda name, error: None, language: Language = "zh") -> Judgement:
    """Return all findings, and what became of every rule.

    The worst come first; among equals papers to fetch from others, then photos to take again, then typing (DOMAIN 9). A bounce
    whose confidence is below the policy's ``certain_from`` is a review.
    """
    case = as_judged(case, policy)
    wording = wording_of(language, policy.requirements)
    terms = Terms(
        policy.severities,
        policy.worst_for(case),
        policy.certain_from,
        wording,
        lambda confidence: doubts_behind(case, confidence, policy.doubts, language),
        case.page_at,
    )
    sides = SidesThere(case, policy.requirements)
    asked = [_ask(check, case, sides, terms, on_crash) for check in policy.checks]
    found = [draft for one in asked for draft in one.drafts]
    settled = one_cause(found, case, PapersThere(case, policy.requirements), lambda outcome: _draft(outcome, terms))
    files = {file.name: number for number, file in enumerate(case.files)}
    told = sorted(settled.drafts, key=lambda draft: _rank(draft, files))
    return Judgement(_told_once(draft.finding for draft in told), tuple(_covered(one, settled.unclear) for one in asked))


def as_judged(case: Case, policy: Policy) -> Case:
    """The case as the checks see it: with what was typed where it stands unread or cannot be read, and every doubt weighed."""
    return weighed(with_unknown_characters(with_expected(case)), policy.doubts)


def _ask(check: BoundCheck, case: Case, sides: SidesThere, terms: Terms, on_crash: OnCrash) -> Asked:
    try:
        outcomes = check.judge(case)
        drafts = tuple(_draft(outcome, terms) for outcome in outcomes if isinstance(outcome, Finds | CannotTell))
        return Asked(check, outcomes, drafts, sides.lacking(check.name))
    except Exception as error:  # the one boundary: whatever breaks here is ours, and a person takes over
        on_crash(check.name, error)
        crashed = Finds(_CRASHED, words={"here": check.name, "there": type(error).__name__})
        return Asked(check, (crashed,), (_draft(crashed, terms),), ())


def _covered(asked: Asked, unclear: Sequence[Draft]) -> Coverage:
    """``unclear``: findings that nobody can be sure of before their cause is mended."""
    doubtful = [draft for draft in asked.drafts if draft.doubt or draft.outcome.reason == _CRASHED or draft in unclear]
    return Coverage(
        check=asked.check.name,
        rules=asked.check.rules,
        state=state_of(asked.outcomes, in_doubt=bool(doubtful)),
        not_there=asked.not_there,
        codes=tuple(dict.fromkeys(draft.finding.code for draft in doubtful)),
    )


def _draft(outcome: Finds | CannotTell, terms: Terms) -> Draft:
    reason, say = CATALOGUE.reasons[outcome.reason], terms.wording
    usual = min((terms.severities.get(reason.key, reason.severity), terms.worst), key=SEVERITY_RANK.__getitem__)
    severity, doubt = _weighed(outcome, usual, terms.certain_from)
    told = say.told(reason, outcome.words, severity, sure=not doubt)
    finding = Finding(
        code=reason.code,
        severity=severity,
        **_uploaded(outcome.place, terms).model_dump(),
        **told.model_dump(),
        detail=say.detail(
            reason, outcome.words, doubt, terms.doubts_behind(outcome.confidence) if doubt in BY_READINGS else ()
        ),
        advice=say.advice(reason),
        confidence=outcome.confidence,
    )
    return Draft(reason, outcome, finding, doubt, say.fits(told))


def _uploaded(place: Place, terms: Terms) -> Place:
    """A place among the files as they were uploaded."""
    if place.file is None or place.page is None:
        return place
    at = terms.page_at(place.file, place.page)
    return place.model_copy(update={"file": at.file, "page": at.page})


def _weighed(outcome: Finds | CannotTell, usual: Severity, certain_from: float) -> tuple[Severity, str]:
    """The severity, and the doubt that goes with it; empty for none."""
    if isinstance(outcome, CannotTell):
        return ("review" if usual == "bounce" else usual), outcome.doubt
    if usual == "bounce" and outcome.confidence < certain_from:
        return "review", LOW
    return usual, ""


def _rank(draft: Draft, files: dict[str, int]) -> tuple[int, int, int, int, str]:
    finding = draft.finding
    place = files.get(finding.file or "", len(files))
    return (-SEVERITY_RANK[finding.severity], GROUP_RANK[draft.reason.group], place, finding.page or 0, finding.code)


def _told_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Leave out what is said already, word by word, about the same place."""
    said = {(one.code, one.severity, one.message, one.file, one.page, one.bbox): one for one in reversed(tuple(findings))}
    return tuple(reversed(said.values()))
