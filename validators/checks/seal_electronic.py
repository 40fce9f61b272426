"""Electronic seals that no longer fit their file."""

from validators.case import Case, CaseFile
from validators.check import CannotTell, Check, Finds, Limits, Outcome, Outcomes, Passes
from validators.finding import Place

_BROKEN, _ADDED = "image.edited/signature", "image.edited/added"


def run(case: Case, limits: Limits) -> Outcomes:
    """A file that was signed electronically is still what was signed

    A digest that does not fit, a signature that cannot be checked here (SM2 seals among them), and pages added after signing go
    to a person; nothing is held against the applicant. Source: DOMAIN 5.2; 8.2 X48.
    """
    for file in case.files:
        for signature in file.evidence.digital_signatures:
            yield _kept(file, signature.signer, intact=signature.intact, whole=signature.covers_whole_file)


def _kept(file: CaseFile, signer: str, *, intact: bool | None, whole: bool) -> Outcome:
    place, words = Place(file=file.name), {"here": signer or "（未具名）"}
    if intact is False:
        return Finds(_BROKEN, place, words=words)
    if intact is None:
        return CannotTell(_BROKEN, "unchecked_signature", place, words=words)
    return Passes() if whole else Finds(_ADDED, place, words=words)


CHECK = Check(run, Limits, rules=("X48",), reasons=(_BROKEN, _ADDED))
