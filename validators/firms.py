"""The comparison of two firms' names, with what a difference means (DOMAIN 8.2 X19 to X23, 8.4)."""

from dataclasses import dataclass, replace
from typing import Final

from rapidfuzz.distance import Levenshtein

from extractors.evidence import Box
from validators.case import Case, Sighting
from validators.check import CannotTell, DoesNotApply, Finds, Outcome, Passes
from validators.doubts import DOUBTS
from validators.known_characters import holds_unknown
from validators.names import FirmNames, compare_firms
from validators.papers import NAMELESS, is_individual_business, license_of
from validators.seals import OTHER_BELOW, how_alike, names_in_full, signing_seals, spells
from validators.slips import Difference, weigh
from validators.values import Slip, Value, certainty, read, typed

FIRM_REASONS: Final = tuple(f"match.employer_name/{case}" for case in ("variant", "branch", "renamed", "dispatch"))
"""Reasons that any comparison of firms may give besides its own."""

MOST_HIDDEN: Final = 0.25
"""Share of a name that may be unread for the rest of it to say that it is the employer's."""
HIDDEN_BELOW: Final = 0.6
"""Confidence of print that a seal lies over and that was read in two ways, or in one that nothing confirms."""
_COMPANY: Final = "公司"
_DISPATCH: Final = ("劳务派遣", "人力资源", "劳务", "人才服务")
_CHANGE_NOTICE: Final = ("名称变更", "变更登记通知", "变更核准", "变更备案通知")


def is_of_other_firm(case: Case, license_: Sighting) -> bool:
    """Whether both name and code on the licence are not what was typed, so that the licence is wrong and not the rest."""
    code, name = read(license_, "uscc"), read(license_, "name")
    told = case.declared
    same_code = code is not None and code.text == told.uscc
    if same_code or name is None or not told.employer_name or is_individual_business(license_):
        return False
    relation, typed_name = compare_firms(told.employer_name, name.text), Value(told.employer_name)
    other = relation is FirmNames.DIFFERENT and not says_the_rest(name, told.employer_name)
    return other and not why_one_firm(relation, name, typed_name) and not has_change_notice(case)


@dataclass(frozen=True, slots=True)
class Employer:
    """The firm that papers are compared with, and its licence."""

    name: Value | None
    license: Sighting | None = None

    @property
    def operator(self) -> Value | None:
        """The person behind an individual business, whose name may stand for the firm's."""
        return read(self.license, "legal_rep") if self.license and is_individual_business(self.license) else None


def employer_of(case: Case) -> Employer:
    """The firm that papers are compared with: the licence's; the declared one where there is no licence, or another firm's."""
    license_ = license_of(case)
    if license_ is None or is_of_other_firm(case, license_):
        return Employer(typed(case.declared.employer_name))
    return Employer(read(license_, "name"), license_)


def compare_with_employer(case: Case, paper: Value | None, employer: Employer, reason: str) -> Outcome:
    """Compare a paper's firm with the employer; ``reason`` is given where they are two firms."""
    if paper is None:
        return DoesNotApply()
    if employer.operator:
        return _individual(case, paper, employer, reason)
    if employer.name is None:
        return DoesNotApply()
    relation = compare_firms(paper.text, employer.name.text)
    words, sure = {"here": paper, "there": employer.name}, certainty(paper, employer.name)
    if relation is FirmNames.SAME or says_the_rest(paper, employer.name.text):
        return Passes()
    doubt = why_one_firm(relation, paper, employer.name)
    if doubt:
        return CannotTell(reason, doubt, paper.place, sure, words)
    if relation is FirmNames.DIFFERENT:
        sure = weigh(paper, employer.name, "firm").sure
    known = {FirmNames.VARIANT: "match.employer_name/variant", FirmNames.BRANCH: "match.employer_name/branch"}
    return Finds(known.get(relation) or _why_different(case, paper.text, employer, reason), paper.place, sure, words)


def says_the_rest(paper: Value, name: str) -> bool:
    """Whether a reading is a firm's name but for a few characters that were plainly not read: the rest says no other firm.

    They are missing where the line has a gap, or with one half of a pair of brackets, as under a thumbprint.
    """
    edits = Levenshtein.editops(paper.text, name)
    if not edits or any(edit.tag != "insert" for edit in edits) or len(edits) > MOST_HIDDEN * len(name):
        return False
    lost_bracket = paper.text.count("(") != paper.text.count(")") and name.count("(") == name.count(")")
    return lost_bracket or all(edit.src_pos in paper.gaps for edit in edits)


def why_one_firm(relation: FirmNames, paper: Value, employer: Value) -> str:
    """Why two names that are not the same may be one firm's; empty where nothing speaks for it."""
    if relation is FirmNames.ALIKE:
        return "misreading"
    if relation is not FirmNames.DIFFERENT:
        return ""
    if holds_unknown(paper.text) or holds_unknown(employer.text):
        return "unknown_character"
    if weigh(paper, employer, "firm").difference is Difference.MISREAD:
        return "damaged_name"
    return ""


def compare_stamped(case: Case, seen: Sighting, field: str, employer: Employer, reason: str) -> Outcome:
    """Compare the firm on a paper with the employer: print that the seal hides gives way to what the seal itself says."""
    paper = _under_ink(seen, field)
    found = compare_with_employer(case, paper, employer, reason)
    if isinstance(found, Passes | DoesNotApply) or paper is None or employer.name is None:
        return found
    misread = paper.confidence < HIDDEN_BELOW and how_alike(paper.text, employer.name.text) >= OTHER_BELOW
    stamped = misread and any(spells(seal, employer.name.text) for seal in signing_seals(seen))
    return Passes() if stamped else found


def _under_ink(seen: Sighting, field: str) -> Value | None:
    """A firm's name as it was read, the more readily misread where a seal or a thumb lies over it and does not say the same."""
    paper = read(seen, field)
    box = paper.place.bbox if paper else None
    if paper is None or box is None or any(names_in_full(seal, paper.text) for seal in signing_seals(seen)):
        return paper
    marks = [(seal.page, seal.box) for seal in seen.document.seals]
    marks += [(mark.page, mark.box) for mark in seen.document.signatures if mark.state == "thumbprint"]
    if not any(page == paper.place.page and _overlap(over, box) for page, over in marks):
        return paper
    return replace(paper, slip=Slip(max(paper.slip.rate, DOUBTS["stamped"].slip), obscured=True))


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _why_different(case: Case, name: str, employer: Employer, reason: str) -> str:
    if has_change_notice(case) or _has_typed_name(case, name, employer):
        return "match.employer_name/renamed"
    if any(word in name for word in _DISPATCH):
        return "match.employer_name/dispatch"
    return reason


def _has_typed_name(case: Case, name: str, employer: Employer) -> bool:
    """Whether the paper's firm is the one typed, and the licence with another name has the code typed: a change of name."""
    code, told = read(employer.license, "uscc"), case.declared
    return code is not None and code.text == told.uscc and compare_firms(name, told.employer_name) is FirmNames.SAME


def _individual(case: Case, paper: Value, employer: Employer, reason: str) -> Outcome:
    """An individual business signs with its name, 个体户 and the operator's name, or the operator's name alone.

    It is no company and is not called one: a company's paper is another's.
    """
    name, operator = employer.name, employer.operator
    shop = name.text if name and name.text not in NAMELESS else ""
    if operator is None or (shop and shop in paper.text) or operator.text in paper.text:
        return Passes()
    words, sure = {"here": paper, "there": name if name and shop else operator}, certainty(paper, operator)
    if name and shop and paper.text.endswith(_COMPANY) and not shop.endswith(_COMPANY):
        return Finds(_why_different(case, paper.text, employer, reason), paper.place, min(sure, name.confidence), words)
    return CannotTell(reason, "individual_business", paper.place, sure, words)


def has_change_notice(case: Case) -> bool:
    """Whether a page nobody recognised speaks of a change of name."""
    pages = (
        page
        for file in case.files
        for page in file.evidence.pages
        if any(document.type == "unknown" and page.number in document.pages for document in file.evidence.documents)
    )
    return any(word in line.text for page in pages for line in page.lines for word in _CHANGE_NOTICE)
