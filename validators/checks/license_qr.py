"""Licences whose QR code leads to another firm."""

from validators.case import Case
from validators.check import Check, DoesNotApply, Finds, Limits, Outcomes, Passes
from validators.values import certainty, read

_REASON = "field.inconsistent/license_qr"


def run(case: Case, limits: Limits) -> Outcomes:
    """The licence's QR code holds the credit code that is printed on it

    Codes that hold no credit code say nothing. A difference is a misreading, or a licence put together from two.
    Source: DOMAIN 1.1; 8.3 D07.
    """
    for seen in case.documents("business_license"):
        printed, coded = read(seen, "uscc"), read(seen, "qr_uscc")
        if printed is None or coded is None:
            yield DoesNotApply()
        elif printed.text == coded.text:
            yield Passes()
        else:
            yield Finds(_REASON, printed.place, certainty(printed, coded), {"here": printed, "there": coded})


CHECK = Check(run, Limits, rules=("D07",), reasons=(_REASON,))
