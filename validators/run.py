"""Judging a case: every check is asked, nothing stops at the first defect, and a check that breaks bounces nobody's packet."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from validators.as_typed import with_unknown_characters
from validators.case import Case, PageAt
from validators.check import BoundCheck, CannotTell, Finds, Outcome
from validators.coverage import Coverage, state_of
from validators.doubts import doubts_behind, weighed
from validators.expected import with_expected
from validators.finding import SEVERITY_RANK, Finding, Place, Severity
from validators.policy import Policy
from validators.reasons import CATALOGUE, GROUP_RANK, Reason
from validators.sides import SidesThere
from validators.wording import Language, Wording, wording_of

OnCrash = Callable[[str, Exception], None]
"""Told the name of a check and what it raised. The finding itself holds the exception's type only: no value of the case."""

_UNCLEAR: Final = tuple(code for code in sorted(CATALOGUE.codes) if code.startswith("image."))
_SAYS_LESS: Final = (
    "doc.unrecognized",
    "field.illegible",
    "field.missing",
    "date.missing",
    "date.incomplete",
    "file.low_resolution",
)
SUPERSEDES: Final = (
    ("doc.wrong_type", "doc.missing"),
    ("date.invalid", "field.illegible"),
    *((unclear, less) for unclear in _UNCLEAR for less in _SAYS_LESS),
)
"""Of two codes about the same thing the first says more (DOMAIN 8.2, precedence): what cannot be seen is not missing."""


COMPARING: Final = ("match.", "date.", "seal.wrong_owner", "field.unproven_change")
"""Codes of rules across documents, which read what stands on a page."""
_CRASHED: Final = "system.failed"
UNCLEAR_PAGE: Final = "unclear_page"
LOW: Final = "low_confidence"
BY_READINGS: Final = frozenset({LOW, "misreading"})
"""Doubts behind which stand those of the readings compared."""
UNDRAWN: Final = "file.font_missing"
"""A page that does not show all its text: whatever is missing on it may stand there."""


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


@dataclass(frozen=True, slots=True)
class Draft:
    """A finding before it is settled which ones are told, and in which order."""

    reason: Reason
    finding: Finding
    about: str
    question: Finding
    """The finding as a question for a person."""
    in_doubt: bool = False
    """Whether it is one already."""


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
    every = [draft for one in asked for draft in one.drafts]
    asked = [replace(one, drafts=tuple(_asked_again(draft, every) for draft in one.drafts)) for one in asked]
    files = {file.name: number for number, file in enumerate(case.files)}
    drafts = sorted(_settled([draft for one in asked for draft in one.drafts]), key=lambda draft: _rank(draft, files))
    return Judgement(_told_once(draft.finding for draft in drafts), tuple(_covered(one) for one in asked))


def as_judged(case: Case, policy: Policy) -> Case:
    """The case as the checks see it: with what was typed where it stands unread or cannot be read, and every doubt weighed."""
    return weighed(with_unknown_characters(with_expected(case)), policy.doubts)


def _ask(check: BoundCheck, case: Case, sides: SidesThere, terms: Terms, on_crash: OnCrash) -> Asked:
    try:
        outcomes = check.judge(case)
        drafts = tuple(draft for outcome in outcomes for draft in _drafted(outcome, terms))
        return Asked(check, outcomes, drafts, sides.lacking(check.name))
    except Exception as error:  # the one boundary: whatever breaks here is ours, and a person takes over
        on_crash(check.name, error)
        crashed = Finds(_CRASHED, words={"here": check.name, "there": type(error).__name__})
        return Asked(check, (crashed,), tuple(_drafted(crashed, terms)), ())


def _covered(asked: Asked) -> Coverage:
    doubtful = [draft for draft in asked.drafts if draft.in_doubt or draft.finding is draft.question]
    return Coverage(
        check=asked.check.name,
        rules=asked.check.rules,
        state=state_of(asked.outcomes, in_doubt=bool(doubtful)),
        not_there=asked.not_there,
        codes=tuple(dict.fromkeys(draft.finding.code for draft in doubtful)),
    )


def _drafted(outcome: Outcome, terms: Terms) -> Iterator[Draft]:
    if isinstance(outcome, Finds | CannotTell):
        reason, say = CATALOGUE.reasons[outcome.reason], terms.wording
        usual = min((terms.severities.get(reason.key, reason.severity), terms.worst), key=SEVERITY_RANK.__getitem__)
        severity, doubt = _weighed(outcome, usual, terms.certain_from)
        finding = Finding(
            code=reason.code,
            severity=severity,
            **_uploaded(outcome.place, terms).model_dump(),
            **say.told(reason, outcome.words, severity, sure=not doubt).model_dump(),
            detail=say.detail(
                reason, outcome.words, doubt, terms.doubts_behind(outcome.confidence) if doubt in BY_READINGS else ()
            ),
            advice=say.advice(reason),
            confidence=outcome.confidence,
        )
        asked = min(severity, "review", key=SEVERITY_RANK.__getitem__)
        question = {
            "severity": asked,
            **say.told(reason, outcome.words, asked, sure=False).model_dump(),
            "detail": say.detail(reason, outcome.words, UNCLEAR_PAGE),
        }
        in_doubt = bool(doubt) or outcome.reason == _CRASHED
        yield Draft(reason, finding, outcome.about, finding.model_copy(update=question), in_doubt)


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


def _asked_again(draft: Draft, drafts: list[Draft]) -> Draft:
    """A page that has to be photographed or saved again sends nobody back for what it says until then (DOMAIN 8.2).

    One that is unclear was still seen: only comparisons with what stands on it are questions.
    """
    finding = draft.finding
    if finding.severity != "bounce" or finding.page is None:
        return draft
    beside = [other.finding for other in drafts if (other.finding.file, other.finding.page) == (finding.file, finding.page)]
    undrawn = any(other.code == UNDRAWN for other in beside)
    unclear = finding.code.startswith(COMPARING) and any(
        other.code in _UNCLEAR and other.severity == "bounce" for other in beside
    )
    return replace(draft, finding=draft.question) if undrawn or unclear else draft


def _settled(drafts: list[Draft]) -> Iterator[Draft]:
    told = {(draft.finding.code, draft.about) for draft in drafts if draft.about}
    for draft in drafts:
        if not any((better, draft.about) in told for better, worse in SUPERSEDES if draft.finding.code == worse):
            yield draft


def _rank(draft: Draft, files: dict[str, int]) -> tuple[int, int, int, int, str]:
    finding = draft.finding
    place = files.get(finding.file or "", len(files))
    return (-SEVERITY_RANK[finding.severity], GROUP_RANK[draft.reason.group], place, finding.page or 0, finding.code)


def _told_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Leave out what is said already, word by word, about the same place."""
    said = {(one.code, one.severity, one.message, one.file, one.page, one.bbox): one for one in reversed(tuple(findings))}
    return tuple(reversed(said.values()))
