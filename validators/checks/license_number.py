"""Credit codes on licences that do not add up."""

from validators.case import Case
from validators.check import Check, DoesNotApply, Finds, Limits, Outcomes, Passes
from validators.values import place_of


def run(case: Case, limits: Limits) -> Outcomes:
    """The credit code on the licence passes its checksums

    Misread or forged: a person looks. Source: DOMAIN 8.3 D07.
    """
    for seen in case.documents("business_license"):
        code = seen.field("uscc")
        if code is None or code.checksum_ok is None:
            yield DoesNotApply()
        elif code.checksum_ok:
            yield Passes()
        else:
            yield Finds("field.bad_checksum/license", place_of(seen, code), code.confidence, {"here": code.value})


CHECK = Check(run, Limits, rules=("D07",), reasons=("field.bad_checksum/license",))
