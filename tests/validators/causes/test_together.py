"""No two findings that are told together ask for things of which one undoes the other, over the whole catalogue."""

import random
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from types import MappingProxyType

import pytest

from extractors.evidence import Document
from tests.validators.cases import (
    AGENT,
    BLANK,
    OTHER_CODE,
    OTHER_FIRM,
    REP,
    STRANGER,
    WORKER,
    back,
    case,
    certificate,
    front,
    letter,
    license_,
    paper,
    sent,
    told,
)
from tests.validators.marks import looked_at, marked
from tests.validators.pictures import BLURRED, PAGE_PLAIN, measured, pictured
from validators import run
from validators.case import Case, CaseFile
from validators.causes.one_cause import Settled, one_cause
from validators.causes.papers import PapersThere
from validators.causes.table import CAUSES, Causes, instruction_of
from validators.causes.together import contradict
from validators.causes.told import Told, told_of
from validators.check import Finds
from validators.draft import Draft
from validators.finding import SEVERITY_RANK, Finding, Place
from validators.policy import load_policy
from validators.reasons import CATALOGUE
from validators.requirements import HOLDER_OF_SLOT

EMPLOYER = load_policy("employer_withdrawal")
BOUNCES = tuple(key for key, reason in CATALOGUE.reasons.items() if reason.severity == "bounce")
EVERY_PAPER = case(
    sent(license_(), name="business_license"),
    sent(front(REP), back(), slot="legal_rep_id", name="legal_rep_id"),
    sent(front(AGENT), back(), slot="agent_id", name="agent_id"),
    sent(front(WORKER), back(), slot="employee_id", name="employee_id"),
    sent(certificate(), name="termination_certificate"),
    sent(letter(), name="authorization_letter"),
    sent(paper("registration_proof"), name="registration_proof"),
    sent(paper("withdrawal_application"), name="withdrawal_application"),
    declared=told("agent"),
)
PAPERS_THERE = PapersThere(EVERY_PAPER, EMPLOYER.requirements)
PAPERS = ("termination_certificate", "authorization_letter", "business_license", "employee_id", "registration_proof")


def drafted(reason: str, kind: str) -> Draft:
    """A bounce on a paper of a kind. The same side of two comparisons has the same text."""
    instruction = instruction_of(reason)
    names = {"here": instruction.here, "there": instruction.there}
    words = {key: place.split("|")[0].replace("paper", kind) for key, place in names.items() if place}
    document = "id_card" if kind in HOLDER_OF_SLOT else kind
    typed = instruction.what.startswith("declared.") and not instruction.there
    place = Place() if typed else Place(document=document, file=kind, page=1)
    finding = Finding(code=reason.partition("/")[0], severity="bounce", **place.model_dump(), message=reason, confidence=1)
    return Draft(CATALOGUE.reasons[reason], Finds(reason, place, words=words), finding)


def lying_on(reason: str) -> tuple[str, ...]:
    """The kinds of paper that a reason may be given about: its own, or that which it names beside the form."""
    instruction = instruction_of(reason)
    kinds = [one.partition(".")[0] for side in (instruction.what, instruction.there) for one in side.split("|")]
    named = tuple(kind for kind in kinds if kind in PAPERS or kind in {"agent_id", "legal_rep_id", "withdrawal_application"})
    return named[:1] or PAPERS


def redrafted(outcome: object) -> Draft:
    assert isinstance(outcome, Finds)
    return drafted(outcome.reason, str(outcome.place.file or outcome.place.document))


def settle(*drafts: Draft, causes: Causes = CAUSES) -> tuple[Draft, ...]:
    return one_cause(drafts, EVERY_PAPER, PAPERS_THERE, redrafted, causes).drafts


def as_told(drafts: tuple[Draft, ...], of: Case, papers: PapersThere) -> list[Told]:
    return [told_of(draft, papers, {file.name for file in of.files}) for draft in drafts]


def contradictions(drafts: tuple[Draft, ...], of: Case, papers: PapersThere) -> Iterator[tuple[str, str, str]]:
    """The pairs of bounces that must not stand together, with why."""
    bounces = [one for one in as_told(drafts, of, papers) if one.draft.finding.severity == "bounce"]
    for one, other in combinations(bounces, 2):
        if why := contradict(one, other):
            yield one.reason, other.reason, why


DRAFTS = tuple(drafted(reason, kind) for reason in BOUNCES for kind in lying_on(reason))
OPPOSED = {
    (one.reason, other.reason, why): (one.draft, other.draft)
    for one, other in combinations(as_told(DRAFTS, EVERY_PAPER, PAPERS_THERE), 2)
    if one.reason != other.reason and (why := contradict(one, other))
}.values()
"""Every two bounces of the catalogue of which one undoes the other, on a paper that they may lie on."""


def named(pair: tuple[Draft, Draft]) -> str:
    return " + ".join(f"{one.reason.key} on {one.finding.file}" for one in pair)


def test_no_pair_of_the_catalogue_contradicts_itself_in_a_verdict() -> None:
    """Of an opposed pair one is told, as the bounce that it is."""
    assert len(OPPOSED) > len(BOUNCES)
    for pair in OPPOSED:
        kept = settle(*pair)
        assert [one.finding.severity for one in kept] == ["bounce"], named(pair)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("match.employer_name/license", "match.uscc"),
        ("match.employer_name/license", "match.legal_rep"),
        ("match.legal_rep/typed", "match.employer_name/license"),
        ("field.bad_checksum", "match.person_id/certificate_typed"),
        ("match.person_name/certificate", "match.separation_date"),
        ("match.person_name/certificate", "seal.missing"),
        ("image.blurry", "match.separation_date"),
        ("scenario.wrong_region", "seal.missing"),
        ("date.future/separation", "match.separation_date"),
    ],
)
def test_what_must_not_stand_together(one: str, other: str) -> None:
    assert {one, other} in [{pair[0].reason.key, pair[1].reason.key} for pair in OPPOSED]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("seal.missing", "date.missing"),
        ("match.uscc", "match.separation_date"),
        ("field.expired", "doc.missing"),
        ("image.blurry", "seal.missing"),
        ("match.employer_name/license", "scenario.reason_unspecific"),
    ],
)
def test_what_may_stand_together_does(one: str, other: str) -> None:
    for kind in set(lying_on(one)) & set(lying_on(other)) or PAPERS[:1]:
        first = drafted(one, kind if kind in lying_on(one) else lying_on(one)[0])
        second = drafted(other, kind if kind in lying_on(other) else lying_on(other)[0])
        assert len(settle(first, second)) == 2, kind


def test_without_the_table_they_would_contradict_themselves() -> None:
    """The check of pairs is no echo of the table."""
    bare = CAUSES.model_copy(update={"follows": (), "odd": ()})
    assert all(len(settle(*pair, causes=bare)) == 2 for pair in OPPOSED)


Files = Mapping[str, CaseFile]
USUAL: Files = MappingProxyType(
    {
        "licence": sent(license_()),
        "card": sent(front(), back(), slot="legal_rep_id"),
        "certificate": sent(certificate()),
        "agent": sent(front(AGENT), back(), slot="agent_id"),
        "letter": sent(letter()),
    }
)
FORMS = MappingProxyType(
    {
        "another code typed": {"uscc": OTHER_CODE},
        "another firm typed": {"employer_name": OTHER_FIRM, "uscc": OTHER_CODE},
        "another day typed": {"separation_date": "2024-04-30"},
        "another worker typed": {"employee_name": STRANGER.name, "employee_id": STRANGER.number},
        "another agent typed": {"agent_name": STRANGER.name, "agent_id": STRANGER.number},
        "a slip in the number typed": {"employee_id": "320199199501120081"},
        "a reason without words": {"reason": "其他"},
        "another representative typed": {"legal_rep_name": STRANGER.name},
    }
)
EXPIRED = back(valid_from="2004-05-01", valid_until="2024-05-01")
UNREAD = measured("", BLURRED, 0.2, "illegible")


def blurred(document: Document) -> CaseFile:
    return sent(document, shown=(pictured(PAGE_PLAIN, lines=None),))


PACKETS: Mapping[str, Files] = MappingProxyType(
    {
        "another firm's licence": {"licence": sent(license_(name=OTHER_FIRM, uscc=OTHER_CODE, legal_rep=STRANGER.name))},
        "a licence with another representative": {"licence": sent(license_(legal_rep=STRANGER.name))},
        "a blurred licence": {"licence": blurred(license_(name=UNREAD, legal_rep=UNREAD))},
        "another representative's card": {"card": sent(front(STRANGER), back(), slot="legal_rep_id")},
        "an expired card": {
            "card": sent(front(), back(valid_from="2004-05-01", valid_until="2024-05-01"), slot="legal_rep_id")
        },
        "one side of a card": {"card": sent(front(), slot="legal_rep_id")},
        "another firm's certificate": {"certificate": sent(certificate(employer_name=OTHER_FIRM))},
        "another worker's certificate": {
            "certificate": sent(certificate(employee_name=STRANGER.name, employee_id=STRANGER.number))
        },
        "an undated certificate": {"certificate": sent(certificate(issue_date=BLANK))},
        "a certificate of days to come": {
            "certificate": sent(certificate(separation_date="2025-05-31", issue_date="2025-06-01"))
        },
        "a certificate without a seal": {"certificate": looked_at(sent(marked(certificate())))},
        "a blurred certificate": {"certificate": blurred(certificate(employee_name=UNREAD, employee_id=UNREAD))},
        "another agent's card": {"agent": sent(front(STRANGER), back(), slot="agent_id")},
        "a letter for another agent": {"letter": sent(letter(agent_name=STRANGER.name, agent_id=STRANGER.number))},
        "another firm's letter": {"letter": sent(letter(principal=OTHER_FIRM))},
        "a letter that has run out": {"letter": sent(letter(valid_until="2024-01-01"))},
        "no letter": {"letter": sent(name="nothing.jpg")},
        "no certificate": {"certificate": sent(name="nothing.jpg")},
    }
)
DEFECTS = (*FORMS, *PACKETS)
PAIRS = 40
"""Pairs of defects that are tried, of 325."""


def packet(*defects: str) -> Case:
    files, form = dict(USUAL), dict[str, str]()
    for defect in defects:
        files |= PACKETS.get(defect, {})
        form |= FORMS.get(defect, {})
    return case(*(file for file in files.values() if file.evidence.documents), declared=told("agent", **form))


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> Callable[[Case], tuple[tuple[Draft, ...], Settled]]:
    """Judges a case, and returns all that the checks say with what is told of it."""
    seen: list[tuple[tuple[Draft, ...], Settled]] = []

    def watched(drafts: list[Draft], *rest: object) -> Settled:
        seen.append((tuple(drafts), one_cause(drafts, *rest)))  # type: ignore[arg-type]  # passed on as they came
        return seen[-1][1]

    monkeypatch.setattr(run, "one_cause", watched)

    def judged(given: Case) -> tuple[tuple[Draft, ...], Settled]:
        run.judge(given, EMPLOYER)
        return seen[-1]

    return judged


def worst(drafts: tuple[Draft, ...]) -> int:
    return max((SEVERITY_RANK[draft.finding.severity] for draft in drafts), default=0)


@pytest.mark.parametrize("defect", DEFECTS)
def test_one_defect_is_one_instruction(defect: str, settled: Callable[[Case], tuple[tuple[Draft, ...], Settled]]) -> None:
    _, said = settled(packet(defect))
    assert [draft.finding.severity for draft in said.drafts].count("bounce") == 1, [one.reason.key for one in said.drafts]


def test_two_defects_never_contradict_themselves_and_no_outcome_changes(
    settled: Callable[[Case], tuple[tuple[Draft, ...], Settled]],
) -> None:
    for pair in random.Random(17).sample(list(combinations(DEFECTS, 2)), PAIRS):
        given = packet(*pair)
        found, said = settled(given)
        assert not list(contradictions(said.drafts, given, PapersThere(given, EMPLOYER.requirements))), pair
        assert worst(said.drafts) == worst(found), pair
        assert {draft.reason.code for draft in found} <= {
            code for one in said.drafts for code in (one.reason.code, *one.finding.because_of)
        }, pair
