"""Electronic seals that no longer fit their file, or that nobody here can check."""

from extractors.evidence import DigitalSignature
from validators.case import Case, CaseFile
from validators.check import Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.finding import Place

_BROKEN, _ADDED, _UNKNOWN = "image.edited/signature", "image.edited/added", "seal.unverifiable"


def run(case: Case, limits: Limits) -> Outcomes:
    """A file that was signed electronically is still what was signed

    A digest that does not fit, a signature that cannot be made out or checked here (SM2 seals, other makers' containers,
    damaged ones: nobody can say whether the file was altered since), and pages added after signing go to a person; nothing is
    held against the applicant. Source: DOMAIN 5.2; 8.2 X48; CONTRACT 7.
    """
    for file in case.files:
        for signature in file.evidence.digital_signatures:
            yield _kept(file, signature)


def _kept(file: CaseFile, signature: DigitalSignature) -> Outcome:
    place = Place(file=file.name, page=signature.page, bbox=signature.box)
    words = {"here": signature.organisation or signature.signer or "（未具名）", "there": signature.detail or "算法未知"}
    if signature.intact is None:
        return Finds(_UNKNOWN, place, words=words)
    if signature.intact is False:
        return Finds(_BROKEN, place, words=words)
    return Passes() if signature.covers_whole_file else Finds(_ADDED, place, words=words)


CHECK = Check(run, Limits, rules=("X48",), reasons=(_BROKEN, _ADDED, _UNKNOWN))
