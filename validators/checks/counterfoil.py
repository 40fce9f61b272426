"""The employer's own copy of a certificate."""

from validators.case import Case
from validators.check import Check, Finds, Limits, Outcomes, Passes
from validators.values import place_of


def run(case: Case, limits: Limits) -> Outcomes:
    """The certificate is the worker's copy, not the stub

    The stub (存根) has no seal by design. It matters only where the worker's copy is not there too: many forms print both on
    one page. Source: DOMAIN 8.3 D20.
    """
    certificates = tuple(case.documents("termination_certificate"))
    stubs = [seen for seen in certificates if "counterfoil" in seen.document.traits]
    for seen in stubs:
        if len(stubs) == len(certificates):
            yield Finds("doc.counterfoil", place_of(seen), seen.document.confidence)
    if len(stubs) < len(certificates):
        yield Passes()


CHECK = Check(run, Limits, rules=("D20",), reasons=("doc.counterfoil",))
