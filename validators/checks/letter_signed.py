"""Letters of authorisation that nobody signed."""

from typing import Final

from extractors.evidence import Signature
from validators.case import Case, Sighting
from validators.check import Check, DoesNotApply, Finds, Limits, Outcome, Outcomes, Passes
from validators.finding import Place
from validators.papers import authorization_of, given_by_person
from validators.seals import is_a_persons, signing_seals
from validators.values import read

SURE: Final = 0.90
"""Confidence (DOMAIN 8.1) below which a place may hold a signature that was not seen."""

_SIGNED: Final = frozenset({"handwritten", "name_seal", "thumbprint"})
_SIGNERS: Final = frozenset({"legal_rep", "principal"})


def run(case: Case, limits: Limits) -> Outcomes:
    """Who gives the authority signs it

    A firm's letter under its seal, without its representative's signature or name seal, goes to a person: the law asks for one
    of the two. A person's letter must be signed. A printed name is no signature; a place that cannot be judged is left to the
    seal, and a name seal may stand beside its line. Source: DOMAIN 8.3 D18; 4; Civil Code 165.
    """
    letter = authorization_of(case)
    if letter is None:
        yield DoesNotApply()
        return
    places = [mark for mark in letter.document.signatures if mark.role in _SIGNERS]
    if not places:
        yield DoesNotApply()
    elif any(mark.state in _SIGNED for mark in places):
        yield Passes()
    else:
        yield _unsigned(case, letter, max(places, key=lambda mark: mark.confidence))


def _unsigned(case: Case, letter: Sighting, mark: Signature) -> Outcome:
    place = Place(document=letter.document.type, file=letter.file.name, page=mark.page, bbox=mark.box)
    words = {"here": mark.label}
    doubtful = mark.state == "unclear" or mark.confidence < SURE or _sealed_beside(letter)
    if given_by_person(case, letter):
        reason = "signature.unclear" if doubtful or mark.state == "printed" else "signature.missing"
        return Finds(reason, place, mark.confidence, words)
    if doubtful and signing_seals(letter):
        return Passes()
    return Finds("signature.missing/representative", place, mark.confidence, words)


def _sealed_beside(letter: Sighting) -> bool:
    """Whether a name seal that is not the agent's stands somewhere on the letter: often it misses its line."""
    agent = read(letter, "agent_name")
    seals = [seal for seal in letter.document.seals if is_a_persons(seal) and seal.confidence >= SURE]
    return any(agent is None or seal.text.removesuffix("印") != agent.text for seal in seals)


CHECK = Check(
    run, Limits, rules=("D18",), reasons=("signature.missing", "signature.missing/representative", "signature.unclear")
)
